// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite_statement.h"

#include "core/store/sql_text.h"

#include <sqlite3.h>

namespace pfx::store {

void FinalizeStatement::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

SqliteStatementCache::Loan::~Loan()
{
    if (!m_statement.handle)
        return;
    sqlite3_reset(m_statement.handle.get());
    sqlite3_clear_bindings(m_statement.handle.get());
    m_cache->giveBack(std::move(m_statement));
}

std::pair<SqliteStatementCache::Loan, int> SqliteStatementCache::take(const QString &sql)
{
    if (const auto cached = m_free.take(sql))
        return {Loan(*this, std::move(*cached)), SQLITE_OK};

    const QByteArray utf8 = expandTokens(Backend::Sqlite, sql).toUtf8();
    sqlite3_stmt *handle = nullptr;
    const int code = sqlite3_prepare_v3(m_db, utf8.constData(), static_cast<int>(utf8.size()) + 1, SQLITE_PREPARE_PERSISTENT, &handle,
                                        nullptr);
    SqliteStatement statement;
    statement.handle.reset(handle);
    statement.sql = sql;
    if (code != SQLITE_OK)
        return {Loan(*this, std::move(statement)), code};
    if (!handle)
        return {Loan(*this, std::move(statement)), SQLITE_MISUSE}; // only white space or a comment
    Row::Columns columns;
    for (int i = 0; i < sqlite3_column_count(handle); ++i)
        columns.append(QString::fromUtf8(sqlite3_column_name(handle, i)));
    statement.columns = std::make_shared<const Row::Columns>(std::move(columns));
    return {Loan(*this, std::move(statement)), SQLITE_OK};
}

void SqliteStatementCache::giveBack(SqliteStatement statement)
{
    if (m_free.size() >= maxFree)
        m_free.clear();
    const QString sql = statement.sql;
    m_free.insert(sql, std::make_shared<SqliteStatement>(std::move(statement)));
}

} // namespace pfx::store
