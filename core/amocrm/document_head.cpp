// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amocrm/document_head.h"

#include "core/formats/json_view.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace pfx::amocrm {

namespace {

/// amoCRM's ids are numbers.
QJsonValue idOf(const QString &id)
{
    bool isNumber = false;
    const qint64 number = id.toLongLong(&isNumber);
    return isNumber && QString::number(number) == id ? QJsonValue(number) : QJsonValue(id);
}

QJsonObject rowOf(const records::Stage &stage)
{
    QJsonObject row{{QStringLiteral("id"), idOf(stage.externalId)}, {QStringLiteral("name"), stage.name}, {QStringLiteral("sort"), stage.position}};
    if (!stage.color.isEmpty())
        row.insert(QStringLiteral("color"), stage.color);
    return row;
}

} // namespace

QByteArray documentHeadOf(const QVector<records::Employee> &employees, const QVector<records::Pipeline> &pipelines)
{
    QJsonArray users;
    for (const records::Employee &employee : employees) {
        users.append(QJsonObject{{QStringLiteral("id"), idOf(employee.externalId)}, {QStringLiteral("name"), employee.name},
                                 {QStringLiteral("email"), employee.email}});
    }
    QJsonArray rows;
    for (const records::Pipeline &pipeline : pipelines) {
        QJsonArray stages;
        for (const records::Stage &stage : pipeline.stages)
            stages.append(rowOf(stage));
        rows.append(QJsonObject{{QStringLiteral("id"), idOf(pipeline.externalId)}, {QStringLiteral("name"), pipeline.name},
                                {QStringLiteral("sort"), pipeline.position}, {QStringLiteral("statuses"), stages}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("users"), users}, {QStringLiteral("pipelines"), rows}}).toJson(QJsonDocument::Compact);
}

QByteArray accountMemberOf(const QString &account)
{
    const bool isNumber = std::all_of(account.begin(), account.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const bool isHost = std::all_of(account.begin(), account.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
    });
    if (isNumber || !isHost)
        return "\"account_id\":" + formats::jsonString(account);
    return "\"_links\":{\"self\":{\"href\":\"https://" + account.toLatin1() + ".amocrm.ru/\"}}";
}

} // namespace pfx::amocrm
