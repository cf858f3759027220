// SPDX-License-Identifier: GPL-3.0-or-later
// A contact or company that was refused, since its number belongs to another one here: what points to it in the same file is not hung on that
// other one in silence.
#include "core/base/clock.h"
#include "tests/migration/import_fixture.h"

using namespace pfx;
using namespace pfx::test;
using migration::DuplicatePolicy;
using migration::RunState;

namespace {

QByteArray record(const QByteArray &id, const QByteArray &name, const QByteArray &phone, const QByteArray &more = {})
{
    return "{\"id\":" + id + ",\"name\":\"" + name + R"(","custom_fields_values":[{"field_code":"PHONE","values":[{"value":")" + phone + "\"}]}]" + more + "}";
}

QByteArray firstFile()
{
    return R"({"companies":[)" + record("1", "ООО Альфа", "+74950000001") + "," + record("2", "ООО Вега", "+74950000002") + R"(],"contacts":[)"
        + record("5", "Иван Ким", "+79990000005") + "," + record("6", "Олег Дуб", "+79990000006") + "]}";
}

/// Company 1 and contact 5 are others now, company 2 and contact 6 are the same; contact 7 fits two.
QByteArray secondFile()
{
    return R"({"companies":[)" + record("1", "АО Бета", "+74950000003") + "," + record("2", "ООО Вега", "+74950000002") + R"(],"contacts":[)"
        + record("5", "Анна Лис", "+79990000009") + "," + record("6", "Олег Дуб", "+79990000006") + ","
        + record("7", "Общий", "+79990000005", R"(,"company":{"id":2})").replace("+79990000005\"}", "+79990000005\"},{\"value\":\"+79990000006\"}") + ","
        + record("8", "Новый", "+79990000008", R"(,"company":{"id":1,"name":"ООО Альфа"})")
        + R"(],"deals":[{"id":10,"name":"Окна","price":1,"company":{"id":1},"contacts":[{"id":5,"is_main":true},{"id":6}]},
            {"id":11,"name":"Двери","price":2,"company":{"id":2},"contacts":[{"id":5}]},
            {"id":12,"name":"Полы","price":3,"contacts":[{"id":7}]},{"id":13,"name":"Стены","price":4,"contacts":[{"id":8}]}]})";
}

/// What both runs leave, the second one stopped behind so many of its jobs (0: never) and gone on with; or what went wrong.
QString imported(const QString &backend, int stopAfter, bool &stopped)
{
    StoreFixture fixture(backend);
    if (!fixture.isValid() || !addEmployee(fixture.store()).isEmpty())
        return QStringLiteral("no store");
    if (const auto first = importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1.json"), firstFile()), amoOptions()); !first)
        return errorText(first);
    SmallBatches store(fixture.store(), 1);
    migration::RunControl control;
    if (stopAfter > 0)
        store.afterJobs(stopAfter, [&control] { control.stop(); });
    auto report = importFile(store, writeFile(fixture.folder(), QStringLiteral("2.json"), secondFile()), amoOptions(), control);
    stopped = report && report->state == RunState::Stopped;
    if (stopped)
        report = resumeRun(store, report->run);
    if (!report || report->state != RunState::Finished)
        return report ? migration::name(report->state) : errorText(report);
    return dump(fixture.store());
}

} // namespace

class TestRefusedRows : public QObject
{
    Q_OBJECT

private slots:
    void leadNobodyToTheOtherOne_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<int>("policy");
        QTest::addColumn<int>("batch");
        for (const BackendRow &row : backends()) {
            QTest::newRow(("skipping duplicates " + row.suffix).constData()) << row.backend << int(DuplicatePolicy::Skip) << 1000;
            QTest::newRow(("updating duplicates, a row a batch " + row.suffix).constData()) << row.backend << int(DuplicatePolicy::Update) << 1;
        }
    }
    void leadNobodyToTheOtherOne()
    {
        PFX_STORE_FIXTURE(fixture);
        QFETCH(int, policy);
        QFETCH(int, batch);
        QCOMPARE(addEmployee(fixture.store()), QString());
        PFX_VERIFY(importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1.json"), firstFile()), amoOptions()));
        SmallBatches store(fixture.store(), batch);
        const QString path = writeFile(fixture.folder(), QStringLiteral("2.json"), secondFile());
        auto options = amoOptions();
        options.duplicates = DuplicatePolicy(policy);
        options.dryRun = true;
        const auto dry = importFile(store, path, options);
        PFX_VERIFY(dry);
        options.dryRun = false;
        const auto real = importFile(store, path, options);
        PFX_VERIFY(real);
        QVERIFY(dry->problems == real->problems);

        QStringList told;
        for (const migration::Problem &problem : real->problems) {
            if (problem.severity == migration::Severity::Warning)
                told << QStringLiteral("%1 %2: %3 %4").arg(records::name(problem.kind), problem.externalId, migration::name(problem.code), problem.arguments.join(u'|'));
        }
        const QString why = QStringLiteral("|the row of this number was refused, see its own problem");
        QCOMPARE(told, QStringList({QStringLiteral("contact 8: company_not_found 1") + why, QStringLiteral("deal 10: contact_not_found 5") + why,
                                    QStringLiteral("deal 10: company_not_found 1") + why, QStringLiteral("deal 11: contact_not_found 5") + why,
                                    QStringLiteral("deal 12: contact_not_found 7") + why}));
        QCOMPARE(text(real->deals), QStringLiteral("4 4 0 0 0"));
        const auto found = [&store](const char *sql) { return read(store, QString::fromUtf8(sql)); };
        QCOMPARE(found("SELECT count(*) AS v FROM deal_contacts"), QStringLiteral("2"));
        QCOMPARE(found("SELECT count(*) AS v FROM deal_contacts dc JOIN contacts c ON c.id = dc.contact_id WHERE c.name = 'Олег Дуб' OR c.name = 'Новый'"),
                 QStringLiteral("2"));
        QCOMPARE(found("SELECT co.title AS v FROM deals d JOIN companies co ON co.id = d.company_id"), QStringLiteral("ООО Вега"));
        QCOMPARE(found("SELECT count(*) AS v FROM contacts WHERE company_id IS NOT NULL"), QStringLiteral("0"));
    }

    void areKnownToAResumedRun_data() { addBackends(); }
    void areKnownToAResumedRun()
    {
        QFETCH(QString, backend);
        bool stopped = false;
        const QString undisturbed = imported(backend, 0, stopped);
        QVERIFY2(undisturbed.contains(QStringLiteral("was refused")), qPrintable(undisturbed.left(500)));
        for (int jobs = 2;; ++jobs) {
            QCOMPARE(imported(backend, jobs, stopped), undisturbed);
            if (!stopped)
                break;
        }
    }
};

QTEST_GUILESS_MAIN(TestRefusedRows)
#include "tst_refused_rows.moc"
