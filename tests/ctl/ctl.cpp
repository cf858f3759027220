// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctl.h"

#include "tests/support/scratch_postgres.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcessEnvironment>

namespace pfx::test {

namespace {

constexpr int longest = 120'000;

} // namespace

QJsonObject CtlRun::object() const
{
    return QJsonDocument::fromJson(out).object();
}

QJsonArray CtlRun::array() const
{
    return QJsonDocument::fromJson(out).array();
}

QString CtlRun::errorMessage() const
{
    return object().value(QStringLiteral("error")).toObject().value(QStringLiteral("message")).toString();
}

Ctl::Ctl(const QString &backend)
{
    if (backend != QLatin1String("postgresql"))
        return;
    m_store = ScratchPostgres::newDatabase();
    if (m_store.isEmpty())
        qFatal("no PostgreSQL: %s", qPrintable(ScratchPostgres::error()));
}

void Ctl::prepare(QProcess &process, const QStringList &arguments) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith(QLatin1String("PFX_")) || name.startsWith(QLatin1String("LC_")))
            environment.remove(name);
    }
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    for (auto variable = m_environment.begin(); variable != m_environment.end(); ++variable) {
        environment.remove(variable.key());
        if (!variable->isEmpty())
            environment.insert(variable.key(), *variable);
    }
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder.path());
    QStringList all{QStringLiteral("--profile"), path(QStringLiteral("profile"))};
    if (!m_store.isEmpty())
        all += {QStringLiteral("--store"), m_store};
    process.setProgram(QStringLiteral(PFX_CTL));
    process.setArguments(all + arguments);
}

CtlRun Ctl::run(const QStringList &arguments) const
{
    QProcess process;
    prepare(process, arguments);
    process.start(QIODevice::ReadOnly);
    CtlRun result;
    if (!process.waitForFinished(longest)) {
        process.kill();
        process.waitForFinished();
        result.messages = process.errorString().toUtf8();
        return result;
    }
    result.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    result.out = process.readAllStandardOutput();
    result.messages = process.readAllStandardError();
    return result;
}

CtlRun Ctl::json(const QStringList &arguments) const
{
    return run(arguments + QStringList{QStringLiteral("--json")});
}

QString Ctl::file(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", qPrintable(file.fileName()));
    return file.fileName();
}

int Ctl::addAnna() const
{
    return run({QStringLiteral("employee"), QStringLiteral("add"), QStringLiteral("Анна Админова"), QStringLiteral("--email"),
                QStringLiteral("anna@example.com")})
        .status;
}

CtlRun Ctl::import(const QString &path, const QString &source, const QStringList &more) const
{
    return json(QStringList{QStringLiteral("import"), QStringLiteral("file"), path, QStringLiteral("--source"), source,
                            QStringLiteral("--default-employee"), QStringLiteral("anna@example.com")}
                + more);
}

QString counts(const QJsonObject &report, const char *kind)
{
    const QJsonObject counters = report.value(QLatin1String(kind)).toObject();
    QStringList parts;
    for (const char *name : {"read", "created", "updated", "skipped", "failed"})
        parts.append(QStringLiteral("%1 %2").arg(counters.value(QLatin1String(name)).toInt(-1)).arg(QLatin1String(name)));
    return parts.join(QStringLiteral(", "));
}

} // namespace pfx::test
