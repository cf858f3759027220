// SPDX-License-Identifier: GPL-3.0-or-later
// Brings everything that stands in one store into another, empty one, whatever their databases are (from the profile's file to a PostgreSQL
// server, or back). One transaction of the target: it holds everything or, after a failure or a stop, nothing. The source is only read and
// left as it was. Blocks until it is done; any thread but a writer's.
#pragma once

#include "core/store/store.h"

#include <functional>

namespace pfx::store {

struct MoveProgress {
    QString table; ///< Which is being written; empty while indexes are built.
    qint64 rows = 0; ///< Written so far.
    qint64 allRows = 0;
};

struct MovedTable {
    QString name;
    qint64 rows = 0; ///< As both stores have them after the move: counted, not summed up.
};

struct MoveReport {
    QVector<MovedTable> tables;
    qint64 rows = 0;
};

struct MoveHooks {
    /// What the tables' owners have to derive anew in the target (a search index); in the same transaction, after the rows.
    Writer::Job derive;
    /// On the target's writer thread, often: a base::ProgressGate belongs before the screen.
    std::function<void(const MoveProgress &)> progress;
};

/// Both stores are open in this program only, and nothing of it works with them meanwhile (a Runtime is stopped first): StorageLocked when
/// another program has one of them open, Busy while an import runs. Conflict when the target has data already, or when the counts differ
/// afterwards since somebody has written nevertheless. Cancelled after a stop. Validation when both are the same database. Storage* of both.
base::Result<MoveReport> moveStore(Store &from, Store &to, const base::StopToken &stop, const MoveHooks &hooks = {});

} // namespace pfx::store
