// SPDX-License-Identifier: GPL-3.0-or-later
// What journal and inbox say of each service: whether it answers, since when not, and how much of the day is left; on both databases.
#include "core/exchange/journal.h"
#include "core/exchange/rate_limit.h"
#include "core/exchange/service_health.h"
#include "tests/exchange/exchange_fixture.h"
#include "tests/support/verify_result.h"

using namespace pfx;
using namespace pfx::exchange;
using base::Result;

namespace {

JournalRecord record(qint64 atMs, std::optional<int> status, const char *service = "planfix", Direction direction = Direction::Out)
{
    JournalRecord made;
    made.service = QString::fromLatin1(service);
    made.direction = direction;
    made.atMs = atMs;
    made.status = status;
    return made;
}

JournalRecord answered(const char *answer, const char *service = "planfix")
{
    JournalRecord made = record(5, 200, service);
    made.answer = QString::fromLatin1(answer);
    return made;
}

void write(store::Store &store, const QVector<JournalRecord> &records)
{
    Journal journal(store.writer());
    for (const JournalRecord &one : records)
        journal.write(one);
    PFX_VERIFY(store.writer().run([](store::Connection &) { return Result<void>(); }));
}

} // namespace

class ServiceHealthTest : public QObject
{
    Q_OBJECT

private slots:
    void aServiceIsAsGoodAsItsNewestAnswer_data();
    void aServiceIsAsGoodAsItsNewestAnswer();
    void whatWasAcceptedCounts_data() { test::addBackends(); }
    void whatWasAcceptedCounts();
    void theQuotaIsTheNewestOneSaid_data();
    void theQuotaIsTheNewestOneSaid();
};

void ServiceHealthTest::aServiceIsAsGoodAsItsNewestAnswer_data()
{
    QTest::addColumn<QString>("backend");
    QTest::addColumn<QVector<JournalRecord>>("records");
    QTest::addColumn<bool>("good");
    for (const auto &backend : test::backends()) {
        const auto row = [&](const char *name, const QVector<JournalRecord> &records, bool good) {
            QTest::addRow("%s %s", name, backend.suffix.constData()) << backend.backend << records << good;
        };
        row("answered", {record(1, 200)}, true);
        row("answered after a refusal", {record(1, 401), record(2, 200)}, true);
        row("refused after an answer", {record(1, 200), record(2, 403)}, false);
        row("not found is an answer", {record(1, 404)}, true);
        row("no answer", {record(1, 200), record(2, {})}, false);
        row("written out of order", {record(2, 200), record(1, 500)}, true);
    }
}

void ServiceHealthTest::aServiceIsAsGoodAsItsNewestAnswer()
{
    PFX_STORE_FIXTURE(fixture);
    QFETCH(const QVector<JournalRecord>, records);
    QFETCH(const bool, good);
    write(fixture.store(), records);
    const auto db = fixture.store().connect();
    PFX_VERIFY(db);
    const auto health = serviceHealth(**db);
    PFX_VERIFY(health);
    QCOMPARE(health->size(), 1);
    QCOMPARE(health->first().service, QStringLiteral("planfix"));
    QCOMPARE(health->first().isGood(), good);
}

void ServiceHealthTest::whatWasAcceptedCounts()
{
    PFX_STORE_FIXTURE(fixture);
    test::Program program(fixture.store());
    Inbound request;
    request.service = QStringLiteral("planfix");
    request.operation = QStringLiteral("task.changed");
    request.method = QStringLiteral("POST");
    request.path = QStringLiteral("/planfix/webhook");
    request.status = 200;
    PFX_VERIFY(fixture.store().writer().run([&](store::Connection &db) -> Result<void> {
        return program.inbox.accept(db, request).map([](const Accepted &) {});
    }));
    write(fixture.store(), {record(1, 401, "planfix", Direction::In)});
    const auto db = fixture.store().connect();
    PFX_VERIFY(db);
    const auto health = serviceHealth(**db);
    PFX_VERIFY(health);
    QCOMPARE(health->size(), 1);
    QVERIFY(health->first().direction == Direction::In);
    QVERIFY(health->first().isGood());
    QCOMPARE(health->first().goodMs.value_or(0), program.clock.nowMs());
}

void ServiceHealthTest::theQuotaIsTheNewestOneSaid_data()
{
    QTest::addColumn<QString>("backend");
    QTest::addColumn<QVector<JournalRecord>>("records");
    QTest::addColumn<qint64>("left");
    for (const auto &backend : test::backends()) {
        const auto row = [&](const char *name, const QVector<JournalRecord> &records, qint64 left) {
            QTest::addRow("%s %s", name, backend.suffix.constData()) << backend.backend << records << left;
        };
        row("said", {answered("X-RateLimit-Remaining: 1500\n\n{}")}, 1500);
        row("the newest counts", {answered("x-ratelimit-remaining: 9\n\n{}"), answered("x-ratelimit-remaining: 8\n\n{}")}, 8);
        row("the newest that says it", {answered("x-ratelimit-remaining: 8\n\n{}"), answered("Date: now\n\n{}")}, 8);
        row("of another service", {answered("x-ratelimit-remaining: 8\n\n{}", "site")}, -1);
        row("not in a body", {answered("Date: now\n\nx-ratelimit-remaining: 8\n")}, -1);
        row("not a number", {answered("x-ratelimit-remaining: many\n\n{}")}, -1);
        row("nothing yet", {}, -1);
    }
}

void ServiceHealthTest::theQuotaIsTheNewestOneSaid()
{
    PFX_STORE_FIXTURE(fixture);
    QFETCH(const QVector<JournalRecord>, records);
    QFETCH(const qint64, left);
    write(fixture.store(), records);
    const auto db = fixture.store().connect();
    PFX_VERIFY(db);
    const auto quota = rateLimit(**db, QStringLiteral("planfix"));
    PFX_VERIFY(quota);
    QCOMPARE(*quota ? (*quota)->left : -1, left);
}

QTEST_GUILESS_MAIN(ServiceHealthTest)
#include "tst_service_health.moc"
