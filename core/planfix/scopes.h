// SPDX-License-Identifier: GPL-3.0-or-later
// The rights (scopes) of a Planfix key: their real names (help wiki «REST API: список уровней доступа»), the names that older instructions
// use for them, whether the console can work without, and which of its features needs them. Any thread.
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace pfx::planfix {

enum class Feature { Orders, OrderStatus, ClientOfOrder, Employees, Comments };

struct Scope
{
    QString name;            ///< task_add
    QString otherName;       ///< task.create: what the quick start calls it; no such right exists. Empty when it has none.
    bool isRequired = false; ///< One of the three of the quick start.
    QVector<Feature> neededFor;
};

/// Required ones first.
const QVector<Scope> &scopes();
/// "orders", "client_of_order", … as `planfix check --json` prints them.
QString name(Feature feature);

/// The right that a call of the REST API needs ("POST", "/rest/task/" → task_add), by which a refusal names it. Empty for a call that needs
/// none or is not known here.
QString scopeOfCall(const QString &method, const QString &path);

} // namespace pfx::planfix
