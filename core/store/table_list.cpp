// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/table_list.h"

#include <algorithm>

namespace pfx::store {

using base::Result;

namespace {

QString tableNames(Backend backend)
{
    // A table that a virtual one keeps its index in is a shadow, and no table of ours.
    if (backend == Backend::Sqlite)
        return QStringLiteral("SELECT m.name AS name FROM sqlite_master m JOIN pragma_table_list l ON l.name = m.name"
                              " WHERE l.schema = 'main' AND l.type = 'table' AND m.name NOT LIKE 'sqlite@_%' ESCAPE '@' ORDER BY m.rowid");
    return QStringLiteral("SELECT relname::text AS name FROM pg_class WHERE relkind = 'r' AND relname <> 'schema_version'"
                          " AND relnamespace = current_schema()::regnamespace ORDER BY oid");
}

QString columnNames(Backend backend)
{
    if (backend == Backend::Sqlite)
        return QStringLiteral("SELECT name, lower(type) AS type FROM pragma_table_info(:name) ORDER BY cid");
    return QStringLiteral("SELECT attname::text AS name, format_type(atttypid, NULL) AS type FROM pg_attribute"
                          " WHERE attrelid = to_regclass(:name) AND attnum > 0 AND NOT attisdropped ORDER BY attnum");
}

/// The schema has these three kinds only (resources/sql).
Result<ColumnType> typeNamed(const QString &name, const QString &where)
{
    if (name == QLatin1String("bigint") || name == QLatin1String("integer"))
        return ColumnType::Number;
    if (name == QLatin1String("text"))
        return ColumnType::Text;
    if (name == QLatin1String("bytea"))
        return ColumnType::Bytes;
    return base::fail(base::ErrorCode::Internal, QStringLiteral("a column of the unknown type %1").arg(name), where);
}

} // namespace

bool TableInfo::hasColumnsOf(const TableInfo &other) const
{
    return columns.size() == other.columns.size()
        && std::all_of(other.columns.begin(), other.columns.end(), [this](const TableColumn &wanted) {
               return std::any_of(columns.begin(), columns.end(), [&wanted](const TableColumn &column) {
                   return column.name == wanted.name && column.type == wanted.type;
               });
           });
}

Result<QVector<TableInfo>> tables(Connection &db)
{
    PFX_ASSIGN(const Rows names, db.select(tableNames(db.backend())));
    QVector<TableInfo> all;
    for (const Row &row : names) {
        TableInfo table;
        table.name = row.text(QStringLiteral("name"));
        PFX_ASSIGN(const Rows columns, db.select(columnNames(db.backend()), {{QStringLiteral("name"), table.name}}));
        for (const Row &column : columns) {
            const QString name = column.text(QStringLiteral("name"));
            PFX_ASSIGN(const ColumnType type, typeNamed(column.text(QStringLiteral("type")), table.name + QLatin1Char('.') + name));
            table.columns.append({name, type});
        }
        all.append(std::move(table));
    }
    return all;
}

} // namespace pfx::store
