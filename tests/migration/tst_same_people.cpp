// SPDX-License-Identifier: GPL-3.0-or-later
// Who is the same person or firm, and what an update may do to its name: two files one after the other, each first as a dry run that must
// tell what the real one does.
#include "tests/migration/import_fixture.h"

using namespace pfx;
using namespace pfx::test;
using migration::DuplicatePolicy;
using migration::ImportOptions;
using migration::UpdatePolicy;

namespace {

struct Policy
{
    DuplicatePolicy duplicates = DuplicatePolicy::Skip;
    UpdatePolicy update = UpdatePolicy::OnlyEmpty;
};
constexpr Policy skip{}, fill{DuplicatePolicy::Update, UpdatePolicy::OnlyEmpty}, overwrite{DuplicatePolicy::Update, UpdatePolicy::All};

QByteArray person(int id, const QByteArray &name, const QByteArray &phone, const QByteArray &email = {})
{
    QByteArray fields;
    if (!phone.isEmpty())
        fields += R"({"field_name":"Phone","values":[{"value":")" + phone + R"("}]})";
    if (!email.isEmpty())
        fields += (fields.isEmpty() ? "" : ",") + QByteArray(R"({"field_name":"Email","values":[{"value":")") + email + R"("}]})";
    return R"({"id":)" + QByteArray::number(id) + R"(,"name":")" + name + R"(","custom_fields_values":[)" + fields + "]}";
}

QByteArray people(const QByteArrayList &list)
{
    return R"({"contacts":[)" + list.join(',') + "]}";
}

QByteArray firms(const QByteArrayList &list)
{
    return R"({"companies":[)" + list.join(',') + R"(],"contacts":[]})";
}

/// What is told of a run, but its number and times.
QString told(const migration::RunReport &report)
{
    QString out;
    for (const migration::Counters *part : {&report.contacts, &report.companies, &report.deals, &report.pipelines, &report.stages})
        out += text(*part) + QLatin1Char('|');
    for (const migration::Problem &problem : report.problems)
        out += migration::name(problem.code) + QLatin1Char(' ') + problem.arguments.join(QLatin1Char(',')) + QLatin1Char('|');
    return out;
}

/// The report of the real run, after a dry one that has told the same.
base::Result<migration::RunReport> importTwice(StoreFixture &fixture, const QByteArray &json, ImportOptions options, const Policy &policy)
{
    options.duplicates = policy.duplicates;
    options.update = policy.update;
    const QString path = writeFile(fixture.folder(), QStringLiteral("import.json"), json);
    options.dryRun = true;
    PFX_ASSIGN(const auto dry, importFile(fixture.store(), path, options));
    options.dryRun = false;
    PFX_ASSIGN(const auto real, importFile(fixture.store(), path, options));
    if (told(dry) != told(real))
        return base::fail(base::ErrorCode::Internal, QStringLiteral("told %1, did %2").arg(told(dry), told(real)));
    return real;
}

/// The first column "v" of all rows, joined.
QString all(store::Store &store, const QString &sql)
{
    const auto db = store.connect();
    const auto rows = (*db)->select(sql);
    if (!rows)
        return errorText(rows);
    QStringList values;
    for (const store::Row &row : *rows)
        values.append(row.text(QStringLiteral("v")));
    return values.join(QStringLiteral("; "));
}

} // namespace

Q_DECLARE_METATYPE(Policy)

class TestSamePeople : public QObject
{
    Q_OBJECT

private slots:
    void aNameIsNeverLostToASubstitute_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<Policy>("policy");
        QTest::addColumn<QString>("names");
        const QByteArray phone = "+79991234567";
        for (const BackendRow &row : backends()) {
            const auto add = [&](const char *name, const QByteArray &first, const QByteArray &second, const Policy &policy, const char *names) {
                QTest::newRow((QByteArray(name) + row.suffix).constData()) << row.backend << first << second << policy << QString::fromUtf8(names);
            };
            const auto contact = [&](const char *name, const QByteArray &of = {}) { return people({person(1, name, of)}); };
            add("a missing name overwrites none", contact("Иван Иванов", phone), contact("", phone), overwrite, "Иван Иванов");
            add("a missing name fills none", contact("Иван Иванов", phone), contact("", phone), fill, "Иван Иванов");
            add("another name overwrites", contact("Иван Иванов", phone), contact("Иван Петров", phone), overwrite, "Иван Петров");
            add("another name fills nothing", contact("Иван Иванов", phone), contact("Иван Петров", phone), fill, "Иван Иванов");
            add("who is named by a phone gets the name when filling", contact("", phone), contact("Иван Иванов", phone), fill, "Иван Иванов");
            add("who is named by an e-mail gets the name when filling", people({person(1, "", phone, "i@example.com")}),
                contact("Иван Иванов", phone), fill, "Иван Иванов");
            add("who is named by a phone keeps that when skipping", contact("", phone), contact("Иван Иванов", phone), skip, "+79991234567");
            add("who has nothing stays without a name", contact(""), contact(""), overwrite, "Без имени");
            add("who is called by the own phone is no change", contact("+79991234567", phone), contact("+79991234567", phone), fill,
                "+79991234567");
            add("a firm's missing title overwrites none", firms({person(1, "Ромашка", phone)}),
                firms({person(1, "", phone)}), overwrite, "Ромашка");
            add("a firm without a title gets it when filling", firms({person(1, "", phone)}),
                firms({person(1, "Ромашка", phone)}), fill, "Ромашка");
        }
    }
    void aNameIsNeverLostToASubstitute()
    {
        PFX_STORE_FIXTURE(fixture);
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QFETCH(Policy, policy);
        QCOMPARE(addEmployee(fixture.store()), QString());
        PFX_VERIFY(importTwice(fixture, first, amoOptions(), skip));
        const auto report = importTwice(fixture, second, amoOptions(), policy);
        PFX_VERIFY(report);
        QCOMPARE(report->total().failed, 0);
        const QString names = all(fixture.store(), QStringLiteral("SELECT name AS v FROM contacts ORDER BY id"));
        const QString titles = all(fixture.store(), QStringLiteral("SELECT title AS v FROM companies ORDER BY id"));
        QTEST(names + titles, "names");
        const auto again = importTwice(fixture, second, amoOptions(), policy);
        PFX_VERIFY(again);
        QCOMPARE(again->total().updated, 0);
    }

    void aPhoneIsTheSameWithItsExtension_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("counters");
        for (const BackendRow &row : backends()) {
            const auto add = [&](const char *name, const QByteArray &first, const QByteArray &second, const char *counters) {
                QTest::newRow((QByteArray(name) + row.suffix).constData())
                    << row.backend << people({person(1, "Иван Иванов", first), person(2, "Иван Петров", second)}) << QString::fromLatin1(counters);
            };
            add("two extensions of one number are two people", "+7 495 123-45-67 доб. 101", "+7 495 123-45-67 доб. 102", "2 2 0 0 0");
            add("the same extension is one person", "+7 495 123-45-67 доб. 101", "8 (495) 123-45-67 доб. 101", "2 1 0 1 0");
            add("an extension is not the number itself", "+7 495 123-45-67", "+7 495 123-45-67 доб. 102", "2 2 0 0 0");
            add("the number itself is not an extension", "+7 495 123-45-67 доб. 102", "+7 495 123-45-67", "2 2 0 0 0");
            add("no extension is one person", "+7 495 123-45-67", "8 495 1234567", "2 1 0 1 0");
        }
    }
    void aPhoneIsTheSameWithItsExtension()
    {
        PFX_STORE_FIXTURE(fixture);
        QFETCH(QByteArray, json);
        QFETCH(QString, counters);
        QCOMPARE(addEmployee(fixture.store()), QString());
        const auto report = importTwice(fixture, json, amoOptions(), skip);
        PFX_VERIFY(report);
        QCOMPARE(text(report->contacts), counters);
        // In a batch each, and against what is stored, it is decided the same.
        StoreFixture other(backend);
        QVERIFY(other.isValid());
        QCOMPARE(addEmployee(other.store()), QString());
        SmallBatches small(other.store(), 1);
        const auto again = importFile(small, writeFile(other.folder(), QStringLiteral("1.json"), json), amoOptions());
        PFX_VERIFY(again);
        QCOMPARE(text(again->contacts), counters);
    }

    void anotherNameUnderOnePhoneIsTold_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<Policy>("policy");
        QTest::addColumn<QString>("problems");
        QTest::addColumn<bool>("kept");
        for (const BackendRow &row : backends()) {
            const auto add = [&](const char *name, const QByteArray &second, const Policy &policy, bool isTold) {
                QTest::newRow((QByteArray(name) + row.suffix).constData())
                    << row.backend << second << policy << (isTold ? QStringLiteral("other_name +74951234567,Иван Иванов (1)|") : QString()) << isTold;
            };
            const QByteArray office = "+7 495 123-45-67";
            add("another person is told and the row kept", person(2, "Анна Петрова", office, "anna@example.com"), skip, true);
            add("another person is told when updating too", person(2, "Анна Петрова", office, "anna@example.com"), fill, true);
            add("the order of the words is no other name", person(2, "Иванов Иван", office), skip, false);
            add("a word in common is no other name", person(2, "Иванов, И. И.", office), skip, false);
            add("a missing name is no other name", person(2, "", office), skip, false);
            add("the same id is no other person", person(1, "Анна Петрова", office), skip, false);
        }
    }
    void anotherNameUnderOnePhoneIsTold()
    {
        PFX_STORE_FIXTURE(fixture);
        QFETCH(QByteArray, second);
        QFETCH(Policy, policy);
        QFETCH(bool, kept);
        QCOMPARE(addEmployee(fixture.store()), QString());
        PFX_VERIFY(importTwice(fixture, people({person(1, "Иван Иванов", "+74951234567")}), amoOptions(), skip));
        const auto report = importTwice(fixture, people({second}), amoOptions(), policy);
        PFX_VERIFY(report);
        QCOMPARE(countOf(fixture.store(), QStringLiteral("contacts")), 1);
        QTEST(told(*report).section(QLatin1Char('|'), 5), "problems");
        const QString raw = read(fixture.store(), QStringLiteral("SELECT raw AS v FROM import_rows WHERE run_id = :run AND row_no = 1"),
                                 {{QStringLiteral("run"), report->run}});
        QCOMPARE(raw.contains(QStringLiteral("Анна Петрова")), kept);
        const auto db = fixture.store().connect();
        PFX_VERIFY(db);
        const auto failed = migration::runs::failedRows(**db, report->run);
        PFX_VERIFY(failed);
        QCOMPARE(failed->rows, 0);
    }

    void firmsOfOnePhoneAreMergedByTheirNamesOnly_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QByteArray>("title");
        QTest::addColumn<QString>("titles");
        QTest::addColumn<QString>("problems");
        for (const BackendRow &row : backends()) {
            const auto add = [&](const char *name, const char *title, const char *titles, bool isTold) {
                QTest::newRow((QByteArray(name) + row.suffix).constData())
                    << row.backend << QByteArray(title) << QString::fromUtf8(titles)
                    << (isTold ? QStringLiteral("shared_point +74951234567,Альфа (1)|") : QString());
            };
            add("two names are two firms", "Бета", "Альфа; Бета", true);
            add("one name is one firm", "ООО «АЛЬФА»", "Альфа", false);
            add("no name is the firm of the phone", "", "Альфа", false);
        }
    }
    void firmsOfOnePhoneAreMergedByTheirNamesOnly()
    {
        PFX_STORE_FIXTURE(fixture);
        QFETCH(QByteArray, title);
        QCOMPARE(addEmployee(fixture.store()), QString());
        const auto report = importTwice(fixture, firms({person(1, "Альфа", "+7 495 123-45-67"), person(2, title, "+7 495 123-45-67")}), amoOptions(), skip);
        PFX_VERIFY(report);
        const QString titles = all(fixture.store(), QStringLiteral("SELECT title AS v FROM companies ORDER BY id"));
        QTEST(titles, "titles");
        QTEST(told(*report).section(QLatin1Char('|'), 5), "problems");
    }

    void aFirmKnownByItsTitleIsMetByItsNumber_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QByteArray>("firms");
        QTest::addColumn<Policy>("policy");
        QTest::addColumn<QString>("titles");
        QTest::addColumn<QString>("problems");
        for (const BackendRow &row : backends()) {
            const auto add = [&](const char *name, const QByteArray &list, const Policy &policy, const char *titles, const QString &problems) {
                QTest::newRow((QByteArray(name) + row.suffix).constData())
                    << row.backend << list << policy << QString::fromUtf8(titles) << problems;
            };
            const QByteArray seven = R"({"ID":"7","TITLE":"ООО «Ромашка»","PHONE":[{"VALUE":"+74951234567"}]})";
            const QByteArray eight = R"({"ID":"8","TITLE":"Ромашка"})";
            const QString twice = QStringLiteral("company_ambiguous company_ambiguous ");
            add("it is the same firm", seven, skip, "ООО «Ромашка»", {});
            add("it is the same firm when updating", seven, overwrite, "ООО «Ромашка»", {});
            add("another number of the same title is another firm", seven + ',' + eight, skip, "ООО «Ромашка»; Ромашка", twice);
            add("another title is another firm", R"({"ID":"7","TITLE":"Лютик"})", skip, "ООО Ромашка; Лютик", {});
        }
    }
    void aFirmKnownByItsTitleIsMetByItsNumber()
    {
        PFX_STORE_FIXTURE(fixture);
        QFETCH(QByteArray, firms);
        QFETCH(Policy, policy);
        QCOMPARE(addEmployee(fixture.store()), QString());
        PFX_VERIFY(importTwice(fixture, R"({"contacts":[{"ID":"1","NAME":"Иван","COMPANY_TITLE":"ООО Ромашка","PHONE":[{"VALUE":"+79991234567"}]}]})",
                               bitrixOptions(), skip));
        const QString before = dump(fixture.store(), Dump::WithoutRuns);
        const auto met = importTwice(fixture, R"({"companies":[)" + firms + R"(],"contacts":[]})", bitrixOptions(), policy);
        PFX_VERIFY(met);
        const QString titles = all(fixture.store(), QStringLiteral("SELECT title AS v FROM companies ORDER BY id"));
        QTEST(titles, "titles");
        const QString after = dump(fixture.store(), Dump::WithoutRuns);
        const auto third = importTwice(fixture, R"({"contacts":[{"ID":"2","NAME":"Петр","COMPANY_TITLE":"Ромашка","PHONE":[{"VALUE":"+79991234568"}]}],
            "deals":[{"ID":"9","TITLE":"Д","COMPANY_TITLE":"ООО Ромашка","STAGE_ID":"NEW","CONTACT_ID":"1"}],"stages":[{"STATUS_ID":"NEW","NAME":"Новая"}]})",
                                       bitrixOptions(), skip);
        PFX_VERIFY(third);
        QString problems;
        for (const QString &code : codes(*third))
            problems += code + QLatin1Char(' ');
        QTEST(problems, "problems");
        // What was adopted is given back as it was.
        const base::SystemClock clock;
        migration::RunControl control;
        PFX_VERIFY(migration::runs::undo(fixture.store(), clock, third->run, control, {}));
        QCOMPARE(dump(fixture.store(), Dump::WithoutRuns), after);
        PFX_VERIFY(migration::runs::undo(fixture.store(), clock, met->run, control, {}));
        QCOMPARE(dump(fixture.store(), Dump::WithoutRuns), before);
    }

    void theMainContactIsOverwrittenWhenAllIs_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<Policy>("policy");
        QTest::addColumn<QString>("main");
        for (const BackendRow &row : backends()) {
            QTest::newRow((QByteArray("it stays when filling") + row.suffix).constData()) << row.backend << fill << QStringLiteral("1");
            QTest::newRow((QByteArray("it changes when overwriting") + row.suffix).constData()) << row.backend << overwrite << QStringLiteral("2");
        }
    }
    void theMainContactIsOverwrittenWhenAllIs()
    {
        PFX_STORE_FIXTURE(fixture);
        QFETCH(Policy, policy);
        QCOMPARE(addEmployee(fixture.store()), QString());
        const auto json = [](const QByteArray &order) {
            return R"({"contacts":[{"id":1,"name":"Иван"},{"id":2,"name":"Анна"}],"deals":[{"id":5,"name":"Д","price":1,"contacts":[)" + order + "]}]}";
        };
        PFX_VERIFY(importTwice(fixture, json(R"({"id":1,"is_main":true},{"id":2,"is_main":false})"), amoOptions(), skip));
        PFX_VERIFY(importTwice(fixture, json(R"({"id":1,"is_main":false},{"id":2,"is_main":true})"), amoOptions(), policy));
        const QString main = all(fixture.store(), QStringLiteral("SELECT contact_id AS v FROM deal_contacts WHERE is_main = 1"));
        QTEST(main, "main");
        QCOMPARE(countOf(fixture.store(), QStringLiteral("deal_contacts")), 2);
    }
};

QTEST_GUILESS_MAIN(TestSamePeople)
#include "tst_same_people.moc"
