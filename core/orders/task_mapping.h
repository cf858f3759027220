// SPDX-License-Identifier: GPL-3.0-or-later
// An order as a Planfix task, and back. To the task go name, description, status and the custom fields that were chosen; back come the
// status and those same fields, since a person's edits of name and description cannot be told apart from our own words. Pure; any thread.
#pragma once

#include "core/base/result.h"
#include "core/orders/order.h"
#include "core/planfix/entities.h"

#include <QHash>
#include <QMap>
#include <QStringList>

namespace pfx::orders {

/// The words of the description, in the language of the office.
struct TaskWords {
    QString client;
    QString phone;
    QString email;
    QString address;
    QString visit;
    QString items;
    QString total;
    QString comment;
    QString testOrder; ///< The first line of a test order's description.
};

struct TaskMapping {
    qint64 templateId = 0; ///< 0: without a template.
    qint64 contactTemplateId = 0; ///< Of contacts that are made for new clients; 0: the account's first.
    QString namePattern; ///< "Заявка #{{number}} – {{client_name}}"; must name {{number}}.
    QMap<QString, qint64> fields; ///< Order field ("number", "total", "extra.city") → custom field.
    QHash<qint64, planfix::CustomField> known; ///< The account's custom fields, by id.
    QHash<Status, QStringList> statusNames; ///< Ours → Planfix's names, the first is the one to set.
    QVector<planfix::Status> statuses; ///< Of the template's process; empty when they could not be read.
    planfix::People assignees;
    TaskWords words;
};

/// The order fields that can be mapped, besides "extra.<name>".
const QStringList &mappableFields();
/// The variables of the name's pattern.
const QStringList &nameVariables();

/// {"new":"Новая","confirmed":"Подтверждено, Принято"…} of the setting orders.statuses. Validation for an unknown status of ours.
base::Result<QHash<Status, QStringList>> readStatusNames(const QJsonObject &setting);
/// {"number":115,"extra.city":123} of the setting planfix.order-fields. Validation for an unknown order field.
base::Result<QMap<QString, qint64>> readFieldMap(const QJsonObject &setting);

/// What a create sends. Validation in `where` the order field whose value does not fit its custom field.
base::Result<planfix::TaskDraft> newTask(const Order &order, const TaskMapping &mapping, const QString &counterparty = {});

/// What an update sends: only what differs between the state the task has and the order's; empty when nothing of it goes to the task.
base::Result<planfix::TaskDraft> changedTask(const Order &before, const Order &after, const TaskMapping &mapping);
bool isEmpty(const planfix::TaskDraft &draft);

/// The order as the task now says it: `known` with the task's status and mapped fields. A status that the table does not have leaves the
/// order's as it was.
Order fromTask(const Order &known, const planfix::Task &task, const TaskMapping &mapping);

/// The UUID by which a task is known to be ours, also when the answer of its creation was lost: version 5 of store and order number.
QString taskMarker(const QString &storeId, const QString &number);

} // namespace pfx::orders
