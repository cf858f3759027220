// SPDX-License-Identifier: GPL-3.0-or-later
// The icon in the system's tray while the server runs. By a setting of the person closing the window leaves the program there, so that
// orders go on coming in. Without a tray of the system nothing of it is shown. GUI thread.
#pragma once

#include <QObject>
#include <QPointer>

class QAction;
class QMenu;
class QSystemTrayIcon;
class QWidget;

namespace pfx::ui {
class ViewSettings;
}

namespace pfx::console {

class Tray : public QObject
{
    Q_OBJECT
public:
    /// The actions are the server's, shown in the icon's menu too.
    Tray(QWidget &window, ui::ViewSettings &settings, const QList<QAction *> &serverActions);
    ~Tray() override;

    void setServerRuns(bool runs, const QString &words);
    /// Closing the window leaves the program in the tray.
    bool keepsProgram() const;
    /// «Закрытие окна оставляет программу в трее», to be checked by the person.
    QAction *keepAction() const { return m_keep; }

signals:
    void quitRequested();

private:
    QWidget &m_window;
    ui::ViewSettings &m_settings;
    QAction *m_keep;
    QMenu *m_menu;
    QPointer<QSystemTrayIcon> m_icon;
};

} // namespace pfx::console
