// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/repository.h"

#include "core/exchange/queue_table.h"

#include <algorithm>

namespace pfx::sms {

using base::ErrorCode;
using base::Result;
using store::Connection;
using store::orNull;
using store::Params;
using store::Row;
using store::Value;

namespace {

// Numbers of a claim's entries in the history; what comes later takes the next free one.
constexpr qint64 entriesAClaim = 1000;

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

const QString claimedColumns = QStringLiteral("id, claim, state, source, credential, sender, recipient, text, segments, tried, attempts,"
                                              " valid_until, changed_at");

Claimed claimedFrom(const Row &row)
{
    Claimed claimed;
    claimed.id = row.number(s("id"));
    claimed.claim = row.number(s("claim"));
    claimed.before = stateNamed(row.text(s("state"))).value_or(State::Queued);
    claimed.credential = row.text(s("credential"));
    claimed.sender = row.text(s("sender"));
    claimed.recipient = row.text(s("recipient"));
    claimed.text = row.text(s("text"));
    claimed.segments = int(row.number(s("segments")));
    claimed.tried = row.text(s("tried")).split(QLatin1Char(','), Qt::SkipEmptyParts);
    claimed.attempts = int(row.number(s("attempts")));
    claimed.validUntil = row.number(s("valid_until"));
    claimed.takenAt = row.number(s("changed_at"));
    return claimed;
}

Result<std::vector<Claimed>> collect(Connection &db, const QString &sql, const Params &params)
{
    std::vector<Claimed> rows;
    PFX_TRY(db.forEach(sql, params, [&rows](const Row &row) -> Result<void> {
        rows.push_back(claimedFrom(row));
        return {};
    }));
    std::sort(rows.begin(), rows.end(), [](const Claimed &a, const Claimed &b) { return a.id < b.id; });
    return rows;
}

QVector<qint64> idsOf(const store::Rows &rows)
{
    QVector<qint64> ids;
    for (const Row &row : rows)
        ids.append(row.number(s("id")));
    return ids;
}

/// Ends rows in the given states; they get a line in their history.
Result<std::vector<Ended>> endAll(Connection &db, const QVector<qint64> &ids, State state, const QString &detail, qint64 nowMs)
{
    std::vector<Ended> ended;
    if (ids.isEmpty())
        return ended;
    PFX_ASSIGN(const auto rows,
               db.select(s("UPDATE sms_messages SET state = :state, due_at = NULL, poll_at = NULL, owner = NULL, error_detail = :detail,"
                           " changed_at = :now WHERE id IN {ids} RETURNING id, task_id, recipient, provider"),
                         {{s("state"), name(state)},
                          {s("detail"), orNull(detail)},
                          {s("now"), nowMs},
                          {s("ids"), store::idSet(db.backend(), ids)}}));
    for (const Row &row : rows) {
        ended.push_back({row.number(s("id")), state, row.number(s("task_id")), row.text(s("recipient")), detail});
        PFX_TRY(addHistory(db, row.number(s("id")), state, row.text(s("provider")), detail, nowMs));
    }
    return ended;
}

Result<State> lockedState(Connection &db, qint64 id)
{
    const QString lock = db.backend() == store::Backend::Postgresql ? s(" FOR UPDATE") : QString();
    PFX_ASSIGN(const auto rows, db.select(s("SELECT state FROM sms_messages WHERE id = :id") + lock, {{s("id"), id}}));
    if (rows.empty())
        return base::fail(ErrorCode::NotFound, QString::number(id), s("message"));
    return stateNamed(rows.front().text(s("state"))).value_or(State::Unknown);
}

base::Failure refused(qint64 id, State state)
{
    return base::fail(state == State::Sending ? ErrorCode::Busy : ErrorCode::Conflict, name(state), s("message %1").arg(id));
}

} // namespace

Result<qint64> reserveIds(Connection &db, qint64 count)
{
    return db.reserveIds(exchange::idSequence, count);
}

Result<void> insert(Connection &db, const std::vector<NewMessage> &messages, qint64 nowMs)
{
    if (messages.empty())
        return {};
    store::RowBlock block{s("sms_messages"),
                          {s("id"), s("state"), s("source"), s("credential"), s("remote"), s("sender"), s("recipient"), s("text"), s("encoding"),
                           s("segments"), s("task_id"), s("provider"), s("due_at"), s("valid_until"), s("created_at"), s("changed_at")},
                          {}};
    block.cells.reserve(messages.size() * static_cast<size_t>(block.columns.size()));
    for (const NewMessage &message : messages) {
        const auto add = [&block](Value value) { block.cells.push_back(std::move(value)); };
        add(message.id);
        add(name(message.state));
        add(name(message.source));
        add(message.credential);
        add(orNull(message.remote));
        add(message.sender);
        add(message.recipient);
        add(message.text);
        add(name(message.encoding));
        add(qint64(message.segments));
        add(store::idOrNull(message.taskId));
        add(message.provider);
        add(message.dueAt);
        add(message.validUntil);
        add(nowMs);
        add(nowMs);
    }
    PFX_TRY(db.insert(block));
    for (const NewMessage &message : messages) {
        if (message.state != State::Queued)
            PFX_TRY(addHistory(db, message.id, message.state, {}, {}, nowMs));
    }
    return {};
}

Result<std::vector<Claimed>> claim(Connection &db, const QString &provider, const QString &owner, qint64 nowMs, int count)
{
    const QString skip = db.backend() == store::Backend::Postgresql ? s(" FOR UPDATE SKIP LOCKED") : QString();
    PFX_ASSIGN(const auto found, db.select(s("SELECT id FROM sms_messages WHERE provider = :provider AND due_at <= :now"
                                             " ORDER BY due_at, id LIMIT :count")
                                               + skip,
                                           {{s("provider"), provider}, {s("now"), nowMs}, {s("count"), qint64(count)}}));
    if (found.empty())
        return std::vector<Claimed>();
    return collect(db,
                   s("UPDATE sms_messages SET state = 'sending', owner = :owner, claim = claim + 1, due_at = NULL, changed_at = :now"
                     " WHERE id IN {ids} RETURNING ")
                       + claimedColumns,
                   {{s("owner"), owner}, {s("now"), nowMs}, {s("ids"), store::idSet(db.backend(), idsOf(found))}});
}

Result<std::vector<Claimed>> takeOver(Connection &db, const QString &provider, const QString &owner, qint64 nowMs)
{
    Q_UNUSED(nowMs)
    return collect(db,
                   s("UPDATE sms_messages SET owner = :owner, claim = claim + 1 WHERE state = 'sending' AND provider = :provider"
                     " AND owner <> :owner RETURNING ")
                       + claimedColumns,
                   {{s("owner"), owner}, {s("provider"), provider}});
}

Result<void> finish(Connection &db, const std::vector<Outcome> &outcomes, qint64 nowMs)
{
    if (outcomes.empty())
        return {};
    std::vector<Params> entries, updates;
    for (const Outcome &outcome : outcomes) {
        const Claimed &row = outcome.row;
        const auto entry = [&](qint64 no, State state, qint64 at, const QString &detail) {
            entries.push_back({{s("id"), row.id},
                               {s("claim"), row.claim},
                               {s("no"), row.claim * entriesAClaim + no},
                               {s("state"), name(state)},
                               {s("at"), at},
                               {s("detail"), orNull(detail)}});
        };
        if (outcome.wasSent)
            entry(0, State::Sending, row.takenAt, {});
        if (outcome.wasSent || outcome.state != row.before)
            entry(1, outcome.state, nowMs, outcome.errorDetail);
        updates.push_back({{s("state"), name(outcome.state)},
                           {s("provider"), outcome.provider},
                           {s("named"), outcome.providerIds.isEmpty() ? Value() : Value(outcome.providerIds.first())},
                           {s("tried"), orNull(outcome.tried.join(QLatin1Char(',')))},
                           {s("due"), orNull(outcome.dueAt)},
                           {s("poll"), orNull(outcome.pollAt)},
                           {s("attempts"), qint64(outcome.attempts)},
                           {s("code"), orNull(outcome.errorCode)},
                           {s("detail"), orNull(outcome.errorDetail)},
                           {s("now"), nowMs},
                           {s("id"), row.id},
                           {s("claim"), row.claim}});
    }
    // While the row is still this claim's, its provider is the one that had it.
    PFX_TRY(db.executeMany(s("INSERT INTO sms_history (message_id, entry_no, state, at, provider, detail)"
                             " SELECT id, :no, :state, :at, provider, :detail FROM sms_messages"
                             " WHERE id = :id AND claim = :claim AND state = 'sending'"),
                           entries));
    PFX_TRY(db.executeMany(s("UPDATE sms_messages SET state = :state, provider = :provider, provider_id = :named, tried = :tried, due_at = :due,"
                             " poll_at = :poll, attempts = :attempts, error_code = :code, error_detail = :detail, owner = NULL,"
                             " changed_at = :now WHERE id = :id AND claim = :claim AND state = 'sending'"),
                           updates));
    std::vector<Params> parts;
    for (const Outcome &outcome : outcomes) {
        for (qsizetype i = 0; outcome.providerIds.size() > 1 && i < outcome.providerIds.size(); ++i) {
            parts.push_back({{s("provider"), outcome.provider},
                             {s("named"), outcome.providerIds.at(i)},
                             {s("id"), outcome.row.id},
                             {s("no"), qint64(i)}});
        }
    }
    if (parts.empty())
        return {};
    return db.executeMany(s("INSERT INTO sms_parts (provider, provider_id, message_id, part_no, delivery)"
                            " VALUES (:provider, :named, :id, :no, 'pending') ON CONFLICT (provider, provider_id) DO UPDATE SET"
                            " message_id = excluded.message_id, part_no = excluded.part_no, delivery = 'pending'"),
                          parts);
}

Result<std::vector<Polled>> duePolls(Connection &db, const QString &provider, qint64 nowMs, int count)
{
    std::vector<Polled> due;
    PFX_TRY(db.forEach(s("SELECT id, provider_id, recipient, changed_at FROM sms_messages WHERE provider = :provider AND poll_at <= :now"
                         " ORDER BY poll_at LIMIT :count"),
                       {{s("provider"), provider}, {s("now"), nowMs}, {s("count"), qint64(count)}}, [&due](const Row &row) -> Result<void> {
                           due.push_back({row.number(s("id")), {row.text(s("provider_id")), 0, row.text(s("recipient"))},
                                          row.number(s("changed_at"))});
                           return {};
                       }));
    return due;
}

Result<void> setPolls(Connection &db, const std::vector<std::pair<qint64, std::optional<qint64>>> &when)
{
    std::vector<Params> sets;
    for (const auto &[id, at] : when)
        sets.push_back({{s("id"), id}, {s("at"), orNull(at)}});
    return sets.empty() ? Result<void>() : db.executeMany(s("UPDATE sms_messages SET poll_at = :at WHERE id = :id AND state = 'sent'"), sets);
}

Result<QStringList> waitingProviders(Connection &db)
{
    // From one to the next over the index, since there may be a million rows and are few providers.
    QStringList providers;
    PFX_TRY(db.forEach(s("WITH RECURSIVE p (name) AS (SELECT min(provider) FROM sms_messages WHERE due_at IS NOT NULL"
                         " UNION ALL SELECT (SELECT min(m.provider) FROM sms_messages AS m WHERE m.due_at IS NOT NULL AND m.provider > p.name)"
                         " FROM p WHERE p.name IS NOT NULL) SELECT name FROM p WHERE name IS NOT NULL"),
                       {}, [&providers](const Row &row) -> Result<void> {
                           providers.append(row.text(s("name")));
                           return {};
                       }));
    return providers;
}

Result<std::vector<Claimed>> waiting(Connection &db, const QString &provider, int count)
{
    return collect(db,
                   s("SELECT %1 FROM sms_messages WHERE id IN (SELECT id FROM sms_messages WHERE provider = :provider AND due_at IS NOT NULL"
                     " ORDER BY due_at, id LIMIT :count)")
                       .arg(claimedColumns),
                   {{s("provider"), provider}, {s("count"), qint64(count)}});
}

Result<void> assign(Connection &db, const std::vector<std::pair<qint64, QString>> &providers)
{
    std::vector<Params> sets;
    for (const auto &[id, provider] : providers)
        sets.push_back({{s("id"), id}, {s("provider"), provider}});
    return sets.empty() ? Result<void>()
                        : db.executeMany(s("UPDATE sms_messages SET provider = :provider WHERE id = :id AND due_at IS NOT NULL"), sets);
}

Result<QVector<qint64>> overdue(Connection &db, qint64 nowMs, int count)
{
    // Only the oldest are looked at: what is younger is valid longer, but for a few that were sent again.
    QVector<qint64> ids;
    for (const char *state : {"queued", "held"}) {
        PFX_ASSIGN(const auto rows, db.select(s("SELECT id FROM (SELECT id, valid_until FROM sms_messages WHERE state = '%1'"
                                                " AND state <> 'delivered' ORDER BY id LIMIT :count) AS oldest WHERE valid_until <= :now")
                                                  .arg(QLatin1String(state)),
                                              {{s("now"), nowMs}, {s("count"), qint64(count)}}));
        ids += idsOf(rows);
    }
    return ids;
}

Result<std::vector<Ended>> expire(Connection &db, qint64 nowMs, int count)
{
    PFX_ASSIGN(const auto ids, overdue(db, nowMs, count));
    return endAll(db, ids, State::Expired, {}, nowMs);
}

Result<QVector<qint64>> waitingTo(Connection &db, const QStringList &recipients)
{
    if (recipients.isEmpty())
        return QVector<qint64>();
    PFX_ASSIGN(const auto rows, db.select(s("SELECT m.id AS id FROM {keys} AS k JOIN sms_messages m ON m.recipient = k.value"
                                            " WHERE m.due_at IS NOT NULL"),
                                          {{s("keys"), store::keySet(db.backend(), recipients)}}));
    return idsOf(rows);
}

Result<std::vector<Ended>> block(Connection &db, const QVector<qint64> &ids, qint64 nowMs)
{
    if (ids.isEmpty())
        return std::vector<Ended>();
    const QString lock = db.backend() == store::Backend::Postgresql ? s(" FOR UPDATE") : QString();
    PFX_ASSIGN(const auto rows, db.select(s("SELECT id FROM sms_messages WHERE id IN {ids} AND due_at IS NOT NULL ORDER BY id") + lock,
                                          {{s("ids"), store::idSet(db.backend(), ids)}}));
    return endAll(db, idsOf(rows), State::Blocked, {}, nowMs);
}

Result<void> resend(Connection &db, qint64 id, const QString &provider, qint64 validUntil, qint64 nowMs)
{
    PFX_ASSIGN(const State state, lockedState(db, id));
    if (state == State::Sending || state == State::Sent || state == State::Delivered)
        return refused(id, state);
    PFX_TRY(db.execute(s("UPDATE sms_messages SET state = 'queued', provider = :provider, provider_id = NULL, tried = NULL, due_at = 0,"
                         " poll_at = NULL, attempts = 0, owner = NULL, error_code = NULL, error_detail = NULL, valid_until = :until,"
                         " changed_at = :now WHERE id = :id"),
                       {{s("provider"), provider}, {s("until"), validUntil}, {s("now"), nowMs}, {s("id"), id}}));
    return addHistory(db, id, State::Queued, provider, {}, nowMs);
}

Result<void> cancel(Connection &db, qint64 id, qint64 nowMs)
{
    PFX_ASSIGN(const State state, lockedState(db, id));
    if (state != State::Queued && state != State::Held && state != State::Unknown)
        return refused(id, state);
    PFX_TRY(endAll(db, {id}, State::Cancelled, {}, nowMs));
    return {};
}

Result<void> settle(Connection &db, qint64 id, qint64 nowMs)
{
    PFX_ASSIGN(const State state, lockedState(db, id));
    if (state != State::Unknown)
        return refused(id, state);
    PFX_TRY(endAll(db, {id}, State::Sent, {}, nowMs));
    return {};
}

Result<void> addHistory(Connection &db, qint64 id, State state, const QString &provider, const QString &detail, qint64 nowMs)
{
    return db
        .execute(s("INSERT INTO sms_history (message_id, entry_no, state, at, provider, detail) VALUES (:id,"
                   " (SELECT COALESCE(max(entry_no), 0) + 1 FROM sms_history WHERE message_id = :id), :state, :at, :provider, :detail)"),
                 {{s("id"), id}, {s("state"), name(state)}, {s("at"), nowMs}, {s("provider"), provider}, {s("detail"), orNull(detail)}})
        .map([](qint64) {});
}

} // namespace pfx::sms
