// SPDX-License-Identifier: GPL-3.0-or-later
// bench_exchange [THOUSANDS [accepts|pages|dispatching]]: durable accepts a second as a burst of single requests (through one accept queue, as single jobs of the writer,
// on PostgreSQL) beside raw sqlite3 group commits of the same rows; pages of a journal of a million rows; rows dispatched a second.
// Exit 1 when something fails.
#include "tests/bench/measured.h"
#include "tests/support/scratch_postgres.h"

#include "core/exchange/accept_queue.h"
#include "core/exchange/dispatcher.h"
#include "core/exchange/journal_pages.h"
#include "core/exchange/outbox.h"
#include "core/store/store.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <sqlite3.h>
#include <sys/resource.h>

#include <algorithm>
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <thread>

using namespace pfx;
using namespace pfx::exchange;
using base::Result;
using bench::result;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

Inbound request(int i)
{
    Inbound one;
    one.service = s("site");
    one.operation = s("order");
    one.method = s("POST");
    one.path = s("/orders");
    one.remote = s("127.0.0.1");
    one.headers = R"({"content-type":"application/json"})";
    one.body = QByteArray(R"({"number":"A-)") + QByteArray::number(i)
        + R"(","client":{"name":"Anna","phone":"+79260000000"},"items":[{"name":"Chair","quantity":2,"price":"100.00"}],"total":"200.00"})";
    return one;
}

// Counts what was answered; waits until all were.
class Answers
{
public:
    void one(bool good)
    {
        const std::lock_guard lock(m_mutex);
        ++m_count;
        m_bad += good ? 0 : 1;
        m_wake.notify_one();
    }
    /// As a client with so many connections: no more are under way.
    void waitBelow(int sent, int connections)
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [&] { return sent - m_count < connections; });
    }
    int bad()
    {
        const std::lock_guard lock(m_mutex);
        return m_bad;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    int m_count = 0, m_bad = 0;
};

using Submit = std::function<void(int i, Answers &answers)>;

double cpuSeconds()
{
    rusage used = {};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

struct Speed
{
    double perSecond = 0;
    double cpuMicroseconds = 0; ///< Of all threads, for one; says more than the speed while others use the machine.
};

Result<Speed> speedOf(int count, int connections, const Submit &submit)
{
    Answers answers;
    const double cpu = cpuSeconds();
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < count; ++i) {
        answers.waitBelow(i, connections);
        submit(i, answers);
    }
    answers.waitBelow(count, 1);
    if (answers.bad() > 0)
        return base::fail(base::ErrorCode::Internal, s("%1 requests were not accepted").arg(answers.bad()));
    return Speed{count * 1e9 / double(timer.nsecsElapsed()), (cpuSeconds() - cpu) * 1e6 / count};
}

// The least that a durable accept can cost here: a second thread that takes what waits, binds the same row into the same table with its
// indexes, and commits with synchronous=FULL.
class RawWriter
{
public:
    explicit RawWriter(const QString &file)
    {
        sqlite3_open(file.toUtf8().constData(), &m_db);
        sqlite3_exec(m_db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL", nullptr, nullptr, nullptr);
        sqlite3_prepare_v2(m_db,
                           "INSERT INTO exchange_inbox (id, service, account, operation, kind, state, due_at, created_at, changed_at, method, path, "
                           "remote, headers, status, body) VALUES (?, 'site', 'site', 'order', 'idempotent', 'queued', 0, 1, 1, 'POST', '/orders', "
                           "'127.0.0.1', ?, 200, ?)",
                           -1, &m_insert, nullptr);
        m_thread = std::thread([this] { loop(); });
    }
    ~RawWriter()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
        }
        m_wake.notify_one();
        m_thread.join();
        sqlite3_finalize(m_insert);
        sqlite3_close(m_db);
    }
    void submit(Inbound one, Answers &answers)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_waiting.push_back(std::move(one));
            m_answers = &answers;
        }
        m_wake.notify_one();
    }

private:
    void loop()
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_wake.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
            if (m_waiting.empty())
                return;
            std::deque<Inbound> group;
            group.swap(m_waiting);
            lock.unlock();
            bool good = sqlite3_exec(m_db, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK;
            for (const Inbound &one : group) {
                sqlite3_bind_int64(m_insert, 1, ++m_id);
                sqlite3_bind_text(m_insert, 2, one.headers.constData(), int(one.headers.size()), SQLITE_STATIC);
                sqlite3_bind_blob(m_insert, 3, one.body.constData(), int(one.body.size()), SQLITE_STATIC);
                good = sqlite3_step(m_insert) == SQLITE_DONE && good;
                sqlite3_reset(m_insert);
            }
            good = sqlite3_exec(m_db, "COMMIT", nullptr, nullptr, nullptr) == SQLITE_OK && good;
            for (size_t i = 0; i < group.size(); ++i)
                m_answers->one(good);
            lock.lock();
        }
    }

    sqlite3 *m_db = nullptr;
    sqlite3_stmt *m_insert = nullptr;
    qint64 m_id = 0;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Inbound> m_waiting;
    Answers *m_answers = nullptr;
    bool m_stopping = false;
    std::thread m_thread;
};

struct Place
{
    QTemporaryDir folder;
    base::SystemClock clock;
    std::unique_ptr<store::Store> store;
    Bell bell;
    Inbox inbox{clock, bell};
    Outbox outbox{clock, bell};

    Result<void> open(const QString &address)
    {
        PFX_ASSIGN(const auto url, store::StoreUrl::parse(address));
        PFX_ASSIGN(store, store::Store::open(url, clock));
        return {};
    }
    QString file() const { return folder.filePath(s("store.sqlite")); }
};

Result<Speed> queued(const QString &address, int count, int connections)
{
    Place place;
    PFX_TRY(place.open(address.isEmpty() ? s("sqlite:") + place.file() : address));
    AcceptQueue queue(place.store->writer(), place.inbox);
    return speedOf(count, connections, [&](int i, Answers &answers) {
        queue.accept(request(i), [&answers](const Result<Accepted> &accepted) { answers.one(bool(accepted)); });
    });
}

Result<Speed> asJobs(int count, int connections)
{
    Place place;
    PFX_TRY(place.open(s("sqlite:") + place.file()));
    return speedOf(count, connections, [&](int i, Answers &answers) {
        place.store->writer().submit(
            [&place, one = request(i)](store::Connection &db) { return place.inbox.accept(db, one).map([](Accepted) {}); },
            [&answers](const Result<void> &done) { answers.one(bool(done)); });
    });
}

Result<Speed> raw(int count, int connections)
{
    Place place;
    PFX_TRY(place.open(s("sqlite:") + place.file()));
    place.store.reset();
    RawWriter writer(place.file());
    return speedOf(count, connections, [&](int i, Answers &answers) { writer.submit(request(i), answers); });
}

Result<void> accepts(int count)
{
    for (const int connections : {8, 32, 128, 512}) {
        PFX_ASSIGN(const Speed floor, raw(count, connections));
        PFX_ASSIGN(const Speed queue, queued({}, count, connections));
        PFX_ASSIGN(const Speed jobs, asJobs(count, connections));
        PFX_ASSIGN(const Speed server, queued(test::ScratchPostgres::newDatabase(), count, connections));
        const QString at = s("accepts at %1 connections, ").arg(connections);
        const std::pair<const char *, Speed> kinds[] = {{"raw sqlite3", floor}, {"accept queue", queue}, {"single jobs", jobs}, {"PostgreSQL", server}};
        for (const auto &[kind, speed] : kinds) {
            result(at + s(kind), speed.perSecond, s("/s"));
            result(at + s(kind) + s(", CPU each"), speed.cpuMicroseconds, s("us"));
        }
        result(at + s("accept queue to raw"), queue.perSecond / floor.perSecond, {}, connections >= 128 ? s(">= 0.6") : QString());
        result(at + s("single jobs to raw"), jobs.perSecond / floor.perSecond, {});
        result(at + s("PostgreSQL to SQLite"), server.perSecond / queue.perSecond, {}, connections >= 128 ? s(">= 0.33") : QString());
    }
    return {};
}

// Rows of all kinds, of services of very different size.
Result<void> fill(Place &place, int rows)
{
    return place.store->writer().run([&](store::Connection &db) -> Result<void> {
        for (int from = 0; from < rows; from += 10'000) {
            std::vector<Inbound> requests;
            for (int i = from; i < from + 10'000; ++i) {
                requests.push_back(request(i));
                requests.back().subject = s("order:%1").arg(i / 4);
                if (i % 50'000 == 77)
                    requests.back().service = s("rare");
            }
            PFX_TRY(place.inbox.accept(db, requests));
        }
        PFX_TRY(db.execute(s("UPDATE exchange_inbox SET state = 'done', due_at = NULL, closed_at = 2 WHERE id % 100000 <> 5")));
        PFX_TRY(db.execute(s("UPDATE exchange_inbox SET state = 'attention', due_at = NULL WHERE id % 100000 = 5")));
        return {};
    });
}

Result<double> slowestPage(store::Connection &db, const JournalFilter &filter, qint64 rows)
{
    double slowest = 0;
    for (const qint64 before : {qint64(0), rows / 2, rows / 100, qint64(60)}) {
        QElapsedTimer timer;
        timer.start();
        PFX_TRY(journalPage(db, filter, before, 50));
        slowest = std::max(slowest, double(timer.nsecsElapsed()) / 1e6);
    }
    return slowest;
}

Result<void> pages(const QString &address, const QString &name, int rows)
{
    Place place;
    PFX_TRY(place.open(address.isEmpty() ? s("sqlite:") + place.file() : address));
    PFX_TRY(fill(place, rows));
    PFX_ASSIGN(const auto db, place.store->connect());
    const std::pair<const char *, JournalFilter> filters[] = {
        {"everything", {}},
        {"a common service", {{}, s("site"), {}, {}}},
        {"a rare service", {{}, s("rare"), {}, {}}},
        {"a state that few have", {{}, {}, RowState::Attention, {}}},
        {"a state that none has", {{}, {}, RowState::Waiting, {}}},
        {"a rare service's rare state", {{}, s("rare"), RowState::Attention, {}}},
        {"one subject", {{}, s("site"), {}, s("order:1234")}},
        {"what went out", {Direction::Out, {}, {}, {}}},
    };
    for (const auto &[title, filter] : filters) {
        PFX_ASSIGN(const double ms, slowestPage(*db, filter, rows));
        result(s("journal of %1 rows on %2, page of %3").arg(rows).arg(name, s(title)), ms, s("ms"), s("<= 50"));
    }
    return {};
}

Result<void> dispatching(const QString &address, const QString &name, int rows)
{
    Place place;
    PFX_TRY(place.open(address.isEmpty() ? s("sqlite:") + place.file() : address));
    PFX_TRY(place.store->writer().run([&](store::Connection &db) -> Result<void> {
        std::vector<Effect> effects;
        for (int i = 0; i < rows; ++i)
            effects.push_back({s("remote"), {}, s("make"), s("order:%1").arg(i / 3), QString::number(i), "{}", EffectKind::LookUp, 0});
        return place.outbox.enqueue(db, effects).map([](const auto &) {});
    }));
    Dispatcher dispatcher(*place.store, place.clock, place.bell);
    dispatcher.add({Queue::Outbox, s("remote"), handlerOf([](const Job &, const base::StopToken &) -> Outcome { return Done{}; }), 8, 0});
    QElapsedTimer timer;
    timer.start();
    dispatcher.start();
    while (dispatcher.figures().done < rows)
        std::this_thread::yield();
    result(s("effects dispatched on %1, %2 waiting").arg(name).arg(rows), rows * 1e9 / double(timer.nsecsElapsed()), s("/s"));
    return {};
}

Result<void> all(int thousands, const QString &only)
{
    const auto wanted = [&only](const char *part) { return only.isEmpty() || only == QLatin1String(part); };
    if (wanted("accepts"))
        PFX_TRY(accepts(thousands * 1000));
    if (wanted("pages")) {
        PFX_TRY(pages({}, s("SQLite"), 1'000'000));
        PFX_TRY(pages(test::ScratchPostgres::newDatabase(), s("PostgreSQL"), 1'000'000));
    }
    if (wanted("dispatching")) {
        PFX_TRY(dispatching({}, s("SQLite"), 20'000));
        PFX_TRY(dispatching(test::ScratchPostgres::newDatabase(), s("PostgreSQL"), 20'000));
    }
    return {};
}

} // namespace

int main(int argc, char **argv)
{
    const int thousands = argc > 1 ? std::max(1, std::atoi(argv[1])) : 50;
    const auto done = all(thousands, QString::fromLatin1(argc > 2 ? argv[2] : ""));
    if (!done)
        std::fprintf(stderr, "bench_exchange: %s %s %s\n", qPrintable(base::name(done.error().code)), qPrintable(done.error().detail),
                     qPrintable(done.error().where));
    return done ? 0 : 1;
}
