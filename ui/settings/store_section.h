// SPDX-License-Identifier: GPL-3.0-or-later
// The section «База»: where the data is and how much, whether it is whole, a backup, and whether a PostgreSQL address would do. GUI thread.
#pragma once

#include <QWidget>

class QLineEdit;

namespace pfx::ui {

class Banner;
class Button;
class Field;
class TextLabel;
struct Services;

class StoreSection : public QWidget {
    Q_OBJECT

public:
    explicit StoreSection(Services &services, QWidget *parent = nullptr);
    void reload();

private:
    QWidget *factsCard();
    QWidget *backupCard();
    QWidget *serverCard();
    void check();
    void backUp(const QString &file);
    void tryServer();

    Services &m_services;
    TextLabel *m_facts;
    Button *m_check;
    Banner *m_checked;
    Button *m_backup;
    Banner *m_backedUp;
    QLineEdit *m_address;
    Field *m_addressField;
    Button *m_try;
    Banner *m_tried;
};

} // namespace pfx::ui
