// SPDX-License-Identifier: GPL-3.0-or-later
// A fresh, empty store for a test, on either backend: a temporary folder with a SQLite file, or a new database on the scratch server.
// A data-driven test begins with addBackends() in its _data and makes a StoreFixture from the row's column "backend".
#pragma once

#include "core/base/clock.h"
#include "core/store/store.h"

#include <QTemporaryDir>
#include <QtTest>

#include <memory>

namespace pfx::test {

class StoreFixture
{
public:
    /// "sqlite" or "postgresql".
    explicit StoreFixture(const QString &backend);
    ~StoreFixture();
    StoreFixture(const StoreFixture &) = delete;
    StoreFixture &operator=(const StoreFixture &) = delete;

    /// False with the reason in error() when the store could not be made.
    bool isValid() const { return m_store != nullptr; }
    QString error() const { return m_error; }

    store::Store &store() { return *m_store; }
    const store::StoreUrl &url() const { return m_url; }
    QString address() const { return m_address; } ///< As --store takes it.
    QString folder() const { return m_folder.path(); }

    /// Another opening of the same database, as another program would do it; null with the reason in error().
    std::unique_ptr<store::Store> openAgain();
    /// Closes the store of the fixture.
    void close() { m_store.reset(); }

private:
    QTemporaryDir m_folder;
    base::SystemClock m_clock;
    QString m_address;
    store::StoreUrl m_url;
    QString m_error;
    std::unique_ptr<store::Store> m_store;
};

/// The column "backend" with the rows "on SQLite" and "on PostgreSQL".
void addBackends();

/// Every row of a test's data once for each backend: the name for the row and the backend's value.
struct BackendRow
{
    QByteArray suffix;
    QString backend;
};
QVector<BackendRow> backends();

/// SQL that changes something, through the writer; the error's text, empty when it worked.
QString write(store::Store &store, const QString &sql, const store::Params &params = {});
/// The first column named "v" of the only row, as text; "<error …>" on failure.
QString read(store::Store &store, const QString &sql, const store::Params &params = {});

/// Ends the server's connections that hold a lock, as an administrator or a time limit does; how many there were. 0 on SQLite.
int endLocks(store::Store &store);

} // namespace pfx::test

/// For the test body: makes `name` on the row's backend or fails the test.
#define PFX_STORE_FIXTURE(name) \
    QFETCH(QString, backend); \
    ::pfx::test::StoreFixture name(backend); \
    QVERIFY2(name.isValid(), qPrintable(name.error()))
