// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailing/mailing_page.h"

#include "ui/common/labels.h"
#include "ui/common/live.h"
#include "ui/mailing/connection_tab.h"
#include "ui/mailing/lists_tab.h"
#include "ui/mailing/requests_tab.h"
#include "ui/mailing/store_mailing_service.h"
#include "ui/mailing/suppressed_tab.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace pfx::ui {

namespace {

const QString tabNames[] = {QStringLiteral("lists"), QStringLiteral("requests"), QStringLiteral("suppressed"), QStringLiteral("connection")};

} // namespace

MailingPage::MailingPage(Services &services, QWidget *parent) : MailingPage(services, *new StoreMailingService(services), parent)
{
    m_service.setParent(this);
}

MailingPage::MailingPage(Services &services, MailingService &service, QWidget *parent)
    : Page(parent), m_service(service), m_lists(new ListsPresenter(service, this)), m_suppressed(new SuppressedPresenter(service, this)),
      m_connection(new MailingConnectionPresenter(service, services.live, this)), m_tabs(new QTabBar), m_stack(new QStackedWidget)
{
    setObjectName(QStringLiteral("mailingPage"));
    build(services);
    buildCommands();
    if (services.live)
        connect(services.live, &Live::stored, this, [this] {
            if (isVisible() && m_tabs->currentIndex() == Lists)
                m_lists->reload();
        });
}

QString MailingPage::title() const
{
    return tr("Mailings");
}

void MailingPage::build(Services &services)
{
    m_tabs->setObjectName(QStringLiteral("mailingTabs"));
    m_tabs->setAccessibleName(tr("What is shown"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    for (const QString &text : {tr("Lists"), tr("Requests of Planfix"), tr("Not written to"), tr("Connection")})
        m_tabs->addTab(text);
    m_listsTab = new ListsTab(*m_lists, services);
    m_requestsTab = new RequestsTab(services);
    m_suppressedTab = new SuppressedTab(*m_suppressed, services);
    auto *connection = new ConnectionTab(*m_connection, services);
    for (QWidget *tab : {static_cast<QWidget *>(m_listsTab), static_cast<QWidget *>(m_requestsTab), static_cast<QWidget *>(m_suppressedTab),
                         static_cast<QWidget *>(connection)})
        m_stack->addWidget(tab);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::PageMargin, metrics::PageMargin - metrics::PairSpacing, metrics::PageMargin, metrics::PageMargin);
    layout->setSpacing(metrics::CardSpacing);
    layout->addWidget(new TextLabel(title(), TextRole::PageTitle));
    layout->addWidget(m_tabs);
    layout->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        load(tab);
    });
    const auto toConnection = [this] { setTab(Connection); };
    connect(m_listsTab, &ListsTab::connectionRequested, this, toConnection);
    connect(m_requestsTab, &RequestsTab::connectionRequested, this, toConnection);
    connect(connection, &ConnectionTab::serverRequested, this,
            [this] { emit goTo(pages::Settings, QVariantMap{{QStringLiteral("section"), QStringLiteral("server")}}); });
    connect(m_connection, &MailingConnectionPresenter::targetsChanged, m_lists, &ListsPresenter::reload);
}

void MailingPage::buildCommands()
{
    const QString words[] = {tr("Mailing lists"), tr("What Planfix asked for mailings"), tr("Addresses that are not written to"),
                             tr("What to paste into Planfix for mailings")};
    for (int i = 0; i < TabCount; ++i) {
        auto *action = new QAction(words[i], this);
        action->setObjectName(QStringLiteral("mailingShow_") + tabNames[i]);
        connect(action, &QAction::triggered, this, [this, i] { setTab(static_cast<Tab>(i)); });
        m_commands.append(action);
    }
}

QWidget *MailingPage::searchField() const
{
    switch (m_tabs->currentIndex()) {
    case Lists:
        return m_listsTab->searchField();
    case Suppressed:
        return m_suppressedTab->searchField();
    default:
        return nullptr;
    }
}

void MailingPage::setTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void MailingPage::shown()
{
    load(m_tabs->currentIndex());
}

void MailingPage::load(int tab)
{
    if (!isVisible())
        return;
    if (tab == Lists)
        m_lists->reload();
    else if (tab == Requests)
        m_requestsTab->reload();
    else if (tab == Suppressed)
        m_suppressed->reload();
    else
        m_connection->reload();
}

void MailingPage::open(const QVariant &target)
{
    const QVariantMap map = target.toMap();
    for (int i = 0; i < TabCount; ++i) {
        if (map.value(QStringLiteral("tab")).toString() == tabNames[i])
            setTab(static_cast<Tab>(i));
    }
    if (map.contains(QStringLiteral("list"))) {
        setTab(Lists);
        m_lists->select(map.value(QStringLiteral("list")).toLongLong());
    }
}

} // namespace pfx::ui
