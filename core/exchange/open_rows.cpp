// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/open_rows.h"

#include "core/exchange/queue_table.h"

namespace pfx::exchange {

using base::ErrorCode;
using base::Result;
using store::Row;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

OpenRow openRowFrom(const Row &row)
{
    OpenRow open;
    open.id = row.number(s("id"));
    open.state = rowState(row.text(s("state")));
    open.account = row.text(s("account"));
    if (open.state == RowState::Waiting)
        open.dueAt = row.maybe(s("due_at"));
    if (const QString code = row.text(s("error_code")); !code.isEmpty())
        open.error = base::Error{errorCodeNamed(code), row.text(s("error_detail")), row.text(s("error_where"))};
    return open;
}

} // namespace

Result<QHash<QString, OpenRow>> openRows(store::Connection &db, Queue queue, const QString &service, const QStringList &subjects)
{
    QHash<QString, OpenRow> open;
    if (subjects.isEmpty())
        return open;
    const QString sql = s("SELECT r.id, r.subject, r.account, r.state, r.due_at, r.error_code, r.error_detail, r.error_where"
                          " FROM {keys} AS k CROSS JOIN %1 r"
                          " WHERE r.service = :service AND r.subject = k.value AND r.closed_at IS NULL ORDER BY r.id DESC")
                            .arg(QueueTable(db, queue).table());
    PFX_TRY(db.forEach(sql, {{s("service"), service}, {s("keys"), store::keySet(db.backend(), subjects)}},
                       [&open](const Row &row) -> Result<void> {
                           open.insert(row.text(s("subject")), openRowFrom(row)); // the oldest comes last and stays
                           return {};
                       }));
    return open;
}

Result<QStringList> subjectsInTrouble(store::Connection &db, Queue queue, const QString &service)
{
    QStringList subjects;
    PFX_TRY(db.forEach(s("SELECT DISTINCT subject FROM %1 WHERE service = :service AND state <> 'done'"
                         " AND state IN ('attention', 'unknown') ORDER BY subject")
                           .arg(QueueTable(db, queue).table()),
                       {{s("service"), service}}, [&subjects](const Row &row) -> Result<void> {
                           subjects.append(row.text(s("subject")));
                           return {};
                       }));
    return subjects;
}

Result<QueueCounts> queueCounts(store::Connection &db, Queue queue, const QString &service)
{
    QueueCounts counts;
    PFX_TRY(db.forEach(s("SELECT state, count(*) AS n FROM %1 WHERE service = :service AND state <> 'done' GROUP BY state")
                           .arg(QueueTable(db, queue).table()),
                       {{s("service"), service}}, [&counts](const Row &row) -> Result<void> {
                           switch (rowState(row.text(s("state")))) {
                           case RowState::Queued:
                           case RowState::Leased:
                               counts.ready += row.number(s("n"));
                               break;
                           case RowState::Waiting:
                               counts.waiting += row.number(s("n"));
                               break;
                           case RowState::Attention:
                           case RowState::Unknown:
                               counts.attention += row.number(s("n"));
                               break;
                           case RowState::Done:
                           case RowState::Cancelled:
                               break;
                           }
                           return {};
                       }));
    return counts;
}

ErrorCode errorCodeNamed(const QString &name)
{
    for (int code = 0; code < static_cast<int>(ErrorCode::Internal); ++code) {
        if (base::name(static_cast<ErrorCode>(code)) == name)
            return static_cast<ErrorCode>(code);
    }
    return ErrorCode::Internal;
}

} // namespace pfx::exchange
