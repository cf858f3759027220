// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/tray.h"

#include "ui/common/icons.h"
#include "ui/common/view_settings.h"

#include <QAction>
#include <QMenu>
#include <QSystemTrayIcon>
#include <QWidget>

namespace pfx::console {

namespace {
const QString KeepKey = QStringLiteral("window/closeToTray");
}

Tray::Tray(QWidget &window, ui::ViewSettings &settings, const QList<QAction *> &serverActions)
    : QObject(&window), m_window(window), m_settings(settings), m_keep(new QAction(tr("Keep running in the tray when the window is closed"), this)),
      m_menu(new QMenu(&window))
{
    m_keep->setObjectName(QStringLiteral("closeToTray"));
    m_keep->setCheckable(true);
    m_keep->setChecked(settings.value(KeepKey).toBool());
    m_keep->setEnabled(QSystemTrayIcon::isSystemTrayAvailable());
    m_keep->setToolTip(m_keep->isEnabled() ? QString() : tr("This desktop has no tray."));
    connect(m_keep, &QAction::triggered, this, [this](bool on) { m_settings.setValue(KeepKey, on); });
    const auto raise = [this] {
        m_window.showNormal();
        m_window.raise();
        m_window.activateWindow();
    };
    connect(m_menu->addAction(tr("Open the window")), &QAction::triggered, this, raise);
    m_menu->addActions(serverActions);
    m_menu->addAction(m_keep);
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("Quit")), &QAction::triggered, this, &Tray::quitRequested);
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    m_icon = new QSystemTrayIcon(ui::applicationIcon(), this);
    m_icon->setContextMenu(m_menu);
    connect(m_icon, &QSystemTrayIcon::activated, this, [raise](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            raise();
    });
}

Tray::~Tray() = default;

void Tray::setServerRuns(bool runs, const QString &words)
{
    if (!m_icon)
        return;
    m_icon->setToolTip(QStringLiteral("Planfix Console\n") + words);
    m_icon->setVisible(runs || !m_window.isVisible());
}

bool Tray::keepsProgram() const
{
    return m_icon && m_icon->isVisible() && m_keep->isChecked();
}

} // namespace pfx::console
