// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/people_picker.h"

#include "ui/common/buttons.h"

#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace pfx::ui {

namespace {

QStringList partsOf(const QString &text)
{
    QStringList parts;
    for (const QString &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (!part.trimmed().isEmpty())
            parts.append(part.trimmed());
    }
    return parts;
}

bool names(const QString &part, qint64 employee)
{
    return part == QString::number(employee) || part == QStringLiteral("user:%1").arg(employee);
}

} // namespace

PeoplePicker::PeoplePicker(QWidget *parent) : QLineEdit(parent)
{
    setObjectName(QStringLiteral("people"));
    m_button = iconButton(QStringLiteral("system-users"), tr("Choose employees"), QStringLiteral("chooseEmployees"));
    m_menu = new QMenu(m_button);
    m_button->setMenu(m_menu);
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_button->setEnabled(false);
    connect(m_menu, &QMenu::aboutToShow, this, &PeoplePicker::fillMenu);
}

void PeoplePicker::setEmployees(const QVector<planfix::User> &employees)
{
    m_employees = employees;
    m_button->setEnabled(!employees.isEmpty());
}

QString PeoplePicker::namesOf(const QString &text) const
{
    QStringList shown;
    for (const QString &part : partsOf(text)) {
        QString name = part;
        for (const planfix::User &user : m_employees) {
            if (names(part, user.id))
                name = user.fullName();
        }
        shown.append(name);
    }
    return shown.join(QStringLiteral(", "));
}

void PeoplePicker::fillMenu()
{
    m_menu->clear();
    const QStringList chosen = partsOf(text());
    for (const planfix::User &user : std::as_const(m_employees)) {
        QAction *action = m_menu->addAction(user.fullName());
        action->setCheckable(true);
        action->setChecked(std::any_of(chosen.begin(), chosen.end(), [&user](const QString &part) { return names(part, user.id); }));
        connect(action, &QAction::toggled, this, [this, id = user.id](bool on) { toggle(id, on); });
    }
}

void PeoplePicker::toggle(qint64 employee, bool chosen)
{
    QStringList parts = partsOf(text());
    parts.erase(std::remove_if(parts.begin(), parts.end(), [employee](const QString &part) { return names(part, employee); }), parts.end());
    if (chosen)
        parts.append(QString::number(employee));
    setText(parts.join(QStringLiteral(", ")));
}

} // namespace pfx::ui
