// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/journal_json.h"

#include "app/ctl/json_writer.h"

#include <QJsonArray>

namespace pfx::ctl {

QJsonObject journalJson(const exchange::JournalEntry &entry)
{
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text); };
    QJsonObject json{{QStringLiteral("id"), entry.id},
                     {QStringLiteral("direction"), exchange::name(entry.direction)},
                     {QStringLiteral("service"), entry.service},
                     {QStringLiteral("operation"), orNull(entry.operation)},
                     {QStringLiteral("subject"), orNull(entry.subject)},
                     {QStringLiteral("method"), orNull(entry.method)},
                     {QStringLiteral("path"), orNull(entry.path)},
                     {QStringLiteral("remote"), orNull(entry.remote)},
                     {QStringLiteral("status"), entry.status ? QJsonValue(*entry.status) : QJsonValue(QJsonValue::Null)},
                     {QStringLiteral("state"), exchange::name(entry.state)},
                     {QStringLiteral("attempts"), entry.attempts},
                     {QStringLiteral("time"), isoTime(entry.timeMs)},
                     {QStringLiteral("duration_ms"), entry.durationMs}};
    if (!entry.errorCode.isEmpty())
        json.insert(QStringLiteral("error"),
                    QJsonObject{{QStringLiteral("code"), entry.errorCode}, {QStringLiteral("detail"), entry.errorDetail}});
    if (entry.dueMs)
        json.insert(QStringLiteral("due_at"), isoTime(*entry.dueMs));
    return json;
}

QJsonObject journalJson(const exchange::JournalDetails &details)
{
    QJsonObject json = journalJson(details.entry);
    QJsonArray exchanges, effects;
    for (const exchange::JournalEntry &one : details.exchanges)
        exchanges.append(journalJson(one));
    for (const qint64 effect : details.effects)
        effects.append(effect);
    json.insert(QStringLiteral("request"), details.request);
    json.insert(QStringLiteral("answer"), details.answer);
    json.insert(QStringLiteral("result"), details.result);
    json.insert(QStringLiteral("can_replay"), details.canReplay);
    json.insert(QStringLiteral("cause_id"), details.causeId > 0 ? QJsonValue(details.causeId) : QJsonValue(QJsonValue::Null));
    json.insert(QStringLiteral("effects"), effects);
    json.insert(QStringLiteral("exchanges"), exchanges);
    return json;
}

} // namespace pfx::ctl
