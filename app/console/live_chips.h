// SPDX-License-Identifier: GPL-3.0-or-later
// The chips of Planfix and of the server at the window's bottom, and the server's menu: its address to copy, its switch, the last requests,
// the way to its settings. They are there from the start and come alive with the store. GUI thread.
#pragma once

#include "core/base/error.h"

#include <QObject>

class QAction;
class QMenu;

namespace pfx::ui {
class JobBar;
class StatusChip;
struct Services;
}

namespace pfx::console {

class LiveChips : public QObject
{
    Q_OBJECT
public:
    explicit LiveChips(ui::JobBar &bar, QObject *parent = nullptr);

    void follow(ui::Services &services);
    void forget(); ///< Before the services go.

    /// For the command palette and the tray; texts and states follow the server.
    QAction *copyAddressAction() const { return m_copy; }
    QAction *serverSwitch() const { return m_switch; }

signals:
    void setupRequested();
    void serverSettingsRequested();
    void failed(const base::Error &error); ///< The switch could not be written.

private:
    void show();
    void fillMenu();
    void writeSwitch(bool on);

    ui::Services *m_services = nullptr;
    ui::StatusChip *m_planfix, *m_server;
    QMenu *m_menu;
    QAction *m_copy, *m_switch, *m_settings;
    QList<QAction *> m_requests;
};

} // namespace pfx::console
