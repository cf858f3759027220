// SPDX-License-Identifier: GPL-3.0-or-later
// What an import does not take stands in its report: rows that the source passes over, sections that nobody reads, warnings beyond the
// hundredth of one record; the same after a stop and in a dry run.
#include "core/migration/pipeline_book.h"
#include "tests/migration/import_fixture.h"

using namespace pfx;
using namespace pfx::test;
using migration::RunState;

namespace {

constexpr int smallBatch = 3;

QString rowsOf(store::Store &store, qint64 run)
{
    const auto db = store.connect();
    if (!db)
        return errorText(db);
    migration::runs::RowsQuery query;
    query.run = run;
    query.limit = 1000;
    const auto rows = migration::runs::rows(**db, query);
    if (!rows)
        return errorText(rows);
    QStringList out;
    for (const migration::RunRow &row : *rows)
        out << QStringLiteral("%1 %2 %3 %4").arg(row.externalId, row.title, migration::name(row.decision), migration::name(row.reason));
    return out.join(u'\n');
}

/// Something of everything that is passed over, among many records.
QByteArray mixedFile()
{
    QByteArray contacts, deals;
    for (int i = 1; i <= 40; ++i) {
        const QByteArray id = QByteArray::number(i);
        contacts += (i == 1 ? "{\"id\":" : ",{\"id\":") + id + ",\"name\":\"C" + id + "\",\"is_deleted\":" + (i % 5 == 0 ? "true}" : "false}");
        deals += (i == 1 ? "{\"id\":" : ",{\"id\":") + id + ",\"name\":\"D" + id + "\",\"is_deleted\":" + (i % 7 == 0 ? "true}" : "false}");
    }
    return "{\"contacts\":[" + contacts + "],\"deals\":[" + deals + "],\"clients\":[{\"id\":1,\"phone\":\"1\"}]}";
}

} // namespace

class TestPassedOver : public QObject
{
    Q_OBJECT

private slots:
    void deletedRowsAreSkippedWithAReason_data() { addBackends(); }
    void deletedRowsAreSkippedWithAReason()
    {
        PFX_STORE_FIXTURE(fixture);
        QCOMPARE(addEmployee(fixture.store()), QString());
        const QByteArray json = R"({"contacts":[{"id":1,"name":"Анна"},{"id":2,"name":"Олег","is_deleted":true}],"companies":{"id":5,"name":"ООО Один"}})";
        const auto report = importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1"), json), amoOptions());
        PFX_VERIFY(report);
        QCOMPARE(text(report->contacts), QStringLiteral("2 1 0 1 0"));
        QCOMPARE(text(report->companies), QStringLiteral("1 1 0 0 0"));
        QCOMPARE(rowsOf(fixture.store(), report->run), QStringLiteral("5 ООО Один created new\n1 Анна created new\n2 Олег skipped deleted_in_source"));
    }

    void templatesOfRecurringDealsAreSkippedWithAReason()
    {
        StoreFixture fixture(QStringLiteral("sqlite"));
        QCOMPARE(addEmployee(fixture.store()), QString());
        const QByteArray json = R"({"deals":[{"ID":"1","TITLE":"Каждый месяц","IS_RECURRING":"Y"},{"ID":"2","TITLE":"Разовая"}]})";
        const auto report = importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1"), json), bitrixOptions());
        PFX_VERIFY(report);
        QCOMPARE(text(report->deals), QStringLiteral("2 1 0 1 0"));
        QCOMPARE(rowsOf(fixture.store(), report->run), QStringLiteral("1 Каждый месяц skipped recurring_template\n2 Разовая created new"));
    }

    void aSectionThatNobodyReadsIsAWarning()
    {
        StoreFixture fixture(QStringLiteral("sqlite"));
        QCOMPARE(addEmployee(fixture.store()), QString());
        const QString path = writeFile(fixture.folder(), QStringLiteral("1"), mixedFile());
        for (const bool dry : {true, false}) {
            auto options = amoOptions();
            options.dryRun = dry;
            const auto report = importFile(fixture.store(), path, options);
            PFX_VERIFY(report);
            QCOMPARE(codes(*report), QStringList{QStringLiteral("section_unknown")});
            QCOMPARE(report->problems.first().arguments, QStringList{QStringLiteral("clients (1)")});
            QCOMPARE(report->problemCount, 1);
        }
    }

    void theReportIsTheSameAfterAStopAndInADryRun_data() { addBackends(); }
    void theReportIsTheSameAfterAStopAndInADryRun()
    {
        PFX_STORE_FIXTURE(fixture);
        QCOMPARE(addEmployee(fixture.store()), QString());
        const QString path = writeFile(fixture.folder(), QStringLiteral("1"), mixedFile());
        auto options = amoOptions();
        options.dryRun = true;
        const auto dry = importFile(fixture.store(), path, options);
        PFX_VERIFY(dry);
        options.dryRun = false;
        SmallBatches store(fixture.store(), smallBatch);
        migration::RunControl control;
        store.afterJobs(8, [&control] { control.stop(); });
        const auto stopped = importFile(store, path, options, control);
        PFX_VERIFY(stopped);
        QCOMPARE(stopped->state, RunState::Stopped);
        store.afterJobs(0, [] {});
        const auto resumed = resumeRun(store, stopped->run);
        PFX_VERIFY(resumed);
        QCOMPARE(resumed->state, RunState::Finished);
        QCOMPARE(rowsOf(fixture.store(), resumed->run), rowsOf(fixture.store(), dry->run));
        QCOMPARE(codes(*resumed), codes(*dry));
        QCOMPARE(text(resumed->contacts), QStringLiteral("40 32 0 8 0"));
        QCOMPARE(text(resumed->deals), QStringLiteral("40 35 0 5 0"));
    }

    void ofOneRecordAHundredWarningsAreListedAndTheRestIsCounted()
    {
        StoreFixture fixture(QStringLiteral("sqlite"));
        QCOMPARE(addEmployee(fixture.store()), QString());
        QByteArray phones, contacts;
        for (int i = 0; i < 350; ++i)
            phones += (i == 0 ? "{\"value\":\"x" : ",{\"value\":\"x") + QByteArray::number(i) + "\"}";
        for (int i = 1; i <= 2; ++i)
            contacts += (i == 1 ? "{\"id\":" : ",{\"id\":") + QByteArray::number(i) + ",\"name\":\"C" + QByteArray::number(i)
                        + "\",\"custom_fields_values\":[{\"field_code\":\"PHONE\",\"values\":[" + phones + "]}]}";
        const auto report = importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1"), "{\"contacts\":[" + contacts + "]}"), amoOptions());
        PFX_VERIFY(report);
        const QStringList all = codes(*report);
        QCOMPARE(all.count(QStringLiteral("phone_not_understood")), 200);
        QCOMPARE(all.count(QStringLiteral("more_warnings")), 2);
        QCOMPARE(all.size(), 202);
        QCOMPARE(report->problems.at(100).arguments, QStringList{QStringLiteral("250")});
        QCOMPARE(report->problems.at(100).rowNo, report->problems.at(99).rowNo);
        QCOMPARE(read(fixture.store(), QStringLiteral("SELECT count(*) AS v FROM points")), QStringLiteral("700")); // nothing is lost
    }

    void aStopTakesEffectAmongTheStagesOfOnePipeline()
    {
        StoreFixture fixture(QStringLiteral("sqlite"));
        records::Pipeline pipeline;
        pipeline.externalId = QStringLiteral("1");
        pipeline.name = QStringLiteral("Воронка");
        pipeline.stages = {{QStringLiteral("10"), QStringLiteral("А"), {}, records::Semantics::Open, 1}};
        base::StopSource stop;
        stop.request_stop();
        const migration::ImportOptions options;
        const auto taken = fixture.store().writer().run([&](store::Connection &db) {
            migration::RunCounters counters;
            migration::RowLog log(1, 1, 1, counters);
            migration::PipelineBook book(options, 1);
            return book.take(db, pipeline, QStringLiteral("pipelines[0]"), log, stop.get_token());
        });
        PFX_VERIFY_ERROR(taken, base::ErrorCode::Cancelled);
    }

    void stagesOfOneNameAreTakenInTheirOrder_data()
    {
        QTest::addColumn<int>("batch");
        QTest::newRow("in one batch") << 1000;
        QTest::newRow("in a batch each") << 1;
    }
    void stagesOfOneNameAreTakenInTheirOrder()
    {
        QFETCH(int, batch);
        StoreFixture fixture(QStringLiteral("sqlite"));
        QCOMPARE(addEmployee(fixture.store()), QString());
        SmallBatches store(fixture.store(), batch);
        const QByteArray json = R"({"pipelines":[{"id":1,"name":"П","statuses":[{"id":10,"name":"Новая"},{"id":11,"name":"НОВАЯ"},{"id":12,"name":"Другая"}]},
            {"id":2,"name":"п","statuses":[{"id":20,"name":"Новая"}]}]})";
        const auto first = importFile(store, writeFile(fixture.folder(), QStringLiteral("1"), json), amoOptions());
        PFX_VERIFY(first);
        QCOMPARE(text(first->stages), QStringLiteral("4 4 0 0 0"));
        auto other = amoOptions();
        other.account = QStringLiteral("other");
        const auto second = importFile(store, writeFile(fixture.folder(), QStringLiteral("2"), json), other);
        PFX_VERIFY(second);
        QCOMPARE(text(second->stages), QStringLiteral("4 0 0 4 0"));
        QCOMPARE(read(fixture.store(), QStringLiteral("SELECT count(*) AS v FROM origins a JOIN origins b ON a.kind = b.kind AND a.external_id ="
                                                      " b.external_id AND a.entity_id = b.entity_id AND a.account_id < b.account_id")),
                 QStringLiteral("6"));
    }
};

QTEST_GUILESS_MAIN(TestPassedOver)
#include "tst_passed_over.moc"
