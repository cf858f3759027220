// SPDX-License-Identifier: GPL-3.0-or-later
// The journal: what it shows and hides, pages and filters, details with what belongs together, pruning, the fast way into the inbox.
#include "core/exchange/accept_queue.h"
#include "core/exchange/journal.h"
#include "core/exchange/pruner.h"
#include "core/exchange/service_health.h"
#include "tests/exchange/exchange_fixture.h"
#include "tests/support/failing_store.h"
#include "tests/support/verify_result.h"

#include <algorithm>
#include <array>
#include <future>
#include <thread>

using namespace pfx;
using namespace pfx::exchange;
using base::ErrorCode;
using base::Result;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

Inbound inbound(const QString &key, const QByteArray &body = "{}")
{
    Inbound request;
    request.service = s("site");
    request.operation = s("order");
    request.naturalKey = key;
    request.method = s("POST");
    request.path = s("/orders");
    request.body = body;
    return request;
}

Result<qint64> accept(test::Program &program, const Inbound &request)
{
    qint64 id = 0;
    PFX_TRY(program.store().writer().run([&](store::Connection &db) -> Result<void> {
        PFX_ASSIGN(const Accepted accepted, program.inbox.accept(db, request));
        id = accepted.id;
        return {};
    }));
    return id;
}

QVector<qint64> ids(const QVector<JournalEntry> &entries)
{
    QVector<qint64> ids;
    for (const JournalEntry &entry : entries)
        ids.append(entry.id);
    return ids;
}

} // namespace

class JournalTest : public QObject
{
    Q_OBJECT

private slots:
    void pagesHaveEverythingOnceAndInOrder_data() { test::addBackends(); }
    void pagesHaveEverythingOnceAndInOrder();
    void servicesAreThoseThatOccur_data() { test::addBackends(); }
    void servicesAreThoseThatOccur();
    void filters_data();
    void filters();
    void detailsHideSecretsAndKeepTheBody_data() { test::addBackends(); }
    void detailsHideSecretsAndKeepTheBody();
    void aFailingDatabaseDoesNotHoldUpTheWork_data() { test::addBackends(); }
    void aFailingDatabaseDoesNotHoldUpTheWork();
    void oldBodiesAndRowsGoAndOpenRowsStay_data() { test::addBackends(); }
    void oldBodiesAndRowsGoAndOpenRowsStay();
    void manyThreadsAcceptThroughOneQueue_data() { test::addBackends(); }
    void manyThreadsAcceptThroughOneQueue();
    void aRefusedRequestFailsAlone_data() { test::addBackends(); }
    void aRefusedRequestFailsAlone();
    void nothingIsAcknowledgedThatIsNotStored_data() { test::addBackends(); }
    void nothingIsAcknowledgedThatIsNotStored();
};

void JournalTest::pagesHaveEverythingOnceAndInOrder()
{
    PFX_STORE_FIXTURE(fixture);
    test::Program program(fixture.store());
    Journal journal(fixture.store().writer());
    QVector<qint64> queued;
    for (int i = 0; i < 20; ++i) {
        const auto in = accept(program, inbound(QString::number(i)));
        PFX_VERIFY(in);
        const auto out = program.enqueue(test::effect(QString::number(i)));
        PFX_VERIFY(out);
        queued << *in << out->id;
        JournalRecord record;
        record.rowId = i % 2 == 0 ? out->id : 0; // those of a row are shown with the row
        record.direction = i % 3 == 0 ? Direction::In : Direction::Out;
        record.service = s("site");
        journal.write(record);
    }
    PFX_VERIFY(fixture.store().writer().run([](store::Connection &) { return Result<void>(); }));
    const auto db = fixture.store().connect();
    PFX_VERIFY(db);
    QVector<qint64> seen;
    for (qint64 before = 0;;) {
        const auto page = journalPage(**db, {}, before, 7);
        PFX_VERIFY(page);
        if (page->isEmpty())
            break;
        seen += ids(*page);
        before = page->last().id;
    }
    QCOMPARE(seen.size(), 50);
    QVERIFY(std::is_sorted(seen.crbegin(), seen.crend()));
    for (const qint64 id : std::as_const(queued))
        QCOMPARE(seen.count(id), 1);
}

void JournalTest::servicesAreThoseThatOccur()
{
    PFX_STORE_FIXTURE(fixture);
    test::Program program(fixture.store());
    PFX_VERIFY(accept(program, inbound(s("1"))));
    PFX_VERIFY(program.enqueue(test::effect(s("a"))));
    JournalRecord refused;
    refused.service = s("server");
    refused.status = 401;
    Journal(fixture.store().writer()).write(refused);
    PFX_VERIFY(fixture.store().writer().run([](store::Connection &) { return Result<void>(); }));
    const auto db = fixture.store().connect();
    PFX_VERIFY(db);
    const auto services = journalServices(**db);
    PFX_VERIFY(services);
    QVERIFY(services->contains(s("remote")) && services->contains(s("server")));
    QVERIFY(std::is_sorted(services->cbegin(), services->cend()));
    const auto health = serviceHealth(**db);
    PFX_VERIFY(health);
    const auto server = std::find_if(health->cbegin(), health->cend(), [](const ServiceHealth &one) { return one.service == s("server"); });
    QVERIFY(server != health->cend());
    QVERIFY(!server->isGood());
    QCOMPARE(server->badStatus.value_or(0), 401);
}

void JournalTest::filters_data()
{
    QTest::addColumn<QString>("backend");
    QTest::addColumn<JournalFilter>("filter");
    QTest::addColumn<int>("count");
    for (const auto &backend : test::backends()) {
        const auto row = [&](const char *title, JournalFilter filter, int count) {
            QTest::addRow("%s %s", title, backend.suffix.constData()) << backend.backend << filter << count;
        };
        row("everything", {}, 5);
        row("what came in", {Direction::In, {}, {}, {}, JournalKind::Any, {}}, 2);
        row("what went out", {Direction::Out, {}, {}, {}, JournalKind::Any, {}}, 3);
        row("one service", {{}, s("remote"), {}, {}, JournalKind::Any, {}}, 3);
        row("a service that has nothing", {{}, s("none"), {}, {}, JournalKind::Any, {}}, 0);
        row("what waits for its turn", {{}, {}, RowState::Queued, {}, JournalKind::Any, {}}, 3);
        row("what was cancelled", {{}, {}, RowState::Cancelled, {}, JournalKind::Any, {}}, 1);
        row("what needs attention", {{}, {}, RowState::Attention, {}, JournalKind::Any, {}}, 0);
        row("what is done", {{}, {}, RowState::Done, {}, JournalKind::Any, {}}, 1);
        row("one subject", {{}, s("remote"), {}, s("order:1"), JournalKind::Any, {}}, 2);
        row("one subject of any service", {{}, {}, {}, s("order:1"), JournalKind::Any, {}}, 2);
        row("one subject of a service that has nothing", {{}, s("none"), {}, s("order:1"), JournalKind::Any, {}}, 0);
        const auto kind = [](JournalKind wanted) {
            JournalFilter filter;
            filter.kind = wanted;
            return filter;
        };
        row("what a person is needed for", kind(JournalKind::NeedsPerson), 0);
        row("what failed or was refused", kind(JournalKind::Failed), 1);
        row("what is on its way", kind(JournalKind::Open), 3);
        row("what went well", kind(JournalKind::Done), 0);
        const auto text = [](const QString &wanted) {
            JournalFilter filter;
            filter.text = wanted;
            return filter;
        };
        row("a text of a subject in any case", text(s("ORDER:2")), 1);
        row("a text that would match everything if it were a pattern", text(s("%")), 0);
        row("a text that would match one sign if it were a pattern", text(s("order_1")), 0);
        row("a text that ends what quotes it", text(s("'; --~")), 0);
    }
}

void JournalTest::filters()
{
    PFX_STORE_FIXTURE(fixture);
    QFETCH(JournalFilter, filter);
    QFETCH(int, count);
    test::Program program(fixture.store());
    PFX_VERIFY(accept(program, inbound(s("1"))));
    const auto cancelled = program.enqueue(test::effect(s("a"), s("order:1")));
    PFX_VERIFY(cancelled);
    PFX_VERIFY(program.enqueue(test::effect(s("b"), s("order:1"))));
    PFX_VERIFY(program.enqueue(test::effect(s("c"), s("order:2"))));
    PFX_VERIFY(fixture.store().writer().run([&](store::Connection &db) { return program.outbox.cancel(db, cancelled->id); }));
    JournalRecord refused;
    refused.direction = Direction::In;
    refused.service = s("server");
    refused.status = 401;
    Journal(fixture.store().writer()).write(refused);
    PFX_VERIFY(fixture.store().writer().run([](store::Connection &) { return Result<void>(); }));
    const auto db = fixture.store().connect();
    PFX_VERIFY(db);
    const auto page = journalPage(**db, filter, 0, 50);
    PFX_VERIFY(page);
    QCOMPARE(page->size(), count);
}

void JournalTest::detailsHideSecretsAndKeepTheBody()
{
    PFX_STORE_FIXTURE(fixture);
    test::Program program(fixture.store());
    Journal journal(fixture.store().writer());
    const QByteArray body = R"({"client":{"phone":"+79261234567","email":"ivan@example.org"},"status":"new"})";
    const auto in = accept(program, inbound(s("1"), body));
    PFX_VERIFY(in);
    Effect caused = test::effect(s("task"));
    caused.causeId = *in;
    const auto out = program.enqueue(caused);
    PFX_VERIFY(out);
    http::Exchange made; // not as the client hands it over: the journal must not rely on that
    made.rowId = out->id;
    made.service = s("remote");
    made.status = 403;
    made.error = base::Error{ErrorCode::ScopeMissing, s("for ivan@example.org"), {}};
    made.request = s("Authorization: Bearer %1").arg(s("abcdefghij0123456789"));
    made.answer = QString::fromUtf8(body);
    journal.exchanged(made);
    PFX_VERIFY(fixture.store().writer().run([](store::Connection &) { return Result<void>(); }));
    const auto db = fixture.store().connect();
    PFX_VERIFY(db);
    const auto request = journalDetails(**db, *in);
    PFX_VERIFY(request);
    QCOMPARE(request->effects, QVector<qint64>{out->id});
    QVERIFY(request->canReplay);
    const auto effect = journalDetails(**db, out->id);
    PFX_VERIFY(effect);
    QCOMPARE(effect->causeId, *in);
    QCOMPARE(effect->exchanges.size(), 1);
    QCOMPARE(effect->entry.status.value_or(0), 403);
    for (const QString &text : {request->request, effect->answer, effect->exchanges.first().errorDetail,
                                test::read(fixture.store(), s("SELECT request || answer || error_detail AS v FROM exchange_journal"))}) {
        QVERIFY(!text.isEmpty());
        QVERIFY2(!text.contains(s("9261234567")) && !text.contains(s("ivan@")) && !text.contains(s("0123456789")), qPrintable(text));
    }
    QVERIFY(request->request.contains(s("new"))); // harmless values stay
    PFX_VERIFY_ERROR(journalDetails(**db, 999'999), ErrorCode::NotFound);
}

void JournalTest::aFailingDatabaseDoesNotHoldUpTheWork()
{
    PFX_STORE_FIXTURE(fixture);
    for (int i = 1; i <= 3; ++i) {
        test::FailurePlan plan(i);
        test::FailingStore failing(fixture.store(), plan);
        Journal journal(failing.writer());
        journal.write({});
        PFX_VERIFY(fixture.store().writer().run([](store::Connection &) { return Result<void>(); }));
        QCOMPARE(journal.dropped(), 1);
        journal.write({});
        PFX_VERIFY(fixture.store().writer().run([](store::Connection &) { return Result<void>(); }));
        QCOMPARE(journal.dropped(), 1);
    }
    QCOMPARE(test::read(fixture.store(), s("SELECT count(*) AS v FROM exchange_journal")), s("3"));
}

void JournalTest::oldBodiesAndRowsGoAndOpenRowsStay()
{
    PFX_STORE_FIXTURE(fixture);
    test::Program program(fixture.store());
    Journal journal(fixture.store().writer());
    constexpr qint64 day = 24LL * 3600 * 1000;
    const auto put = [&](const QString &key) -> Result<void> {
        for (int i = 0; i < 12; ++i) {
            PFX_ASSIGN(const Accepted row, program.enqueue(test::effect(key + QString::number(i))));
            if (i < 10) // two stay open
                PFX_TRY(fixture.store().writer().run([&](store::Connection &db) { return program.outbox.cancel(db, row.id); }));
        }
        JournalRecord record;
        record.atMs = program.clock.nowMs();
        record.request = s("x");
        journal.write(record);
        return {};
    };
    PFX_VERIFY(put(s("oldest")));
    program.clock.advance(160 * day);
    PFX_VERIFY(put(s("old")));
    program.clock.advance(40 * day);
    PFX_VERIFY(put(s("new")));
    Keep keep;
    keep.batch = 3;
    const auto pruned = prune(fixture.store(), program.clock, keep, base::StopToken());
    PFX_VERIFY(pruned);
    QCOMPARE(pruned->rows, 11);
    QCOMPARE(pruned->bodies, 11);
    QCOMPARE(program.states(), s("20 cancelled, 6 queued"));
    QCOMPARE(test::read(fixture.store(), s("SELECT count(*) AS v FROM exchange_outbox WHERE body IS NOT NULL")), s("16"));
    QCOMPARE(test::read(fixture.store(), s("SELECT count(*) AS v FROM exchange_journal WHERE request IS NOT NULL")), s("1"));
    const auto again = prune(fixture.store(), program.clock, keep, base::StopToken());
    PFX_VERIFY(again);
    QCOMPARE(again->rows + again->bodies, 0);
    base::StopSource stop;
    stop.request_stop();
    PFX_VERIFY_ERROR(prune(fixture.store(), program.clock, keep, stop.get_token()), ErrorCode::Cancelled);
}

void JournalTest::manyThreadsAcceptThroughOneQueue()
{
    PFX_STORE_FIXTURE(fixture);
    test::Program program(fixture.store());
    AcceptQueue queue(fixture.store().writer(), program.inbox);
    constexpr int threadCount = 4, each = 500;
    std::mutex mutex;
    std::condition_variable wake;
    std::set<qint64> fresh;
    int answers = 0, repeated = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < threadCount; ++t) {
        threads.emplace_back([&, t] {
            for (int i = 0; i < each; ++i) {
                queue.accept(inbound(i % 10 == 0 ? QString::number(i) : QStringLiteral("%1/%2").arg(t).arg(i)), [&](const Result<Accepted> &accepted) {
                    const std::lock_guard lock(mutex);
                    ++answers;
                    if (accepted && accepted->novelty == Novelty::New)
                        fresh.insert(accepted->id);
                    else if (accepted)
                        ++repeated;
                    wake.notify_all();
                });
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    std::unique_lock lock(mutex);
    wake.wait(lock, [&] { return answers == threadCount * each; });
    QCOMPARE(repeated, (threadCount - 1) * each / 10);
    QCOMPARE(int(fresh.size()), threadCount * each - repeated);
    QCOMPARE(program.states(s("exchange_inbox")), QStringLiteral("%1 queued").arg(fresh.size()));
}

void JournalTest::aRefusedRequestFailsAlone()
{
    PFX_STORE_FIXTURE(fixture);
    test::Program program(fixture.store());
    AcceptQueue queue(fixture.store().writer(), program.inbox);
    std::promise<void> opened, entered;
    fixture.store().writer().submit(
        [&](store::Connection &) -> Result<void> {
            entered.set_value();
            opened.get_future().wait(); // so that the requests come into one group
            return {};
        },
        {});
    entered.get_future().wait();
    std::array<std::promise<Result<Accepted>>, 3> answers;
    for (int i = 0; i < 3; ++i) {
        Inbound request = inbound(QString::number(i));
        if (i == 1)
            request.operation.clear();
        queue.accept(request, [&answers, i](const Result<Accepted> &accepted) { answers[size_t(i)].set_value(accepted); });
    }
    opened.set_value();
    PFX_VERIFY(answers[0].get_future().get());
    PFX_VERIFY_ERROR(answers[1].get_future().get(), ErrorCode::Validation);
    PFX_VERIFY(answers[2].get_future().get());
    QCOMPARE(program.states(s("exchange_inbox")), s("2 queued"));
}

void JournalTest::nothingIsAcknowledgedThatIsNotStored()
{
    PFX_STORE_FIXTURE(fixture);
    for (int i = 1; i < 20; ++i) {
        test::FailurePlan plan(i);
        test::FailingStore failing(fixture.store(), plan);
        test::Program program(failing);
        AcceptQueue queue(failing.writer(), program.inbox);
        const QString before = test::read(fixture.store(), s("SELECT count(*) AS v FROM exchange_inbox"));
        std::promise<Result<Accepted>> answer;
        queue.accept(inbound(QString::number(i)), [&](const Result<Accepted> &accepted) { answer.set_value(accepted); });
        const auto accepted = answer.get_future().get();
        const int more = test::read(fixture.store(), s("SELECT count(*) AS v FROM exchange_inbox")).toInt() - before.toInt();
        QCOMPARE(more, accepted ? 1 : 0);
        if (!plan.hasFailed())
            return;
        PFX_VERIFY_ERROR(accepted, ErrorCode::Storage);
    }
    QFAIL("the plan never ended");
}

QTEST_GUILESS_MAIN(JournalTest)
#include "tst_journal.moc"
