// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/pages.h"

#include "core/base/phone.h"
#include "core/settings/settings.h"

#include <limits>

namespace pfx::sms {

using base::ErrorCode;
using base::Result;
using store::Connection;
using store::Params;
using store::Row;

namespace {

constexpr qint64 newestSearched = 20'000; // a search for words does not walk a queue of millions

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

const QString columns = QStringLiteral("id, state, source, credential, remote, sender, recipient, text, encoding, segments, task_id, provider,"
                                       " provider_id, due_at, attempts, error_code, error_detail, valid_until, created_at, changed_at");

Message messageFrom(const Row &row)
{
    Message message;
    message.id = row.number(s("id"));
    message.state = stateNamed(row.text(s("state"))).value_or(State::Unknown);
    message.source = row.text(s("source"));
    message.credential = row.text(s("credential"));
    message.remote = row.text(s("remote"));
    message.sender = row.text(s("sender"));
    message.recipient = row.text(s("recipient"));
    message.text = row.text(s("text"));
    message.encoding = row.text(s("encoding"));
    message.segments = int(row.number(s("segments")));
    message.taskId = row.number(s("task_id"));
    message.provider = row.text(s("provider"));
    message.providerId = row.text(s("provider_id"));
    message.dueAt = row.maybe(s("due_at"));
    message.attempts = int(row.number(s("attempts")));
    message.errorCode = row.text(s("error_code"));
    message.errorDetail = row.text(s("error_detail"));
    message.validUntil = row.number(s("valid_until"));
    message.createdAt = row.number(s("created_at"));
    message.changedAt = row.number(s("changed_at"));
    return message;
}

/// A state's condition in the form in which the partial index can be used.
QString stateClause(State state)
{
    return state == State::Delivered ? s("state = 'delivered'")
                                     : s("state = '%1' AND state <> 'delivered'").arg(name(state));
}

void addSearch(const QString &text, Connection &db, QStringList &clauses, Params &params)
{
    if (const auto phone = base::normalizePhone(text)) {
        clauses.append(s("recipient = :phone"));
        params.append({s("phone"), phone->e164});
        return;
    }
    const QString position = db.backend() == store::Backend::Postgresql ? s("strpos") : s("instr");
    clauses.append(s("id > (SELECT COALESCE(max(id), 0) FROM sms_messages) - %1").arg(newestSearched));
    clauses.append(s("(%1(text, :words) > 0 OR %1(sender, :words) > 0 OR %1(recipient, :words) > 0)").arg(position));
    params.append({s("words"), text});
}

} // namespace

Result<QVector<Message>> page(Connection &db, const MessageQuery &query, qint64 before, int limit)
{
    QStringList clauses{s("id < :before")};
    Params params{{s("before"), before > 0 ? before : std::numeric_limits<qint64>::max()}, {s("limit"), qint64(limit)}};
    if (query.state)
        clauses.append(stateClause(*query.state));
    if (!query.provider.isEmpty()) {
        clauses.append(s("provider = :provider"));
        params.append({s("provider"), query.provider});
    }
    if (const QString text = query.text.trimmed(); !text.isEmpty())
        addSearch(text, db, clauses, params);
    QVector<Message> messages;
    PFX_TRY(db.forEach(s("SELECT %1 FROM sms_messages WHERE %2 ORDER BY id DESC LIMIT :limit").arg(columns, clauses.join(s(" AND "))), params,
                       [&messages](const Row &row) -> Result<void> {
                           messages.append(messageFrom(row));
                           return {};
                       }));
    return messages;
}

Result<Message> load(Connection &db, qint64 id)
{
    PFX_ASSIGN(const auto rows, db.select(s("SELECT %1 FROM sms_messages WHERE id = :id").arg(columns), {{s("id"), id}}));
    if (rows.empty())
        return base::fail(ErrorCode::NotFound, QString::number(id), s("message"));
    return messageFrom(rows.front());
}

Result<QVector<HistoryEntry>> history(Connection &db, const Message &message)
{
    QVector<HistoryEntry> entries{{s("accepted"), message.createdAt, {}, {}}};
    QVector<HistoryEntry> changes;
    PFX_TRY(db.forEach(s("SELECT state, at, provider, detail FROM sms_history WHERE message_id = :id ORDER BY entry_no"),
                       {{s("id"), message.id}}, [&changes](const Row &row) -> Result<void> {
                           changes.append({row.text(s("state")), row.number(s("at")), row.text(s("provider")), row.text(s("detail"))});
                           return {};
                       }));
    // What is not written down: it was put into the queue at once, and is in a provider's hands now.
    if (changes.isEmpty() || changes.first().state != name(State::Held) || changes.first().at != message.createdAt)
        entries.append({name(State::Queued), message.createdAt, {}, {}});
    entries += changes;
    if (message.state == State::Sending)
        entries.append({name(State::Sending), message.changedAt, message.provider, {}});
    return entries;
}

Result<Counts> counts(Connection &db, qint64 most)
{
    Counts counts;
    const auto count = [&db, most](State state) -> Result<qint64> {
        PFX_ASSIGN(const auto rows, db.select(s("SELECT count(*) AS n FROM (SELECT 1 FROM sms_messages WHERE %1 LIMIT :most) AS found")
                                                  .arg(stateClause(state)),
                                              {{s("most"), most}}));
        return rows.front().number(s("n"));
    };
    PFX_ASSIGN(const qint64 queued, count(State::Queued));
    PFX_ASSIGN(counts.held, count(State::Held));
    counts.waiting = queued + counts.held;
    PFX_ASSIGN(counts.sending, count(State::Sending));
    PFX_ASSIGN(counts.unknown, count(State::Unknown));
    for (const State state : {State::Rejected, State::Undelivered, State::Expired, State::Blocked}) {
        PFX_ASSIGN(const qint64 n, count(state));
        counts.failed += n;
    }
    PFX_ASSIGN(const auto oldest,
               db.select(s("SELECT created_at FROM sms_messages WHERE %1 ORDER BY id LIMIT 1").arg(stateClause(State::Queued))));
    counts.oldestWaitingMs = oldest.empty() ? 0 : oldest.front().number(s("created_at"));
    return counts;
}

Result<QVector<ProviderState>> providerStates(Connection &db)
{
    QVector<ProviderState> states;
    PFX_TRY(db.forEach(s("SELECT name, state, trouble, error_code, error_detail, paused_until, balance, currency, balance_at, changed_at"
                         " FROM sms_providers ORDER BY name"),
                       {}, [&states](const Row &row) -> Result<void> {
                           states.append({row.text(s("name")), row.text(s("state")), row.text(s("trouble")), row.text(s("error_code")),
                                          row.text(s("error_detail")), row.maybe(s("paused_until")), row.text(s("balance")),
                                          row.text(s("currency")), row.number(s("balance_at")), row.number(s("changed_at"))});
                           return {};
                       }));
    return states;
}

} // namespace pfx::sms
