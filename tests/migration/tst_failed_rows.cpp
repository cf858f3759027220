// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that failed, for whatever reason and in whatever form the file was: saved when the file itself has gone, corrected, imported again.
#include "tests/migration/import_fixture.h"

using namespace pfx;
using namespace pfx::test;

namespace {

const QByteArray header = "ID;Тип;Полное имя контакта;Мобильный телефон;Рабочий email\n";
const QByteArray known = "1;контакт;Анна Ким;+79990000001;\n2;контакт;Олег Дуб;;oleg@example.com\n";
const QByteArray fitsBoth = "3;контакт;Общий;+79990000001;oleg@example.com\n";
const QByteArray somebodyElse = "1;контакт;Совсем Другой;+79990000009;\n";
const QByteArray withoutId = ";контакт;Без номера;+79990000005;\n";

QByteArray jsonContact(const QByteArray &id, const QByteArray &name, const QByteArray &phone, const QByteArray &email)
{
    return "{\"id\":" + id + ",\"name\":\"" + name + "\",\"custom_fields_values\":[{\"field_code\":\"PHONE\",\"values\":[{\"value\":\"" + phone
           + "\"}]},{\"field_code\":\"EMAIL\",\"values\":[{\"value\":\"" + email + "\"}]}]}";
}

QByteArray jsonContacts(const QByteArrayList &rows)
{
    return "{\"contacts\":[" + rows.join(',') + "]}";
}

QByteArray windows1251(const QByteArray &utf8)
{
    QByteArray out;
    for (const QChar c : QString::fromUtf8(utf8))
        out += static_cast<char>(c.unicode() < 0x80 ? c.unicode() : c.unicode() - 0x0410 + 0xC0);
    return out;
}

} // namespace

class TestFailedRows : public QObject
{
    Q_OBJECT

private slots:
    void areSavedWithoutTheFileAndImportedAgain_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("wrong");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QByteArray>("row");
        const QByteArray anna = jsonContact("1", "Анна Ким", "+79990000001", ""), oleg = jsonContact("2", "Олег Дуб", "", "oleg@example.com");
        const QByteArray both = jsonContact("3", "Общий", "+79990000001", "oleg@example.com");
        const QByteArray other = jsonContact("1", "Совсем Другой", "+79990000009", "");
        const QByteArray broken = R"({"name":"Без номера"})";
        for (const BackendRow &backend : backends()) {
            const auto row = [&backend](const char *name, const QByteArray &before, const QByteArray &file, const QByteArray &wrong,
                                        const QByteArray &right, const char *suffix, const QByteArray &kept) {
                QTest::newRow((name + backend.suffix).constData()) << backend.backend << before << file << wrong << right << QString::fromLatin1(suffix) << kept;
            };
            row("JSON, fits two stored contacts", jsonContacts({anna, oleg}), jsonContacts({both}), "oleg@", "other@", "json", both);
            row("JSON, fits two of its own file", jsonContacts({}), jsonContacts({anna, oleg, both}), "oleg@", "other@", "json", both);
            row("JSON, another person of the same id", jsonContacts({anna, oleg}), jsonContacts({other}), "\"id\":1", "\"id\":7", "json", other);
            row("JSON, without an id", jsonContacts({anna, oleg}), jsonContacts({broken}), "{\"name\"", "{\"id\":9,\"name\"", "json", broken);
            row("JSON, with an id that is too long", jsonContacts({}), jsonContacts({jsonContact("\"" + QByteArray(2000, '5') + "\"", "Длинный", "", "")}),
                QByteArray(2000, '5'), "5", "json", QByteArray(2000, '5'));
            row("CSV, fits two stored contacts", header + known, header + fitsBoth, "oleg@", "other@", "csv", fitsBoth);
            row("CSV, another person of the same id", header + known, header + somebodyElse, "1;контакт", "7;контакт", "csv", somebodyElse);
            row("CSV, without an id", header + known, header + withoutId, ";контакт;Без", "9;контакт;Без", "csv", withoutId);
            row("CSV in windows-1251", windows1251(header + known), windows1251(header + fitsBoth), "oleg@", "other@", "csv", fitsBoth);
        }
    }

    void areSavedWithoutTheFileAndImportedAgain()
    {
        PFX_STORE_FIXTURE(fixture);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, wrong);
        QFETCH(QByteArray, right);
        QFETCH(QString, suffix);
        QFETCH(QByteArray, row);
        QCOMPARE(addEmployee(fixture.store()), QString());
        PFX_VERIFY(importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("before"), before), amoOptions()));
        const QString path = writeFile(fixture.folder(), QStringLiteral("1"), file);
        const auto first = importFile(fixture.store(), path, amoOptions());
        PFX_VERIFY(first);
        QCOMPARE(first->contacts.failed, 1);
        QVERIFY(QFile::remove(path));
        const auto db = fixture.store().connect();
        PFX_VERIFY(db);
        const auto saved = migration::runs::failedRows(**db, first->run);
        PFX_VERIFY(saved);
        QCOMPARE(saved->rows, 1);
        QCOMPARE(saved->suffix, suffix);
        QVERIFY2(saved->document.contains(row), saved->document.constData());
        QVERIFY2(saved->document.contains(wrong), saved->document.constData());
        const auto again = importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("2"), saved->document), amoOptions());
        PFX_VERIFY(again);
        QCOMPARE(text(again->contacts), QStringLiteral("1 0 0 0 1")); // not corrected yet
        const QByteArray corrected = QByteArray(saved->document).replace(wrong, right);
        const auto third = importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("3"), corrected), amoOptions());
        PFX_VERIFY(third);
        QCOMPARE(third->contacts.failed, 0);
        QCOMPARE(third->contacts.created + third->contacts.skipped, 1);
    }

    void bringAlongWhatTheyPointTo_data()
    {
        QTest::addColumn<records::System>("system");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("wrong");
        QTest::addColumn<QByteArray>("right");
        const QByteArray anna = jsonContact("1", "Анна Ким", "+79990000001", "");
        const QByteArray amoBefore = "{\"contacts\":[" + anna + R"(],"deals":[{"id":1,"name":"Окна","price":5}]})";
        const QByteArray amoUsers = R"({"users":[{"id":7,"name":"Пётр","email":"petr@example.com","rights":{}}],)";
        const QByteArray amoStages = R"("statuses":[{"id":31,"name":"Заявка","sort":1,"color":"#ff0000"},{"id":142,"name":"Успех","sort":2}])";
        const QByteArray amoPipelines = R"("pipelines":[{"id":3,"name":"Опт","sort":2,)" + amoStages + "}],";
        const QByteArray amoDeal = R"({"id":1,"name":"Двери","price":7,"responsible_user_id":7,"pipeline_id":3,"status_id":31,"contacts":[{"id":1}]})";
        QTest::newRow("amoCRM") << records::System::Amocrm << amoBefore << amoUsers + amoPipelines + "\"deals\":[" + amoDeal + "]}"
                                << QByteArray("{\"id\":1,\"name\":\"Двери") << QByteArray("{\"id\":2,\"name\":\"Двери");
        const QByteArray bitrixContact = R"({"ID":"1","NAME":"Анна","LAST_NAME":"Ким","PHONE":[{"VALUE":"+79990000001"}]})";
        const QByteArray bitrixBefore = "{\"contacts\":[" + bitrixContact + R"(],"deals":[{"ID":"1","TITLE":"Окна","OPPORTUNITY":"5","STAGE_ID":"NEW"}]})";
        const QByteArray bitrixUsers = R"({"users":[{"ID":"7","NAME":"Пётр","EMAIL":"petr@example.com","ACTIVE":true}],)";
        const QByteArray bitrixStage = R"({"ENTITY_ID":"DEAL_STAGE_3","STATUS_ID":"C3:ASK","NAME":"Заявка","COLOR":"#ff0000","SORT":"10"})";
        const QByteArray bitrixSource = R"({"ENTITY_ID":"SOURCE","STATUS_ID":"WEB","NAME":"Сайт"})";
        const QByteArray bitrixStages = R"("categories":[{"ID":"3","NAME":"Опт","SORT":"2"}],"stages":[)" + bitrixStage + ',' + bitrixSource + "],";
        const QByteArray bitrixDeal = R"({"ID":"1","TITLE":"Двери","OPPORTUNITY":"7","ASSIGNED_BY_ID":"7","CATEGORY_ID":"3",)"
                                      R"("STAGE_ID":"C3:ASK","SOURCE_ID":"WEB","CONTACT_ID":"1"})";
        QTest::newRow("Bitrix24") << records::System::Bitrix24 << bitrixBefore << bitrixUsers + bitrixStages + "\"deals\":[" + bitrixDeal + "]}"
                                  << QByteArray("{\"ID\":\"1\",\"TITLE\":\"Двери") << QByteArray("{\"ID\":\"2\",\"TITLE\":\"Двери");
    }

    /// The document alone is enough: in another order of runs, without --account, with its own users, stages and dictionaries.
    void bringAlongWhatTheyPointTo()
    {
        QFETCH(records::System, system);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, wrong);
        QFETCH(QByteArray, right);
        StoreFixture fixture(QStringLiteral("sqlite"));
        QCOMPARE(addEmployee(fixture.store()), QString());
        QCOMPARE(addEmployee(fixture.store(), QStringLiteral("Пётр"), QStringLiteral("petr@example.com")), QString());
        auto options = system == records::System::Amocrm ? amoOptions() : bitrixOptions();
        options.account = QStringLiteral("other");
        PFX_VERIFY(importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("0"), before), options));
        options.account = QStringLiteral("acme");
        PFX_VERIFY(importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1"), before), options));
        const auto run = importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("2"), file), options);
        PFX_VERIFY(run);
        QCOMPARE(codes(*run), QStringList{QStringLiteral("origin_conflict")});
        const auto db = fixture.store().connect();
        PFX_VERIFY(db);
        const auto saved = migration::runs::failedRows(**db, run->run);
        PFX_VERIFY(saved);
        QVERIFY2(saved->document.contains(wrong), saved->document.constData());
        options.account.clear();
        const auto again = importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("3"), QByteArray(saved->document).replace(wrong, right)), options);
        PFX_VERIFY(again);
        QCOMPARE(again->account, QStringLiteral("acme"));
        QCOMPARE(codes(*again), QStringList());
        QCOMPARE(again->deals.created, 1);
        QCOMPARE(again->pipelines.created + again->stages.created, 0);
        const QString deal = read(fixture.store(), QStringLiteral("SELECT e.email || ' ' || p.name || ' ' || s.name || ' ' || COALESCE(NULLIF(d.source, ''), '-') AS v FROM deals d"
                                                                  " JOIN employees e ON e.id = d.owner_id JOIN pipelines p ON p.id = d.pipeline_id"
                                                                  " JOIN stages s ON s.id = d.stage_id JOIN deal_contacts c ON c.deal_id = d.id WHERE d.title = 'Двери'"));
        QCOMPARE(deal, system == records::System::Amocrm ? QStringLiteral("petr@example.com Опт Заявка -") : QStringLiteral("petr@example.com Опт Заявка Сайт"));
    }

    void ofDealsAreSavedToo()
    {
        StoreFixture fixture(QStringLiteral("sqlite"));
        QCOMPARE(addEmployee(fixture.store()), QString());
        PFX_VERIFY(importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1"), R"({"deals":[{"id":1,"name":"Окна","price":5}]})"), amoOptions()));
        const auto run = importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("2"), R"({"deals":[{"id":1,"name":"Двери","price":7}]})"), amoOptions());
        PFX_VERIFY(run);
        QCOMPARE(codes(*run), QStringList{QStringLiteral("origin_conflict")});
        const auto db = fixture.store().connect();
        PFX_VERIFY(db);
        const auto saved = migration::runs::failedRows(**db, run->run);
        PFX_VERIFY(saved);
        QCOMPARE(saved->document, QByteArray("{\n\"_links\":{\"self\":{\"href\":\"https://default.amocrm.ru/\"}},\n\"deals\":[\n{\"id\":1,\"name\":\"Двери\",\"price\":7}\n]\n}\n"));
    }
};

QTEST_GUILESS_MAIN(TestFailedRows)
#include "tst_failed_rows.moc"
