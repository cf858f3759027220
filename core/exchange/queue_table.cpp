// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/queue_table.h"

#include <algorithm>
#include <limits>

namespace pfx::exchange {

using base::ErrorCode;
using base::fail;
using base::Result;
using store::Backend;
using store::orNull;
using store::Params;
using store::Row;
using store::Rows;

const QLatin1String idSequence("exchange");

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

Job jobOf(const Row &row, Queue queue)
{
    Job job;
    job.queue = queue;
    job.id = row.number(s("id"));
    job.service = row.text(s("service"));
    job.account = row.text(s("account"));
    job.operation = row.text(s("operation"));
    job.subject = row.text(s("subject"));
    job.naturalKey = row.text(s("natural_key"));
    job.kind = effectKind(row.text(s("kind")));
    job.body = row.bytes(s("body"));
    job.attempts = static_cast<int>(row.number(s("attempts")));
    job.inDoubt = row.number(s("in_doubt")) != 0;
    job.claim = row.number(s("claim"));
    job.causeId = row.number(s("cause_id"));
    job.createdAt = row.number(s("created_at"));
    if (queue == Queue::Inbox) {
        job.method = row.text(s("method"));
        job.path = row.text(s("path"));
        job.headers = row.bytes(s("headers"));
    }
    return job;
}

} // namespace

base::Failure refuse(qint64 id, RowState state)
{
    const QString where = QString::number(id);
    if (state == RowState::Leased)
        return fail(ErrorCode::Busy, s("somebody works on the row"), where);
    return fail(ErrorCode::Conflict, s("the row is %1").arg(name(state)), where);
}

QueueTable::QueueTable(store::Connection &db, Queue queue)
    : m_db(db), m_queue(queue), m_table(queue == Queue::Inbox ? s("exchange_inbox") : s("exchange_outbox"))
{}

// A step from account to account over the index, since there may be many rows and are few accounts.
Result<std::vector<DueAccount>> QueueTable::due(const QString &service)
{
    PFX_ASSIGN(const Rows rows,
               m_db.select(sql("WITH RECURSIVE a (account) AS ("
                               "SELECT min(account) FROM %1 WHERE service = :service AND due_at IS NOT NULL "
                               "UNION ALL SELECT (SELECT min(t.account) FROM %1 AS t WHERE t.service = :service AND t.due_at IS NOT NULL "
                               "AND t.account > a.account) FROM a WHERE a.account IS NOT NULL) "
                               "SELECT a.account AS account, "
                               "(SELECT min(t.due_at) FROM %1 AS t WHERE t.service = :service AND t.account = a.account "
                               "AND t.due_at IS NOT NULL) AS first_due, "
                               "(SELECT max(t.due_at) FROM %1 AS t WHERE t.service = :service AND t.account = a.account "
                               "AND t.due_at IS NOT NULL) AS last_due FROM a WHERE a.account IS NOT NULL"),
                           {{s("service"), service}}));
    std::vector<DueAccount> accounts;
    for (const Row &row : rows)
        accounts.push_back({row.text(s("account")), row.number(s("first_due")), row.number(s("last_due"))});
    return accounts;
}

Result<std::vector<Job>> QueueTable::claimBetween(const QString &service, const QString &account, const QString &owner, qint64 nowMs,
                                                  std::pair<qint64, qint64> due, qint64 count)
{
    // Rows that another program is taking just now are left to it. SQLite has only one writer.
    const QString skip = m_db.backend() == Backend::Postgresql ? s(" FOR UPDATE SKIP LOCKED") : QString();
    PFX_ASSIGN(const Rows found, m_db.select(sql("SELECT id FROM %1 WHERE service = :service AND account = :account AND due_at > :from "
                                                 "AND due_at <= :to ORDER BY due_at, id LIMIT :count")
                                                 + skip,
                                             {{s("service"), service},
                                              {s("account"), account},
                                              {s("from"), due.first},
                                              {s("to"), due.second},
                                              {s("count"), count}}));
    if (found.empty())
        return std::vector<Job>();
    QVector<qint64> ids;
    for (const Row &row : found)
        ids.append(row.number(s("id")));
    PFX_ASSIGN(const Rows rows, m_db.select(sql("UPDATE %1 SET state = 'leased', owner = :owner, claim = claim + 1, due_at = NULL, "
                                                "changed_at = :now WHERE id IN {ids} RETURNING *"),
                                            {{s("owner"), owner}, {s("now"), nowMs}, {s("ids"), store::idSet(m_db.backend(), ids)}}));
    std::vector<Job> jobs;
    for (const Row &row : rows)
        jobs.push_back(jobOf(row, m_queue));
    std::sort(jobs.begin(), jobs.end(), [](const Job &a, const Job &b) { return a.id < b.id; });
    return jobs;
}

Result<std::vector<Job>> QueueTable::claim(const QString &service, const QString &account, const QString &owner, const ClaimTime &time,
                                           qint64 count)
{
    const std::pair<qint64, qint64> ranges[] = {
        {0, time.nowMs}, {time.nowMs + time.longestMs, std::numeric_limits<qint64>::max()}, {-1, 0}};
    std::vector<Job> jobs;
    for (const auto &range : ranges) {
        const qint64 left = count - static_cast<qint64>(jobs.size());
        if (left <= 0)
            break;
        PFX_ASSIGN(const auto more, claimBetween(service, account, owner, time.nowMs, range, left));
        jobs.insert(jobs.end(), more.begin(), more.end());
    }
    return jobs;
}

Result<void> QueueTable::lockOrder()
{
    return m_db.reserveIds(idSequence, 0).map([](qint64) {});
}

Result<void> QueueTable::promote(const QString &service, const QString &subject)
{
    if (subject.isEmpty())
        return {};
    return m_db
        .execute(sql("UPDATE %1 SET due_at = 0 WHERE id = (SELECT min(t.id) FROM %1 AS t WHERE t.service = :service "
                     "AND t.subject = :subject AND t.closed_at IS NULL) AND state = 'queued' AND due_at IS NULL"),
                 {{s("service"), service}, {s("subject"), subject}})
        .map([](qint64) {});
}

Result<Lease> QueueTable::finish(const Job &job, const RowEnd &end, qint64 nowMs)
{
    const bool done = end.state == RowState::Done;
    if (done && !job.subject.isEmpty())
        PFX_TRY(lockOrder());
    const auto text = [&end](const QString &value) { return end.hasError ? orNull(value) : store::Value(); };
    const store::Value dueAt = end.state == RowState::Waiting ? store::Value(end.dueAt)
        : end.state == RowState::Queued                       ? store::Value(qint64(0))
                                                              : store::Value();
    const Params params{{s("state"), name(end.state)},
                        {s("due"), dueAt},
                        {s("attempts"), qint64(end.attempts)},
                        {s("doubt"), qint64(end.inDoubt ? 1 : 0)},
                        {s("code"), end.hasError ? store::Value(base::name(end.error.code)) : store::Value()},
                        {s("detail"), text(end.error.detail)},
                        {s("where"), text(end.error.where)},
                        {s("result"), orNull(end.result)},
                        {s("now"), nowMs},
                        {s("closed"), done ? store::Value(nowMs) : store::Value()},
                        {s("id"), job.id},
                        {s("claim"), job.claim}};
    PFX_ASSIGN(const qint64 changed,
               m_db.execute(sql("UPDATE %1 SET state = :state, due_at = :due, attempts = :attempts, in_doubt = :doubt, owner = NULL, "
                                "error_code = :code, error_detail = :detail, error_where = :where, result = :result, changed_at = :now, "
                                "closed_at = :closed WHERE id = :id AND claim = :claim AND ")
                                + (done ? s("state <> 'done'") : s("state = 'leased'")),
                            params));
    if (changed == 0)
        return Lease::Lost;
    if (done)
        PFX_TRY(promote(job.service, job.subject));
    return Lease::Kept;
}

Result<void> QueueTable::giveBack(const std::vector<Job> &jobs, const QString &owner, qint64 nowMs)
{
    if (jobs.empty())
        return {};
    QVector<qint64> ids;
    for (const Job &job : jobs)
        ids.append(job.id);
    return m_db
        .execute(sql("UPDATE %1 SET state = 'queued', due_at = 0, owner = NULL, changed_at = :now WHERE id IN {ids} "
                     "AND owner = :owner AND state = 'leased'"),
                 {{s("now"), nowMs}, {s("ids"), store::idSet(m_db.backend(), ids)}, {s("owner"), owner}})
        .map([](qint64) {});
}

Result<void> QueueTable::giveBackAllBut(const std::set<qint64> &known, const QString &owner, qint64 nowMs)
{
    PFX_ASSIGN(const Rows rows, m_db.select(sql("SELECT id FROM %1 WHERE owner = :owner AND state = 'leased'"), {{s("owner"), owner}}));
    std::vector<Job> orphans;
    for (const Row &row : rows) {
        Job job;
        job.id = row.number(s("id"));
        if (known.count(job.id) == 0)
            orphans.push_back(job);
    }
    return giveBack(orphans, owner, nowMs);
}

// It counts as an attempt: a row at which the program dies each time must stop one day.
Result<qint64> QueueTable::takeOver(const QString &deadOwner, int mostAttempts, qint64 nowMs)
{
    return m_db.execute(sql("UPDATE %1 SET "
                            "state = CASE WHEN kind = 'once' THEN 'unknown' WHEN attempts + 1 >= :most THEN 'attention' ELSE 'queued' END, "
                            "due_at = CASE WHEN kind = 'once' OR attempts + 1 >= :most THEN NULL ELSE 0 END, "
                            "in_doubt = CASE WHEN kind = 'look_up' THEN 1 ELSE in_doubt END, attempts = attempts + 1, owner = NULL, "
                            "error_code = 'cancelled', error_detail = 'the program that worked on it has ended', error_where = NULL, "
                            "changed_at = :now WHERE owner = :owner AND state = 'leased'"),
                        {{s("most"), qint64(mostAttempts)}, {s("now"), nowMs}, {s("owner"), deadOwner}});
}

Result<QueueTable::State> QueueTable::state(qint64 id)
{
    PFX_TRY(lockOrder());
    const QString lock = m_db.backend() == Backend::Postgresql ? s(" FOR UPDATE") : QString();
    PFX_ASSIGN(const Rows rows, m_db.select(sql("SELECT service, subject, state, CASE WHEN body IS NULL THEN 0 ELSE 1 END AS has_body "
                                                "FROM %1 WHERE id = :id")
                                                + lock,
                                            {{s("id"), id}}));
    if (rows.empty())
        return fail(ErrorCode::NotFound, s("no such row"), QString::number(id));
    const Row &row = rows.front();
    return State{row.text(s("service")), row.text(s("subject")), rowState(row.text(s("state"))), row.number(s("has_body")) != 0};
}

Result<void> QueueTable::requeue(qint64 id, const State &state, qint64 nowMs)
{
    PFX_TRY(m_db.execute(sql("UPDATE %1 SET state = 'queued', attempts = 0, owner = NULL, closed_at = NULL, changed_at = :now, "
                             "due_at = CASE WHEN subject IS NOT NULL AND EXISTS (SELECT 1 FROM %1 AS t WHERE t.service = %1.service "
                             "AND t.subject = %1.subject AND t.closed_at IS NULL AND t.id < %1.id) THEN NULL ELSE 0 END WHERE id = :id"),
                         {{s("now"), nowMs}, {s("id"), id}}));
    if (state.subject.isEmpty())
        return {};
    // One that comes back from the closed ones stands before younger rows again.
    return m_db
        .execute(sql("UPDATE %1 SET due_at = NULL WHERE service = :service AND subject = :subject AND closed_at IS NULL AND id > :id "
                     "AND state = 'queued'"),
                 {{s("service"), state.service}, {s("subject"), state.subject}, {s("id"), id}})
        .map([](qint64) {});
}

Result<void> QueueTable::close(qint64 id, const State &state, RowState as, qint64 nowMs)
{
    PFX_TRY(m_db.execute(sql("UPDATE %1 SET state = :state, due_at = NULL, owner = NULL, changed_at = :now, closed_at = :now WHERE id = :id"),
                         {{s("state"), name(as)}, {s("now"), nowMs}, {s("id"), id}}));
    return promote(state.service, state.subject);
}

Result<QStringList> QueueTable::busySubjects(const QString &service, const QStringList &subjects)
{
    QStringList busy;
    if (subjects.isEmpty())
        return busy;
    PFX_ASSIGN(const Rows rows, m_db.select(sql("SELECT k.value AS subject FROM {keys} AS k WHERE EXISTS (SELECT 1 FROM %1 AS t "
                                                "WHERE t.service = :service AND t.subject = k.value AND t.closed_at IS NULL)"),
                                            {{s("service"), service}, {s("keys"), store::keySet(m_db.backend(), subjects)}}));
    for (const Row &row : rows)
        busy.append(row.text(s("subject")));
    return busy;
}

Result<std::vector<std::pair<QString, qint64>>> QueueTable::known(const QString &service, const QString &operation, const QStringList &keys)
{
    std::vector<std::pair<QString, qint64>> found;
    if (keys.isEmpty())
        return found;
    PFX_ASSIGN(const Rows rows,
               m_db.select(sql("SELECT t.natural_key AS natural_key, t.id AS id FROM {keys} AS k JOIN %1 AS t ON t.service = :service "
                               "AND t.operation = :operation AND t.natural_key = k.value"),
                           {{s("service"), service}, {s("operation"), operation}, {s("keys"), store::keySet(m_db.backend(), keys)}}));
    for (const Row &row : rows)
        found.emplace_back(row.text(s("natural_key")), row.number(s("id")));
    return found;
}

} // namespace pfx::exchange
