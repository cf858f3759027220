// SPDX-License-Identifier: GPL-3.0-or-later
// Which status of an order is which of the task, both ways: a line a status of ours with the names in Planfix, the first of which is the one
// that is set, the others are understood. GUI thread.
#pragma once

#include "core/orders/order.h"

#include <QHash>
#include <QWidget>

class QLineEdit;

namespace pfx::ui {

class Banner;
class Button;
class SettingsPresenter;
class TextLabel;

class StatusesTable : public QWidget {
    Q_OBJECT

public:
    explicit StatusesTable(SettingsPresenter &presenter, QWidget *parent = nullptr);

    /// One name in two lines would be ambiguous: which it is, empty for none.
    static QString repeated(const QStringList &lines);

private:
    void refresh();
    void commit();

    SettingsPresenter &m_presenter;
    QVector<std::pair<orders::Status, QLineEdit *>> m_lines;
    TextLabel *m_state;
    Button *m_undo;
};

} // namespace pfx::ui
