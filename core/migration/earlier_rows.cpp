// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/earlier_rows.h"

#include "core/base/text_keys.h"
#include "core/migration/report.h"

namespace pfx::migration {

using base::ErrorCode;
using base::Result;
using records::Kind;

Result<TextsSeen> titlesOfRun(store::Connection &db, qint64 run, const base::StopToken &stop)
{
    TextsSeen titles;
    PFX_TRY(db.forEach(QStringLiteral("SELECT title FROM import_rows WHERE run_id = :run AND kind = 'company' AND external_id IS NULL"
                                      " AND decision <> 'failed' AND entity_id IS NOT NULL"),
                       {{QStringLiteral("run"), run}}, [&](const store::Row &row) -> Result<void> {
                           if (stop.stop_requested())
                               return base::fail(ErrorCode::Cancelled);
                           titles.insert(base::companyKey(row.text(QStringLiteral("title"))));
                           return {};
                       }));
    return titles;
}

/// All rows of the numbers of which one was refused are read, in their order: the last one counts.
Result<RefusedRows> refusedRowsOfRun(store::Connection &db, qint64 run, const base::StopToken &stop)
{
    const QString refused = QStringLiteral("run_id = :run AND decision = 'failed' AND external_id IS NOT NULL AND (reason = :conflict OR reason = :ambiguous)");
    const QString sql = QStringLiteral("SELECT kind, external_id, decision, reason, entity_id FROM import_rows WHERE run_id = :run AND (kind = 'contact' OR kind = 'company')"
                                       " AND external_id IN (SELECT external_id FROM import_rows WHERE %1) ORDER BY row_no").arg(refused);
    RefusedRows rows;
    QHash<QString, Refusal> nextOfContacts, nextOfCompanies; // what a refusal of a number would be
    const auto note = [&](const store::Row &row) -> Result<void> {
        if (stop.stop_requested())
            return base::fail(ErrorCode::Cancelled);
        const Kind kind = row.text(QStringLiteral("kind")) == records::name(Kind::Company) ? Kind::Company : Kind::Contact;
        QHash<QString, Refusal> &next = kind == Kind::Company ? nextOfCompanies : nextOfContacts;
        const QString id = row.text(QStringLiteral("external_id"));
        const QString reason = row.text(QStringLiteral("reason"));
        if (row.text(QStringLiteral("decision")) != name(Decision::Failed)) {
            if (row.isNull(QStringLiteral("entity_id")))
                return {}; // passed over: it is nobody's
            rows.take(kind, id);
            next.insert(id, Refusal::Beside);
        } else if (reason == name(Reason::OriginConflict) || reason == name(Reason::Ambiguous)) {
            rows.refuse(kind, id, next.value(id, Refusal::Alone));
        }
        return {};
    };
    PFX_TRY(db.forEach(sql, {{QStringLiteral("run"), run},
                             {QStringLiteral("conflict"), name(Reason::OriginConflict)},
                             {QStringLiteral("ambiguous"), name(Reason::Ambiguous)}}, note));
    return rows;
}

} // namespace pfx::migration
