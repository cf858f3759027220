// SPDX-License-Identifier: GPL-3.0-or-later
// Which tables a store has, as the database itself knows them: those of the schema, without what a database keeps for a search index or for
// the schema's version. For the connection's thread; the Connection's failures.
#pragma once

#include "core/store/connection.h"

#include <QVector>

namespace pfx::store {

enum class ColumnType { Number, Text, Bytes };

struct TableColumn {
    QString name;
    ColumnType type = ColumnType::Text;
};

struct TableInfo {
    QString name;
    QVector<TableColumn> columns;

    /// The same columns of the same types, whatever their order.
    bool hasColumnsOf(const TableInfo &other) const;
};

/// In the order of their creation: a table stands behind those that it refers to.
base::Result<QVector<TableInfo>> tables(Connection &db);

} // namespace pfx::store
