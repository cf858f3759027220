// SPDX-License-Identifier: GPL-3.0-or-later
// Filling an empty store quickly: the secondary indexes and the search index are left off during the load and built at its end, sorted,
// which costs half as much and does not grow with the table. A marker in the store says that they are missing: a program that opens the
// store after a kill builds them before anybody reads (Store::open), the same program by finishBulkLoad.
//
// While the marker stands, only look-ups by primary key are quick: ids of entities, the points of an entity, the contacts of a deal,
// findOrigins, rows of a run. findPoints, findCompaniesByKey, findContactsByName, loadOrigins, who-uses-what, removing parents and
// searches scan whole tables: the loader answers such questions from its memory, and nobody else should be at work
// (Store::usedByOthers) when a load begins.
//
// Functions of one connection inside a write transaction (a Writer job); failures of the Connection.
#pragma once

#include "core/store/writer.h"

#include <functional>

namespace pfx::crm {

enum class BulkLoad { Off, On };

/// Drops the indexes and leaves the marker, when there are no contacts, companies, deals and no origins of such. Off, with nothing done,
/// when there are, or when a load is already going on.
base::Result<BulkLoad> beginBulkLoad(store::Connection &db);
/// On while the marker stands: a load goes on, or one was broken off while another program had the store open.
base::Result<BulkLoad> bulkLoad(store::Connection &db);

/// Builds what is missing and takes the marker away. Does nothing, quickly, when there is no marker.
base::Result<void> finishBulkLoad(store::Connection &db, const base::StopToken &stop = {});
/// One part of that (an index, the search index), whole by itself; On while there is more. For jobs that let others between.
base::Result<BulkLoad> finishBulkLoadStep(store::Connection &db, const base::StopToken &stop = {});
/// All parts, each a job of its own; `mayGoOn` is asked before each, and its failure ends it (what is left is the next one's). The token
/// that it gives breaks off the part that is being built, which is then asked for and built anew. For a job's own thread, also when there
/// may be no marker: then it costs one empty job.
base::Result<void> finishBulkLoadInSteps(store::Writer &writer, const std::function<base::Result<base::StopToken>()> &mayGoOn);

/// Fills the search index of a store whose contacts came by another way than the repository's (store::moveStore).
base::Result<void> fillSearchIndex(store::Connection &db);

} // namespace pfx::crm
