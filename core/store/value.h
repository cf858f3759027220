// SPDX-License-Identifier: GPL-3.0-or-later
// What goes into and comes out of the database: a cell, named parameters, a row read by column name, a block of rows for the bulk path.
// Values only; any thread.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVector>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace pfx::store {

/// NULL, integer, text or bytes. Booleans are 0 and 1, times ms since 1970 UTC, amounts and JSON text.
using Value = std::variant<std::monostate, qint64, QString, QByteArray>;

inline Value orNull(const QString &text) { return text.isEmpty() ? Value() : Value(text); }
inline Value orNull(std::optional<qint64> number) { return number ? Value(*number) : Value(); }
inline Value idOrNull(qint64 id) { return id == 0 ? Value() : Value(id); }

/// Bound by name: {{"id", 5}, {"name", text}} for ":id" and ":name".
using Params = QVector<std::pair<QString, Value>>;

/// One row of an answer, read by name. Asking for a column that the statement does not have is our own mistake (Q_ASSERT; empty value).
class Row
{
public:
    using Columns = QStringList;
    Row(std::shared_ptr<const Columns> columns, std::vector<Value> values)
        : m_columns(std::move(columns)), m_values(std::move(values))
    {}

    QString text(const QString &column) const;     ///< Empty for NULL.
    QByteArray bytes(const QString &column) const; ///< Text as UTF-8; empty for NULL.
    qint64 number(const QString &column) const;    ///< 0 for NULL.
    std::optional<qint64> maybe(const QString &column) const;
    bool isNull(const QString &column) const;

private:
    const Value &at(const QString &column) const;

    std::shared_ptr<const Columns> m_columns;
    std::vector<Value> m_values;
    mutable qsizetype m_next = 0; ///< Where the next name is looked for first: rows are mostly read in the order of their columns.
};
using Rows = std::vector<Row>;

/// Rows for Connection::insert, cell after cell in the order of `columns`.
struct RowBlock
{
    QString table;
    QStringList columns;
    std::vector<Value> cells;

    qsizetype rowCount() const { return columns.isEmpty() ? 0 : static_cast<qsizetype>(cells.size()) / columns.size(); }
};

} // namespace pfx::store
