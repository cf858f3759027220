// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/comments.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace pfx::sms {

using base::Result;

Result<void> enqueueComments(store::Connection &db, exchange::Outbox &outbox, const std::vector<Ended> &ended)
{
    QVector<qint64> ids;
    for (const Ended &one : ended)
        ids.append(one.id);
    PFX_ASSIGN(const auto rows, db.select(QStringLiteral("SELECT id, task_id, recipient, state, error_detail FROM sms_messages"
                                                         " WHERE id IN {ids} AND task_id IS NOT NULL"),
                                          {{QStringLiteral("ids"), store::idSet(db.backend(), ids)}}));
    std::vector<exchange::Effect> effects;
    for (const store::Row &row : rows) {
        exchange::Effect effect;
        effect.service = QStringLiteral("sms-comments");
        effect.operation = QStringLiteral("comment.add");
        effect.subject = QStringLiteral("sms:%1").arg(row.number(QStringLiteral("id")));
        effect.naturalKey = effect.subject + QLatin1Char(':') + row.text(QStringLiteral("state"));
        effect.kind = exchange::EffectKind::Once;
        effect.payload = QJsonDocument(QJsonObject{{QStringLiteral("task"), row.number(QStringLiteral("task_id"))},
                                                   {QStringLiteral("message"), row.number(QStringLiteral("id"))},
                                                   {QStringLiteral("to"), row.text(QStringLiteral("recipient"))},
                                                   {QStringLiteral("state"), row.text(QStringLiteral("state"))},
                                                   {QStringLiteral("detail"), row.text(QStringLiteral("error_detail"))}})
                             .toJson(QJsonDocument::Compact);
        effects.push_back(std::move(effect));
    }
    if (effects.empty())
        return {};
    return outbox.enqueue(db, effects).map([](const auto &) {});
}

} // namespace pfx::sms
