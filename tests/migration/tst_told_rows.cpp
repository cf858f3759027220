// SPDX-License-Identifier: GPL-3.0-or-later
// What a check tells of records that would be made: every field, by the names that people know, and how many warnings there are.
#include "core/base/clock.h"
#include "core/migration/batch_context.h"
#include "core/migration/merge.h"
#include "tests/migration/import_fixture.h"

using namespace pfx;
using namespace pfx::test;

namespace {

using Told = QHash<records::Kind, QStringList>;

/// "field=value" of every new record of a run.
Told toldBy(store::Store &store, qint64 run)
{
    Told told;
    const auto db = store.connect();
    if (!db)
        return told;
    const auto rows = migration::runs::rows(**db, {run, {}, {}, {}, {}, 0, 1000});
    if (!rows)
        return told;
    for (const migration::RunRow &row : *rows) {
        for (const migration::Difference &field : row.differences) {
            if (row.decision == migration::Decision::Created)
                told[row.kind].append(field.field + u'=' + field.before + field.after);
        }
    }
    return told;
}

} // namespace

class TestToldRows : public QObject
{
    Q_OBJECT

private slots:
    void haveEveryFieldOfANewRecord_data() { addBackends(); }
    void haveEveryFieldOfANewRecord()
    {
        PFX_STORE_FIXTURE(fixture);
        QCOMPARE(addEmployee(fixture.store()), QString());
        const QString path = writeFile(fixture.folder(), QStringLiteral("1.json"), R"({"companies":[{"id":3,"name":"ООО «Ким»"}],
            "contacts":[{"id":7,"name":"Анна Ким","created_at":1700000000,"company":{"id":3},"foreign":1,"custom_fields_values":[
              {"field_code":"PHONE","values":[{"value":"+79062114018"},{"value":"+79114700266"}]},
              {"field_code":"EMAIL","values":[{"value":"anna@example.com"}]},{"field_id":9,"field_name":"Размер","values":[{"value":"XL"}]}]},
              {"id":8,"name":"Олег","company":{"name":"ИП Дуб"}}],
            "deals":[{"id":1,"name":"Кухня","price":48500,"pipeline_id":1,"status_id":10,"company":{"id":3},"contacts":[{"id":7},{"id":8}]}],
            "pipelines":[{"id":1,"name":"Воронка","statuses":[{"id":10,"name":"Замер"}]}]})");
        auto options = amoOptions();
        options.dryRun = true;
        const auto dry = importFile(fixture.store(), path, options);
        PFX_VERIFY(dry);
        const Told told = toldBy(fixture.store(), dry->run);
        QCOMPARE(told[records::Kind::Contact],
                 QStringList({QStringLiteral("name=Анна Ким"), QStringLiteral("company=ООО «Ким»"), QStringLiteral("phone=+79062114018"),
                              QStringLiteral("phone=+79114700266"), QStringLiteral("email=anna@example.com"), QStringLiteral("owner=Администратор"),
                              QStringLiteral("created_at=1700000000000"), QStringLiteral("Размер=XL"), QStringLiteral("name=Олег"),
                              QStringLiteral("company=ИП Дуб"), QStringLiteral("owner=Администратор")}));
        QCOMPARE(told[records::Kind::Deal],
                 QStringList({QStringLiteral("title=Кухня"), QStringLiteral("amount=48500.00"), QStringLiteral("pipeline=Воронка"),
                              QStringLiteral("stage=Замер"), QStringLiteral("company=ООО «Ким»"), QStringLiteral("contact=Анна Ким"),
                              QStringLiteral("contact=Олег"), QStringLiteral("owner=Администратор")}));
        QCOMPARE(told[records::Kind::Company].value(0), QStringLiteral("title=ООО «Ким»"));

        options.dryRun = false;
        const auto real = importFile(fixture.store(), path, options);
        PFX_VERIFY(real);
        QCOMPARE(toldBy(fixture.store(), real->run), Told());
    }

    void areBounded()
    {
        StoreFixture fixture(QStringLiteral("sqlite"));
        QCOMPARE(addEmployee(fixture.store()), QString());
        QByteArray phones, fields, contacts;
        for (int i = 0; i < 3000; ++i) {
            phones += "{\"value\":\"+7999" + QByteArray::number(1'000'000 + i) + "\"},";
            fields += R"({"field_id":)" + QByteArray::number(i + 1) + R"(,"field_name":"Поле","values":[{"value":"x"}]},)";
        }
        for (int i = 2; i <= migration::rowsToldWhole + 10; ++i)
            contacts += R"({"id":)" + QByteArray::number(i) + R"(,"name":"Имя"},)";
        const QByteArray company = R"({"id":1,"name":"ООО Ким","custom_fields_values":[)" + fields + R"({"field_code":"PHONE","values":[)" + phones.chopped(1) + "]}]}";
        const QString path = writeFile(fixture.folder(), QStringLiteral("1.json"),
                                       R"({"contacts":[)" + contacts + R"({"id":1,"name":"Поздний"}],"companies":[)" + company + "]}");
        auto options = amoOptions();
        options.dryRun = true;
        const auto dry = importFile(fixture.store(), path, options);
        PFX_VERIFY(dry);
        QCOMPARE(toldBy(fixture.store(), dry->run)[records::Kind::Company].size(), migration::mostFieldsTold);
        const auto db = fixture.store().connect();
        PFX_VERIFY(db);
        const auto last = migration::runs::rows(**db, {dry->run, {}, {}, {}, {}, migration::rowsToldWhole + 5, 1});
        PFX_VERIFY(last);
        QCOMPARE(last->size(), 1);
        QVERIFY(last->first().differences.isEmpty());
    }

    void warningsAreCounted_data() { addBackends(); }
    void warningsAreCounted()
    {
        PFX_STORE_FIXTURE(fixture);
        QCOMPARE(addEmployee(fixture.store()), QString());
        const QString path = writeFile(fixture.folder(), QStringLiteral("1.json"),
                                       R"({"contacts":["no object"],"deals":[{"id":1,"name":"А","contacts":[{"id":77}]},{"id":2,"name":"Б","contacts":[{"id":78},{"id":79}]}]})");
        auto options = amoOptions();
        for (const bool dryRun : {true, false}) {
            options.dryRun = dryRun;
            const auto report = importFile(fixture.store(), path, options);
            PFX_VERIFY(report);
            QCOMPARE(report->total().failed, 1);
            const auto warnings = std::count_if(report->problems.begin(), report->problems.end(),
                                                [](const migration::Problem &problem) { return problem.severity == migration::Severity::Warning; });
            QVERIFY(warnings >= 3);
            QCOMPARE(report->warningCount(), warnings);
            const auto db = fixture.store().connect();
            PFX_VERIFY(db);
            const auto kept = migration::runs::report(fixture.store(), **db, report->run);
            PFX_VERIFY(kept);
            QCOMPARE(kept->warningCount(), warnings);
        }
    }
};

QTEST_GUILESS_MAIN(TestToldRows)
#include "tst_told_rows.moc"
