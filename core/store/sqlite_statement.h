// SPDX-License-Identifier: GPL-3.0-or-later
// A prepared SQLite statement with its column names, and the loan of one from a connection's cache: reset (so that an unfinished
// RETURNING cannot make the commit fail) and given back when the loan ends.
#pragma once

#include "core/store/value.h"

#include <QHash>
#include <QString>

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace pfx::store {

struct FinalizeStatement
{
    void operator()(sqlite3_stmt *statement) const;
};

struct SqliteStatement
{
    std::unique_ptr<sqlite3_stmt, FinalizeStatement> handle;
    std::shared_ptr<const Row::Columns> columns;
    QString sql;
};

/// Statements not in use, by their text. A statement that is in use is simply prepared a second time.
class SqliteStatementCache
{
public:
    explicit SqliteStatementCache(sqlite3 *db) : m_db(db) {}

    class Loan
    {
    public:
        Loan(SqliteStatementCache &cache, SqliteStatement statement) : m_cache(&cache), m_statement(std::move(statement)) {}
        Loan(Loan &&other) noexcept = default;
        Loan &operator=(Loan &&) = delete;
        ~Loan();

        sqlite3_stmt *get() const { return m_statement.handle.get(); }
        const std::shared_ptr<const Row::Columns> &columns() const { return m_statement.columns; }

    private:
        SqliteStatementCache *m_cache;
        SqliteStatement m_statement;
    };

    /// A loan with an empty statement and SQLite's result code when it cannot be prepared.
    std::pair<Loan, int> take(const QString &sql);
    void clear() { m_free.clear(); }

private:
    void giveBack(SqliteStatement statement);

    static constexpr int maxFree = 64;
    sqlite3 *m_db;
    QHash<QString, std::shared_ptr<SqliteStatement>> m_free;
};

} // namespace pfx::store
