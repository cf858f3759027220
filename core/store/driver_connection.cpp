// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/driver_connection.h"

namespace pfx::store {

base::Result<qint64> DriverConnection::reserveIds(const QString &table, qint64 count)
{
    if (!inTransaction())
        return base::fail(base::ErrorCode::Internal, QStringLiteral("ids can only be reserved inside a transaction"), table);
    PFX_ASSIGN(const Rows rows, select(QStringLiteral("INSERT INTO id_blocks (table_name, next_id) VALUES (:name, 1 + :count) "
                                                      "ON CONFLICT (table_name) DO UPDATE SET next_id = id_blocks.next_id + :count "
                                                      "RETURNING next_id AS next"),
                                       {{QStringLiteral("name"), table}, {QStringLiteral("count"), count}}));
    return rows.front().number(QStringLiteral("next")) - count;
}

} // namespace pfx::store
