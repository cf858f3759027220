// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overview_facts.h"

#include "core/migration/runs.h"

#include <QDateTime>

#include <algorithm>

namespace pfx::ui {

using base::Result;
using migration::RunState;

namespace {

constexpr int runsLookedAt = 100;

void countImports(OverviewFacts &facts, const QVector<migration::RunReport> &runs)
{
    facts.importedPerDay.resize(facts.dayStarts.size());
    bool newest = true;
    for (const migration::RunReport &run : runs) {
        if (run.dryRun)
            continue;
        if (newest && (run.state == RunState::Stopped || run.state == RunState::Failed))
            facts.importsToContinue = 1;
        newest = false;
        const migration::Counters total = run.total();
        facts.anyImport = facts.anyImport || run.state == RunState::Finished;
        const auto day = std::upper_bound(facts.dayStarts.cbegin(), facts.dayStarts.cend(), run.startedAt);
        if (day != facts.dayStarts.cbegin() && run.state != RunState::Undone)
            facts.importedPerDay[static_cast<int>(day - facts.dayStarts.cbegin()) - 1] += total.created + total.updated;
    }
}

} // namespace

qint64 OverviewFacts::haltedRows() const
{
    qint64 all = 0;
    for (const exchange::Halted &some : halted)
        all += some.count;
    return all;
}

QVector<qint64> lastDays(qint64 nowMs, int days)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs).date();
    QVector<qint64> starts;
    for (int i = days - 1; i >= 0; --i)
        starts << today.addDays(-i).startOfDay().toMSecsSinceEpoch();
    return starts;
}

Result<OverviewFacts> readOverview(store::Store &store, store::Connection &db, qint64 nowMs)
{
    OverviewFacts facts;
    facts.dayStarts = lastDays(nowMs, OverviewFacts::days);
    PFX_ASSIGN(facts.orders, orders::figures(db, facts.dayStarts));
    PFX_ASSIGN(facts.halted, exchange::halted(db));
    PFX_ASSIGN(facts.health, exchange::serviceHealth(db));
    PFX_ASSIGN(facts.quota, exchange::rateLimit(db, QStringLiteral("planfix")));
    PFX_ASSIGN(const auto runs, migration::runs::list(store, db, runsLookedAt));
    countImports(facts, runs);
    return facts;
}

} // namespace pfx::ui
