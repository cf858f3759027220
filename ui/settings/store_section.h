// SPDX-License-Identifier: GPL-3.0-or-later
// The section «База»: where the data is and how much, whether it is whole, backups, and the way to a PostgreSQL server. GUI thread.
#pragma once

#include <QWidget>

namespace pfx::ui {

class Banner;
class Button;
class TextLabel;
struct Services;

class StoreSection : public QWidget {
    Q_OBJECT

public:
    explicit StoreSection(Services &services, QWidget *parent = nullptr);
    void reload();

private:
    QWidget *factsCard();
    void check();
    void showNews();

    Services &m_services;
    Banner *m_news;
    TextLabel *m_facts;
    Button *m_check;
    Banner *m_checked;
};

} // namespace pfx::ui
