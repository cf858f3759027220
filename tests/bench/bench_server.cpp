// SPDX-License-Identifier: GPL-3.0-or-later
// Durable accepts of `/orders` a second, by the routes that the programs serve: an order is answered after it stands on disk with its history
// and the effect that brings it to Planfix; the journal's lines are written beside. In the same run the same server with an empty handler,
// the order book alone in groups as large as the number of connections, and SQLite itself. The load comes from wrk, each order with a number
// of its own.
//   bench_server [seconds a measurement] [rounds]
#include "core/orders/order_json.h"
#include "core/orders/routes.h"
#include "core/server/server.h"
#include "tests/bench/measured.h"
#include "tests/bench/wrk_load.h"
#include "tests/support/store_fixture.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <sqlite3.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdlib>

using namespace pfx;

namespace {

QByteArray orderBody(const QByteArray &number)
{
    return R"({"number":")" + number + R"(","client":{"name":"Client","phone":"+79161234567"},"address":"Street 1",)"
        R"("items":[{"name":"Item","quantity":"1","price":"100.00"}],"total":"100.00"})";
}

const QByteArray token = QByteArrayLiteral("bench-token-0123456789");

struct Measured
{
    double perSecond = 0;
    double p99Ms = 0;
    double cpuUs = 0; ///< Of this program a request, all its threads: what a busy machine does not blur.
};

double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

Measured load(const QString &address, const QString &path, const QByteArray &script, int connections, int seconds)
{
    const double cpuBefore = cpuSeconds();
    const bench::Load load = bench::wrkLoad(QStringLiteral("http://%1%2").arg(address, path), script, connections, seconds);
    return {load.perSecond, load.p99Ms, (cpuSeconds() - cpuBefore) * 1e6 / load.requests};
}

/// What SQLite can do at best: rows of the same bytes in groups of that size, each group on disk before the next.
double rawFloor(int group, int seconds)
{
    const QTemporaryDir folder;
    sqlite3 *db = nullptr;
    sqlite3_stmt *insert = nullptr;
    const auto run = [&](const char *sql) {
        if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            bench::giveUp(QString::fromUtf8(sqlite3_errmsg(db)));
    };
    sqlite3_open(qPrintable(folder.filePath(QStringLiteral("floor.sqlite"))), &db);
    run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE inbox (id INTEGER PRIMARY KEY, at INTEGER, path TEXT, body BLOB)");
    sqlite3_prepare_v2(db, "INSERT INTO inbox (at, path, body) VALUES (1, '/orders', ?)", -1, &insert, nullptr);
    const QByteArray body = orderBody("A-1");
    QElapsedTimer timer;
    timer.start();
    qint64 rows = 0;
    while (timer.elapsed() < seconds * 1000) {
        run("BEGIN IMMEDIATE");
        for (int i = 0; i < group; ++i, ++rows) {
            sqlite3_bind_blob(insert, 1, body.constData(), static_cast<int>(body.size()), SQLITE_STATIC);
            sqlite3_step(insert);
            sqlite3_reset(insert);
        }
        run("COMMIT");
    }
    const double perSecond = static_cast<double>(rows) * 1000 / static_cast<double>(timer.elapsed());
    sqlite3_finalize(insert);
    sqlite3_close(db);
    return perSecond;
}

server::Route route(const QByteArray &pattern, server::AcceptHandler handler)
{
    server::Route route;
    route.methods = {server::Method::Post};
    route.pattern = pattern;
    route.contentTypes = {"application/json"};
    route.handler = std::move(handler);
    return route;
}

class Bench
{
public:
    Bench(const QString &backend, int seconds) : m_fixture(backend), m_seconds(seconds)
    {
        if (!m_fixture.isValid())
            bench::giveUp(m_fixture.error());
        m_journal.emplace(m_fixture.store().writer());
        server::ServerOptions options;
        options.listen = QStringLiteral("127.0.0.1:0");
        options.limits.connections = 600;
        std::vector<server::Route> routes = orders::routes({m_fixture.store().writer(), m_clock, m_outbox, m_inbox, *m_journal,
                                                            QStringLiteral("bench.planfix.ru"), std::make_shared<server::Secret>(token), {}});
        routes.push_back(route("/empty", [](const server::Request &) -> std::variant<server::Response, server::HandIn> {
            return server::Response::json(201, QByteArrayLiteral("{\"number\":\"A-1\",\"id\":1}"));
        }));
        m_server = std::make_unique<server::Server>(m_clock, &m_fixture.store(), options, std::move(routes));
        if (const auto started = m_server->start(); !started)
            bench::giveUp(started.error().detail);
    }
    ~Bench() { m_server->stop(); }

    Measured measure(const QString &path, int connections)
    {
        const QByteArray script = "wrk.method = 'POST'\nwrk.headers['Content-Type'] = 'application/json'\nwrk.headers['Authorization'] = 'Bearer "
            + token + "'\nlocal n = 0\nrequest = function()\n  n = n + 1\n  return wrk.format(nil, nil, nil, '"
            + orderBody("R" + QByteArray::number(++m_runs) + "-' .. n .. '") + "')\nend\n";
        return load(m_server->status().address, path, script, connections, m_seconds);
    }

    /// The order book by itself: as many orders a transaction as there are connections, given to it together or one by one.
    enum class Given { Together, OneByOne };
    double bookAlone(int group, Given given = Given::Together)
    {
        orders::OrderBook book(orders::OrderEffects(m_outbox, QStringLiteral("bench.planfix.ru")), m_clock);
        QVector<orders::Order> some(group, *orders::readOrder(orderBody("A-1")));
        QElapsedTimer timer;
        timer.start();
        qint64 count = 0;
        for (; timer.elapsed() < m_seconds * 1000; count += group) {
            for (orders::Order &order : some)
                order.number = QStringLiteral("B%1").arg(++m_numbers);
            const auto written = m_fixture.store().writer().run([&](store::Connection &db) -> base::Result<void> {
                if (given == Given::Together)
                    return book.add(db, some).map([](const auto &) {});
                for (const orders::Order &order : std::as_const(some))
                    PFX_TRY(book.add(db, order));
                return {};
            });
            if (!written)
                bench::giveUp(written.error().detail);
        }
        return static_cast<double>(count) * 1000 / static_cast<double>(timer.elapsed());
    }

    double journalLacks() const { return static_cast<double>(m_journal->dropped()); }

private:
    base::SystemClock m_clock;
    test::StoreFixture m_fixture;
    exchange::Bell m_bell;
    exchange::Outbox m_outbox{m_clock, m_bell};
    exchange::Inbox m_inbox{m_clock, m_bell};
    std::optional<exchange::Journal> m_journal;
    std::unique_ptr<server::Server> m_server;
    const int m_seconds;
    int m_runs = 0;
    qint64 m_numbers = 0;
};

/// Of the rounds' medians: durable accepts a second on SQLite.
double measureSqlite(Bench &bench, int connections, int seconds, int rounds)
{
    std::vector<double> empty, durable, p99, ratio, emptyCpu, durableCpu;
    for (int round = 0; round < rounds; ++round) {
        const Measured without = bench.measure(QStringLiteral("/empty"), connections);
        const Measured with = bench.measure(QStringLiteral("/orders"), connections);
        empty.push_back(without.perSecond);
        durable.push_back(with.perSecond);
        p99.push_back(with.p99Ms);
        ratio.push_back(with.perSecond / without.perSecond);
        emptyCpu.push_back(without.cpuUs);
        durableCpu.push_back(with.cpuUs);
    }
    const auto line = [&](const char *what, double value, const char *unit, const char *target = "") {
        bench::result(QStringLiteral("%1 connections: %2").arg(connections).arg(QLatin1String(what)), value, QString::fromUtf8(unit),
                      QLatin1String(target));
    };
    const bool goal = connections == 128;
    line("empty handler", bench::median(empty), "requests/s");
    line("durable accepts", bench::median(durable), "requests/s");
    line("durable, of the empty handler", bench::median(ratio), "", goal ? ">= 0.60" : "");
    line("durable, 99th percentile", bench::median(p99), "ms", goal ? "<= 10" : "");
    line("empty handler, CPU a request", bench::median(emptyCpu), "µs");
    line("durable accept, CPU a request", bench::median(durableCpu), "µs");
    line("order book alone in such groups", bench.bookAlone(connections), "orders/s");
    line("the same, one by one in a transaction", bench.bookAlone(connections, Bench::Given::OneByOne), "orders/s");
    line("raw SQLite in such groups", rawFloor(connections, seconds), "rows/s");
    return bench::median(durable);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_NO_THREADED_GLIB", "1"); // as the programs do
    const QCoreApplication app(argc, argv);
    const int seconds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 3;
    const int rounds = argc > 2 ? std::max(1, std::atoi(argv[2])) : 3;
    double sqlite = 0;
    {
        Bench bench(QStringLiteral("sqlite"), seconds);
        for (const int connections : {8, 32, 128, 512}) {
            const double durable = measureSqlite(bench, connections, seconds, rounds);
            if (connections == 128)
                sqlite = durable;
        }
        bench::result(QStringLiteral("lines that the journal lacks"), bench.journalLacks(), QString());
    }
    Bench bench(QStringLiteral("postgresql"), seconds);
    std::vector<double> durable, p99;
    for (int round = 0; round < rounds; ++round) {
        const Measured measured = bench.measure(QStringLiteral("/orders"), 128);
        durable.push_back(measured.perSecond);
        p99.push_back(measured.p99Ms);
    }
    bench::result(QStringLiteral("128 connections: PostgreSQL, 99th percentile"), bench::median(p99), QStringLiteral("ms"));
    bench::result(QStringLiteral("128 connections: order book alone on PostgreSQL"), bench.bookAlone(128), QStringLiteral("orders/s"));
    bench::result(QStringLiteral("128 connections: durable accepts on PostgreSQL"), bench::median(durable), QStringLiteral("requests/s"));
    bench::result(QStringLiteral("128 connections: PostgreSQL, of SQLite"), bench::median(durable) / sqlite, QString(), QStringLiteral(">= 0.33"));
    bench::result(QStringLiteral("peak memory of this program"), bench::memoryMb("VmHWM"), QStringLiteral("MB"));
    return 0;
}
