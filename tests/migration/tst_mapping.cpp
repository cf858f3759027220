// SPDX-License-Identifier: GPL-3.0-or-later
// Mapping files and options as JSON, and what a mapping does to a run.
#include "tests/migration/import_fixture.h"

using namespace pfx;
using namespace pfx::test;
using migration::ImportOptions;
using migration::Mapping;
using records::Kind;
using records::System;

class TestMapping : public QObject
{
    Q_OBJECT

private slots:
    void optionsSurviveTheirJson()
    {
        ImportOptions options = bitrixOptions();
        options.account = QStringLiteral("office");
        options.pipeline = QStringLiteral("Наша");
        options.dealSource = QStringLiteral("Сайт");
        options.duplicates = migration::DuplicatePolicy::Update;
        options.update = migration::UpdatePolicy::All;
        options.mapping.fields.append({Kind::Deal, QStringLiteral("UTM"), QStringLiteral("source")});
        options.mapping.stages.append({QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C"), QStringLiteral("D")});
        options.mapping.employees.append({QStringLiteral("7"), QStringLiteral("admin@example.com")});
        const auto read = ImportOptions::fromJson(options.toJson());
        PFX_VERIFY(read);
        QCOMPARE(read->toJson(), options.toJson());
        QVERIFY(read->mapping == options.mapping);
    }

    void badMappingsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("where");
        QTest::newRow("unknown version") << QByteArray(R"({"version":2,"source":"amocrm"})") << QStringLiteral("version");
        QTest::newRow("another source") << QByteArray(R"({"version":1,"source":"bitrix24"})") << QStringLiteral("source");
        QTest::newRow("unknown target") << QByteArray(
            R"({"version":1,"source":"amocrm","fields":[{"entity":"contacts","from":"a","to":"shoe_size"}]})")
                                        << QStringLiteral("fields[0].to");
        QTest::newRow("unknown entity") << QByteArray(
            R"({"version":1,"source":"amocrm","fields":[{"entity":"orders","from":"a","to":"title"}]})")
                                        << QStringLiteral("fields[0].entity");
    }
    void badMappingsAreRefused()
    {
        QFETCH(QByteArray, json);
        const auto mapping = Mapping::fromJson(json, System::Amocrm);
        QVERIFY(!mapping);
        QCOMPARE(mapping.error().code, base::ErrorCode::Validation);
        QTEST(mapping.error().where, "where");
    }

    void fieldsStagesAndEmployeesGoWhereTheMappingSays_data() { addBackends(); }
    void fieldsStagesAndEmployeesGoWhereTheMappingSays()
    {
        PFX_STORE_FIXTURE(fixture);
        QCOMPARE(addEmployee(fixture.store()), QString());
        QCOMPARE(addEmployee(fixture.store(), QStringLiteral("Анна"), QStringLiteral("anna@example.com")), QString());
        const QByteArray json = R"({"contacts":[{"id":1,"name":"Иван","responsible_user_id":7,"custom_fields_values":[
            {"field_id":5,"field_name":"Роль","values":[{"value":"Директор"}]},
            {"field_id":6,"field_name":"Секрет","values":[{"value":"x"}]}]}],
            "deals":[{"id":2,"name":"Сделка","price":1,"pipeline_id":1,"status_id":10,"contacts":[{"id":1}]}],
            "pipelines":[{"id":1,"name":"Воронка","statuses":[{"id":10,"name":"Первая"}]}]})";
        ImportOptions options = amoOptions();
        options.mapping.fields = {{Kind::Contact, QStringLiteral("роль"), QStringLiteral("position")},
                                  {Kind::Contact, QStringLiteral("6"), QStringLiteral("-")}};
        options.mapping.stages = {{QStringLiteral("Воронка"), QStringLiteral("10"), QStringLiteral("Продажи"), QStringLiteral("Новая")}};
        options.mapping.employees = {{QStringLiteral("7"), QStringLiteral("anna@example.com")}};
        PFX_VERIFY(importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1.json"), json), options));
        const auto value = [&](const char *sql) { return read(fixture.store(), QString::fromUtf8(sql)); };
        QCOMPARE(value("SELECT position AS v FROM contacts"), QStringLiteral("Директор"));
        QCOMPARE(value("SELECT e.name AS v FROM contacts c JOIN employees e ON e.id = c.owner_id"), QStringLiteral("Анна"));
        QVERIFY(!value("SELECT COALESCE(custom, '') AS v FROM contacts").contains(QStringLiteral("Секрет")));
        QCOMPARE(value("SELECT p.name AS v FROM deals d JOIN pipelines p ON p.id = d.pipeline_id"), QStringLiteral("Продажи"));
        QCOMPARE(value("SELECT s.name AS v FROM deals d JOIN stages s ON s.id = d.stage_id"), QStringLiteral("Новая"));
    }

    void namedMappingsAreKept_data() { addBackends(); }
    void namedMappingsAreKept()
    {
        PFX_STORE_FIXTURE(fixture);
        Mapping mapping;
        mapping.employees.append({QStringLiteral("7"), QStringLiteral("Анна")});
        PFX_VERIFY(migration::runs::saveMapping(fixture.store(), System::Amocrm, QStringLiteral("Обычная"), Mapping()));
        PFX_VERIFY(migration::runs::saveMapping(fixture.store(), System::Amocrm, QStringLiteral("Обычная"), mapping));
        const auto db = fixture.store().connect();
        PFX_VERIFY(db);
        const auto names = migration::runs::mappingNames(**db, System::Amocrm);
        PFX_VERIFY(names);
        QCOMPARE(*names, QStringList{QStringLiteral("Обычная")});
        const auto kept = migration::runs::mapping(**db, System::Amocrm, QStringLiteral("Обычная"));
        PFX_VERIFY(kept);
        QVERIFY(*kept == mapping);
        PFX_VERIFY_ERROR(migration::runs::mapping(**db, System::Bitrix24, QStringLiteral("Обычная")), base::ErrorCode::NotFound);
        PFX_VERIFY_ERROR(migration::runs::removeMapping(fixture.store(), System::Bitrix24, QStringLiteral("Обычная")), base::ErrorCode::NotFound);
        PFX_VERIFY(migration::runs::removeMapping(fixture.store(), System::Amocrm, QStringLiteral("Обычная")));
        PFX_VERIFY_ERROR(migration::runs::mapping(**db, System::Amocrm, QStringLiteral("Обычная")), base::ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestMapping)
#include "tst_mapping.moc"
