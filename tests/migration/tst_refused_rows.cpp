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

/// Contact 7 fits two and then has a phone of its own; contact 9 is one and then another; of company 3 it is the same.
QByteArray repeatingFile()
{
    const QByteArray fitsTwo = record("7", "Общий", "+79990000005").replace("+79990000005\"}", "+79990000005\"},{\"value\":\"+79990000006\"}");
    return R"({"companies":[)" + record("3", "ООО Сигма", "+74950000013") + "," + record("3", "ООО Тета", "+74950000014") + R"(],"contacts":[)"
        + fitsTwo + "," + record("7", "Пётр Сом", "+79990000077") + "," + record("9", "Яна Рой", "+79990000091") + ","
        + record("9", "Глеб Юг", "+79990000092") + "," + fitsTwo + "," + record("7", "Пётр Сом", "+79990000077") + R"(],
            "deals":[{"id":10,"name":"Окна","price":1,"company":{"id":3},"contacts":[{"id":7}]},
            {"id":11,"name":"Двери","price":2,"contacts":[{"id":9}]}]})";
}

/// Contact 5 is another one now and then deleted in the source, the same with company 1; a deleted company has nothing but a title.
QByteArray deletingFile()
{
    const QByteArray deleted = R"(,"is_deleted":true)";
    return R"({"companies":[{"name":"ООО Ромашка","is_deleted":true},)" + record("1", "АО Бета", "+74950000003") + ","
        + record("1", "АО Бета", "+74950000003", deleted) + R"(],"contacts":[)" + record("5", "Анна Лис", "+79990000009") + ","
        + record("5", "Анна Лис", "+79990000009", deleted) + "," + record("6", "Олег Дуб", "+79990000006") + ","
        + record("8", "Новый", "+79990000008", R"(,"company":{"name":"ООО Ромашка"})")
        + R"(],"deals":[{"id":10,"name":"Окна","price":1,"company":{"id":1},"contacts":[{"id":5}]}]})";
}

QStringList warningsOf(const migration::RunReport &report)
{
    QStringList told;
    for (const migration::Problem &problem : report.problems) {
        if (problem.severity == migration::Severity::Warning)
            told << QStringLiteral("%1 %2: %3 %4").arg(records::name(problem.kind), problem.externalId, migration::name(problem.code), problem.arguments.join(u'|'));
    }
    return told;
}

/// What both runs leave, the second one stopped behind so many of its jobs (0: never) and gone on with; or what went wrong.
QString imported(const QString &backend, const QByteArray &second, int stopAfter, bool &stopped)
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
    auto report = importFile(store, writeFile(fixture.folder(), QStringLiteral("2.json"), second), amoOptions(), control);
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

        const QStringList told = warningsOf(*real);
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

    void ofANumberCountTheLastOne_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<int>("batch");
        for (const BackendRow &row : backends()) {
            QTest::newRow(("in one batch " + row.suffix).constData()) << row.backend << 1000;
            QTest::newRow(("a row a batch " + row.suffix).constData()) << row.backend << 1;
        }
    }
    void ofANumberCountTheLastOne()
    {
        PFX_STORE_FIXTURE(fixture);
        QFETCH(int, batch);
        QCOMPARE(addEmployee(fixture.store()), QString());
        PFX_VERIFY(importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1.json"), firstFile()), amoOptions()));
        SmallBatches store(fixture.store(), batch);
        const auto report = importFile(store, writeFile(fixture.folder(), QStringLiteral("2.json"), repeatingFile()), amoOptions());
        PFX_VERIFY(report);
        const QString twice = QStringLiteral("|the file has two different records of this number");
        QCOMPARE(warningsOf(*report), QStringList({QStringLiteral("deal 10: company_ambiguous 3") + twice, QStringLiteral("deal 11: contact_ambiguous 9") + twice}));
        QCOMPARE(read(store, QStringLiteral("SELECT c.name AS v FROM deal_contacts dc JOIN contacts c ON c.id = dc.contact_id")), QStringLiteral("Пётр Сом"));
    }

    void ofAnEarlierFileLeadNobodyToTheOtherOne_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QByteArray>("deal");
        QTest::addColumn<QString>("warning");
        QTest::addColumn<QString>("links"); // contacts and companies
        const auto row = [](const char *what, const QByteArray &deal, const QString &warning, const QString &links) {
            for (const BackendRow &one : backends())
                QTest::newRow((QByteArray(what) + ' ' + one.suffix).constData()) << one.backend << deal << warning << links;
        };
        const auto deal = [](const QByteArray &members) { return R"({"deals":[{"id":10,"name":"Окна","price":1,)" + members + "}]}"; };
        const QString contact = QStringLiteral("deal 10: contact_not_found 5|another record is stored under this number: Иван Ким (1)");
        row("the deal's contact has another name", deal(R"("contacts":[{"id":5,"name":"Анна Лис"}])"), contact, QStringLiteral("00"));
        row("the deal's contact is spelt in another way", deal(R"("contacts":[{"id":5,"name":"КИМ Иван Олегович"}])"), {}, QStringLiteral("10"));
        row("the deal's contact is a number only", deal(R"("contacts":[{"id":5}])"), {}, QStringLiteral("10"));
        row("the deal's company has another title", deal(R"("company":{"id":1,"name":"ООО Бета"})"),
            QStringLiteral("deal 10: company_not_found 1|another record is stored under this number: ООО Альфа (1)"), QStringLiteral("00"));
        row("the deal's company is spelt in another way", deal(R"("company":{"id":1,"name":"Альфа, АО"})"), {}, QStringLiteral("01"));
        row("its row in the same file was taken for the stored one",
            R"({"contacts":[)" + record("5", "Анна Лис", "+79990000005") + R"(],"deals":[{"id":10,"name":"Окна","contacts":[{"id":5,"name":"Анна Лис"}]}]})", {}, QStringLiteral("10"));
    }
    void ofAnEarlierFileLeadNobodyToTheOtherOne()
    {
        PFX_STORE_FIXTURE(fixture);
        QFETCH(QByteArray, deal);
        QFETCH(QString, warning);
        QFETCH(QString, links);
        QCOMPARE(addEmployee(fixture.store()), QString());
        PFX_VERIFY(importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1.json"), firstFile()), amoOptions()));
        const auto report = importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("2.json"), deal), amoOptions());
        PFX_VERIFY(report);
        QCOMPARE(text(report->deals), QStringLiteral("1 1 0 0 0"));
        QCOMPARE(warningsOf(*report).join(u'\n'), warning);
        QCOMPARE(read(fixture.store(), QStringLiteral("SELECT (SELECT count(*) FROM deal_contacts) * 10 + (SELECT count(*) FROM deals WHERE company_id IS NOT NULL) AS v")).rightJustified(2, u'0'),
                 links);
    }

    /// Only tables have it beside the number.
    void aPhoneInTheDealsRowTellsWhoIsMeant_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QByteArray>("contact");
        QTest::addColumn<QString>("warning");
        for (const BackendRow &row : backends()) {
            QTest::newRow(("another surname and phone " + row.suffix).constData()) << row.backend << QByteArray("Иван;Лис;+79990000099")
                << QStringLiteral("deal 410: contact_not_found 5|another record is stored under this number: Иван Ким (1)");
            QTest::newRow(("another name and the same phone " + row.suffix).constData()) << row.backend << QByteArray("Анна;Лис;+79990000005") << QString();
        }
    }
    void aPhoneInTheDealsRowTellsWhoIsMeant()
    {
        PFX_STORE_FIXTURE(fixture);
        QFETCH(QByteArray, contact);
        QFETCH(QString, warning);
        QCOMPARE(addEmployee(fixture.store()), QString());
        const QByteArray first = R"({"contacts":[{"ID":"5","NAME":"Иван","LAST_NAME":"Ким","PHONE":[{"VALUE":"+79990000005"}]}]})";
        PFX_VERIFY(importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1.json"), first), bitrixOptions()));
        const QByteArray table = "ID;Стадия сделки;Название сделки;Сумма;Контакт: ID;Контакт: Имя;Контакт: Фамилия;Контакт: Рабочий телефон\n410;Новая;Окна;5;5;" + contact + "\n";
        const auto report = importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("2.csv"), table), bitrixOptions());
        PFX_VERIFY(report);
        QCOMPARE(text(report->deals), QStringLiteral("1 1 0 0 0"));
        QCOMPARE(warningsOf(*report).filter(QStringLiteral("contact_")).join(u'\n'), warning);
        QCOMPARE(read(fixture.store(), QStringLiteral("SELECT count(*) AS v FROM deal_contacts")), QString::number(warning.isEmpty() ? 1 : 0));
    }

    void leaveAKnownDealWhatItHad_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<int>("update");
        for (const BackendRow &row : backends()) {
            QTest::newRow(("filling what is empty " + row.suffix).constData()) << row.backend << int(migration::UpdatePolicy::OnlyEmpty);
            QTest::newRow(("overwriting " + row.suffix).constData()) << row.backend << int(migration::UpdatePolicy::All);
        }
    }
    void leaveAKnownDealWhatItHad()
    {
        PFX_STORE_FIXTURE(fixture);
        QFETCH(int, update);
        QCOMPARE(addEmployee(fixture.store()), QString());
        const QByteArray deal = R"(,"deals":[{"id":10,"name":"Окна","price":1,"company":{"id":1},"contacts":[{"id":5}]}]})";
        PFX_VERIFY(importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1.json"), firstFile().chopped(1) + deal), amoOptions()));
        auto options = amoOptions();
        options.duplicates = DuplicatePolicy::Update;
        options.update = migration::UpdatePolicy(update);
        const QByteArray others = R"({"companies":[)" + record("1", "АО Бета", "+74950000003") + R"(],"contacts":[)" + record("5", "Анна Лис", "+79990000009") + "]";
        const auto report = importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("2.json"), others + deal), options);
        PFX_VERIFY(report);
        const QString why = QStringLiteral("|the row of this number was refused, see its own problem");
        QCOMPARE(warningsOf(*report), QStringList({QStringLiteral("deal 10: contact_not_found 5") + why + QStringLiteral("|The deal keeps the contacts that it had."),
                                                   QStringLiteral("deal 10: company_not_found 1") + why + QStringLiteral("|The record keeps the company that it had.")}));
        QCOMPARE(read(fixture.store(), QStringLiteral("SELECT c.name AS v FROM deal_contacts dc JOIN contacts c ON c.id = dc.contact_id")), QStringLiteral("Иван Ким"));
        QCOMPARE(read(fixture.store(), QStringLiteral("SELECT co.title AS v FROM deals d JOIN companies co ON co.id = d.company_id")), QStringLiteral("ООО Альфа"));
    }

    void areKnownToAResumedRun_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<QString>("told");
        for (const BackendRow &row : backends()) {
            QTest::newRow(("each number once " + row.suffix).constData()) << row.backend << secondFile() << QStringLiteral("was refused");
            QTest::newRow(("numbers deleted in the source " + row.suffix).constData()) << row.backend << deletingFile() << QStringLiteral("was refused");
            QTest::newRow(("numbers repeated " + row.suffix).constData()) << row.backend << repeatingFile() << QStringLiteral("two different");
        }
    }
    void areKnownToAResumedRun()
    {
        QFETCH(QString, backend);
        QFETCH(QByteArray, second);
        QFETCH(QString, told);
        bool stopped = false;
        const QString undisturbed = imported(backend, second, 0, stopped);
        QVERIFY2(undisturbed.contains(told), qPrintable(undisturbed.left(500)));
        for (int jobs = 2;; ++jobs) {
            QCOMPARE(imported(backend, second, jobs, stopped), undisturbed);
            if (!stopped)
                break;
        }
    }
};

QTEST_GUILESS_MAIN(TestRefusedRows)
#include "tst_refused_rows.moc"
