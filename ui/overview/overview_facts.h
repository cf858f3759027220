// SPDX-License-Identifier: GPL-3.0-or-later
// What the first page needs from the store, read at once. Values; read on a reading thread.
#pragma once

#include "core/exchange/journal_pages.h"
#include "core/exchange/rate_limit.h"
#include "core/exchange/service_health.h"
#include "core/orders/figures.h"
#include "core/store/store.h"

namespace pfx::ui {

struct OverviewFacts
{
    static constexpr int days = 14;

    QVector<qint64> dayStarts; ///< Local midnights, ms since 1970 UTC; the last one is today's.
    orders::Figures orders;
    QVector<exchange::Halted> halted;
    QVector<exchange::ServiceHealth> health;
    std::optional<exchange::RateLimit> quota; ///< Of Planfix.
    QVector<qint64> importedPerDay;           ///< Records that imports made or changed.
    qint64 importsToContinue = 0;             ///< Stopped or failed runs that nothing came after.
    bool anyImport = false;

    qint64 haltedRows() const;
};

QVector<qint64> lastDays(qint64 nowMs, int days);
base::Result<OverviewFacts> readOverview(store::Store &store, store::Connection &db, qint64 nowMs);

} // namespace pfx::ui
