// SPDX-License-Identifier: GPL-3.0-or-later
// A PostgreSQL server of the test program's own: made at the first call in a folder of its own, reached by a Unix socket only, gone with the
// program. The first call takes about a second. Call from the test's main thread. Tests fail when the server is not installed.
#pragma once

#include <QByteArray>
#include <QString>

namespace pfx::test {

class ScratchPostgres
{
public:
    /// The address of a new, empty database on the server ("postgresql://user@/db?host=/tmp/…"), or empty with the reason in error().
    static QString newDatabase();
    /// A new database with everything that stands in the one of this address, to which nobody is connected.
    static QString copyOf(const QString &address);
    /// The database of this address goes, and whoever is connected to it is thrown out: each takes some megabytes of the disk.
    static bool drop(const QString &address);
    static QString error();
    /// Ends the server's connections to the database of this address, as a restart of the server would.
    static bool dropConnections(const QString &address);
    /// Whether programs get a connection to the database of this address; those that they have are ended when they no longer shall.
    enum class Reach { Open, Closed };
    static bool setReach(const QString &address, Reach reach);

private:
    static QString create(const QByteArray &options);
};

} // namespace pfx::test
