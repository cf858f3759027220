// SPDX-License-Identifier: GPL-3.0-or-later
// Where a test's store may stand before it is opened, schemas of other versions, and another program's hands on the file. For one test
// function each.
#pragma once

#include "core/store/schema.h"
#include "core/store/store.h"
#include "tests/support/fake_clock.h"
#include "tests/support/store_fixture.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

struct sqlite3;

namespace pfx::test {

inline QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QByteArray content(const QString &file);
/// Ends the program when it cannot be written: nothing is tested then.
void put(const QString &file, const QByteArray &bytes);

class ForeignSqlite
{
public:
    explicit ForeignSqlite(const QString &file);
    ~ForeignSqlite();
    ForeignSqlite(const ForeignSqlite &) = delete;
    ForeignSqlite &operator=(const ForeignSqlite &) = delete;
    bool run(const char *sql);

private:
    sqlite3 *m_db = nullptr;
};

/// The built-in schema's first versions and then the files that are added.
class SchemaFolder
{
public:
    explicit SchemaFolder(int versions);
    void add(const QString &name, const QByteArray &sql) { put(m_folder.filePath(name), sql); }
    base::Result<store::Schema> schema(store::Backend backend) const { return store::Schema::fromDirectory(backend, m_folder.path()); }

private:
    QTemporaryDir m_folder;
};

/// The address of a store that nobody has made yet.
class Place
{
public:
    /// "sqlite" or "postgresql".
    explicit Place(const QString &backend);
    const store::StoreUrl &url() const { return m_url; }
    QDir folder() const { return QFileInfo(m_url.file).dir(); }
    base::Result<std::unique_ptr<store::Store>> open(const SchemaFolder &files);
    base::Result<std::unique_ptr<store::Store>> open() { return store::Store::open(m_url, m_clock); }

private:
    QTemporaryDir m_folder;
    FakeClock m_clock;
    store::StoreUrl m_url;
};

/// Permissions mean nothing to root: for the time of a test it is somebody else.
class Unprivileged
{
public:
    Unprivileged();
    ~Unprivileged();
    Unprivileged(const Unprivileged &) = delete;
    Unprivileged &operator=(const Unprivileged &) = delete;

private:
    const bool m_isRoot;
};

inline const QString addEmployee = QStringLiteral("INSERT INTO employees (id, name, search_key, created_at) VALUES (1, 'a', 'a', 1)");
inline const QString countEmployees = QStringLiteral("SELECT count(*) AS v FROM employees");

} // namespace pfx::test
