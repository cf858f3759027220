// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_page.h"

#include "ui/common/banner.h"
#include "ui/common/program_settings.h"
#include "ui/common/services.h"
#include "ui/common/step_parts.h"
#include "ui/forms/planfix_forms.h"
#include "ui/settings/orders_section.h"
#include "ui/settings/planfix_section.h"
#include "ui/settings/program_section.h"
#include "ui/settings/server_section.h"
#include "ui/settings/settings_presenter.h"
#include "ui/settings/store_section.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>

namespace pfx::ui {

namespace {

const QStringList sectionNames{QStringLiteral("planfix"), QStringLiteral("orders"), QStringLiteral("server"), QStringLiteral("store"),
                               QStringLiteral("program")};

} // namespace

SettingsPage::SettingsPage(Services &services, QWidget *parent)
    : Page(parent),
      m_services(services),
      m_presenter(std::make_unique<SettingsPresenter>(services)),
      m_forms(std::make_unique<PlanfixForms>(services))
{
    setObjectName(QStringLiteral("settingsPage"));
    setAccessibleName(tr("Settings"));
    program::applyLogLevel(services.settings);
    build();
    addCommands();
    connect(m_presenter.get(), &SettingsPresenter::failed, this, [this] {
        if (m_presenter->error())
            m_banner->showError(*m_presenter->error());
    });
    connect(m_presenter.get(), &SettingsPresenter::saved, m_banner, &Banner::clear);
    // What the one half saves the other one shows.
    connect(m_presenter.get(), &SettingsPresenter::saved, m_forms.get(), &PlanfixForms::reload);
    connect(m_forms.get(), &PlanfixForms::saved, m_presenter.get(), &SettingsPresenter::reload);
    m_presenter->reload();
    m_forms->reload();
}

SettingsPage::~SettingsPage()
{
    disconnect(m_presenter.get(), nullptr, this, nullptr);
    delete m_bar;
    delete m_stack; // the forms hold references to the presenters
}

void SettingsPage::build()
{
    m_tabs = new QTabBar;
    m_tabs->setObjectName(QStringLiteral("settingsTabs"));
    m_tabs->setAccessibleName(tr("Section of the settings"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    for (const QString &text : {tr("Planfix"), tr("Orders"), tr("Server"), tr("Database"), tr("Program")})
        m_tabs->addTab(text);
    m_banner = new Banner(QStringLiteral("settingsBanner"));
    m_bar = new SaveBar(*m_forms, QStringLiteral("saveBar"));
    m_stack = new QStackedWidget;
    auto *server = new ServerSection(m_services, *m_forms, *m_presenter);
    m_store = new StoreSection(m_services);
    const QVector<QWidget *> sections{new PlanfixSection(m_services, *m_forms, *m_presenter), new OrdersSection(m_services, *m_forms, *m_presenter), server,
                                      m_store, new ProgramSection(m_services, *m_presenter)};
    for (QWidget *section : sections) {
        auto *body = new QWidget;
        QBoxLayout *column = parts::column(body);
        column->setContentsMargins(0, 0, metrics::Spacing, 0);
        column->addWidget(section);
        column->addStretch(1);
        m_stack->addWidget(parts::scrolled(body));
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::PageMargin, metrics::CardSpacing, metrics::PageMargin, metrics::CardSpacing);
    layout->setSpacing(metrics::CardSpacing);
    layout->addWidget(new TextLabel(title(), TextRole::PageTitle));
    layout->addWidget(m_tabs);
    layout->addWidget(m_banner);
    layout->addWidget(m_bar);
    layout->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_tabs, &QTabBar::currentChanged, this, &SettingsPage::refreshBar);
    connect(server, &ServerSection::helpWanted, this, [this] { emit helpRequested(id() + QLatin1Char('/') + tr("Availability from outside")); });
    refreshBar();
}

/// What is saved as a whole: account, task, public address.
void SettingsPage::refreshBar()
{
    m_bar->setWanted(m_tabs->currentIndex() <= Server);
}

void SettingsPage::addCommands()
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        auto *action = new QAction(tr("Settings: %1").arg(m_tabs->tabText(i)), this);
        action->setObjectName(sectionNames.value(i));
        connect(action, &QAction::triggered, this, [this, i] { showSection(static_cast<Section>(i)); });
        m_commands.append(action);
    }
}

QString SettingsPage::helpAnchor() const
{
    return id() + QLatin1Char('/') + tr("Section “%1”").arg(m_tabs->tabText(m_tabs->currentIndex()));
}

void SettingsPage::open(const QVariant &target)
{
    const QString named = target.typeId() == QMetaType::QString ? target.toString() : target.toMap().value(QStringLiteral("section")).toString();
    const auto section = sectionNames.indexOf(named);
    if (section >= 0)
        showSection(static_cast<Section>(section));
}

void SettingsPage::showSection(Section section)
{
    m_tabs->setCurrentIndex(section);
}

void SettingsPage::shown()
{
    m_presenter->reload();
    m_forms->reload();
    m_store->reload();
    m_tabs->setFocus(Qt::OtherFocusReason);
}

} // namespace pfx::ui
