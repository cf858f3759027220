// SPDX-License-Identifier: GPL-3.0-or-later
// Undo takes all of a run back, leaves alone what somebody counts on since, and survives each database call failing in turn.
#include "core/base/clock.h"
#include "tests/migration/import_fixture.h"
#include "tests/support/failing_store.h"

using namespace pfx;
using namespace pfx::test;
using migration::DuplicatePolicy;
using migration::RunState;

namespace {

constexpr int smallBatch = 7;

base::Result<migration::RunReport> undoRun(store::Store &store, qint64 run)
{
    const base::SystemClock clock;
    migration::RunControl control;
    return migration::runs::undo(store, clock, run, control, {});
}

base::Result<migration::runs::UndoPreview> previewOf(store::Store &store, qint64 run)
{
    PFX_ASSIGN(const auto db, store.connect());
    return migration::runs::previewUndo(*db, run);
}

/// A contact in a company, a deal in a pipeline's stage: three exports of them, each with other ones.
QByteArray exportOf(int month)
{
    static const char *const companies[] = {"Ромашка", "Лютик", "Василёк"};
    const QByteArray n = QByteArray::number(month);
    return QByteArray(R"({"contacts":[{"id":1,"name":"Иван Иванов","company_name":"%c","custom_fields_values":[{"field_name":"Phone","values":[
        {"value":"+79991234567"}]}]},{"id":1%n,"name":"Олег"}],"deals":[{"id":5,"name":"Сделка","price":100,"pipeline_id":%n,"status_id":%n0,
        "contacts":[{"id":1},{"id":1%n}]}],"pipelines":[{"id":%n,"name":"П%n","statuses":[{"id":%n0,"name":"Э%n"}]}]})")
        .replace("%c", companies[month - 1]).replace("%n", n);
}

migration::ImportOptions overwriting()
{
    auto options = amoOptions();
    options.duplicates = DuplicatePolicy::Update;
    options.update = migration::UpdatePolicy::All;
    return options;
}

/// Everything that a run can make.
qint64 countRecords(store::Store &store)
{
    qint64 all = 0;
    for (const char *table : {"contacts", "companies", "deals", "pipelines", "stages"})
        all += countOf(store, QLatin1String(table));
    return all;
}

/// A file that makes records and changes some of those that richFile() has made.
QByteArray changedFile(int contacts, int deals)
{
    return richFile(contacts, deals).replace("Контакт ", "Клиент ").replace("Размер", "Рост");
}

} // namespace

class TestUndo : public QObject
{
    Q_OBJECT

private slots:
    void undoTakesAllOfItBack_data() { addBackends(); }
    void undoTakesAllOfItBack()
    {
        PFX_STORE_FIXTURE(fixture);
        const base::SystemClock clock;
        QCOMPARE(addEmployee(fixture.store()), QString());
        SmallBatches store(fixture.store(), smallBatch);
        PFX_VERIFY(importFile(store, writeFile(fixture.folder(), QStringLiteral("1.json"), richFile(30, 10)), amoOptions()));
        const QString before = dump(fixture.store(), Dump::WithoutRuns);
        auto options = amoOptions();
        options.duplicates = DuplicatePolicy::Update;
        options.update = migration::UpdatePolicy::All;
        const QByteArray more = richFile(90, 40).replace("Контакт ", "Клиент ").replace("Размер", "Рост");
        const auto report = importFile(store, writeFile(fixture.folder(), QStringLiteral("2.json"), more), options);
        PFX_VERIFY(report);
        QVERIFY(report->contacts.updated > 0);
        const auto db = fixture.store().connect();
        PFX_VERIFY(db);
        const auto preview = migration::runs::previewUndo(**db, report->run);
        PFX_VERIFY(preview);
        QCOMPARE(preview->leftAlone, 0);
        migration::RunControl control;
        const auto undone = migration::runs::undo(store, clock, report->run, control, {});
        PFX_VERIFY(undone);
        QCOMPARE(undone->state, RunState::Undone);
        QCOMPARE(dump(fixture.store(), Dump::WithoutRuns), before);
    }

    void undoLeavesAloneWhatWasChanged_data() { addBackends(); }
    void undoLeavesAloneWhatWasChanged()
    {
        PFX_STORE_FIXTURE(fixture);
        const base::SystemClock clock;
        QCOMPARE(addEmployee(fixture.store()), QString());
        const auto report = importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1.json"), richFile(8, 3)), amoOptions());
        PFX_VERIFY(report);
        QCOMPARE(write(fixture.store(), QStringLiteral("UPDATE deals SET title = 'иначе', version = version + 1 WHERE id = 2")), QString());
        const auto db = fixture.store().connect();
        PFX_VERIFY(db);
        const auto preview = migration::runs::previewUndo(**db, report->run);
        PFX_VERIFY(preview);
        migration::RunControl control;
        const auto undone = migration::runs::undo(fixture.store(), clock, report->run, control, {});
        PFX_VERIFY(undone);
        QCOMPARE(countOf(fixture.store(), QStringLiteral("deals")), 1);
        QCOMPARE(countOf(fixture.store(), QStringLiteral("contacts")), 1);
        QCOMPARE(read(fixture.store(), QStringLiteral("SELECT COUNT(*) AS v FROM deal_contacts")), QStringLiteral("1"));
        QCOMPARE(codes(*undone).count(QStringLiteral("changed_since")), preview->leftAlone);
        QVERIFY(preview->leftAlone >= 2);
        PFX_VERIFY_ERROR(migration::runs::undo(fixture.store(), clock, report->run, control, {}), base::ErrorCode::Conflict);
    }

    void anotherImportsRecordsAreLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<bool>("stays");
        QTest::addColumn<bool>("bitrix24");
        QTest::newRow("the same file again is no use of it") << QByteArray(amoExample) << false << false;
        QTest::newRow("the same person found in the other system") << QByteArray(bitrixExample) << true << true;
        QTest::newRow("the same person under another id") << QByteArray(R"({"contacts":[{"id":9,"name":"Иван","custom_fields_values":[{"field_name":"Phone","values":[{"value":"89991234567"}]}]}]})") << true << false;
        QTest::newRow("somebody else") << QByteArray(R"({"contacts":[{"id":9,"name":"Олег"}]})") << false << false;
    }
    void anotherImportsRecordsAreLeftAlone()
    {
        QFETCH(QByteArray, second);
        QFETCH(bool, stays);
        QFETCH(bool, bitrix24);
        StoreFixture fixture(QStringLiteral("sqlite"));
        QCOMPARE(addEmployee(fixture.store()), QString());
        PFX_VERIFY(importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1.json"), amoExample), amoOptions()));
        // Without its deal, which would hold the contact by itself.
        const QByteArray contacts = second.replace("\"deals\"", "\"x\"");
        const auto again = importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("2.json"), contacts), bitrix24 ? bitrixOptions() : amoOptions());
        PFX_VERIFY(again);
        const auto told = previewOf(fixture.store(), 1);
        PFX_VERIFY(told);
        QCOMPARE(told->leftAlone, stays ? 1 : 0);
        const auto undone = undoRun(fixture.store(), 1);
        PFX_VERIFY(undone);
        QCOMPARE(codes(*undone).count(QStringLiteral("changed_since")), stays ? 1 : 0);
        QCOMPARE(read(fixture.store(), QStringLiteral("SELECT COUNT(*) AS v FROM contacts WHERE name = 'Иван Иванов'")), QString::number(stays ? 1 : 0));
        QCOMPARE(countOf(fixture.store(), QStringLiteral("deals")), 0);
        // The other way round nothing is left: the second import gives back what it only recognised.
        PFX_VERIFY(undoRun(fixture.store(), 2));
        if (stays)
            QCOMPARE(read(fixture.store(), QStringLiteral("SELECT COUNT(*) AS v FROM origins WHERE kind = 'contact'")), QStringLiteral("1"));
    }

    void theLastOneFirstLeavesNothing()
    {
        StoreFixture fixture(QStringLiteral("sqlite"));
        QCOMPARE(addEmployee(fixture.store()), QString());
        PFX_VERIFY(importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1.json"), amoExample), amoOptions()));
        PFX_VERIFY(importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("2.json"), bitrixExample), bitrixOptions()));
        PFX_VERIFY(undoRun(fixture.store(), 2));
        PFX_VERIFY(undoRun(fixture.store(), 1));
        // The accounts stay known.
        QCOMPARE(dump(fixture.store(), Dump::WithoutRuns), QStringLiteral("origin_accounts|1|amocrm|default\norigin_accounts|2|bitrix24|default\n"));
    }

    void whatIsShownBeforeIsWhatIsDone_data() { addBackends(); }
    void whatIsShownBeforeIsWhatIsDone()
    {
        PFX_STORE_FIXTURE(fixture);
        QCOMPARE(addEmployee(fixture.store()), QString());
        SmallBatches store(fixture.store(), smallBatch);
        PFX_VERIFY(importFile(store, writeFile(fixture.folder(), QStringLiteral("1.json"), richFile(30, 10)), amoOptions()));
        auto options = amoOptions();
        options.duplicates = DuplicatePolicy::Update;
        options.update = migration::UpdatePolicy::All;
        const auto report = importFile(store, writeFile(fixture.folder(), QStringLiteral("2.json"), changedFile(90, 40)), options);
        PFX_VERIFY(report);
        QCOMPARE(write(store, QStringLiteral("UPDATE contacts SET version = version + 1 WHERE id IN (2, 40)")), QString());
        const auto told = previewOf(store, report->run);
        PFX_VERIFY(told);
        const auto countAll = [&store] {
            qint64 all = 0;
            for (const char *table : {"contacts", "companies", "deals", "pipelines", "stages"})
                all += countOf(store, QLatin1String(table));
            return all;
        };
        const qint64 placeholders = countOf(store, QStringLiteral("stages WHERE placeholder = 1"));
        const qint64 before = countAll();
        const auto undone = undoRun(store, report->run);
        PFX_VERIFY(undone);
        const qint64 gonePlaceholders = placeholders - countOf(store, QStringLiteral("stages WHERE placeholder = 1"));
        QCOMPARE(before - countAll() - gonePlaceholders, told->removed.created);
        QCOMPARE(codes(*undone).count(QStringLiteral("changed_since")), told->leftAlone);
        QVERIFY(told->leftAlone >= 2);
        QVERIFY(told->removed.created < report->total().created);
        QVERIFY(told->removed.updated <= report->total().updated);
    }

    void runsAreUndoneInAnyOrder_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QVector<int>>("order");
        QTest::addColumn<QString>("company"); // of the contact in the end
        for (const BackendRow &row : backends()) {
            const auto add = [&row](const char *name, const QVector<int> &order, const char *company) {
                QTest::newRow((QByteArray(name) + row.suffix).constData()) << row.backend << order << QString::fromUtf8(company);
            };
            add("the last one first", {3, 2, 1}, "");
            add("the first one first", {1, 2, 3}, "Лютик");
            add("the second one last", {1, 3, 2}, "Ромашка");
            add("the second one last, after the third", {3, 1, 2}, "Ромашка");
            add("the second one first", {2, 1, 3}, "Лютик");
            add("the second one first, then the third", {2, 3, 1}, "Лютик");
        }
    }
    void runsAreUndoneInAnyOrder()
    {
        PFX_STORE_FIXTURE(fixture);
        QFETCH(QVector<int>, order);
        QCOMPARE(addEmployee(fixture.store()), QString());
        for (int month = 1; month <= 3; ++month)
            PFX_VERIFY(importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("a.json"), exportOf(month)), overwriting()));
        for (const int run : std::as_const(order)) {
            const qint64 before = countRecords(fixture.store());
            const auto told = previewOf(fixture.store(), run);
            PFX_VERIFY(told);
            const auto undone = undoRun(fixture.store(), run);
            PFX_VERIFY(undone);
            QCOMPARE(undone->state, RunState::Undone);
            QCOMPARE(codes(*undone).count(QStringLiteral("changed_since")), told->leftAlone);
            QCOMPARE(before - countRecords(fixture.store()), told->removed.created);
        }
        const bool gone = order == QVector<int>{3, 2, 1};
        QCOMPARE(countRecords(fixture.store()) == 0, gone);
        if (!gone)
            QTEST(read(fixture.store(), QStringLiteral("SELECT k.title AS v FROM contacts c JOIN companies k ON k.id = c.company_id")), "company");
    }

    void aRestoreThatWouldPointNowhereLeavesTheRecord_data() { addBackends(); }
    void aRestoreThatWouldPointNowhereLeavesTheRecord()
    {
        PFX_STORE_FIXTURE(fixture);
        QCOMPARE(addEmployee(fixture.store()), QString());
        for (int month = 1; month <= 2; ++month)
            PFX_VERIFY(importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("a.json"), exportOf(month)), overwriting()));
        QCOMPARE(write(fixture.store(), QStringLiteral("DELETE FROM companies WHERE title = 'Ромашка'")), QString());
        const auto told = previewOf(fixture.store(), 2);
        PFX_VERIFY(told);
        const auto undone = undoRun(fixture.store(), 2);
        PFX_VERIFY(undone);
        QCOMPARE(codes(*undone).count(QStringLiteral("changed_since")), told->leftAlone);
        // The contact stays with its company, the deal goes back to where it was.
        QCOMPARE(told->leftAlone, 2);
        QCOMPARE(read(fixture.store(), QStringLiteral("SELECT k.title AS v FROM contacts c JOIN companies k ON k.id = c.company_id")), QStringLiteral("Лютик"));
        QCOMPARE(read(fixture.store(), QStringLiteral("SELECT p.name AS v FROM deals d JOIN pipelines p ON p.id = d.pipeline_id")), QStringLiteral("П1"));
    }

    void onlyAnUploadSinceKeepsAnUpdate_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("since");
        QTest::addColumn<bool>("stays");
        for (const BackendRow &row : backends()) {
            const QString none, first = QStringLiteral("700"), other = QStringLiteral("701");
            QTest::newRow((QByteArray("uploaded before the update") + row.suffix).constData()) << row.backend << first << none << false;
            QTest::newRow((QByteArray("uploaded since the update") + row.suffix).constData()) << row.backend << none << first << true;
            QTest::newRow((QByteArray("uploaded anew since the update") + row.suffix).constData()) << row.backend << first << other << true;
            QTest::newRow((QByteArray("never uploaded") + row.suffix).constData()) << row.backend << none << none << false;
        }
    }
    void onlyAnUploadSinceKeepsAnUpdate()
    {
        PFX_STORE_FIXTURE(fixture);
        QFETCH(QString, before);
        QFETCH(QString, since);
        QFETCH(bool, stays);
        QCOMPARE(addEmployee(fixture.store()), QString());
        const auto upload = [&fixture](const QString &id) {
            return id.isEmpty() ? QString() : write(fixture.store(), QStringLiteral("UPDATE contacts SET planfix_id = %1 WHERE id = 1").arg(id));
        };
        PFX_VERIFY(importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("a.json"), exportOf(1)), amoOptions()));
        QCOMPARE(upload(before), QString());
        PFX_VERIFY(importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("a.json"), exportOf(2)), overwriting()));
        QCOMPARE(upload(since), QString());
        const auto told = previewOf(fixture.store(), 2);
        PFX_VERIFY(told);
        const auto undone = undoRun(fixture.store(), 2);
        PFX_VERIFY(undone);
        QCOMPARE(codes(*undone).count(QStringLiteral("changed_since")), told->leftAlone);
        QCOMPARE(told->leftAlone > 0, stays);
        QCOMPARE(read(fixture.store(), QStringLiteral("SELECT k.title AS v FROM contacts c JOIN companies k ON k.id = c.company_id WHERE c.id = 1")),
                 stays ? QStringLiteral("Лютик") : QStringLiteral("Ромашка"));
    }

    void aStoppedUndoSaysSoAndGoesOn_data() { addBackends(); }
    void aStoppedUndoSaysSoAndGoesOn()
    {
        PFX_STORE_FIXTURE(fixture);
        const base::SystemClock clock;
        QCOMPARE(addEmployee(fixture.store()), QString());
        SmallBatches store(fixture.store(), smallBatch);
        PFX_VERIFY(importFile(store, writeFile(fixture.folder(), QStringLiteral("1.json"), richFile(30, 10)), amoOptions()));
        const QString before = dump(fixture.store(), Dump::WithoutRuns);
        PFX_VERIFY(importFile(store, writeFile(fixture.folder(), QStringLiteral("2.json"), changedFile(60, 20)), overwriting()));
        migration::RunControl stopping;
        store.afterJobs(3, [&stopping] { stopping.stop(); });
        const auto stopped = migration::runs::undo(store, clock, 2, stopping, {});
        PFX_VERIFY(stopped);
        QCOMPARE(stopped->state, RunState::Stopped);
        QVERIFY(stopped->undoBegun);
        QVERIFY(dump(fixture.store(), Dump::WithoutRuns) != before);
        const auto db = store.connect();
        PFX_VERIFY(db);
        const auto listed = migration::runs::list(store, **db);
        PFX_VERIFY(listed);
        QCOMPARE(listed->first().state, RunState::Stopped);
        QVERIFY(listed->first().undoBegun);
        QVERIFY(!listed->last().undoBegun);
        const auto resumed = resumeRun(store, 2);
        PFX_VERIFY_ERROR(resumed, base::ErrorCode::Conflict);
        QCOMPARE(resumed.error().detail, QStringLiteral("its undo has begun"));
        const auto undone = undoRun(store, 2);
        PFX_VERIFY(undone);
        QCOMPARE(undone->state, RunState::Undone);
        QVERIFY(!undone->undoBegun);
        QCOMPARE(dump(fixture.store(), Dump::WithoutRuns), before);
    }

    void anUndoThatIsStoppedAtOnceHasBegunNothing()
    {
        StoreFixture fixture(QStringLiteral("sqlite"));
        const base::SystemClock clock;
        QCOMPARE(addEmployee(fixture.store()), QString());
        PFX_VERIFY(importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1.json"), amoExample), amoOptions()));
        migration::RunControl stopping;
        stopping.stop();
        const auto stopped = migration::runs::undo(fixture.store(), clock, 1, stopping, {});
        PFX_VERIFY_ERROR(stopped, base::ErrorCode::Cancelled);
        QCOMPARE(stopped.error(), migration::nothingBegun());
        const auto db = fixture.store().connect();
        PFX_VERIFY(db);
        const auto report = migration::runs::report(fixture.store(), **db, 1);
        PFX_VERIFY(report);
        QCOMPARE(report->state, RunState::Finished);
        QVERIFY(!report->undoBegun);
    }

    void whatIsLeftAloneIsToldOnce_data() { addBackends(); }
    void whatIsLeftAloneIsToldOnce()
    {
        PFX_STORE_FIXTURE(fixture);
        const base::SystemClock clock;
        QCOMPARE(addEmployee(fixture.store()), QString());
        SmallBatches store(fixture.store(), 1);
        PFX_VERIFY(importFile(store, writeFile(fixture.folder(), QStringLiteral("1.json"), amoExample), amoOptions()));
        // The same contact twice, each time with something new: two rows of one run about one record.
        const QByteArray twice = R"({"contacts":[{"id":123,"name":"Иван Иванов","position":"Директор"},{"id":123,"name":"Иван Иванов","position":"Бухгалтер"}]})";
        const auto changed = importFile(store, writeFile(fixture.folder(), QStringLiteral("2.json"), twice), overwriting());
        PFX_VERIFY(changed);
        QCOMPARE(changed->contacts.updated, 2);
        QCOMPARE(write(store, QStringLiteral("UPDATE contacts SET version = version + 1")), QString());
        migration::RunControl stopping;
        store.afterJobs(2, [&stopping] { stopping.stop(); });
        const auto stopped = migration::runs::undo(store, clock, 2, stopping, {});
        PFX_VERIFY(stopped);
        QCOMPARE(codes(*stopped), QStringList{QStringLiteral("changed_since")});
        const auto told = previewOf(store, 2);
        PFX_VERIFY(told);
        QCOMPARE(told->leftAlone, 0);
        const auto undone = undoRun(store, 2);
        PFX_VERIFY(undone);
        QCOMPARE(codes(*undone), QStringList{QStringLiteral("changed_since")});
    }

    void aFailedDatabaseCallCanBeGoneOnWith_data() { addBackends(); }
    void aFailedDatabaseCallCanBeGoneOnWith()
    {
        QFETCH(QString, backend);
        const bool sqlite = backend == QLatin1String("sqlite");
        for (int failAt = 1;; ++failAt) {
            StoreFixture fixture(backend);
            QVERIFY(fixture.isValid());
            QCOMPARE(addEmployee(fixture.store()), QString());
            SmallBatches small(fixture.store(), sqlite ? smallBatch : 20);
            PFX_VERIFY(importFile(small, writeFile(fixture.folder(), QStringLiteral("1.json"), sqlite ? richFile(6, 3) : richFile(3, 2)), amoOptions()));
            const QString before = dump(fixture.store(), Dump::WithoutRuns);
            auto options = amoOptions();
            options.duplicates = DuplicatePolicy::Update;
            options.update = migration::UpdatePolicy::All;
            PFX_VERIFY(importFile(small, writeFile(fixture.folder(), QStringLiteral("2.json"), sqlite ? changedFile(14, 6) : changedFile(6, 3)), options));
            FailurePlan plan(failAt);
            FailingStore failing(small, plan);
            const auto first = undoRun(failing, 2);
            const bool reached = plan.hasFailed();
            plan.restart(0);
            if (read(fixture.store(), QStringLiteral("SELECT state AS v FROM import_runs WHERE id = 2")) != QLatin1String("undone"))
                PFX_VERIFY(undoRun(small, 2));
            if (dump(fixture.store(), Dump::WithoutRuns) != before)
                QCOMPARE(QStringLiteral("call %1: %2").arg(failAt).arg(dump(fixture.store(), Dump::WithoutRuns)), before);
            if (!reached) {
                PFX_VERIFY(first);
                return;
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestUndo)
#include "tst_undo.moc"
