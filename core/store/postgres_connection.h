// SPDX-License-Identifier: GPL-3.0-or-later
// A connection to a PostgreSQL server over libpq. Used by the thread that opened it.
#pragma once

#include "core/store/driver_connection.h"
#include "core/store/postgres_values.h"
#include "core/store/sql_text.h"
#include "core/store/store_url.h"

struct pg_conn;
struct pg_result;

namespace pfx::store {

class PostgresConnection : public DriverConnection
{
public:
    /// `applicationName` is what other programs see in pg_stat_activity.
    static base::Result<std::unique_ptr<PostgresConnection>> open(const StoreUrl &url, const QString &applicationName, Access access);
    ~PostgresConnection() override;

    Backend backend() const override { return Backend::Postgresql; }
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
    bool isUsable() const override;

    int serverVersion() const;

private:
    struct ClearResult
    {
        void operator()(pg_result *result) const;
    };
    using Result = std::unique_ptr<pg_result, ClearResult>;

    PostgresConnection(pg_conn *connection, QString where, Access access);
    base::Result<PostgresParams> paramsFor(const NumberedSql &sql, const Params &params) const;
    base::Result<Result> query(const QString &sql, const Params &params);
    base::Result<void> copyInto(const QString &table, const RowBlock &rows);
    base::Result<void> runPipeline(const NumberedSql &sql, const std::vector<Params> &sets, size_t from, size_t to);
    base::Result<void> preparePipeline(const NumberedSql &sql, const std::vector<Params> &sets);
    base::Result<void> finishPipeline();
    base::Error connectionError() const;

    pg_conn *m_connection;
    QString m_where; ///< The store's address without password.
    Access m_access;
    Durability m_durability = Durability::Disk;
};

} // namespace pfx::store
