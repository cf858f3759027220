// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scratch_postgres.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QUrl>

#include <libpq-fe.h>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <csignal>
#include <pwd.h>
#include <unistd.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace pfx::test {

namespace {

constexpr int patienceMs = 60'000;
const auto superuser = QLatin1String("pfx");

QString newestBinaryFolder()
{
    const QDir versions(QStringLiteral("/usr/lib/postgresql"));
    QStringList names = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) { return a.toInt() > b.toInt(); });
    for (const QString &name : std::as_const(names)) {
        const QString folder = versions.filePath(name + QStringLiteral("/bin"));
        if (QFile::exists(folder + QStringLiteral("/initdb")))
            return folder;
    }
    const QString found = QStandardPaths::findExecutable(QStringLiteral("initdb"));
    return found.isEmpty() ? QString() : QFileInfo(found).path();
}

class Server
{
public:
    Server();
    ~Server();

    QString error;
    QString socketFolder() const { return m_folder.path(); }
    bool query(const QByteArray &sql);

private:
    bool start();
    bool giveFolderAway();
    bool initialise();
    bool launch();
    bool waitUntilReady();
    bool connectToServer(const char *database);
    void actAs(QProcess &process) const;
    bool fails(const QString &reason)
    {
        error = reason;
        return false;
    }

    // Short, since a Unix socket's path has 107 characters at most.
    QTemporaryDir m_folder{QStringLiteral("/tmp/pfxpg-XXXXXX")};
    QString m_binaries = newestBinaryFolder();
    QProcess m_server;
    PGconn *m_connection = nullptr;
    unsigned m_user = 0; // 0: stay who we are
    unsigned m_group = 0;
};

Server::Server()
{
    if (!start() && error.isEmpty())
        error = QStringLiteral("the server cannot be started");
}

Server::~Server()
{
    PQfinish(m_connection);
    if (m_server.state() != QProcess::NotRunning) {
#ifdef Q_OS_UNIX
        ::kill(static_cast<pid_t>(m_server.processId()), SIGQUIT); // "immediate" shutdown: the data is thrown away anyway
#endif
        if (!m_server.waitForFinished(10'000))
            m_server.kill();
        m_server.waitForFinished(10'000);
    }
}

bool Server::start()
{
    if (m_binaries.isEmpty())
        return fails(QStringLiteral("PostgreSQL's server is not installed (Debian: postgresql)"));
    return giveFolderAway() && initialise() && launch() && waitUntilReady();
}

// PostgreSQL refuses to run as root: then it runs as "postgres", or as "nobody" where that does not exist.
bool Server::giveFolderAway()
{
#ifdef Q_OS_UNIX
    if (::geteuid() != 0)
        return true;
    const passwd *user = ::getpwnam("postgres");
    if (!user)
        user = ::getpwnam("nobody");
    if (!user)
        return fails(QStringLiteral("there is no unprivileged user to run the server as"));
    m_user = user->pw_uid;
    m_group = user->pw_gid;
    if (::chown(QFile::encodeName(m_folder.path()).constData(), m_user, m_group) != 0)
        return fails(QStringLiteral("the server's folder cannot be given to its user"));
#endif
    return true;
}

void Server::actAs(QProcess &process) const
{
    process.setWorkingDirectory(m_folder.path());
#ifdef Q_OS_UNIX
    process.setChildProcessModifier([user = m_user, group = m_group] {
        if (user != 0 && (::setgid(group) != 0 || ::setuid(user) != 0))
            ::_exit(1);
#ifdef Q_OS_LINUX
        ::prctl(PR_SET_PDEATHSIG, SIGQUIT); // also when the test program crashes; after setuid, which clears it
#endif
    });
#endif
}

bool Server::initialise()
{
    QProcess initdb;
    actAs(initdb);
    initdb.start(m_binaries + QStringLiteral("/initdb"),
                 {QStringLiteral("--pgdata=data"), QStringLiteral("--username=") + superuser, QStringLiteral("--auth=trust"),
                  QStringLiteral("--encoding=UTF8"), QStringLiteral("--locale=C.UTF-8"), QStringLiteral("--no-sync"),
                  QStringLiteral("--no-instructions")});
    if (!initdb.waitForFinished(patienceMs) || initdb.exitCode() != 0)
        return fails(QString::fromLocal8Bit(initdb.readAllStandardError()));
    return true;
}

bool Server::launch()
{
    actAs(m_server);
    m_server.setStandardOutputFile(QProcess::nullDevice());
    m_server.setStandardErrorFile(QProcess::nullDevice());
    QStringList arguments{QStringLiteral("-D"), QStringLiteral("data"), QStringLiteral("-k"), m_folder.path()};
    const QStringList settings{QStringLiteral("listen_addresses="), QStringLiteral("fsync=off"), QStringLiteral("full_page_writes=off"),
                               QStringLiteral("shared_buffers=64MB"), QStringLiteral("max_connections=60"),
                               QStringLiteral("max_wal_size=1GB"), QStringLiteral("checkpoint_timeout=1h")};
    for (const QString &setting : settings)
        arguments << QStringLiteral("-c") << setting;
    m_server.start(m_binaries + QStringLiteral("/postgres"), arguments);
    if (!m_server.waitForStarted(patienceMs))
        return fails(m_server.errorString());
    return true;
}

bool Server::connectToServer(const char *database)
{
    const QByteArray host = QFile::encodeName(m_folder.path());
    const QByteArray user = QByteArray(superuser.data(), superuser.size());
    const char *const names[] = {"host", "user", "dbname", nullptr};
    const char *const values[] = {host.constData(), user.constData(), database, nullptr};
    PQfinish(m_connection);
    m_connection = PQconnectdbParams(names, values, 0);
    return PQstatus(m_connection) == CONNECTION_OK;
}

bool Server::waitUntilReady()
{
    QDeadlineTimer deadline(patienceMs);
    while (!connectToServer("postgres")) {
        // waitForFinished is the pause between two attempts, and ends at once when the server has died.
        if (m_server.waitForFinished(20) || deadline.hasExpired())
            return fails(QString::fromUtf8(PQerrorMessage(m_connection)));
    }
    return true;
}

bool Server::query(const QByteArray &sql)
{
    PGresult *result = PQexec(m_connection, sql.constData());
    const ExecStatusType status = PQresultStatus(result);
    const bool done = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
    if (!done)
        error = QString::fromUtf8(PQerrorMessage(m_connection));
    PQclear(result);
    return done;
}

QByteArray databaseOf(const QString &address)
{
    return QUrl::fromPercentEncoding(address.section(QLatin1String("@/"), 1).section(QLatin1Char('?'), 0, 0).toUtf8()).toUtf8();
}

Server &server()
{
    static Server one; // lives as long as the test program
    return one;
}

} // namespace

QString ScratchPostgres::newDatabase()
{
    return create({});
}

QString ScratchPostgres::copyOf(const QString &address)
{
    return create(" TEMPLATE " + databaseOf(address));
}

QString ScratchPostgres::create(const QByteArray &options)
{
    static int count = 0;
    if (!server().error.isEmpty())
        return {};
    const QString name = QStringLiteral("test%1").arg(++count);
    if (!server().query("CREATE DATABASE " + name.toLatin1() + options))
        return {};
    return QStringLiteral("postgresql://%1@/%2?host=%3").arg(superuser, name, server().socketFolder());
}

QString ScratchPostgres::error()
{
    return server().error;
}

bool ScratchPostgres::drop(const QString &address)
{
    return server().query("DROP DATABASE IF EXISTS " + databaseOf(address) + " WITH (FORCE)");
}

bool ScratchPostgres::dropConnections(const QString &address)
{
    return server().query("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '" + databaseOf(address) + "'");
}

bool ScratchPostgres::setReach(const QString &address, Reach reach)
{
    const QByteArray allowed = reach == Reach::Open ? "true" : "false";
    return server().query("ALTER DATABASE " + databaseOf(address) + " ALLOW_CONNECTIONS " + allowed)
        && (reach == Reach::Open || dropConnections(address));
}

} // namespace pfx::test
