// SPDX-License-Identifier: GPL-3.0-or-later
// One open database connection, used only by the thread that opened it. Batches in, batches out: there is no per-row interface. The same
// SQL runs on SQLite and PostgreSQL; where they differ, a statement uses a token that the dialect replaces:
//   {keys}        a set of texts bound as :keys, joined as "{keys} AS k": its column is k.value  (json_each / unnest)
//   {ids}         a set of integers bound as :ids, joined as "{ids} AS k": k.value
// Failures: Storage*, Busy and Conflict (a unique or foreign key refused); a failed statement leaves an open transaction to be rolled back.
#pragma once

#include "core/base/result.h"
#include "core/base/stop_token.h"
#include "core/store/value.h"

#include <QHash>

#include <functional>
#include <memory>

namespace pfx::store {

enum class Backend { Sqlite, Postgresql };
enum class OnConflict { Fail, Ignore };

class Connection
{
public:
    Connection() = default;
    virtual ~Connection() = default;
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    virtual Backend backend() const = 0;

    /// The whole answer; for answers known to be small.
    virtual base::Result<Rows> select(const QString &sql, const Params &params = {}) = 0;
    /// Row after row without keeping them; an error of `each` ends it and is returned. Other statements on this connection must wait.
    virtual base::Result<void> forEach(const QString &sql, const Params &params,
                                       const std::function<base::Result<void>(const Row &)> &each) = 0;
    /// Number of rows changed.
    virtual base::Result<qint64> execute(const QString &sql, const Params &params = {}) = 0;
    /// A statement that may take long (building an index): a stop breaks it off with Cancelled, which leaves nothing of the transaction.
    virtual base::Result<qint64> executeLong(const QString &sql, const base::StopToken &stop) = 0;
    /// The same statement for many parameter sets, in one round trip where the database can (PostgreSQL: pipeline).
    virtual base::Result<void> executeMany(const QString &sql, const std::vector<Params> &sets) = 0;
    /// The bulk path: one statement that reads the block as a table on SQLite, COPY on PostgreSQL. The whole block or none of it; at most
    /// 40 columns.
    virtual base::Result<void> insert(const RowBlock &rows, OnConflict onConflict = OnConflict::Fail) = 0;
    /// Reserves `count` consecutive ids of a table inside the open write transaction and returns the first. Ids are never used twice, and
    /// a rolled back reservation leaves no gap (so that a resumed import gives the same ids as an undisturbed one).
    virtual base::Result<qint64> reserveIds(const QString &table, qint64 count) = 0;

    virtual base::Result<void> begin() = 0; ///< BEGIN IMMEDIATE on SQLite.
    virtual base::Result<void> commit() = 0;
    virtual base::Result<void> rollback() = 0;

    /// What the caller has derived from the tables and keeps with the connection, by name; null when there is none. Whether it still holds
    /// is the caller's to know.
    std::shared_ptr<const void> memo(const QString &name) const { return m_memos.value(name); }
    void setMemo(const QString &name, std::shared_ptr<const void> value) { m_memos.insert(name, std::move(value)); }

private:
    QHash<QString, std::shared_ptr<const void>> m_memos;
};

/// The value of :keys and :ids for the tokens {keys} and {ids}.
Value keySet(Backend backend, const QStringList &keys);
Value idSet(Backend backend, const QVector<qint64> &ids);

} // namespace pfx::store
