// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+K: every page and action by name. Not modal in the sense of the event loop: it shows itself, tells what was chosen, and closes. GUI thread.
#pragma once

#include "ui/common/palette_matcher.h"
#include "ui/common/view_settings.h"

#include <QFrame>

#include <functional>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace pfx::ui {

class CommandPalette : public QFrame
{
    Q_OBJECT
public:
    struct Command
    {
        QString id, title, group, icon, shortcut;
        std::function<void()> run;
    };

    CommandPalette(ViewSettings &settings, QWidget *window);
    void open(const QVector<Command> &commands);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void filter(const QString &typed);
    void runCurrent();

    ViewSettings &m_settings;
    QLineEdit *m_edit;
    QListView *m_list;
    QStandardItemModel *m_model;
    QVector<Command> m_commands;
};

} // namespace pfx::ui
