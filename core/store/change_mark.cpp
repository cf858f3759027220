// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/change_mark.h"

namespace pfx::store {

base::Result<QString> changeMark(Connection &db)
{
    if (db.backend() == Backend::Sqlite) {
        PFX_ASSIGN(const Rows rows, db.select(QStringLiteral("PRAGMA data_version")));
        return rows.empty() ? QString() : QString::number(rows.front().number(QStringLiteral("data_version")));
    }
    PFX_ASSIGN(const Rows rows, db.select(QStringLiteral("SELECT CAST(pg_current_snapshot() AS text) AS mark")));
    return rows.empty() ? QString() : rows.front().text(QStringLiteral("mark"));
}

} // namespace pfx::store
