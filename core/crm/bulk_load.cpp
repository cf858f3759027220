// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crm/bulk_load.h"

#include "core/crm/contact_search.h"
#include "core/store/deferred_steps.h"

namespace pfx::crm {

using base::Result;
using store::Connection;

namespace {

/// The tables that a load fills. Which indexes and links they have is for the schema to say.
QStringList loadedTables()
{
    return {QStringLiteral("companies"), QStringLiteral("contacts"), QStringLiteral("points"), QStringLiteral("deals"),
            QStringLiteral("deal_contacts"), QStringLiteral("origins"), QStringLiteral("import_rows")};
}

BulkLoad on(store::Deferred steps)
{
    return steps == store::Deferred::Left ? BulkLoad::On : BulkLoad::Off;
}

enum class Content { None, Some };

Result<Content> contentOf(Connection &db)
{
    PFX_ASSIGN(const auto rows,
               db.select(QStringLiteral("SELECT CASE WHEN EXISTS (SELECT 1 FROM contacts) OR EXISTS (SELECT 1 FROM companies)"
                                        " OR EXISTS (SELECT 1 FROM deals)"
                                        " OR EXISTS (SELECT 1 FROM origins WHERE kind IN ('contact', 'company', 'deal'))"
                                        " THEN 1 ELSE 0 END AS some")));
    return rows.front().number(QStringLiteral("some")) == 1 ? Content::Some : Content::None;
}

} // namespace

Result<BulkLoad> beginBulkLoad(Connection &db)
{
    PFX_ASSIGN(const Content content, contentOf(db));
    PFX_ASSIGN(const BulkLoad already, bulkLoad(db));
    if (content == Content::Some || already == BulkLoad::On)
        return BulkLoad::Off;
    PFX_TRY(search_index::defer(db));
    PFX_TRY(store::loosen(db, loadedTables()));
    return BulkLoad::On;
}

Result<BulkLoad> bulkLoad(Connection &db)
{
    PFX_ASSIGN(const auto steps, store::deferredSteps(db));
    return on(steps);
}

Result<void> finishBulkLoad(Connection &db, const base::StopToken &stop)
{
    PFX_ASSIGN(BulkLoad state, bulkLoad(db));
    while (state == BulkLoad::On) {
        PFX_ASSIGN(state, finishBulkLoadStep(db, stop));
    }
    return {};
}

Result<BulkLoad> finishBulkLoadStep(Connection &db, const base::StopToken &stop)
{
    PFX_ASSIGN(const auto steps, store::runDeferredStep(db, stop));
    return on(steps);
}

Result<void> finishBulkLoadInSteps(store::Writer &writer, const std::function<Result<base::StopToken>()> &mayGoOn)
{
    BulkLoad state = BulkLoad::On;
    while (state == BulkLoad::On) {
        PFX_ASSIGN(const base::StopToken stop, mayGoOn());
        const auto step = writer.runAlone([&](Connection &db) -> Result<void> {
            PFX_ASSIGN(state, finishBulkLoadStep(db, stop));
            return {};
        });
        if (!step && !(step.error().code == base::ErrorCode::Cancelled && stop.stop_requested()))
            return step;
    }
    return {};
}

Result<void> fillSearchIndex(Connection &db)
{
    PFX_TRY(search_index::defer(db));
    return finishBulkLoad(db);
}

} // namespace pfx::crm
