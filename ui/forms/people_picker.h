// SPDX-License-Identifier: GPL-3.0-or-later
// Who gets the tasks: the numbers as they are kept, editable, and beside them a menu of the account's employees by name. GUI thread.
#pragma once

#include "core/planfix/entities.h"

#include <QLineEdit>

class QMenu;
class QToolButton;

namespace pfx::ui {

class PeoplePicker : public QLineEdit {
    Q_OBJECT

public:
    explicit PeoplePicker(QWidget *parent = nullptr);
    void setEmployees(const QVector<planfix::User> &employees);
    /// "Ким Ольга, Панов Сергей" of "5, 6"; what is no known employee as it is.
    QString namesOf(const QString &text) const;
    QToolButton *menuButton() const { return m_button; }

private:
    void fillMenu();
    void toggle(qint64 employee, bool chosen);

    QVector<planfix::User> m_employees;
    QToolButton *m_button;
    QMenu *m_menu;
};

} // namespace pfx::ui
