// SPDX-License-Identifier: GPL-3.0-or-later
// The least that an import can cost: one thread, one streaming pass over the file with every phone and e-mail normalised, and raw sqlite3
// inserts of the final rows into the same schema. Nothing is looked up or decided: the rows are taken from a database imported before.
#pragma once

#include "core/base/result.h"

#include <QHash>

namespace pfx::bench {

struct Floor
{
    double passMs = 0;   ///< reading and normalising
    double insertMs = 0;
    qint64 rows = 0;     ///< of all tables, without the search index
    double totalMs() const { return passMs + insertMs; }
};

/// `imported` is the SQLite file of a finished import of `json`; `fresh` is made.
base::Result<Floor> floorImport(const QString &json, const QString &imported, const QString &fresh);

} // namespace pfx::bench
