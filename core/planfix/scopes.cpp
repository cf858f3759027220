// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planfix/scopes.h"

namespace pfx::planfix {

const QVector<Scope> &scopes()
{
    static const QVector<Scope> all{
        {QStringLiteral("task_add"), QStringLiteral("task.create"), true, {Feature::Orders}},
        {QStringLiteral("task_readonly"), QStringLiteral("task.get"), true, {Feature::Orders, Feature::OrderStatus}},
        {QStringLiteral("task_update"), QStringLiteral("task.update"), true, {Feature::OrderStatus}},
        {QStringLiteral("contact_readonly"), QStringLiteral("contact.get"), false, {Feature::ClientOfOrder}},
        {QStringLiteral("contact_add"), QStringLiteral("contact.create"), false, {Feature::ClientOfOrder}},
        {QStringLiteral("contact_update"), QStringLiteral("contact.update"), false, {Feature::ClientOfOrder}},
        {QStringLiteral("user_readonly"), {}, false, {Feature::Employees}},
        {QStringLiteral("comment_add"), {}, false, {Feature::Comments}},
        {QStringLiteral("comment_readonly"), {}, false, {Feature::Comments}},
    };
    return all;
}

QString name(Feature feature)
{
    switch (feature) {
    case Feature::Orders:
        return QStringLiteral("orders");
    case Feature::OrderStatus:
        return QStringLiteral("order_status");
    case Feature::ClientOfOrder:
        return QStringLiteral("client_of_order");
    case Feature::Employees:
        return QStringLiteral("employees");
    case Feature::Comments:
        return QStringLiteral("comments");
    }
    return {};
}

QString scopeOfCall(const QString &method, const QString &path)
{
    const QStringList parts = path.section(QLatin1Char('?'), 0, 0).section(QStringLiteral("/rest/"), -1).split(QLatin1Char('/'), Qt::SkipEmptyParts);
    const QString object = parts.value(0);
    const QString rest = parts.value(1);
    if (parts.value(2) == QLatin1String("comments") || object == QLatin1String("comment"))
        return method == QLatin1String("GET") || parts.last() == QLatin1String("list") ? QStringLiteral("comment_readonly")
                                                                                          : QStringLiteral("comment_add");
    if (object == QLatin1String("user"))
        return QStringLiteral("user_readonly");
    if (object != QLatin1String("task") && object != QLatin1String("contact"))
        return {};
    if (method == QLatin1String("GET") || rest == QLatin1String("list") || rest == QLatin1String("templates"))
        return object + QStringLiteral("_readonly");
    return object + (rest.isEmpty() ? QStringLiteral("_add") : QStringLiteral("_update"));
}

} // namespace pfx::planfix
