// SPDX-License-Identifier: GPL-3.0-or-later
// The page «Рассылки»: lists and members, what Planfix asked, who must not be written to, what to paste into Planfix. open({"list": 5}) shows
// a list, also "tab" ("lists", "requests", "suppressed", "connection"). GUI thread.
#pragma once

#include "ui/common/page.h"
#include "ui/common/services.h"

class QStackedWidget;
class QTabBar;

namespace pfx::ui {

class MailingConnectionPresenter;
class ListsPresenter;
class ListsTab;
class MailingService;
class RequestsTab;
class SuppressedPresenter;
class SuppressedTab;

class MailingPage : public Page {
    Q_OBJECT

public:
    enum Tab { Lists, Requests, Suppressed, Connection, TabCount };

    explicit MailingPage(Services &services, QWidget *parent = nullptr);
    /// With another source of everything but the tables' rows; for tests.
    MailingPage(Services &services, MailingService &service, QWidget *parent = nullptr);

    QString id() const override { return pages::Mailing; }
    QString title() const override;
    QString iconName() const override { return QStringLiteral("mail-send"); }
    QList<QAction *> commands() const override { return m_commands; }
    QWidget *searchField() const override;
    void open(const QVariant &target) override;
    void shown() override;

    void setTab(Tab tab);

private:
    void build(Services &services);
    void buildCommands();
    void load(int tab);

    MailingService &m_service;
    ListsPresenter *m_lists;
    SuppressedPresenter *m_suppressed;
    MailingConnectionPresenter *m_connection;
    ListsTab *m_listsTab = nullptr;
    RequestsTab *m_requestsTab = nullptr;
    SuppressedTab *m_suppressedTab = nullptr;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    QList<QAction *> m_commands;
};

} // namespace pfx::ui
