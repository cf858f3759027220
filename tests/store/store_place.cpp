// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/store_place.h"

#include "core/store/postgres_store.h"
#include "core/store/sqlite_store.h"
#include "tests/support/scratch_postgres.h"

#include <sqlite3.h>

#include <unistd.h>

namespace pfx::test {

using base::Result;
using store::Backend;
using store::Store;

namespace {
constexpr uid_t nobody = 65534;
}

QByteArray content(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<cannot be read>");
}

void put(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(name));
}

ForeignSqlite::ForeignSqlite(const QString &file)
{
    sqlite3_open(file.toUtf8().constData(), &m_db);
}

ForeignSqlite::~ForeignSqlite()
{
    sqlite3_close(m_db);
}

bool ForeignSqlite::run(const char *sql)
{
    return sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

SchemaFolder::SchemaFolder(int versions)
{
    const QDir source(s(":/sql"));
    const QStringList names = source.entryList({s("*.sql")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        if (name.left(4).toInt() <= versions)
            QFile::copy(source.filePath(name), m_folder.filePath(name));
    }
}

Place::Place(const QString &backend)
{
    const QString address = backend == s("sqlite") ? s("sqlite:") + m_folder.filePath(s("p/store.sqlite")) : ScratchPostgres::newDatabase();
    if (const auto parsed = store::StoreUrl::parse(address))
        m_url = *parsed;
}

Result<std::unique_ptr<Store>> Place::open(const SchemaFolder &files)
{
    PFX_ASSIGN(const store::Schema schema, files.schema(m_url.backend));
    return m_url.backend == Backend::Sqlite ? store::SqliteStore::open(m_url, schema, m_clock) : store::PostgresStore::open(m_url, schema);
}

Unprivileged::Unprivileged() : m_isRoot(::geteuid() == 0)
{
    if (m_isRoot && ::setresuid(nobody, nobody, 0) != 0)
        qFatal("the test cannot become somebody else");
}

Unprivileged::~Unprivileged()
{
    if (m_isRoot && ::setresuid(0, 0, 0) != 0)
        qFatal("the test cannot become root again");
}

} // namespace pfx::test
