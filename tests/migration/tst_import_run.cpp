// SPDX-License-Identifier: GPL-3.0-or-later
// Whole runs of small files on both databases: what is made, what is linked, what is reported.
#include "core/crm/lists.h"
#include "tests/migration/import_fixture.h"

using namespace pfx;
using namespace pfx::test;
using migration::DuplicatePolicy;
using migration::RunState;

namespace {

QByteArray contact(int id, const QByteArray &name, const QByteArray &phone, const QByteArray &email = {}, const QByteArray &more = {})
{
    QByteArray fields;
    if (!phone.isEmpty())
        fields += R"({"field_id":2,"field_name":"Phone","values":[{"value":")" + phone + R"("}]})";
    if (!email.isEmpty()) {
        if (!fields.isEmpty())
            fields += ',';
        fields += R"({"field_id":1,"field_name":"Email","values":[{"value":")" + email + R"("}]})";
    }
    return R"({"id":)" + QByteArray::number(id) + R"(,"name":")" + name + R"(","custom_fields_values":[)" + fields + "]" + more + "}";
}

QByteArray file(const QByteArray &contacts, const QByteArray &deals = {}, const QByteArray &pipelines = {})
{
    return R"({"deals":[)" + deals + R"(],"contacts":[)" + contacts + R"(],"pipelines":[)" + pipelines + "]}";
}

} // namespace

class TestImportRun : public QObject
{
    Q_OBJECT

private slots:
    void amoExampleIsImported_data() { addBackends(); }
    void amoExampleIsImported()
    {
        PFX_STORE_FIXTURE(fixture);
        QCOMPARE(addEmployee(fixture.store()), QString());
        const QString path = writeFile(fixture.folder(), QStringLiteral("amo.json"), amoExample);
        const auto report = importFile(fixture.store(), path, amoOptions());
        PFX_VERIFY(report);
        QCOMPARE(report->state, RunState::Finished);
        QCOMPARE(text(report->contacts), QStringLiteral("1 1 0 0 0"));
        QCOMPARE(text(report->deals), QStringLiteral("1 1 0 0 0"));
        QCOMPARE(text(report->pipelines), QStringLiteral("1 1 0 0 0"));
        QCOMPARE(text(report->stages), QStringLiteral("2 2 0 0 0"));
        QCOMPARE(codes(*report), QStringList());
        const auto db = fixture.store().connect();
        PFX_VERIFY(db);
        const auto deal = crm::dealDetails(**db, 1);
        PFX_VERIFY(deal);
        QCOMPARE(deal->deal.amount, QStringLiteral("100000.00"));
        QCOMPARE(deal->pipeline->name, QStringLiteral("Основная воронка"));
        QCOMPARE(deal->stage->name, QStringLiteral("Первичный контакт"));
        QCOMPARE(deal->stage->color, QStringLiteral("#3B82F6"));
        QCOMPARE(deal->contacts.size(), 1);
        QCOMPARE(deal->contacts.first().name, QStringLiteral("Иван Иванов"));
        QVERIFY(deal->contacts.first().isMain);
        QCOMPARE(deal->owner->name, QStringLiteral("Администратор"));
    }

    void bitrixExampleIsImported_data() { addBackends(); }
    void bitrixExampleIsImported()
    {
        PFX_STORE_FIXTURE(fixture);
        QCOMPARE(addEmployee(fixture.store()), QString());
        const QString path = writeFile(fixture.folder(), QStringLiteral("bitrix.json"), bitrixExample);
        const auto report = importFile(fixture.store(), path, bitrixOptions());
        PFX_VERIFY(report);
        QCOMPARE(text(report->contacts), QStringLiteral("1 1 0 0 0"));
        QCOMPARE(text(report->companies), QStringLiteral("1 1 0 0 0"));
        QCOMPARE(text(report->deals), QStringLiteral("1 1 0 0 0"));
        QCOMPARE(text(report->pipelines), QStringLiteral("1 1 0 0 0"));
        QCOMPARE(text(report->stages), QStringLiteral("1 1 0 0 0"));
        const auto db = fixture.store().connect();
        PFX_VERIFY(db);
        const auto deal = crm::dealDetails(**db, 1);
        PFX_VERIFY(deal);
        QCOMPARE(deal->pipeline->name, QStringLiteral("Bitrix24"));
        QCOMPARE(deal->stage->name, QStringLiteral("Новая"));
        const auto person = crm::contactDetails(**db, 1);
        PFX_VERIFY(person);
        QCOMPARE(person->company->name, QStringLiteral("ООО Компания"));
        QCOMPARE(person->contact.position, QStringLiteral("Менеджер"));
    }

    void theSecondImportSkipsEverything_data() { addBackends(); }
    void theSecondImportSkipsEverything()
    {
        PFX_STORE_FIXTURE(fixture);
        QCOMPARE(addEmployee(fixture.store()), QString());
        const QString path = writeFile(fixture.folder(), QStringLiteral("bitrix.json"), bitrixExample);
        PFX_VERIFY(importFile(fixture.store(), path, bitrixOptions()));
        const QString before = dump(fixture.store(), Dump::WithoutRuns);
        const auto report = importFile(fixture.store(), path, bitrixOptions());
        PFX_VERIFY(report);
        QCOMPARE(text(report->contacts), QStringLiteral("1 0 0 1 0"));
        QCOMPARE(text(report->companies), QStringLiteral("1 0 0 1 0"));
        QCOMPARE(text(report->deals), QStringLiteral("1 0 0 1 0"));
        QCOMPARE(text(report->pipelines), QStringLiteral("1 0 0 1 0"));
        QCOMPARE(text(report->stages), QStringLiteral("1 0 0 1 0"));
        QCOMPARE(dump(fixture.store(), Dump::WithoutRuns), before);
    }

    void duplicatesAreDecidedByThePolicy_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<int>("policy");
        QTest::addColumn<QString>("counters");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<qint64>("contacts");
        const int skip = int(DuplicatePolicy::Skip), update = int(DuplicatePolicy::Update), anew = int(DuplicatePolicy::New);
        for (const BackendRow &row : backends()) {
            const auto add = [&](const char *name, const QByteArray &second, int policy, const char *counters, const char *reason,
                                 qint64 contacts) {
                QTest::newRow((QByteArray(name) + row.suffix).constData())
                    << row.backend << second << policy << QString::fromLatin1(counters) << QString::fromLatin1(reason) << contacts;
            };
            add("another id with the same phone is skipped", contact(9, "Пётр", "8 (999) 123-45-67"), skip, "1 0 0 1 0", "same_phone", 1);
            add("another id with the same e-mail is skipped", contact(9, "Пётр", "", "IVAN@example.com"), skip, "1 0 0 1 0", "same_email", 1);
            add("another id with the same phone is made when wanted", contact(9, "Пётр", "+79991234567"), anew, "1 1 0 0 0", "new", 2);
            add("the same id is skipped although new ones are wanted", contact(123, "Иван Иванов", "+79991234567"), anew, "1 0 0 1 0",
                "same_origin", 1);
            add("the same id brings a new phone when updating", contact(123, "Иван Иванов", "+79990000000"), update, "1 0 1 0 0",
                "changed", 1);
            add("the same id has nothing to update", contact(123, "Иван Иванов", "+79991234567"), update, "1 0 0 1 0",
                "nothing_to_update", 1);
            add("the same phone brings an e-mail when updating", contact(9, "Пётр", "+79991234567", "p@example.com"), update, "1 0 1 0 0",
                "changed", 1);
            add("the same id without anything in common fails", contact(123, "Пётр Петров", "+79990000001"), skip, "1 0 0 0 1",
                "origin_conflict", 1);
            add("a contact without phone and e-mail is made", contact(9, "Иван Иванов", ""), skip, "1 1 0 0 0", "new", 2);
        }
    }
    void duplicatesAreDecidedByThePolicy()
    {
        PFX_STORE_FIXTURE(fixture);
        QFETCH(QByteArray, second);
        QFETCH(int, policy);
        QCOMPARE(addEmployee(fixture.store()), QString());
        PFX_VERIFY(importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1.json"), amoExample), amoOptions()));
        auto options = amoOptions();
        options.duplicates = DuplicatePolicy(policy);
        const auto report = importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("2.json"), file(second)), options);
        PFX_VERIFY(report);
        QTEST(text(report->contacts), "counters");
        QTEST(countOf(fixture.store(), QStringLiteral("contacts")), "contacts");
        const auto db = fixture.store().connect();
        PFX_VERIFY(db);
        const auto rows = migration::runs::rows(**db, {2, {}, {}, {}, {}, 0, 10});
        PFX_VERIFY(rows);
        QCOMPARE(rows->size(), 1);
        QTEST(migration::name(rows->first().reason), "reason");
    }

    void twoStoredContactsAreNotGuessed_data() { addBackends(); }
    void twoStoredContactsAreNotGuessed()
    {
        PFX_STORE_FIXTURE(fixture);
        QCOMPARE(addEmployee(fixture.store()), QString());
        const QByteArray json = file(contact(1, "Анна", "+79990000001") + ',' + contact(2, "Борис", "", "b@example.com") + ','
                                     + contact(3, "Вера", "+79990000001", "b@example.com"));
        const auto report = importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1.json"), json), amoOptions());
        PFX_VERIFY(report);
        QCOMPARE(text(report->contacts), QStringLiteral("3 2 0 0 1"));
        QCOMPARE(codes(*report), QStringList{QStringLiteral("ambiguous_duplicate")});
        QCOMPARE(report->problems.first().arguments.size(), 2);
    }

    void dealsFindTheirContacts_data() { addBackends(); }
    void dealsFindTheirContacts()
    {
        PFX_STORE_FIXTURE(fixture);
        QCOMPARE(addEmployee(fixture.store()), QString());
        const QByteArray json = file(contact(1, "Анна", "+79990000001") + ',' + contact(2, "Анна Б", "+79990000001"),
                                     R"({"id":10,"name":"Первая","price":5,"contacts":[{"id":2}]},)"
                                     R"({"id":11,"name":"Вторая","price":"7.5","contacts":[{"id":99}]},)"
                                     R"({"id":12,"name":"Третья","status_id":77,"pipeline_id":5})");
        const auto report = importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1.json"), json), amoOptions());
        PFX_VERIFY(report);
        QCOMPARE(text(report->contacts), QStringLiteral("2 1 0 1 0"));
        QCOMPARE(text(report->deals), QStringLiteral("3 3 0 0 0"));
        QCOMPARE(text(report->stages), QStringLiteral("0 0 0 0 0"));
        QCOMPARE(codes(*report), (QStringList{QStringLiteral("contact_not_found"), QStringLiteral("pipeline_not_found"),
                                              QStringLiteral("stage_not_found")}));
        QCOMPARE(read(fixture.store(), QStringLiteral("SELECT contact_id AS v FROM deal_contacts WHERE deal_id = 1")), QStringLiteral("1"));
        QCOMPARE(countOf(fixture.store(), QStringLiteral("deal_contacts")), 1);
        QCOMPARE(read(fixture.store(), QStringLiteral("SELECT placeholder AS v FROM stages")), QStringLiteral("1"));
    }

    void badRowsDoNotStopTheRun_data() { addBackends(); }
    void badRowsDoNotStopTheRun()
    {
        PFX_STORE_FIXTURE(fixture);
        QCOMPARE(addEmployee(fixture.store()), QString());
        const QByteArray json = file(contact(1, "Анна", "+79990000001") + R"(,{"id":2,"name":{"a":1}},)" + contact(3, "Вера", "нет"));
        const auto report = importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1.json"), json), amoOptions());
        PFX_VERIFY(report);
        QCOMPARE(text(report->contacts), QStringLiteral("3 2 0 0 1"));
        QCOMPARE(codes(*report), (QStringList{QStringLiteral("row_unreadable"), QStringLiteral("phone_not_understood")}));
        QCOMPARE(report->problems.first().place, QStringLiteral("contacts[1]"));
        const auto db = fixture.store().connect();
        PFX_VERIFY(db);
        const auto failed = migration::runs::failedRows(**db, report->run);
        PFX_VERIFY(failed);
        QCOMPARE(failed->rows, 1);
        const QByteArray corrected = QByteArray(failed->document).replace(R"({"a":1})", R"("Борис")");
        const auto again = importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("2.json"), corrected), amoOptions());
        PFX_VERIFY(again);
        QCOMPARE(text(again->contacts), QStringLiteral("1 1 0 0 0"));
    }

    void refusalsBeginNothing_data()
    {
        QTest::addColumn<QString>("employee");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<base::ErrorCode>("code");
        QTest::newRow("no employee") << QString() << QByteArray("{}") << base::ErrorCode::Validation;
        QTest::newRow("unknown employee") << QStringLiteral("nobody") << QByteArray("{}") << base::ErrorCode::NotFound;
        QTest::newRow("broken file") << QStringLiteral("1") << QByteArray(R"({"contacts":[{"id":1})") << base::ErrorCode::SourceUnreadable;
    }
    void refusalsBeginNothing()
    {
        StoreFixture fixture(QStringLiteral("sqlite"));
        QCOMPARE(addEmployee(fixture.store()), QString());
        QFETCH(QString, employee);
        QFETCH(QByteArray, json);
        QFETCH(base::ErrorCode, code);
        auto options = amoOptions();
        options.defaultEmployee = employee;
        PFX_VERIFY_ERROR(importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1.json"), json), options), code);
        QCOMPARE(countOf(fixture.store(), QStringLiteral("import_runs")), 0);
    }

    void aStopBeforeTheBeginHasBegunNothing()
    {
        StoreFixture fixture(QStringLiteral("sqlite"));
        QCOMPARE(addEmployee(fixture.store()), QString());
        migration::RunControl control;
        control.stop();
        const auto report = importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1.json"), richFile(2000, 10)), amoOptions(), control);
        PFX_VERIFY_ERROR(report, base::ErrorCode::Cancelled);
        QCOMPARE(report.error(), migration::nothingBegun());
        QCOMPARE(countOf(fixture.store(), QStringLiteral("import_runs")), 0);
    }

    void anEmptyObjectFinishesWithZeros()
    {
        StoreFixture fixture(QStringLiteral("sqlite"));
        QCOMPARE(addEmployee(fixture.store()), QString());
        const auto report = importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1.json"), "{}"), amoOptions());
        PFX_VERIFY(report);
        QCOMPARE(report->state, RunState::Finished);
        QCOMPARE(report->total(), migration::Counters());
    }

    void allDealsGoIntoTheChosenPipeline_data() { addBackends(); }
    void allDealsGoIntoTheChosenPipeline()
    {
        PFX_STORE_FIXTURE(fixture);
        QCOMPARE(addEmployee(fixture.store()), QString());
        auto options = amoOptions();
        options.pipeline = QStringLiteral("Наша");
        const auto report = importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1.json"), amoExample), options);
        PFX_VERIFY(report);
        QCOMPARE(countOf(fixture.store(), QStringLiteral("pipelines")), 1);
        QCOMPARE(read(fixture.store(), QStringLiteral("SELECT p.name AS v FROM deals d JOIN pipelines p ON p.id = d.pipeline_id")),
                 QStringLiteral("Наша"));
        QCOMPARE(read(fixture.store(), QStringLiteral("SELECT s.name AS v FROM deals d JOIN stages s ON s.id = d.stage_id")),
                 QStringLiteral("Первичный контакт"));
    }

    void aSourcesNumberIsNotTakenForOneOfOurs_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<bool>("reported");
        QTest::newRow("the id of a stage that nobody names") << QByteArray(R"({"deals":[{"id":9,"name":"Дело","price":1,"pipeline_id":5,"status_id":2}]})") << true;
        QTest::newRow("the name of a stage") << QByteArray(R"({"deals":[{"id":9,"name":"Дело","price":1,"pipeline_id":5,"status_id":77}],
            "pipelines":[{"id":5,"name":"П","statuses":[{"id":77,"name":"2"}]}]})") << false;
    }
    void aSourcesNumberIsNotTakenForOneOfOurs()
    {
        QFETCH(QByteArray, file);
        QFETCH(bool, reported);
        StoreFixture fixture(QStringLiteral("sqlite"));
        QCOMPARE(addEmployee(fixture.store()), QString());
        PFX_VERIFY(importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1.json"), amoExample), amoOptions()));
        QCOMPARE(read(fixture.store(), QStringLiteral("SELECT name AS v FROM stages WHERE id = 2")), QStringLiteral("Коммерческое предложение"));
        auto options = amoOptions();
        options.pipeline = QStringLiteral("Основная воронка");
        const auto report = importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("2.json"), file), options);
        PFX_VERIFY(report);
        QCOMPARE(codes(*report).contains(QStringLiteral("stage_not_found")), reported);
        QCOMPARE(read(fixture.store(), QStringLiteral("SELECT s.name AS v FROM deals d JOIN stages s ON s.id = d.stage_id WHERE d.title = 'Дело'")),
                 QStringLiteral("2"));
    }
};

QTEST_GUILESS_MAIN(TestImportRun)
#include "tst_import_run.moc"
