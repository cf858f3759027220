// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/postgres_dump.h"

#include "core/store/postgres_connection.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

namespace pfx::store {

using base::ErrorCode;
using base::fail;

using base::Result;

namespace {

const QString mostKnownTable = QStringLiteral(" TABLE DATA public schema_version ");

/// Of PostgreSQL's own tools: `arguments` hold no secret, the command line is seen by everybody.
Result<QString> run(const QString &name, const StoreUrl &url, const QStringList &arguments, const base::Error &failure)
{
    const QString tool = QStandardPaths::findExecutable(name);
    if (tool.isEmpty())
        return fail(ErrorCode::NotFound, name + QStringLiteral(" is not installed"), name);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!url.password.isEmpty())
        environment.insert(QStringLiteral("PGPASSWORD"), url.password);
    process.setProcessEnvironment(environment);
    process.start(tool, arguments);
    process.waitForFinished(-1);
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return fail(failure.code, QString::fromLocal8Bit(process.readAllStandardError()).trimmed(), failure.where);
    return QString::fromLocal8Bit(process.readAllStandardOutput());
}

/// What pg_restore prints of the one row: "COPY public.schema_version (version) FROM stdin;\n6\n\\.\n".
Result<qint64> versionIn(const StoreUrl &url, const QString &dump)
{
    PFX_ASSIGN(const QString script, run(QStringLiteral("pg_restore"), url,
                                         {QStringLiteral("--data-only"), QStringLiteral("--table=schema_version"), QStringLiteral("--file=-"), dump},
                                         {ErrorCode::SourceUnreadable, {}, dump}));
    static const QRegularExpression row(QStringLiteral("^COPY .*schema_version.* FROM stdin;\\n(\\d+)$"), QRegularExpression::MultilineOption);
    const auto match = row.match(script);
    if (!match.hasMatch())
        return fail(ErrorCode::SourceUnreadable, QStringLiteral("it does not say its version"), dump);
    return match.captured(1).toLongLong();
}

Result<void> checkIsEmpty(const StoreUrl &url)
{
    PFX_ASSIGN(const auto connection, PostgresConnection::open(url, QStringLiteral("planfix-console restore"), Access::Read));
    PFX_ASSIGN(const Rows rows, connection->select(QStringLiteral("SELECT count(*) AS tables FROM pg_catalog.pg_tables"
                                                                  " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")));
    if (rows.front().number(QStringLiteral("tables")) > 0)
        return fail(ErrorCode::Conflict, QStringLiteral("the database is not empty: a backup is restored into a new one"), url.display());
    return {};
}

} // namespace

Result<void> dumpDatabase(const StoreUrl &url, const QString &target)
{
    if (QFileInfo::exists(target))
        return fail(ErrorCode::Conflict, QStringLiteral("the file exists"), target);
    const QString part = target + QStringLiteral(".part");
    const auto dumped = run(QStringLiteral("pg_dump"), url,
                            {QStringLiteral("--format=custom"), QStringLiteral("--file=") + part, QStringLiteral("--dbname=") + url.display()},
                            {ErrorCode::Storage, {}, target});
    if (!dumped) {
        QFile::remove(part);
        return fail(dumped.error());
    }
    QFile::setPermissions(part, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!QFile::rename(part, target)) {
        QFile::remove(part);
        return fail(ErrorCode::Storage, QStringLiteral("the copy cannot be given its name"), target);
    }
    return {};
}

Result<void> loadDump(const StoreUrl &url, const QString &dump, qint64 newestVersion)
{
    const QString tool = QStringLiteral("pg_restore");
    PFX_ASSIGN(const QString content, run(tool, url, {QStringLiteral("--list"), dump}, {ErrorCode::SourceUnreadable, {}, dump}));
    if (!content.contains(mostKnownTable))
        return fail(ErrorCode::SourceUnreadable, QStringLiteral("it has other tables"), dump);
    PFX_ASSIGN(const qint64 version, versionIn(url, dump));
    if (version > newestVersion)
        return fail(ErrorCode::StorageNewer, QStringLiteral("the database has version %1, this program knows %2").arg(version).arg(newestVersion), dump);
    PFX_TRY(checkIsEmpty(url));
    // Without comments: the one on an extension belongs to whoever made that, often the administrator.
    return run(tool, url,
               {QStringLiteral("--single-transaction"), QStringLiteral("--exit-on-error"), QStringLiteral("--no-owner"),
                QStringLiteral("--no-privileges"), QStringLiteral("--no-comments"), QStringLiteral("--dbname=") + url.display(), dump},
               {ErrorCode::Storage, {}, url.display()})
        .map([](const QString &) {});
}

} // namespace pfx::store
