// SPDX-License-Identifier: GPL-3.0-or-later
// The migration guide's examples and its checklist, done with the built pfxctl as a person would do them.
#include "tests/ctl/ctl.h"
#include "tests/ctl/samples.h"

#include <QtTest>

using namespace pfx::test;

namespace {

const QString amocrm = QStringLiteral("amocrm");
const QString bitrix24 = QStringLiteral("bitrix24");

QJsonObject first(const Ctl &ctl, const char *kind)
{
    return ctl.json({QLatin1String(kind), QStringLiteral("list")}).array().first().toObject();
}

QString text(const QJsonObject &object, const char *key)
{
    return object[QLatin1String(key)].toString();
}

QString firstValue(const QJsonObject &object, const char *list)
{
    return object[QLatin1String(list)].toArray().first().toObject()[QStringLiteral("normalized")].toString();
}

void everyBackend()
{
    QTest::addColumn<QString>("backend");
    QTest::newRow("on SQLite") << QStringLiteral("sqlite");
    QTest::newRow("on PostgreSQL") << QStringLiteral("postgresql");
}

} // namespace

class TestMigrationGuide : public QObject
{
    Q_OBJECT

private slots:
    void amocrmExampleIsImported_data() { everyBackend(); }
    void amocrmExampleIsImported()
    {
        QFETCH(QString, backend);
        const Ctl ctl(backend);
        QCOMPARE(ctl.addAnna(), 0);
        const auto run = ctl.import(ctl.file(QStringLiteral("a.json"), amocrmExample()), amocrm);
        QCOMPARE(run.status, 0);
        QCOMPARE(counts(run.object(), "contacts"), QStringLiteral("1 read, 1 created, 0 updated, 0 skipped, 0 failed"));
        QCOMPARE(counts(run.object(), "deals"), QStringLiteral("1 read, 1 created, 0 updated, 0 skipped, 0 failed"));
        QCOMPARE(counts(run.object(), "pipelines"), QStringLiteral("1 read, 1 created, 0 updated, 0 skipped, 0 failed"));
        QCOMPARE(counts(run.object(), "stages"), QStringLiteral("2 read, 2 created, 0 updated, 0 skipped, 0 failed"));

        const QJsonObject contact = first(ctl, "contact");
        QCOMPARE(text(contact, "name"), QStringLiteral("Иван Иванов"));
        QCOMPARE(text(contact, "first_name"), QStringLiteral("Иван"));
        QCOMPARE(text(contact, "last_name"), QStringLiteral("Иванов"));
        QCOMPARE(firstValue(contact, "phones"), QStringLiteral("+79991234567"));
        QCOMPARE(firstValue(contact, "emails"), QStringLiteral("ivan@example.com"));
        QCOMPARE(text(contact[QStringLiteral("owner")].toObject(), "name"), QStringLiteral("Анна Админова"));
        QCOMPARE(text(contact[QStringLiteral("origin")].toObject(), "external_id"), QStringLiteral("123"));

        const QJsonObject deal = first(ctl, "deal");
        QCOMPARE(text(deal, "title"), QStringLiteral("Продажа товара"));
        QCOMPARE(text(deal, "amount"), QStringLiteral("100000.00"));
        QCOMPARE(text(deal[QStringLiteral("pipeline")].toObject(), "name"), QStringLiteral("Основная воронка"));
        QCOMPARE(text(deal[QStringLiteral("stage")].toObject(), "name"), QStringLiteral("Первичный контакт"));
        QCOMPARE(text(deal[QStringLiteral("stage")].toObject(), "color"), QStringLiteral("#3B82F6"));
        QCOMPARE(deal[QStringLiteral("contacts")].toArray().first().toObject()[QStringLiteral("id")], contact[QStringLiteral("id")]);
        QCOMPARE(text(deal[QStringLiteral("owner")].toObject(), "name"), QStringLiteral("Анна Админова"));

        const QJsonArray stages = first(ctl, "pipeline")[QStringLiteral("stages")].toArray();
        QCOMPARE(stages.size(), 2);
        QCOMPARE(text(stages[1].toObject(), "name"), QStringLiteral("Коммерческое предложение"));
    }

    void bitrix24ExampleIsImported_data() { everyBackend(); }
    void bitrix24ExampleIsImported()
    {
        QFETCH(QString, backend);
        const Ctl ctl(backend);
        QCOMPARE(ctl.addAnna(), 0);
        const auto run = ctl.import(ctl.file(QStringLiteral("b.json"), bitrix24Example()), bitrix24);
        QCOMPARE(run.status, 0);
        QCOMPARE(counts(run.object(), "contacts"), QStringLiteral("1 read, 1 created, 0 updated, 0 skipped, 0 failed"));
        QCOMPARE(counts(run.object(), "deals"), QStringLiteral("1 read, 1 created, 0 updated, 0 skipped, 0 failed"));

        const QJsonObject contact = first(ctl, "contact");
        QCOMPARE(text(contact, "first_name"), QStringLiteral("Иван"));
        QCOMPARE(text(contact, "last_name"), QStringLiteral("Иванов"));
        QCOMPARE(text(contact, "position"), QStringLiteral("Менеджер"));
        QCOMPARE(text(contact[QStringLiteral("company")].toObject(), "name"), QStringLiteral("ООО Компания"));
        QCOMPARE(firstValue(contact, "phones"), QStringLiteral("+79991234567"));
        QCOMPARE(firstValue(contact, "emails"), QStringLiteral("ivan@example.com"));
        QCOMPARE(contact[QStringLiteral("emails")].toArray().first().toObject()[QStringLiteral("type")].toString(), QStringLiteral("work"));

        const QJsonObject deal = first(ctl, "deal");
        QCOMPARE(text(deal, "amount"), QStringLiteral("100000.00"));
        QCOMPARE(text(deal, "currency"), QStringLiteral("RUB"));
        QCOMPARE(text(deal[QStringLiteral("stage")].toObject(), "name"), QStringLiteral("Новая"));
        QCOMPARE(text(deal[QStringLiteral("pipeline")].toObject(), "name"), QStringLiteral("Bitrix24"));
        QCOMPARE(deal[QStringLiteral("contacts")].toArray().first().toObject()[QStringLiteral("id")], contact[QStringLiteral("id")]);
    }

    void minimumIsImportedAndLinked_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("of amoCRM") << amocrm << amocrmMinimum();
        QTest::newRow("of Bitrix24") << bitrix24 << bitrix24Minimum();
    }
    void minimumIsImportedAndLinked()
    {
        QFETCH(QString, source);
        QFETCH(QByteArray, content);
        const Ctl ctl;
        QCOMPARE(ctl.addAnna(), 0);
        const auto run = ctl.import(ctl.file(QStringLiteral("x.json"), content), source);
        QCOMPARE(run.status, 0);
        QCOMPARE(counts(run.object(), "contacts"), QStringLiteral("1 read, 1 created, 0 updated, 0 skipped, 0 failed"));
        QCOMPARE(counts(run.object(), "deals"), QStringLiteral("1 read, 1 created, 0 updated, 0 skipped, 0 failed"));
        const QJsonObject deal = first(ctl, "deal");
        QCOMPARE(text(deal, "title"), QStringLiteral("Тестовая сделка"));
        QCOMPARE(text(deal, "amount"), QStringLiteral("50000.00"));
        QCOMPARE(deal[QStringLiteral("contacts")].toArray().size(), 1);
        QCOMPARE(firstValue(first(ctl, "contact"), "emails"), QStringLiteral("test@example.com"));
        QCOMPARE(first(ctl, "contact")[QStringLiteral("deals")].toArray().size(), 1);
    }

    void secondImportSkipsEverything_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QString>("source");
        for (const char *backend : {"sqlite", "postgresql"}) {
            for (const char *source : {"amocrm", "bitrix24"})
                QTest::addRow("%s on %s", source, backend) << QString::fromLatin1(backend) << QString::fromLatin1(source);
        }
    }
    void secondImportSkipsEverything()
    {
        QFETCH(QString, backend);
        QFETCH(QString, source);
        const Ctl ctl(backend);
        QCOMPARE(ctl.addAnna(), 0);
        const QString path = ctl.file(QStringLiteral("x.json"), source == amocrm ? amocrmExample() : bitrix24Example());
        QCOMPARE(ctl.import(path, source).status, 0);
        const auto again = ctl.import(path, source);
        QCOMPARE(again.status, 0);
        QCOMPARE(counts(again.object(), "contacts"), QStringLiteral("1 read, 0 created, 0 updated, 1 skipped, 0 failed"));
        QCOMPARE(counts(again.object(), "deals"), QStringLiteral("1 read, 0 created, 0 updated, 1 skipped, 0 failed"));
        for (const char *kind : {"contact", "deal", "pipeline"})
            QCOMPARE(ctl.json({QLatin1String(kind), QStringLiteral("list")}).array().size(), 1);
    }

    void contactIsKnownByItsPhoneOrEmail_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("the phone in another spelling") << QByteArray(R"({"field_name":"Phone","values":[{"value":"8 (999) 123-45-67"}]})");
        QTest::newRow("the e-mail in capitals") << QByteArray(R"({"field_name":"Email","values":[{"value":"IVAN@Example.com"}]})");
    }
    void contactIsKnownByItsPhoneOrEmail()
    {
        QFETCH(QByteArray, field);
        const Ctl ctl;
        QCOMPARE(ctl.addAnna(), 0);
        QCOMPARE(ctl.import(ctl.file(QStringLiteral("a.json"), amocrmExample()), amocrm).status, 0);
        const QByteArray other = "{\"contacts\":[{\"id\":9,\"name\":\"Иван Другой\",\"custom_fields_values\":[" + field
                                 + "]}],\"deals\":[{\"id\":10,\"name\":\"Ещё\",\"price\":1,\"contacts\":[{\"id\":9}]}]}";
        const auto run = ctl.import(ctl.file(QStringLiteral("o.json"), other), amocrm);
        QCOMPARE(run.status, 0);
        QCOMPARE(counts(run.object(), "contacts"), QStringLiteral("1 read, 0 created, 0 updated, 1 skipped, 0 failed"));
        QCOMPARE(first(ctl, "contact")[QStringLiteral("deals")].toArray().size(), 2); // the new deal belongs to the known contact
    }

    void brokenFileIsSaidInTheWordsOfTheGuide_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("invalid JSON") << QByteArray("{\"contacts\": [");
        QTest::newRow("no JSON at all") << QByteArray("hello");
        QTest::newRow("nothing, 0 bytes") << QByteArray();
    }
    void brokenFileIsSaidInTheWordsOfTheGuide()
    {
        QFETCH(QByteArray, content);
        const Ctl ctl;
        QCOMPARE(ctl.addAnna(), 0);
        const QString path = ctl.file(QStringLiteral("x.json"), content);
        const auto run = ctl.import(path, amocrm);
        QCOMPARE(run.status, 1);
        QVERIFY2(run.errorMessage().startsWith(QStringLiteral("Ошибка чтения файла")), run.out.constData());
        QCOMPARE(ctl.json({QStringLiteral("contact"), QStringLiteral("list")}).out, QByteArray("[]\n"));
    }

    void fileThatIsNotThereIsAnErrorOfReading()
    {
        const Ctl ctl;
        QCOMPARE(ctl.addAnna(), 0);
        const auto run = ctl.import(ctl.path(QStringLiteral("missing.json")), amocrm);
        QCOMPARE(run.status, 1);
        QVERIFY2(run.errorMessage().startsWith(QStringLiteral("Ошибка чтения файла")), run.out.constData());
    }

    void defaultUserIsMandatoryAndMustExist()
    {
        const Ctl ctl;
        const QString path = ctl.file(QStringLiteral("a.json"), amocrmExample());
        const QStringList command{QStringLiteral("import"), QStringLiteral("file"), path, QStringLiteral("--source"), amocrm};
        const auto without = ctl.json(command);
        QCOMPARE(without.status, 2);
        QCOMPARE(without.errorMessage(), QStringLiteral("Выберите пользователя по умолчанию"));
        const auto unknown = ctl.json(command + QStringList{QStringLiteral("--default-employee"), QStringLiteral("nobody@example.com")});
        QCOMPARE(unknown.status, 1);
        QVERIFY2(unknown.errorMessage().startsWith(QStringLiteral("Пользователь не найден")), unknown.out.constData());
        QCOMPARE(ctl.run({QStringLiteral("employee"), QStringLiteral("add"), QStringLiteral("Олег")}).status, 0);
        QCOMPARE(ctl.run({QStringLiteral("employee"), QStringLiteral("add"), QStringLiteral("Олег")}).status, 0);
        const auto ambiguous = ctl.json(command + QStringList{QStringLiteral("--default-employee"), QStringLiteral("Олег")});
        QCOMPARE(ambiguous.status, 1);
        QVERIFY2(ambiguous.errorMessage().startsWith(QStringLiteral("Пользователь не найден")), ambiguous.out.constData());
        QCOMPARE(ctl.json({QStringLiteral("contact"), QStringLiteral("list")}).out, QByteArray("[]\n"));
    }

    void emptyObjectFinishesWithZeros_data()
    {
        QTest::addColumn<QString>("source");
        QTest::newRow("of amoCRM") << amocrm;
        QTest::newRow("of Bitrix24") << bitrix24;
    }
    void emptyObjectFinishesWithZeros()
    {
        QFETCH(QString, source);
        const Ctl ctl;
        QCOMPARE(ctl.addAnna(), 0);
        const QString path = ctl.file(QStringLiteral("x.json"), "{}");
        const auto run = ctl.import(path, source);
        QCOMPARE(run.status, 0);
        QCOMPARE(run.object()[QStringLiteral("state")].toString(), QStringLiteral("finished"));
        for (const char *kind : {"contacts", "companies", "deals", "pipelines", "stages"})
            QCOMPARE(counts(run.object(), kind), QStringLiteral("0 read, 0 created, 0 updated, 0 skipped, 0 failed"));
        const auto words = ctl.run({QStringLiteral("import"), QStringLiteral("file"), path, QStringLiteral("--source"), source,
                                    QStringLiteral("--default-employee"), QStringLiteral("1")});
        QVERIFY(QString::fromUtf8(words.out).contains(QStringLiteral("Импорт завершен")));
    }

    void dealWithoutItsContactIsKeptAndReported()
    {
        const Ctl ctl;
        QCOMPARE(ctl.addAnna(), 0);
        const auto run = ctl.import(ctl.file(QStringLiteral("x.json"), R"({"deals":[{"id":1,"name":"Одна","price":5,"contacts":[{"id":404}]}]})"), amocrm);
        QCOMPARE(run.status, 0);
        QCOMPARE(counts(run.object(), "deals"), QStringLiteral("1 read, 1 created, 0 updated, 0 skipped, 0 failed"));
        const QJsonObject problem = run.object()[QStringLiteral("problems")].toArray().first().toObject();
        QCOMPARE(text(problem, "code"), QStringLiteral("contact_not_found"));
        QCOMPARE(text(problem, "severity"), QStringLiteral("warning"));
        QVERIFY(text(problem, "message").contains(QStringLiteral("Контакт не найден")));
        QCOMPARE(first(ctl, "deal")[QStringLiteral("contacts")].toArray().size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestMigrationGuide)
#include "tst_migration_guide.moc"
