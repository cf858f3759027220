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
