// SPDX-License-Identifier: GPL-3.0-or-later
// A statement that would take very long is broken off by a stop, and takes only its own transaction with it.
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"

#include <future>
#include <thread>

using namespace pfx;
using namespace pfx::store;
using base::ErrorCode;
using base::Result;

namespace {

/// Hours of work for either database.
const QString endless = QStringLiteral("INSERT INTO settings (key, value) WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c"
                                       " WHERE n < 10000000000) SELECT 'k' || max(n), '' FROM c");

Writer::Job insertSetting(const QString &key)
{
    return [key](Connection &db) -> Result<void> {
        PFX_TRY(db.execute(QStringLiteral("INSERT INTO settings (key, value) VALUES (:key, '')"), {{QStringLiteral("key"), key}}));
        return {};
    };
}

QString settings(Store &store)
{
    return test::read(store, QStringLiteral("SELECT count(*) AS v FROM settings"));
}

} // namespace

class LongStatementTest : public QObject
{
    Q_OBJECT

private slots:
    void aStopBreaksItOff_data() { test::addBackends(); }
    void aStopBreaksItOff();
    void aStopBeforeItIsEnough_data() { test::addBackends(); }
    void aStopBeforeItIsEnough();
    void withoutAStopItIsAsAnyOther_data() { test::addBackends(); }
    void withoutAStopItIsAsAnyOther();
    void whatWaitsBesideItIsNotLost_data() { test::addBackends(); }
    void whatWaitsBesideItIsNotLost();
};

void LongStatementTest::aStopBreaksItOff()
{
    PFX_STORE_FIXTURE(fixture);
    base::StopSource stop;
    std::promise<void> begun;
    std::thread stopper([&] {
        begun.get_future().wait();
        stop.request_stop();
    });
    const auto done = fixture.store().writer().runAlone([&](Connection &db) -> Result<void> {
        PFX_TRY(insertSetting(QStringLiteral("before"))(db));
        begun.set_value();
        return db.executeLong(endless, stop.get_token()).map([](qint64) {});
    });
    stopper.join();
    PFX_VERIFY_ERROR(done, ErrorCode::Cancelled);
    PFX_VERIFY(fixture.store().writer().run(insertSetting(QStringLiteral("after"))));
    QCOMPARE(settings(fixture.store()), QStringLiteral("1"));
}

void LongStatementTest::aStopBeforeItIsEnough()
{
    PFX_STORE_FIXTURE(fixture);
    base::StopSource stop;
    stop.request_stop();
    const auto done = fixture.store().writer().runAlone(
        [&](Connection &db) { return db.executeLong(endless, stop.get_token()).map([](qint64) {}); });
    PFX_VERIFY_ERROR(done, ErrorCode::Cancelled);
    QCOMPARE(settings(fixture.store()), QStringLiteral("0"));
}

void LongStatementTest::withoutAStopItIsAsAnyOther()
{
    PFX_STORE_FIXTURE(fixture);
    base::StopSource stop;
    PFX_VERIFY(fixture.store().writer().runAlone([&](Connection &db) -> Result<void> {
        PFX_ASSIGN(const qint64 changed, db.executeLong(QStringLiteral("INSERT INTO settings (key, value) VALUES ('a', ''), ('b', '')"),
                                                        stop.get_token()));
        return changed == 2 ? Result<void>() : base::fail(ErrorCode::Internal, QString::number(changed));
    }));
    stop.request_stop(); // nobody listens any more
    PFX_VERIFY(fixture.store().writer().run(insertSetting(QStringLiteral("c"))));
    QCOMPARE(settings(fixture.store()), QStringLiteral("3"));
}

void LongStatementTest::whatWaitsBesideItIsNotLost()
{
    PFX_STORE_FIXTURE(fixture);
    Writer &writer = fixture.store().writer();
    base::StopSource stop;
    stop.request_stop();
    // While the first job runs the others queue up, and would be run in its transaction.
    std::promise<void> entered, open, before, after;
    writer.submit([&](Connection &) -> Result<void> {
        entered.set_value();
        open.get_future().wait();
        return {};
    }, {});
    entered.get_future().wait();
    std::vector<Result<void>> results;
    writer.submit(insertSetting(QStringLiteral("before")), [&](const Result<void> &result) { results.push_back(result); });
    std::thread alone([&] {
        const auto done = writer.runAlone([&](Connection &db) -> Result<void> {
            writer.submit(insertSetting(QStringLiteral("after")), [&](const Result<void> &result) {
                results.push_back(result);
                after.set_value();
            });
            return db.executeLong(endless, stop.get_token()).map([](qint64) {});
        });
        before.set_value();
        QVERIFY(!done && done.error().code == ErrorCode::Cancelled);
    });
    open.set_value();
    before.get_future().wait();
    after.get_future().wait();
    alone.join();
    QCOMPARE(results.size(), size_t(2));
    PFX_VERIFY(results[0]);
    PFX_VERIFY(results[1]);
    QCOMPARE(settings(fixture.store()), QStringLiteral("2"));
}

QTEST_GUILESS_MAIN(LongStatementTest)
#include "tst_long_statement.moc"
