// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bitrix24/document_head.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

namespace pfx::bitrix24 {

namespace {

QString semanticsCode(records::Semantics semantics)
{
    switch (semantics) {
    case records::Semantics::Won:
        return QStringLiteral("S");
    case records::Semantics::Lost:
        return QStringLiteral("F");
    case records::Semantics::Open:
        break;
    }
    return QStringLiteral("P");
}

QJsonObject rowOf(const records::Pipeline &pipeline, const records::Stage &stage)
{
    const bool first = pipeline.externalId == QLatin1String("0");
    const QString dictionary = first ? QStringLiteral("DEAL_STAGE") : QStringLiteral("DEAL_STAGE_") + pipeline.externalId;
    return {{QStringLiteral("ENTITY_ID"), dictionary},
            {QStringLiteral("STATUS_ID"), stage.externalId},
            {QStringLiteral("NAME"), stage.name},
            {QStringLiteral("COLOR"), stage.color},
            {QStringLiteral("SORT"), QString::number(stage.position)},
            {QStringLiteral("SEMANTICS"), semanticsCode(stage.semantics)}};
}

} // namespace

QByteArray documentHeadOf(const QVector<records::Employee> &employees, const QVector<records::Pipeline> &pipelines,
                          const QHash<QString, QString> &dictionaries)
{
    QJsonArray users;
    for (const records::Employee &employee : employees) {
        users.append(QJsonObject{{QStringLiteral("ID"), employee.externalId}, {QStringLiteral("NAME"), employee.name},
                                 {QStringLiteral("EMAIL"), employee.email}});
    }
    QJsonArray categories, stages;
    for (const records::Pipeline &pipeline : pipelines) {
        categories.append(QJsonObject{{QStringLiteral("ID"), pipeline.externalId}, {QStringLiteral("NAME"), pipeline.name},
                                      {QStringLiteral("SORT"), QString::number(pipeline.position)}});
        for (const records::Stage &stage : pipeline.stages)
            stages.append(rowOf(pipeline, stage));
    }
    QMap<QString, QString> sorted; // the same document each time
    for (auto it = dictionaries.cbegin(); it != dictionaries.cend(); ++it)
        sorted.insert(it.key(), it.value());
    for (auto it = sorted.cbegin(); it != sorted.cend(); ++it) {
        const qsizetype colon = it.key().indexOf(QLatin1Char(':'));
        stages.append(QJsonObject{{QStringLiteral("ENTITY_ID"), it.key().left(colon)}, {QStringLiteral("STATUS_ID"), it.key().mid(colon + 1)},
                                  {QStringLiteral("NAME"), it.value()}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("users"), users}, {QStringLiteral("categories"), categories}, {QStringLiteral("stages"), stages}})
        .toJson(QJsonDocument::Compact);
}

} // namespace pfx::bitrix24
