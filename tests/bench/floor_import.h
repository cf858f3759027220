// SPDX-License-Identifier: GPL-3.0-or-later
// The least that an import can cost: one thread, one streaming pass over the file with every phone and e-mail normalised, and raw sqlite3
// inserts of the final rows into the same schema, on a connection that is set up as the program's. Nothing is looked up or decided: the rows
// are taken from a database imported before. Beside it the same with the secondary indexes and the search index built last, as the import
// does it in an empty store: the floor of the floor.
#pragma once

#include "core/base/result.h"

#include <QHash>

namespace pfx::bench {

struct Floor
{
    double passMs = 0;   ///< reading and normalising
    double insertMs = 0;
    double indexesLastMs = 0; ///< inserting with the indexes built last, and building them
    qint64 rows = 0;     ///< of all tables, without the search index
    double totalMs() const { return passMs + insertMs; }
    double totalIndexesLastMs() const { return passMs + indexesLastMs; }
};

/// `imported` is the SQLite file of a finished import of `json`; two files are made in `folder`.
base::Result<Floor> floorImport(const QString &json, const QString &imported, const QString &folder);

} // namespace pfx::bench
