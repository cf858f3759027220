// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/postgres_dump.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

namespace pfx::store {

using base::ErrorCode;
using base::fail;

base::Result<void> dumpDatabase(const StoreUrl &url, const QString &target)
{
    if (QFileInfo::exists(target))
        return fail(ErrorCode::Conflict, QStringLiteral("the file exists"), target);
    const QString tool = QStandardPaths::findExecutable(QStringLiteral("pg_dump"));
    if (tool.isEmpty())
        return fail(ErrorCode::NotFound, QStringLiteral("pg_dump is not installed"), QStringLiteral("pg_dump"));
    const QString part = target + QStringLiteral(".part");
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!url.password.isEmpty())
        environment.insert(QStringLiteral("PGPASSWORD"), url.password); // the command line is seen by everybody
    process.setProcessEnvironment(environment);
    process.start(tool, {QStringLiteral("--format=custom"), QStringLiteral("--file=") + part, QStringLiteral("--dbname=") + url.display()});
    process.waitForFinished(-1);
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        QFile::remove(part);
        return fail(ErrorCode::Storage, QString::fromLocal8Bit(process.readAllStandardError()).trimmed(), target);
    }
    QFile::setPermissions(part, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!QFile::rename(part, target)) {
        QFile::remove(part);
        return fail(ErrorCode::Storage, QStringLiteral("the copy cannot be given its name"), target);
    }
    return {};
}

} // namespace pfx::store
