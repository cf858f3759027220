// SPDX-License-Identifier: GPL-3.0-or-later
// A PostgreSQL address: whether it would do, and then the move of the data to it, or the change to the data that is there already. GUI
// thread.
#pragma once

#include "ui/common/card.h"

class QLineEdit;

namespace pfx::store {
struct Trial;
}

namespace pfx::ui {

class Banner;
class Button;
class Field;
struct Services;

class PostgresCard : public Card {
    Q_OBJECT

public:
    explicit PostgresCard(Services &services, QWidget *parent = nullptr);

private:
    void tryServer();
    void tell(const store::Trial &trial);
    void offer(const store::Trial &trial, const QString &version);
    void move();
    void use();
    bool isHindered();

    Services &m_services;
    QLineEdit *m_address;
    Field *m_field;
    Button *m_try;
    Banner *m_tried;
};

} // namespace pfx::ui
