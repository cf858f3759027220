// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/live_chips.h"

#include "app/console/chip_texts.h"
#include "core/base/clock.h"
#include "core/settings/settings.h"
#include "core/store/store.h"
#include "ui/common/background.h"
#include "ui/common/icons.h"
#include "ui/common/job_bar.h"
#include "ui/common/services.h"
#include "ui/common/status_chip.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

namespace pfx::console {

using namespace ui;

namespace {

constexpr size_t requestsShown = 6;

QString addressOf(const ServerState &state)
{
    if (!state.publicUrl.isEmpty())
        return state.publicUrl;
    return state.isListening() ? (state.tls ? QStringLiteral("https://") : QStringLiteral("http://")) + state.address : QString();
}

} // namespace

LiveChips::LiveChips(JobBar &bar, QObject *parent)
    : QObject(parent), m_planfix(new StatusChip(QStringLiteral("planfixChip"), &bar)),
      m_server(new StatusChip(QStringLiteral("serverChip"), &bar)), m_menu(new QMenu(m_server))
{
    m_menu->setObjectName(QStringLiteral("serverMenu"));
    m_menu->setToolTipsVisible(true);
    m_switch = m_menu->addAction(tr("Server on"));
    m_switch->setObjectName(QStringLiteral("serverSwitch"));
    m_switch->setCheckable(true);
    m_copy = m_menu->addAction(icon(QStringLiteral("edit-copy")), tr("Copy the address"));
    m_copy->setObjectName(QStringLiteral("copyServerAddress"));
    m_settings = m_menu->addAction(icon(QStringLiteral("configure")), tr("Settings of the server…"));
    m_settings->setObjectName(QStringLiteral("serverSettings"));
    m_menu->addSection(tr("Last requests"));
    m_server->setMenu(m_menu);
    m_server->setPopupMode(QToolButton::InstantPopup);
    bar.addAtEnd(m_planfix);
    bar.addAtEnd(m_server);
    connect(m_planfix, &QAbstractButton::clicked, this, &LiveChips::setupRequested);
    connect(m_settings, &QAction::triggered, this, &LiveChips::serverSettingsRequested);
    connect(m_switch, &QAction::triggered, this, &LiveChips::writeSwitch);
    connect(m_menu, &QMenu::aboutToShow, this, &LiveChips::fillMenu);
    connect(m_copy, &QAction::triggered, this, [this] {
        if (m_services && m_services->live)
            QGuiApplication::clipboard()->setText(addressOf(m_services->live->server()));
    });
    show();
}

void LiveChips::follow(Services &services)
{
    m_services = &services;
    if (services.live)
        connect(services.live, &Live::changed, this, &LiveChips::show);
    show();
}

void LiveChips::forget()
{
    if (m_services && m_services->live)
        m_services->live->disconnect(this);
    m_services = nullptr;
    show();
}

void LiveChips::show()
{
    const bool alive = m_services && m_services->live;
    m_planfix->setVisible(alive);
    m_server->setVisible(alive);
    for (QAction *action : {m_switch, m_copy, m_settings})
        action->setEnabled(alive);
    if (!alive)
        return;
    const Live &live = *m_services->live;
    const ChipText planfix = ChipTexts::planfix(live.planfix(), live.secretsTrouble(), m_services->clock.nowMs());
    m_planfix->setState(planfix.tone, planfix.words, planfix.detail);
    const ServerState state = live.server();
    const ChipText server = ChipTexts::server(state);
    m_server->setState(server.tone, server.words, server.detail);
    m_switch->setChecked(state.isWanted);
    m_copy->setEnabled(!addressOf(state).isEmpty());
}

/// As it is at the moment of opening: a list that moves under the pointer helps nobody.
void LiveChips::fillMenu()
{
    qDeleteAll(m_requests);
    m_requests.clear();
    if (!m_services || !m_services->live)
        return;
    const auto recent = m_services->live->recentRequests();
    for (size_t i = 0; i < qMin(recent.size(), requestsShown); ++i)
        m_requests << m_menu->addAction(ChipTexts::request(recent[i]));
    if (m_requests.isEmpty())
        m_requests << m_menu->addAction(tr("None since the start"));
    for (QAction *action : std::as_const(m_requests))
        action->setEnabled(false);
}

void LiveChips::writeSwitch(bool on)
{
    m_switch->setChecked(!on); // as it is, until it is so
    if (!m_services)
        return;
    m_services->background.run(
        this,
        [&store = m_services->store, on] {
            return store.writer().run([on](store::Connection &db) {
                return settings::write(db, QStringLiteral("server.enabled"), on ? QStringLiteral("true") : QStringLiteral("false"));
            });
        },
        [this](const base::Result<void> &written) {
            if (!written)
                emit failed(written.error());
        });
}

} // namespace pfx::console
