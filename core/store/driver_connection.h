// SPDX-License-Identifier: GPL-3.0-or-later
// What the store itself asks of a connection beyond the public interface: scripts for the schema, and whether it is still of use. Used by
// the schema steps and the writer, on the thread that opened the connection.
#pragma once

#include "core/store/connection.h"

#include <functional>
#include <memory>

namespace pfx::store {

/// Readers see a transaction as a snapshot and cannot write; writers take the write lock at begin().
enum class Access { Read, Write };

/// What a commit waits for: the disk, or only the database (Writer::runResumable).
enum class Durability { Disk, Resumable };

class DriverConnection : public Connection
{
public:
    /// For the transactions that begin from now on; at first it is the disk.
    virtual base::Result<void> setDurability(Durability durability) = 0;
    /// Several statements without parameters.
    virtual base::Result<void> executeScript(const QString &sql) = 0;
    /// The database may have ended the transaction by itself (disk full, input/output error).
    virtual bool inTransaction() const = 0;
    /// False after the server has gone: open a new one.
    virtual bool isUsable() const = 0;

    base::Result<qint64> reserveIds(const QString &table, qint64 count) override;
};

using OpenConnection = std::function<base::Result<std::unique_ptr<DriverConnection>>()>;

} // namespace pfx::store
