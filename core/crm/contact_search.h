// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the trigram table contact_search of SQLite in step with contacts and their points (PostgreSQL's GIN indexes do it by themselves).
// The table is contentless: an entry is taken out by giving its old text. While its filling is put off (a bulk load) nothing is entered. Internal to core/crm; inside the caller's write transaction.
#pragma once

#include "core/crm/entities.h"
#include "core/store/connection.h"

namespace pfx::crm::search_index {

/// Whether the table holds every contact: not on PostgreSQL, and not while the filling is put off.
enum class Kept { No, Yes };
base::Result<Kept> isKept(store::Connection &db);

/// The texts under which contacts stand in the index now; empty on PostgreSQL.
base::Result<QHash<qint64, QString>> currentTexts(store::Connection &db, const QVector<qint64> &contactIds);
base::Result<void> add(store::Connection &db, const QHash<qint64, QString> &texts);
base::Result<void> addContacts(store::Connection &db, const QVector<Contact> &contacts);
base::Result<void> remove(store::Connection &db, const QHash<qint64, QString> &texts);

/// Leaves the whole table to be filled later, from the rows that stand in the store then.
base::Result<void> defer(store::Connection &db);

} // namespace pfx::crm::search_index
