// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/journal_pages.h"

#include "core/log/redact.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace pfx::exchange {

using base::ErrorCode;
using base::fail;
using base::Result;
using store::Params;
using store::Row;
using store::Rows;
using Source = JournalEntry::Source;

namespace {

constexpr qsizetype mostShown = 64 * 1024;

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

// Rows of the inbox that the domain itself keeps (a view of the domains' schema).
const QString elsewhere = QStringLiteral("exchange_inbox_elsewhere");

QString tableOf(Source source)
{
    switch (source) {
    case Source::Inbox:
        return s("exchange_inbox");
    case Source::Outbox:
        return s("exchange_outbox");
    case Source::Exchange:
        break;
    }
    return s("exchange_journal");
}

// What a list shows; bodies are left where they are.
QString columnsOf(Source source)
{
    if (source == Source::Exchange)
        return s("id, service, account, direction, method, path, remote, status, error_code, error_detail, at AS created_at, "
                 "at AS changed_at, duration_ms");
    const QString common = s("id, service, account, operation, subject, state, attempts, due_at, error_code, error_detail, created_at, "
                             "changed_at, cause_id");
    return source == Source::Inbox ? common + s(", method, path, remote, status") : common;
}

JournalEntry entryOf(const Row &row, Source source)
{
    JournalEntry entry;
    entry.source = source;
    entry.id = row.number(s("id"));
    entry.service = row.text(s("service"));
    entry.account = row.text(s("account"));
    entry.errorCode = row.text(s("error_code"));
    entry.errorDetail = log::redact(row.text(s("error_detail")));
    entry.timeMs = row.number(s("created_at"));
    entry.changedMs = row.number(s("changed_at"));
    if (source != Source::Outbox) {
        entry.method = row.text(s("method"));
        entry.path = row.text(s("path"));
        entry.remote = row.text(s("remote"));
        if (const auto status = row.maybe(s("status")))
            entry.status = static_cast<int>(*status);
    }
    if (source == Source::Exchange) {
        entry.direction = row.text(s("direction")) == name(Direction::In) ? Direction::In : Direction::Out;
        entry.durationMs = row.number(s("duration_ms"));
        return entry;
    }
    entry.direction = source == Source::Inbox ? Direction::In : Direction::Out;
    entry.operation = row.text(s("operation"));
    entry.subject = row.text(s("subject"));
    entry.state = rowState(row.text(s("state")));
    entry.attempts = static_cast<int>(row.number(s("attempts")));
    if (entry.state == RowState::Waiting)
        entry.dueMs = row.maybe(s("due_at"));
    if (entry.state == RowState::Done)
        entry.durationMs = std::max<qint64>(0, entry.changedMs - entry.timeMs);
    return entry;
}

QString kindClause(JournalKind kind, Source source)
{
    const bool isRow = source != Source::Exchange;
    switch (kind) {
    case JournalKind::Any:
        break;
    case JournalKind::NeedsPerson:
        return s(" AND state <> 'done' AND state IN ('attention', 'unknown')");
    case JournalKind::Failed:
        return isRow ? s(" AND error_code IS NOT NULL") : s(" AND (error_code IS NOT NULL OR status >= 400)");
    case JournalKind::Open:
        return s(" AND state <> 'done' AND state IN ('queued', 'leased', 'waiting')");
    case JournalKind::Done:
        return isRow ? s(" AND state = 'done'") : s(" AND error_code IS NULL AND (status IS NULL OR status < 400)");
    }
    return {};
}

/// Paths, operations and codes are of Latin letters: the database's own lower() is enough.
QString textClause(const JournalFilter &filter, Source source)
{
    if (filter.text.isEmpty())
        return {};
    QStringList columns{s("error_code")};
    if (source != Source::Outbox)
        columns << s("path") << s("remote");
    if (source != Source::Exchange)
        columns << s("operation") << s("subject");
    for (QString &column : columns)
        column = s("lower(%1) LIKE :text ESCAPE '~'").arg(column);
    return s(" AND (%1)").arg(columns.join(s(" OR ")));
}

QString pattern(QString text)
{
    text.replace(QLatin1Char('~'), s("~~")).replace(QLatin1Char('%'), s("~%")).replace(QLatin1Char('_'), s("~_"));
    return QLatin1Char('%') + text.toLower() + QLatin1Char('%');
}

// The clauses that pick rows of one table, in the form in which the partial indexes of 0003_exchange.sql can be used. A subject's few rows
// are found first: SQLite would rather walk the whole service in the order that is asked for.
QString clausesOf(const JournalFilter &filter, Source source, const QString &table)
{
    QString where = s("id < :before");
    if (source == Source::Exchange)
        where += s(" AND row_id IS NULL AND direction = :direction");
    if (!filter.subject.isEmpty())
        where += s(" AND id IN (SELECT t.id FROM {keys} AS k CROSS JOIN %1 AS t WHERE t.service = k.value AND t.subject = :subject)").arg(table);
    else if (!filter.service.isEmpty())
        where += s(" AND service = :service");
    where += kindClause(filter.kind, source) + textClause(filter, source);
    if (source != Source::Exchange && filter.state)
        where += *filter.state == RowState::Done ? s(" AND state = 'done'") : s(" AND state <> 'done' AND state = :state");
    return where;
}

bool isWanted(const JournalFilter &filter, Source source, Direction direction)
{
    if (filter.direction && *filter.direction != direction)
        return false;
    if (source != Source::Exchange)
        return true;
    return filter.subject.isEmpty() && (!filter.state || *filter.state == RowState::Done) && filter.kind != JournalKind::NeedsPerson
        && filter.kind != JournalKind::Open;
}

/// What the pages of a filter have in common.
struct PageOrder
{
    const JournalFilter &filter;
    store::Value services; ///< In which a subject is looked for.
    qint64 before = 0;
    int limit = 0;
};

Result<void> addPage(QVector<JournalEntry> &entries, store::Connection &db, const PageOrder &order, Source source, Direction direction,
                     const QString &table)
{
    const JournalFilter &filter = order.filter;
    if (!isWanted(filter, source, direction))
        return {};
    PFX_ASSIGN(const Rows rows, db.select(s("SELECT %1 FROM %2 WHERE %3 ORDER BY id DESC LIMIT :limit")
                                              .arg(columnsOf(source), table, clausesOf(filter, source, table)),
                                          {{s("before"), order.before},
                                           {s("direction"), name(direction)},
                                           {s("service"), filter.service},
                                           {s("subject"), filter.subject},
                                           {s("keys"), order.services},
                                           {s("text"), pattern(filter.text)},
                                           {s("state"), filter.state ? name(*filter.state) : QString()},
                                           {s("limit"), qint64(order.limit)}}));
    for (const Row &row : rows)
        entries.append(entryOf(row, source));
    return {};
}

QString textOf(const QByteArray &body)
{
    if (body.size() > mostShown)
        return QString::fromUtf8(body.left(mostShown)) + QChar(0x2026);
    return QString::fromUtf8(body);
}

QString requestOf(const Row &row, Source source)
{
    if (source == Source::Exchange)
        return row.text(s("request"));
    const QString body = textOf(row.bytes(s("body")));
    const QString headers = source == Source::Inbox ? row.text(s("headers")) : QString();
    return headers.isEmpty() ? body : headers + QLatin1Char('\n') + body;
}

Result<void> addRelated(JournalDetails &details, store::Connection &db, qint64 id)
{
    PFX_ASSIGN(const Rows exchanges, db.select(s("SELECT %1, answer FROM exchange_journal WHERE row_id = :id ORDER BY id LIMIT 200")
                                                   .arg(columnsOf(Source::Exchange)),
                                               {{s("id"), id}}));
    for (const Row &row : exchanges) {
        details.exchanges.append(entryOf(row, Source::Exchange));
        details.answer = log::redact(row.text(s("answer"))); // the last one's
        details.entry.status = details.exchanges.last().status;
    }
    if (details.entry.source != Source::Inbox)
        return {};
    PFX_ASSIGN(const Rows effects, db.select(s("SELECT id FROM exchange_outbox WHERE cause_id = :id ORDER BY id LIMIT 200"), {{s("id"), id}}));
    for (const Row &row : effects)
        details.effects.append(row.number(s("id")));
    return {};
}

} // namespace

QString name(Direction direction)
{
    return direction == Direction::In ? s("in") : s("out");
}

Result<QVector<JournalEntry>> journalPage(store::Connection &db, const JournalFilter &filter, qint64 before, int limit)
{
    PageOrder order{filter, {}, before > 0 ? before : std::numeric_limits<qint64>::max(), limit};
    if (!filter.subject.isEmpty()) {
        QStringList services{filter.service};
        if (filter.service.isEmpty()) {
            PFX_ASSIGN(services, journalServices(db));
        }
        order.services = store::keySet(db.backend(), services);
    }
    QVector<JournalEntry> entries;
    const std::tuple<Source, Direction, QString> parts[] = {{Source::Inbox, Direction::In, tableOf(Source::Inbox)},
                                                            {Source::Inbox, Direction::In, elsewhere},
                                                            {Source::Outbox, Direction::Out, tableOf(Source::Outbox)},
                                                            {Source::Exchange, Direction::In, tableOf(Source::Exchange)},
                                                            {Source::Exchange, Direction::Out, tableOf(Source::Exchange)}};
    for (const auto &[source, direction, table] : parts)
        PFX_TRY(addPage(entries, db, order, source, direction, table));
    std::sort(entries.begin(), entries.end(), [](const JournalEntry &a, const JournalEntry &b) { return a.id > b.id; });
    if (entries.size() > limit)
        entries.resize(limit);
    return entries;
}

Result<JournalDetails> journalDetails(store::Connection &db, qint64 id)
{
    const std::pair<Source, QString> parts[] = {{Source::Inbox, tableOf(Source::Inbox)},
                                                {Source::Inbox, elsewhere},
                                                {Source::Outbox, tableOf(Source::Outbox)},
                                                {Source::Exchange, tableOf(Source::Exchange)}};
    for (const auto &[source, table] : parts) {
        PFX_ASSIGN(const Rows rows, db.select(s("SELECT * FROM %1 WHERE id = :id").arg(table), {{s("id"), id}}));
        if (rows.empty())
            continue;
        PFX_ASSIGN(const Rows listed, db.select(s("SELECT %1 FROM %2 WHERE id = :id").arg(columnsOf(source), table), {{s("id"), id}}));
        JournalDetails details;
        details.entry = entryOf(listed.front(), source);
        const Row &row = rows.front();
        details.request = log::redact(requestOf(row, source));
        if (source != Source::Outbox)
            details.answer = log::redact(row.text(s("answer")));
        if (source == Source::Exchange)
            return details;
        details.result = log::redact(row.text(s("result")));
        details.canReplay = table != elsewhere && !row.isNull(s("body"));
        details.causeId = row.number(s("cause_id"));
        PFX_TRY(addRelated(details, db, id));
        return details;
    }
    return fail(ErrorCode::NotFound, s("no such entry"), QString::number(id));
}

Result<QStringList> journalServices(store::Connection &db)
{
    constexpr int most = 100; // of a table; there are a handful
    QStringList found;
    for (const Source source : {Source::Inbox, Source::Outbox, Source::Exchange}) {
        // From name to name by the index: a DISTINCT would read every row.
        const QString sql = s("SELECT min(service) AS service FROM %1 WHERE service > :last%2")
                                .arg(tableOf(source), source == Source::Exchange ? s(" AND row_id IS NULL") : QString());
        QString last;
        for (int i = 0; i < most; ++i) {
            PFX_ASSIGN(const Rows rows, db.select(sql, {{s("last"), last}}));
            if (rows.empty() || rows.front().isNull(s("service")))
                break;
            last = rows.front().text(s("service"));
            found.append(last);
        }
    }
    // The view has no index on its constant name: one row tells that there are any.
    PFX_ASSIGN(const Rows kept, db.select(s("SELECT service FROM %1 LIMIT 1").arg(elsewhere)));
    if (!kept.empty())
        found.append(kept.front().text(s("service")));
    found.sort();
    found.removeDuplicates();
    return found;
}

Result<QVector<Halted>> halted(store::Connection &db)
{
    QVector<Halted> found;
    for (const Queue queue : {Queue::Inbox, Queue::Outbox}) {
        PFX_ASSIGN(const Rows rows, db.select(s("SELECT service, state, count(*) AS n FROM %1 WHERE state <> 'done' "
                                                "AND state IN ('attention', 'unknown') GROUP BY service, state ORDER BY service, state")
                                                  .arg(tableOf(queue == Queue::Inbox ? Source::Inbox : Source::Outbox))));
        for (const Row &row : rows)
            found.append({queue, row.text(s("service")), rowState(row.text(s("state"))), row.number(s("n"))});
    }
    return found;
}

} // namespace pfx::exchange
