// SPDX-License-Identifier: GPL-3.0-or-later
// A connection to a SQLite file over sqlite3's own API. Used by the thread that opened it.
#pragma once

#include "core/store/driver_connection.h"
#include "core/store/sqlite_rows.h"
#include "core/store/sqlite_statement.h"

#include <QElapsedTimer>

struct sqlite3;

namespace pfx::store {

struct SqliteOptions
{
    Access access = Access::Write;
    bool create = false;      ///< Make the file when it is not there.
    bool durable = true;      ///< false: a temporary store that need not survive.
    bool keepWal = false;     ///< Leave the file untouched on closing, too (a look at a database that may not be ours).
    int busyMs = 5000;        ///< How long to wait for another program's transaction.
    int cacheKb = 8 * 1024;
};

class SqliteConnection : public DriverConnection
{
public:
    static base::Result<std::unique_ptr<SqliteConnection>> open(const QString &file, const SqliteOptions &options);
    ~SqliteConnection() override;

    Backend backend() const override { return Backend::Sqlite; }
    base::Result<Rows> select(const QString &sql, const Params &params = {}) override;
    base::Result<void> forEach(const QString &sql, const Params &params,
                               const std::function<base::Result<void>(const Row &)> &each) override;
    base::Result<qint64> execute(const QString &sql, const Params &params = {}) override;
    base::Result<qint64> executeLong(const QString &sql, const base::StopToken &stop) override;
    base::Result<void> executeMany(const QString &sql, const std::vector<Params> &sets) override;
    base::Result<void> insert(const RowBlock &rows, OnConflict onConflict) override;
    base::Result<void> setDurability(Durability durability) override;
    base::Result<void> begin() override;
    base::Result<void> commit() override;
    base::Result<void> rollback() override;
    base::Result<void> executeScript(const QString &sql) override;
    bool inTransaction() const override;
    bool isUsable() const override { return true; }

    /// The one number of a statement like "PRAGMA user_version".
    base::Result<qint64> number(const QString &sql);

private:
    SqliteConnection(sqlite3 *db, QString file, const SqliteOptions &options);
    static int onBusy(void *self, int tries);

    base::Result<SqliteStatementCache::Loan> prepare(const QString &sql);
    base::Result<void> bind(const SqliteStatementCache::Loan &statement, const Params &params);
    base::Result<void> configure();
    base::Error error(int code) const;

    sqlite3 *m_db;
    QString m_file;
    SqliteOptions m_options;
    Durability m_durability = Durability::Disk;
    SqliteStatementCache m_statements;
    std::unique_ptr<SqliteRows> m_rows;
    QElapsedTimer m_waiting;
};

} // namespace pfx::store
