// SPDX-License-Identifier: GPL-3.0-or-later
// Messages that `/sms` accepts a second by the built `pfxctl serve`, each on disk before it is answered, beside Kannel (spool store, which
// does not sync), under the same load from wrk in the same run, turn by turn: with something behind that takes the messages (our file driver,
// Kannel's fakesmsc) and with nothing. Beside it: the same server with an empty handler, an import in another program on the same file, and
// a million messages that are there already.
//   bench_sms [SECONDS a measurement] [ROUNDS] [THOUSANDS of messages in the large store]
#include "core/server/server.h"
#include "core/sms/pages.h"
#include "core/store/store.h"
#include "tests/bench/measured.h"
#include "tests/bench/wrk_load.h"
#include "tests/e2e/sms_office.h"
#include "tests/sms_peers/kannel_process.h"
#include "tests/support/sample_export.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <sqlite3.h>

#include <cstdlib>

using namespace pfx;
using bench::giveUp;
using bench::Load;
using bench::median;
using bench::result;

namespace {

/// Each request its own text to its own phone, so that none is a repeat; `run` keeps those of two measurements apart.
QByteArray script(const QByteArray &request, int run)
{
    return "local n = 0\nrequest = function()\n  n = n + 1\n  local to = '%2B79' .. string.format('%02d%07d', " + QByteArray::number(run)
        + ", n)\n  " + request + "\nend\n";
}

class Ours
{
public:
    /// The file driver takes everything; without it there is one that reaches nobody.
    explicit Ours(bool attached)
        : m_office(attached ? QHash<QString, QString>{{QStringLiteral("driver"), QStringLiteral("file")}}
                            : QHash<QString, QString>{{QStringLiteral("driver"), QStringLiteral("smpp")},
                                                      {QStringLiteral("url"), QStringLiteral("smpp://127.0.0.1:%1").arg(test::freePort())}})
    {}

    double start()
    {
        QElapsedTimer timer;
        timer.start();
        if (const QString trouble = m_office.server.start(); !trouble.isEmpty())
            giveUp(trouble);
        return static_cast<double>(timer.elapsed());
    }
    void stop()
    {
        if (m_office.server.stop() != 0)
            giveUp(QStringLiteral("pfxctl serve ended badly: ") + QString::fromUtf8(m_office.server.output()));
    }
    Load measure(int connections, int seconds)
    {
        const QByteArray lua = "wrk.method = 'POST'\nwrk.headers['Content-Type'] = 'application/x-www-form-urlencoded'\n"
            + script("return wrk.format(nil, nil, nil, 'login=planfix&password=pass-word-1&to=' .. to .. '&text=Order+' .. n)", ++m_runs);
        return bench::wrkLoad(QStringLiteral("http://127.0.0.1:%1/sms").arg(m_office.server.port()), lua, connections, seconds);
    }
    test::SmsOffice &office() { return m_office; }
    QString file() const { return m_office.ctl.path(QStringLiteral("profile/planfix-console.sqlite")); }

private:
    test::SmsOffice m_office;
    int m_runs = 0;
};

class Kannel
{
public:
    explicit Kannel(bool attached)
    {
        const quint16 port = test::freePort();
        if (const QString trouble = m_kannel.start(test::KannelProcess::fake(port), true); !trouble.isEmpty())
            giveUp(trouble);
        if (!attached)
            return;
        m_smsc.setProcessChannelMode(QProcess::MergedChannels);
        m_smsc.setStandardOutputFile(QProcess::nullDevice());
        m_smsc.start(QStringLiteral("/usr/lib/kannel/test/fakesmsc"),
                     {QStringLiteral("-H"), QStringLiteral("127.0.0.1"), QStringLiteral("-r"), QString::number(port), QStringLiteral("-m"),
                      QStringLiteral("0"), QStringLiteral("1 2 text x")});
        if (!m_smsc.waitForStarted())
            giveUp(m_smsc.errorString());
    }
    ~Kannel()
    {
        m_smsc.kill();
        m_smsc.waitForFinished();
    }
    Load measure(int connections, int seconds)
    {
        const QByteArray lua = script("return wrk.format('GET', '/cgi-bin/sendsms?username=office&password=secret&from=SHOP&to=' .. to"
                                      " .. '&text=Order+' .. n)", ++m_runs);
        return bench::wrkLoad(m_kannel.url() + QLatin1Char('/'), lua, connections, seconds);
    }

private:
    test::KannelProcess m_kannel;
    QProcess m_smsc;
    int m_runs = 0;
};

/// The embedded server with nothing to do.
class Empty
{
public:
    Empty()
    {
        server::Route route;
        route.methods = {server::Method::Post};
        route.pattern = "/sms";
        route.contentTypes = {"application/x-www-form-urlencoded"};
        route.handler = server::AcceptHandler([](const server::Request &) -> std::variant<server::Response, server::HandIn> {
            return server::Response::json(200, QByteArrayLiteral("{\"status\":\"ok\",\"id\":\"1\",\"segments\":1,\"state\":\"queued\"}"));
        });
        server::ServerOptions options;
        options.listen = QStringLiteral("127.0.0.1:0");
        std::vector<server::Route> routes;
        routes.push_back(std::move(route));
        m_server = std::make_unique<server::Server>(m_clock, nullptr, options, std::move(routes));
        if (const auto started = m_server->start(); !started)
            giveUp(started.error().detail);
    }
    ~Empty() { m_server->stop(); }
    Load measure(int connections, int seconds)
    {
        const QByteArray lua = "wrk.method = 'POST'\nwrk.headers['Content-Type'] = 'application/x-www-form-urlencoded'\n"
            + script("return wrk.format(nil, nil, nil, 'login=planfix&password=pass-word-1&to=' .. to .. '&text=Order+' .. n)", 1);
        return bench::wrkLoad(QStringLiteral("http://%1/sms").arg(m_server->status().address), lua, connections, seconds);
    }

private:
    base::SystemClock m_clock;
    std::unique_ptr<server::Server> m_server;
};

struct Targets
{
    const char *at32, *at128;
};

void besideKannel(bool attached, int seconds, int rounds, const Targets &targets)
{
    Ours ours(attached);
    ours.start();
    Kannel kannel(attached);
    const QString name = attached ? QStringLiteral("provider attached") : QStringLiteral("nothing attached");
    for (const int connections : {32, 128}) {
        std::vector<double> accepts, theirs, ratios, p99;
        for (int round = 0; round < rounds; ++round) {
            const Load our = ours.measure(connections, seconds);
            const Load their = kannel.measure(connections, seconds);
            accepts.push_back(our.perSecond);
            theirs.push_back(their.perSecond);
            ratios.push_back(our.perSecond / their.perSecond);
            p99.push_back(our.p99Ms);
        }
        const auto line = [&](const char *what, double value, const char *unit, const char *target = "") {
            result(QStringLiteral("%1, %2 connections: %3").arg(name).arg(connections).arg(QLatin1String(what)), value, QLatin1String(unit), QLatin1String(target));
        };
        line("durable accepts", median(accepts), "messages/s");
        line("Kannel", median(theirs), "messages/s");
        line("ours, of Kannel", median(ratios), "", connections == 32 ? targets.at32 : targets.at128);
        line("99th percentile", median(p99), "ms", attached ? "<= 10" : "");
    }
    ours.stop();
}

void besideEmpty(int seconds, int rounds)
{
    Ours ours(true);
    ours.start();
    Empty empty;
    std::vector<double> ratios;
    for (int round = 0; round < rounds; ++round) {
        const double without = empty.measure(128, seconds).perSecond;
        ratios.push_back(ours.measure(128, seconds).perSecond / without);
    }
    result(QStringLiteral("128 connections: of the empty handler"), median(ratios), {}, QStringLiteral(">= 0.50"));
    ours.stop();
}

void besideImport(int seconds)
{
    Ours ours(true);
    ours.start();
    const test::Ctl &ctl = ours.office().ctl;
    if (ctl.addAnna() != 0)
        giveUp(QStringLiteral("no employee"));
    const QString file = ctl.path(QStringLiteral("export.json"));
    if (!test::writeSampleExport(file, {.contacts = 100'000, .deals = 100'000}))
        giveUp(QStringLiteral("no sample export"));
    QProcess import;
    ctl.prepare(import, {QStringLiteral("import"), QStringLiteral("file"), file, QStringLiteral("--source"), QStringLiteral("amocrm"),
                         QStringLiteral("--default-employee"), QStringLiteral("anna@example.com")});
    import.start(QIODevice::ReadOnly);
    if (!import.waitForStarted())
        giveUp(import.errorString());
    const Load load = ours.measure(32, seconds);
    if (import.state() == QProcess::NotRunning)
        giveUp(QStringLiteral("the import ended before the measurement did"));
    result(QStringLiteral("32 connections while 200,000 records are imported: accepts"), load.perSecond, QStringLiteral("messages/s"));
    result(QStringLiteral("32 connections while 200,000 records are imported: 99th percentile"), load.p99Ms, QStringLiteral("ms"), QStringLiteral("<= 50"));
    import.kill();
    import.waitForFinished();
    ours.stop();
}

/// Old messages that came to their end, as many as an office sends in years.
void fill(const QString &file, int count)
{
    sqlite3 *db = nullptr;
    if (sqlite3_open(qPrintable(file), &db) != SQLITE_OK)
        giveUp(QString::fromUtf8(sqlite3_errmsg(db)));
    const QByteArray sql = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + QByteArray::number(count)
        + ") INSERT INTO sms_messages (id, state, source, credential, sender, recipient, text, encoding, segments, provider, provider_id,"
          " valid_until, created_at, changed_at) SELECT i, 'delivered', 'planfix', 'main', 'SHOP', '+79' || substr('000000000' || i, -9),"
          " 'Order ' || i || ' is ready', 'gsm7', 1, 'main', 'm' || i, 1700000000000 + i, 1700000000000 + i, 1700000000000 + i FROM n";
    const QByteArray next = "INSERT INTO id_blocks (table_name, next_id) VALUES ('sms_messages', " + QByteArray::number(count + 1)
        + ") ON CONFLICT (table_name) DO UPDATE SET next_id = excluded.next_id";
    if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK || sqlite3_exec(db, next, nullptr, nullptr, nullptr) != SQLITE_OK)
        giveUp(QString::fromUtf8(sqlite3_errmsg(db)));
    sqlite3_close(db);
}

void aMillion(int seconds, int rounds, int thousands)
{
    Ours small(true), large(true);
    small.start();
    large.start();
    small.stop();
    large.stop();
    fill(large.file(), thousands * 1000);
    std::vector<double> starts, accepts, pages;
    for (int round = 0; round < rounds; ++round) {
        const double startOfSmall = small.start(), startOfLarge = large.start();
        starts.push_back(startOfLarge / startOfSmall);
        const double toSmall = small.measure(128, seconds).perSecond;
        accepts.push_back(large.measure(128, seconds).perSecond / toSmall);
        small.stop();
        large.stop();
    }
    const QString those = QStringLiteral("%1,000 messages: ").arg(thousands);
    result(those + QStringLiteral("accepts, of those to an empty store"), median(accepts), {}, QStringLiteral(">= 0.80"));
    result(those + QStringLiteral("start of the program, of that with none"), median(starts), {}, QStringLiteral("<= 1.20"));
    const base::SystemClock clock;
    const auto url = store::StoreUrl::parse(QStringLiteral("sqlite:") + large.file());
    const auto store = store::Store::open(*url, clock);
    if (!store)
        giveUp(store.error().detail);
    const auto db = (*store)->connect();
    if (!db)
        giveUp(db.error().detail);
    for (const QString &text : {QString(), QStringLiteral("79000500000")}) {
        sms::MessageQuery query;
        query.text = text;
        QElapsedTimer timer;
        timer.start();
        const auto page = sms::page(**db, query, 0, 200);
        if (!page || page->isEmpty())
            giveUp(QStringLiteral("no page"));
        result(those + (query.text.isEmpty() ? QStringLiteral("the newest page") : QStringLiteral("those to a phone")),
               static_cast<double>(timer.nsecsElapsed()) / 1e6, QStringLiteral("ms"), QStringLiteral("<= 50"));
    }
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_NO_THREADED_GLIB", "1"); // as the programs do
    const QCoreApplication app(argc, argv);
    const int seconds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 3;
    const int rounds = argc > 2 ? std::max(1, std::atoi(argv[2])) : 3;
    besideKannel(true, seconds, rounds, {">= 3", ">= 4"});
    besideKannel(false, seconds, rounds, {">= 2.5", ">= 3"});
    besideEmpty(seconds, rounds);
    besideImport(seconds);
    aMillion(seconds, rounds, argc > 3 ? std::max(1, std::atoi(argv[3])) : 1000);
    return 0;
}
