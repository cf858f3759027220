// SPDX-License-Identifier: GPL-3.0-or-later
// The page «SMS»: the test panel, the queue and history, what to paste into Planfix and who carries the messages. open({"message": 5}) shows
// a message, "tab" ("test", "messages", "service") a tab, "state" the messages in a state. GUI thread.
#pragma once

#include "ui/common/page.h"
#include "ui/common/services.h"

class QStackedWidget;
class QTabBar;
class QTimer;

namespace pfx::ui {

class CredentialsPresenter;
class MessagesPresenter;
class MessagesTab;
class ProvidersPresenter;
class RulesPresenter;
class StopListPresenter;
class ServiceTab;
class SmsService;
class Standing;
class TestPresenter;
class TestTab;

class SmsPage : public Page {
    Q_OBJECT

public:
    enum Tab { Test, Messages, Service, TabCount };

    explicit SmsPage(Services &services, QWidget *parent = nullptr);
    /// With another source of everything but the table's rows; for tests.
    SmsPage(Services &services, SmsService &service, QWidget *parent = nullptr);

    QString id() const override { return pages::Sms; }
    QString title() const override;
    QString iconName() const override { return QStringLiteral("dialog-messages"); }
    Badge badge() const override;
    QList<QAction *> commands() const override { return m_commands; }
    QWidget *searchField() const override;
    void open(const QVariant &target) override;
    void shown() override;

    void setTab(Tab tab);

private:
    void build(Services &services);
    void connectTabs();
    void buildCommands();
    void toServer();
    void openTask(qint64 taskId);
    void follow();

    Services &m_services;
    SmsService &m_service;
    Standing *m_standing;
    TestPresenter *m_test;
    MessagesPresenter *m_messages;
    CredentialsPresenter *m_credentials;
    ProvidersPresenter *m_providers;
    RulesPresenter *m_rules;
    StopListPresenter *m_stopList;
    TestTab *m_testTab = nullptr;
    MessagesTab *m_messagesTab = nullptr;
    ServiceTab *m_serviceTab = nullptr;
    QTimer *m_badgeDelay;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    QList<QAction *> m_commands;
    int m_attention = 0;
};

} // namespace pfx::ui
