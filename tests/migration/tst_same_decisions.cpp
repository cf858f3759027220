// SPDX-License-Identifier: GPL-3.0-or-later
// The same file leaves the same database whatever stands behind the look-ups: keys in memory or the store's indexes, a store filled without
// indexes or with them, large batches or small ones, one program or two. What a broken off load has left changes no decision.
#include "core/base/clock.h"
#include "core/crm/bulk_load.h"
#include "tests/migration/import_fixture.h"

using namespace pfx;
using namespace pfx::test;
using migration::DuplicatePolicy;
using migration::RunState;
using migration::UpdatePolicy;

namespace {

constexpr int rows = 400;

/// Repeated and shared phones, companies by id and by title in several spellings, rows of one id with other names, links to nothing.
QByteArray mixedFile(int first)
{
    const auto number = [](int n) { return QByteArray::number(n); };
    QByteArray companies, contacts, deals;
    for (int i = first; i < first + rows; ++i) {
        const QByteArray phone = "8999" + number(1000000 + i * 37 % 290), mail = number(i * 53 % 310) + "@example.com";
        const QByteArray points = R"("custom_fields_values":[{"field_code":"PHONE","values":[{"value":")" + phone
                                  + R"("}]},{"field_code":"EMAIL","values":[{"value":")" + mail + R"("}]}])";
        if (i % 8 == 0)
            companies += R"({"id":)" + number(i % 200) + R"(,"name":"ООО Фирма )" + number(i % 24) + R"(",)" + points + "},";
        const QByteArray company = i % 3 == 0 ? QByteArray(R"("company_name":"Фирма )" + number(i % 24) + R"(",)") : QByteArray();
        contacts += R"({"id":)" + number(i % 19 == 0 ? i - 5 : i) + R"(,"name":"Имя )" + number(i * 7 % 150) + R"(",)" + company
                    + (i % 5 == 0 ? QByteArray(R"("custom_fields_values":[])") : points) + "},";
        deals += R"({"id":)" + number(i) + R"(,"name":"Сделка","price":)" + number(i) + R"(,"status_id":10,"pipeline_id":)" + number(i % 2)
                 + R"(,"contacts":[{"id":)" + number(i * 3 % 500) + "}]},";
    }
    const auto array = [](QByteArray items) { return '[' + items.chopped(1) + ']'; };
    return R"({"deals":)" + array(deals) + R"(,"contacts":)" + array(contacts) + R"(,"companies":)" + array(companies)
           + R"(,"pipelines":[{"id":1,"name":"Воронка","statuses":[{"id":10,"name":"А"}]}]})";
}

enum class Keys { InMemory, InStore };
enum class Programs { One, Two };

/// Makes the store look so large that reading its keys is not worth it.
const QString farContact = QStringLiteral("INSERT INTO contacts (id, name, search_key, created_at, changed_at) VALUES (1000000000, '', '', 0, 0)");
const QString noFarContact = QStringLiteral("DELETE FROM contacts WHERE id = 1000000000");

QString imported(const QString &backend, Keys keys, Programs programs, int batch, const migration::ImportOptions &options)
{
    StoreFixture fixture(backend);
    if (!fixture.isValid() || !addEmployee(fixture.store()).isEmpty())
        return QStringLiteral("no store");
    if (keys == Keys::InStore && !write(fixture.store(), farContact).isEmpty())
        return QStringLiteral("no far contact");
    const auto second = programs == Programs::Two ? fixture.openAgain() : nullptr;
    SmallBatches store(fixture.store(), batch);
    int run = 0;
    for (const char *account : {"a", "b", "a"}) {
        auto chosen = options;
        chosen.account = QLatin1String(account);
        const QString path = writeFile(fixture.folder(), QStringLiteral("f.json"), mixedFile(1 + 100 * run++));
        if (const auto report = importFile(store, path, chosen); !report || report->state != RunState::Finished)
            return report ? migration::name(report->state) : errorText(report);
    }
    if (keys == Keys::InStore && !write(fixture.store(), noFarContact).isEmpty())
        return QStringLiteral("the far contact stays");
    return dump(fixture.store());
}

QString companies(store::Store &store)
{
    return read(store, QStringLiteral("SELECT count(*) AS v FROM companies"));
}

} // namespace

class TestSameDecisions : public QObject
{
    Q_OBJECT

private slots:
    void howKeysAreKnownChangesNothing_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<int>("duplicates");
        QTest::addColumn<int>("update");
        for (const BackendRow &row : backends()) {
            const auto add = [&row](const char *name, DuplicatePolicy duplicates, UpdatePolicy update) {
                QTest::newRow((name + row.suffix).constData()) << row.backend << int(duplicates) << int(update);
            };
            add("skipping duplicates ", DuplicatePolicy::Skip, UpdatePolicy::OnlyEmpty);
            add("filling what is empty ", DuplicatePolicy::Update, UpdatePolicy::OnlyEmpty);
            add("updating all ", DuplicatePolicy::Update, UpdatePolicy::All);
            add("making duplicates ", DuplicatePolicy::New, UpdatePolicy::OnlyEmpty);
        }
    }
    void howKeysAreKnownChangesNothing()
    {
        QFETCH(QString, backend);
        QFETCH(int, duplicates);
        QFETCH(int, update);
        auto options = amoOptions();
        options.duplicates = DuplicatePolicy(duplicates);
        options.update = UpdatePolicy(update);
        const QString reference = imported(backend, Keys::InMemory, Programs::One, 1000, options);
        QVERIFY2(reference.contains(QLatin1String("\npoints|")), qPrintable(reference.left(500)));
        const auto isSame = [&](Keys keys, Programs programs, int batch) {
            return imported(backend, keys, programs, batch, options) == reference;
        };
        QVERIFY(isSame(Keys::InMemory, Programs::Two, 23));
        QVERIFY(isSame(Keys::InStore, Programs::One, 1000));
        QVERIFY(isSame(Keys::InStore, Programs::Two, 23));
    }

    void aDryRunKeepsAccountsApart_data() { addBackends(); }
    void aDryRunKeepsAccountsApart()
    {
        PFX_STORE_FIXTURE(fixture);
        QCOMPARE(addEmployee(fixture.store()), QString());
        const auto path = [&fixture](const char *name) {
            QByteArray json = R"({"contacts":[{"id":1,"name":"%1","company_name":"ООО Ромашка"}]})";
            return writeFile(fixture.folder(), QStringLiteral("c.json"), json.replace("%1", name));
        };
        auto options = amoOptions();
        options.account = QStringLiteral("a");
        PFX_VERIFY(importFile(fixture.store(), path("Анна"), options));
        options.account = QStringLiteral("b");
        options.dryRun = true;
        const auto dry = importFile(fixture.store(), path("Борис"), options);
        options.dryRun = false;
        const auto real = importFile(fixture.store(), path("Борис"), options);
        PFX_VERIFY(dry);
        PFX_VERIFY(real);
        QCOMPARE(text(real->companies), QStringLiteral("1 1 0 0 0"));
        QCOMPARE(text(dry->companies), text(real->companies));
    }

    void whatABrokenOffLoadLeftIsFinishedFirst_data() { addBackends(); }
    void whatABrokenOffLoadLeftIsFinishedFirst()
    {
        PFX_STORE_FIXTURE(fixture);
        const base::SystemClock clock;
        QCOMPARE(addEmployee(fixture.store()), QString());
        const QString missing = QStringLiteral("SELECT count(*) AS v FROM deferred_steps");
        SmallBatches store(fixture.store(), 20);
        auto options = amoOptions();
        options.account = QStringLiteral("a");
        migration::RunControl stopped;
        store.afterJobs(20, [&stopped] { stopped.stop(); });
        const auto first = importFile(store, writeFile(fixture.folder(), QStringLiteral("a.json"), mixedFile(1)), options, stopped);
        PFX_VERIFY(first);
        QCOMPARE(first->state, RunState::Stopped);
        const QString known = companies(fixture.store());
        // Somebody has the store open, so that nobody's opening builds what is missing.
        QVERIFY(read(fixture.store(), missing) != QLatin1String("0"));

        const QByteArray other = R"({"contacts":[{"id":1,"name":"Борис","company_name":"ООО Фирма 0"}]})";
        options.account = QStringLiteral("b");
        const auto second = importFile(store, writeFile(fixture.folder(), QStringLiteral("b.json"), other), options);
        PFX_VERIFY(second);
        QCOMPARE(text(second->companies), QStringLiteral("1 1 0 0 0"));
        QCOMPARE(companies(fixture.store()).toInt(), known.toInt() + 1);
        QCOMPARE(read(fixture.store(), missing), QStringLiteral("0"));

        migration::RunControl control;
        const auto resumed = migration::Importer(store, clock, migration::StoreUse::Exclusive).resume(first->run, control, {});
        PFX_VERIFY(resumed);
        QCOMPARE(resumed->state, RunState::Finished);
        PFX_VERIFY(migration::runs::undo(store, clock, first->run, control, {}));
        QCOMPARE(read(fixture.store(), QStringLiteral("SELECT count(*) AS v FROM contacts")), QStringLiteral("1"));
        PFX_VERIFY(fixture.store().check());
    }
};

QTEST_GUILESS_MAIN(TestSameDecisions)
#include "tst_same_decisions.moc"
