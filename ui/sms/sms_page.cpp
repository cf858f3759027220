// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sms/sms_page.h"

#include "core/planfix/account.h"
#include "ui/common/labels.h"
#include "ui/common/live.h"
#include "ui/sms/credentials_presenter.h"
#include "ui/sms/messages_presenter.h"
#include "ui/sms/messages_tab.h"
#include "ui/sms/providers_presenter.h"
#include "ui/sms/rules_presenter.h"
#include "ui/sms/service_tab.h"
#include "ui/sms/stop_list_presenter.h"
#include "ui/sms/store_sms_service.h"
#include "ui/sms/test_presenter.h"
#include "ui/sms/test_tab.h"

#include <QDesktopServices>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>
#include <QVBoxLayout>

namespace pfx::ui {

namespace {

constexpr int badgeEveryMs = 5'000; // of a page that nobody looks at, while others write a lot

const QString tabNames[] = {QStringLiteral("test"), QStringLiteral("messages"), QStringLiteral("service")};

} // namespace

SmsPage::SmsPage(Services &services, QWidget *parent) : SmsPage(services, *new StoreSmsService(services), parent)
{
    m_service.setParent(this);
}

SmsPage::SmsPage(Services &services, SmsService &service, QWidget *parent)
    : Page(parent), m_services(services), m_service(service), m_standing(new Standing(service, services.live, this)),
      m_test(new TestPresenter(service, *m_standing, services.clock, this)), m_messages(new MessagesPresenter(service, this)),
      m_credentials(new CredentialsPresenter(service, *m_standing, this)), m_providers(new ProvidersPresenter(service, *m_standing, this)),
      m_rules(new RulesPresenter(service, *m_standing, this)),
      m_stopList(new StopListPresenter(service, services.clock, this)), m_badgeDelay(new QTimer(this)), m_tabs(new QTabBar),
      m_stack(new QStackedWidget)
{
    setObjectName(QStringLiteral("smsPage"));
    build(services);
    connectTabs();
    buildCommands();
    connect(m_standing, &Standing::changed, this, [this] {
        if (std::exchange(m_attention, m_standing->state().attention()) != m_standing->state().attention())
            emit badgeChanged();
    });
    m_badgeDelay->setSingleShot(true);
    m_badgeDelay->setInterval(badgeEveryMs);
    connect(m_badgeDelay, &QTimer::timeout, m_standing, &Standing::refresh);
    if (services.live)
        connect(services.live, &Live::stored, this, &SmsPage::follow);
    m_standing->reload(); // the badge is wanted before the page is looked at
}

QString SmsPage::title() const
{
    return tr("SMS");
}

Badge SmsPage::badge() const
{
    return {m_attention, Tone::Error};
}

void SmsPage::build(Services &services)
{
    m_tabs->setObjectName(QStringLiteral("smsTabs"));
    m_tabs->setAccessibleName(tr("What is shown"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    for (const QString &text : {tr("Test"), tr("Messages"), tr("Service and providers")})
        m_tabs->addTab(text);
    m_testTab = new TestTab(*m_test);
    m_messagesTab = new MessagesTab(*m_messages, *m_standing, services);
    m_serviceTab = new ServiceTab(*m_credentials, *m_providers, *m_rules, *m_stopList, services);
    for (QWidget *tab : std::initializer_list<QWidget *>{m_testTab, m_messagesTab, m_serviceTab})
        m_stack->addWidget(tab);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::PageMargin, metrics::PageMargin - metrics::PairSpacing, metrics::PageMargin, metrics::PageMargin);
    layout->setSpacing(metrics::CardSpacing);
    layout->addWidget(new TextLabel(title(), TextRole::PageTitle));
    layout->addWidget(m_tabs);
    layout->addWidget(m_stack, 1);
}

void SmsPage::connectTabs()
{
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_testTab, &TestTab::serverRequested, this, &SmsPage::toServer);
    connect(m_serviceTab, &ServiceTab::serverRequested, this, &SmsPage::toServer);
    connect(m_testTab, &TestTab::providerRequested, this, [this] {
        setTab(Service);
        m_serviceTab->addProvider();
    });
    connect(m_testTab, &TestTab::messageRequested, this, [this](qint64 id) { open(QVariantMap{{QStringLiteral("message"), id}}); });
    const auto toTest = [this] {
        setTab(Test);
        m_testTab->takeFocus();
    };
    connect(m_messagesTab, &MessagesTab::testRequested, this, toTest);
    connect(m_serviceTab, &ServiceTab::testRequested, this, toTest);
    connect(m_messagesTab, &MessagesTab::serviceRequested, this, [this] { setTab(Service); });
    connect(m_messagesTab, &MessagesTab::taskRequested, this, &SmsPage::openTask);
}

void SmsPage::buildCommands()
{
    const auto command = [this](const QString &text, const QString &name, auto slot) {
        auto *action = new QAction(text, this);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, slot);
        m_commands.append(action);
    };
    command(tr("Send a test message"), QStringLiteral("smsTestMessage"), [this] {
        setTab(Test);
        m_testTab->takeFocus();
    });
    command(tr("Messages"), QStringLiteral("smsShowMessages"), [this] { setTab(Messages); });
    command(tr("What to paste into Planfix for SMS"), QStringLiteral("smsShowService"), [this] { setTab(Service); });
    command(tr("Add an SMS provider"), QStringLiteral("smsNewProvider"), [this] {
        setTab(Service);
        m_serviceTab->addProvider();
    });
}

QWidget *SmsPage::searchField() const
{
    return m_tabs->currentIndex() == Messages ? m_messagesTab->searchField() : nullptr;
}

void SmsPage::setTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void SmsPage::shown()
{
    m_standing->reload();
    m_test->follow();
    m_messages->refresh();
    m_stopList->reload();
}

void SmsPage::toServer()
{
    emit goTo(pages::Settings, QVariantMap{{QStringLiteral("section"), QStringLiteral("server")}});
}

void SmsPage::openTask(qint64 taskId)
{
    if (!m_services.live)
        return;
    if (const auto account = planfix::Account::parse(m_services.live->planfix().account))
        QDesktopServices::openUrl(account->taskPage(taskId));
}

/// Somebody has written into the store.
void SmsPage::follow()
{
    if (!isVisible()) {
        if (!m_badgeDelay->isActive())
            m_badgeDelay->start();
        return;
    }
    m_standing->refresh();
    m_test->follow();
    m_messages->refresh();
}

void SmsPage::open(const QVariant &target)
{
    const QVariantMap map = target.toMap();
    for (int i = 0; i < TabCount; ++i) {
        if (map.value(QStringLiteral("tab")).toString() == tabNames[i])
            setTab(static_cast<Tab>(i));
    }
    if (const auto state = sms::stateNamed(map.value(QStringLiteral("state")).toString())) {
        setTab(Messages);
        m_messages->setState(*state);
    }
    if (map.contains(QStringLiteral("message"))) {
        setTab(Messages);
        m_messages->clearFilter();
        m_messages->select(map.value(QStringLiteral("message")).toLongLong());
    }
}

} // namespace pfx::ui
