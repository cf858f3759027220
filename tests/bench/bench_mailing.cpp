// SPDX-License-Identifier: GPL-3.0-or-later
// bench_mailing [THOUSANDS [sqlite|postgresql]]: one importContacts of so many contacts into an empty list and once more into the same, beside
// the floor: a JSON pass over the same body and raw inserts of the same rows into the same tables and indexes. Exit 1 when something fails.
#include "tests/bench/measured.h"
#include "tests/support/scratch_postgres.h"
#include "tests/support/store_fixture.h"

#include "core/mailing/list_desk.h"
#include "core/mailing/list_table.h"
#include "core/mailing/member_pages.h"
#include "core/mailing/place_index.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <sqlite3.h>

#include <cstdio>

using namespace pfx;
using bench::result;

namespace {

QByteArray bodyOf(const QString &list, int contacts)
{
    QByteArray body = "{\"action\":\"importContacts\",\"data\":{\"listId\":\"" + list.toLatin1() + "\",\"contacts\":[";
    for (int i = 1; i <= contacts; ++i) {
        const QByteArray number = QByteArray::number(i);
        body += QByteArray(i > 1 ? "," : "") + "{\"id\":" + number + ",\"email\":\"person" + number
            + "@example.test\",\"firstName\":\"Анна\",\"lastName\":\"Константинопольская\"}";
    }
    return body + "]},\"authToken\":\"x\"}";
}

/// Seconds that the desk takes; below 0: refused.
double import(store::Store &store, const base::Clock &clock, const QByteArray &body)
{
    exchange::Bell bell;
    exchange::Outbox outbox(clock, bell);
    mailing::ListDesk desk(store.writer(), clock, mailing::ForwardEffects(outbox), [](const mailing::Refusal &) { return QString(); });
    QElapsedTimer timer;
    timer.start();
    const auto request = mailing::PlanfixRequest::read(body);
    if (!std::holds_alternative<mailing::PlanfixRequest>(request))
        return -1;
    const auto outcome = desk.handle(std::get<mailing::PlanfixRequest>(request), {}, {});
    return outcome && !outcome->refusal ? static_cast<double>(timer.elapsed()) / 1000 : -1;
}

struct Nothing : rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Nothing> { };

double pass(const QByteArray &body)
{
    QElapsedTimer timer;
    timer.start();
    rapidjson::MemoryStream stream(body.constData(), static_cast<size_t>(body.size()));
    rapidjson::Reader reader;
    Nothing handler;
    return reader.Parse(stream, handler).IsError() ? -1 : static_cast<double>(timer.elapsed()) / 1000;
}

/// The rows of `file` once more into an empty copy of their table, prepared, in one durable transaction.
double rawInserts(const QString &file, const QString &folder)
{
    sqlite3 *db = nullptr;
    const QByteArray target = (folder + QStringLiteral("/floor.db")).toUtf8();
    if (sqlite3_open(target.constData(), &db) != SQLITE_OK)
        return -1;
    const auto run = [&db](const QByteArray &sql) { return sqlite3_exec(db, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK; };
    QByteArray schema;
    const auto gather = [](void *into, int, char **columns, char **) {
        static_cast<QByteArray *>(into)->append(columns[0]).append(';');
        return 0;
    };
    bool good = run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; ATTACH '" + file.toUtf8() + "' AS ours")
        && sqlite3_exec(db, "SELECT sql FROM ours.sqlite_master WHERE tbl_name = 'mailing_members' AND sql IS NOT NULL", gather, &schema, nullptr)
            == SQLITE_OK
        && run(schema) && run("CREATE TEMP TABLE rows AS SELECT * FROM ours.mailing_members");
    sqlite3_stmt *read = nullptr, *write = nullptr;
    good = good && sqlite3_prepare_v2(db, "SELECT * FROM rows", -1, &read, nullptr) == SQLITE_OK
        && sqlite3_prepare_v2(db, "INSERT INTO main.mailing_members VALUES (?,?,?,?,?,?,?,?,?,?,?)", -1, &write, nullptr) == SQLITE_OK;
    QElapsedTimer timer;
    timer.start();
    good = good && run("BEGIN IMMEDIATE");
    while (good && sqlite3_step(read) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(read); ++i)
            sqlite3_bind_value(write, i + 1, sqlite3_column_value(read, i));
        good = sqlite3_step(write) == SQLITE_DONE;
        sqlite3_reset(write);
    }
    good = good && run("COMMIT");
    const double seconds = static_cast<double>(timer.elapsed()) / 1000;
    sqlite3_finalize(read);
    sqlite3_finalize(write);
    sqlite3_close(db);
    return good ? seconds : -1;
}

} // namespace

int main(int argc, char *argv[])
{
    const int contacts = (argc > 1 ? std::atoi(argv[1]) : 100) * 1000;
    const QString backend = argc > 2 ? QString::fromLatin1(argv[2]) : QStringLiteral("sqlite");
    test::StoreFixture fixture(backend);
    if (!fixture.isValid())
        return 1;
    const base::SystemClock clock;
    mailing::MailingList list;
    if (!fixture.store().writer().run([&](store::Connection &db) -> base::Result<void> {
            PFX_ASSIGN(list, mailing::addList(db, QStringLiteral("x"), clock.nowMs()));
            return {};
        }))
        return 1;
    const QByteArray body = bodyOf(list.code, contacts);
    result(QStringLiteral("body"), static_cast<double>(body.size()) / 1e6, QStringLiteral("MB"));
    const double first = import(fixture.store(), clock, body);
    result(QStringLiteral("importContacts into an empty list"), first, QStringLiteral("s"), QStringLiteral("<= 2"));
    const double again = import(fixture.store(), clock, body);
    result(QStringLiteral("the same once more"), again, QStringLiteral("s"), QStringLiteral("<= 2"));
    result(QStringLiteral("peak memory"), bench::memoryMb("VmHWM"), QStringLiteral("MB"), QStringLiteral("<= 200"));
    const auto db = fixture.store().connect();
    QElapsedTimer timer;
    timer.start();
    const auto page = db ? mailing::members(**db, {list.id, {}}, contacts / 2, 256) : base::Result<QVector<mailing::Member>>();
    result(QStringLiteral("a page of members"), static_cast<double>(timer.nsecsElapsed()) / 1e6, QStringLiteral("ms"), QStringLiteral("<= 50"));
    if (first < 0 || again < 0 || !page || page->size() != 256 || *mailing::countOf(**db, mailing::MemberQuery{list.id, {}}) != contacts)
        return 1;
    if (fixture.url().backend != store::Backend::Sqlite)
        return 0;
    const double parse = pass(body);
    result(QStringLiteral("floor: JSON pass"), parse, QStringLiteral("s"));
    const double inserts = rawInserts(fixture.url().file, fixture.folder());
    result(QStringLiteral("floor: raw inserts"), inserts, QStringLiteral("s"));
    result(QStringLiteral("importContacts / floor"), first / (parse + inserts), QStringLiteral("x"));
    return parse < 0 || inserts < 0 ? 1 : 0;
}
