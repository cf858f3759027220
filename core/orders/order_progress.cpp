// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/order_progress.h"

#include "core/exchange/journal_pages.h"
#include "core/orders/order_effects.h"
#include "core/planfix/scopes.h"

#include <algorithm>

namespace pfx::orders {

using base::Result;
using exchange::JournalEntry;

namespace {

const QString post = QStringLiteral("POST");
const QString addTask = QStringLiteral("task_add");

bool makesTask(const JournalEntry &exchange)
{
    return exchange.method == post && planfix::scopeOfCall(post, exchange.path) == addTask;
}

} // namespace

Result<OrderProgress> progressOf(store::Connection &db, qint64 orderId, qint64 nowMs)
{
    OrderProgress progress;
    PFX_ASSIGN(const StoredOrder stored, load(db, orderId));
    progress.order = stored.order;
    PFX_ASSIGN(const auto states, syncStates(db, {orderId}, nowMs));
    progress.sync = states.value(orderId);
    exchange::JournalFilter filter;
    filter.direction = exchange::Direction::Out;
    filter.service = effect::planfixService;
    filter.subject = effect::subject(orderId);
    PFX_ASSIGN(const auto rows, exchange::journalPage(db, filter, 0, 1));
    if (rows.isEmpty())
        return progress;
    progress.journalRow = rows.first().id;
    PFX_ASSIGN(const auto details, exchange::journalDetails(db, progress.journalRow));
    const QVector<JournalEntry> &made = details.exchanges;
    if (made.isEmpty())
        return progress;
    const auto create = std::find_if(made.crbegin(), made.crend(), makesTask);
    const JournalEntry &told = create != made.crend() && progress.hasTask() ? *create : made.last();
    progress.httpStatus = told.status;
    progress.tookMs = told.durationMs;
    if (progress.sync.error && progress.sync.error->code == base::ErrorCode::ScopeMissing)
        progress.missingScope = planfix::scopeOfCall(told.method, told.path);
    return progress;
}

} // namespace pfx::orders
