// SPDX-License-Identifier: GPL-3.0-or-later
// What a store still owes itself: statements noted in the table deferred_steps, each run once and taken off the list in one transaction.
// A bulk load puts off the building of indexes in this way. Store::open runs what a killed program has left, before anybody reads. For the
// connection's thread, inside an open write transaction if not said otherwise; the Connection's failures.
//
// Steps that cannot be run (a full disk) don't keep anybody from the store: what is missing makes it slow, not wrong. They are tried again
// at each opening, and Store::check tells what hinders them.
#pragma once

#include "core/store/store.h"

namespace pfx::store {

/// Drops the indexes of these tables that keep nothing unique, and on PostgreSQL their foreign keys (which cost it a query for each row, but
/// little when all rows are checked together). Notes the statements that make them, as the database itself has them.
base::Result<void> loosen(Connection &db, const QStringList &tables);
/// Notes a statement that is not run now. Several names may be equal.
base::Result<void> deferStatement(Connection &db, const QString &name, const QString &sql);

enum class Deferred { None, Left };
base::Result<Deferred> deferredSteps(Connection &db);
base::Result<Deferred> deferredSteps(Connection &db, const QString &name);

/// Runs the oldest step; whether there are more. A stop breaks it off (Cancelled, and the transaction is gone).
base::Result<Deferred> runDeferredStep(Connection &db, const base::StopToken &stop = {});

/// All that a killed load has left, each in a transaction of its own: for a connection that has none open. Nothing when a load goes on, which
/// is when somebody holds loadLock. Cancelled when stopped: the rest is left.
base::Result<void> runLeftSteps(Store &store, Connection &db, const base::StopToken &stop = {});

constexpr QLatin1String loadLock{"import"};

} // namespace pfx::store
