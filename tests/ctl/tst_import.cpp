// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctl.h"
#include "tests/ctl/samples.h"

#include <QtTest>

using namespace pfx::test;

namespace {

QStringList import(const char *command, const QString &run)
{
    return {QStringLiteral("import"), QLatin1String(command), run};
}

const QString amocrm = QStringLiteral("amocrm");
const QString one = QStringLiteral("1");

/// One good contact, one that is no object, and a deal of a contact that nobody knows.
const QByteArray troubled = R"({"contacts":[{"id":1,"name":"Один","custom_fields_values":[{"field_name":"Phone","values":[{"value":"+79991234567"}]}]},
    "not an object"],"deals":[{"id":5,"name":"Сделка","price":10,"contacts":[{"id":77}]}]})";

} // namespace

class TestImport : public QObject
{
    Q_OBJECT

private slots:
    void aTableNamesStagesAndCurrenciesInWords()
    {
        const Ctl ctl;
        QCOMPARE(ctl.addAnna(), 0);
        const QByteArray table = "ID,Название сделки,Бюджет,Валюта,Этап сделки,Воронка\r\n"
                                 "1,Окна,1000,Российский рубль,Успешно реализовано,Продажи\r\n"
                                 "2,Двери,20,$,Закрыто и не реализовано,Продажи\r\n"
                                 "3,Полы,3,,В работе,Продажи\r\n";
        QCOMPARE(ctl.import(ctl.file(QStringLiteral("deals.csv"), table), amocrm).status, 0);
        QStringList told;
        const QJsonArray deals = ctl.json({QStringLiteral("deal"), QStringLiteral("list")}).array();
        for (const QJsonValue &deal : deals)
            told += deal[QStringLiteral("currency")].toString() + u' '
                + deal[QStringLiteral("stage")][QStringLiteral("semantics")].toString();
        QCOMPARE(told, QStringList({QStringLiteral("RUB won"), QStringLiteral("USD lost"), QStringLiteral(" open")}));
    }

    void aTableOfTheOtherSystemIsRefused()
    {
        const Ctl ctl;
        QCOMPARE(ctl.addAnna(), 0);
        const QString path = ctl.file(QStringLiteral("deals.csv"), "ID;Стадия сделки;Направление;Название сделки;Сумма\n410;Новая;Общая;Окна;1500.50\n");
        const auto refused = ctl.import(path, amocrm);
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.errorMessage().contains(QStringLiteral("это выгрузка Bitrix24, а не AmoCRM")), refused.out);
        QCOMPARE(ctl.import(path, QStringLiteral("bitrix24")).status, 0);
    }

    void aFinishedImportIsNotResumed()
    {
        const Ctl ctl;
        QCOMPARE(ctl.addAnna(), 0);
        QCOMPARE(ctl.import(ctl.file(QStringLiteral("a.json"), amocrmExample()), amocrm).status, 0);
        const auto run = ctl.json(import("resume", one));
        QCOMPARE(run.status, 1);
        QVERIFY2(run.errorMessage().contains(QStringLiteral("импорт: уже завершён")), run.out);
    }

    void reportHasTheKeysOfTheContract()
    {
        const Ctl ctl;
        QCOMPARE(ctl.addAnna(), 0);
        const auto run = ctl.import(ctl.file(QStringLiteral("a.json"), amocrmExample()), amocrm);
        QCOMPARE(run.status, 0);
        QCOMPARE(run.messages, QByteArray());
        QByteArray out = run.out;
        static const QRegularExpression elapsed(QStringLiteral("\"elapsed_ms\":\\d+"));
        const QString text = QString::fromUtf8(out).replace(elapsed, QStringLiteral("\"elapsed_ms\":0"));
        QCOMPARE(text, QStringLiteral("{\"run\":1,\"source\":\"amocrm\",\"mode\":\"file\",\"dry_run\":false,\"state\":\"finished\","
                                      "\"contacts\":{\"read\":1,\"created\":1,\"updated\":0,\"skipped\":0,\"failed\":0},"
                                      "\"companies\":{\"read\":0,\"created\":0,\"updated\":0,\"skipped\":0,\"failed\":0},"
                                      "\"deals\":{\"read\":1,\"created\":1,\"updated\":0,\"skipped\":0,\"failed\":0},"
                                      "\"pipelines\":{\"read\":1,\"created\":1,\"updated\":0,\"skipped\":0,\"failed\":0},"
                                      "\"stages\":{\"read\":2,\"created\":2,\"updated\":0,\"skipped\":0,\"failed\":0},"
                                      "\"problems\":[],\"problem_count\":0,\"warning_count\":0,\"elapsed_ms\":0}\n"));
        const auto shown = ctl.json(import("show", one));
        QCOMPARE(shown.status, 0);
        QCOMPARE(shown.out, out);
        const auto list = ctl.json({QStringLiteral("import"), QStringLiteral("list")});
        QCOMPARE(list.array().size(), 1);
        QCOMPARE(list.array().first().toObject()[QStringLiteral("run")].toInt(), 1);
    }

    void peopleReadTheWordsOfTheGuide()
    {
        const Ctl ctl;
        QCOMPARE(ctl.addAnna(), 0);
        const auto run = ctl.run({QStringLiteral("import"), QStringLiteral("file"), ctl.file(QStringLiteral("a.json"), amocrmExample()),
                                  QStringLiteral("--source"), amocrm, QStringLiteral("--default-employee"), QStringLiteral("Анна Админова")});
        QCOMPARE(run.status, 0);
        QVERIFY2(QString::fromUtf8(run.out).startsWith(QStringLiteral("Импорт завершен\n")), run.out.constData());
        QCOMPARE(run.messages, QByteArray()); // no progress where nobody looks
    }

    void failedRowsEndWithThreeAndCanBeSaved()
    {
        const Ctl ctl;
        QCOMPARE(ctl.addAnna(), 0);
        const auto run = ctl.import(ctl.file(QStringLiteral("a.json"), troubled), amocrm);
        QCOMPARE(run.status, 3);
        const QJsonObject report = run.object();
        QCOMPARE(counts(report, "contacts"), QStringLiteral("2 read, 1 created, 0 updated, 0 skipped, 1 failed"));
        QCOMPARE(counts(report, "deals"), QStringLiteral("1 read, 1 created, 0 updated, 0 skipped, 0 failed"));
        QString failed, warned;
        for (const QJsonValue &value : report[QStringLiteral("problems")].toArray()) {
            const QJsonObject problem = value.toObject();
            (problem[QStringLiteral("severity")].toString() == QLatin1String("error") ? failed : warned) +=
                problem[QStringLiteral("code")].toString() + QLatin1Char(' ') + problem[QStringLiteral("message")].toString();
        }
        QVERIFY2(failed.startsWith(QStringLiteral("row_unreadable contacts[1]")), qPrintable(failed));
        QVERIFY2(warned.contains(QStringLiteral("contact_not_found")), qPrintable(warned));
        QVERIFY2(warned.contains(QStringLiteral("Контакт не найден")), qPrintable(warned));
        QCOMPARE(ctl.json(import("show", one)).status, 0);

        const auto saved = ctl.run(import("report", one) + QStringList{QStringLiteral("--failed")});
        QCOMPARE(saved.status, 0);
        QCOMPARE(saved.object()[QStringLiteral("contacts")].toArray().size(), 1);
        const auto again = ctl.import(ctl.file(QStringLiteral("failed.json"), saved.out), amocrm);
        QCOMPARE(again.status, 3);
        QCOMPARE(counts(again.object(), "contacts"), QStringLiteral("1 read, 0 created, 0 updated, 0 skipped, 1 failed"));

        const auto csv = ctl.run(import("report", one) + QStringList{QStringLiteral("--failed"), QStringLiteral("--format"), QStringLiteral("csv")});
        QCOMPARE(csv.status, 0);
        const QList<QByteArray> lines = csv.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].startsWith("row,kind,external_id,place,title,decision,reason,entity_id,message"));
        QVERIFY2(lines[1].contains("contacts[1]"), lines[1].constData());
        const auto all = ctl.run(import("report", one) + QStringList{QStringLiteral("--format"), QStringLiteral("csv")});
        QVERIFY(all.out.trimmed().split('\n').size() >= 4);
    }

    void dryRunWritesNothingAndSaysWhatWouldBe()
    {
        const Ctl ctl;
        QCOMPARE(ctl.addAnna(), 0);
        const QString path = ctl.file(QStringLiteral("a.json"), amocrmExample());
        const QJsonObject dry = ctl.import(path, amocrm, {QStringLiteral("--dry-run")}).object();
        QCOMPARE(dry[QStringLiteral("dry_run")].toBool(), true);
        QCOMPARE(ctl.json({QStringLiteral("contact"), QStringLiteral("list")}).out, QByteArray("[]\n"));
        QCOMPARE(ctl.json({QStringLiteral("pipeline"), QStringLiteral("list")}).out, QByteArray("[]\n"));
        const QJsonObject real = ctl.import(path, amocrm).object();
        for (const char *kind : {"contacts", "companies", "deals", "pipelines", "stages"})
            QCOMPARE(counts(dry, kind), counts(real, kind));
    }

    void undoTakesAwayWhatTheRunMade()
    {
        const Ctl ctl;
        QCOMPARE(ctl.addAnna(), 0);
        QCOMPARE(ctl.import(ctl.file(QStringLiteral("a.json"), amocrmExample()), amocrm).status, 0);
        const auto undone = ctl.json(import("undo", one));
        QCOMPARE(undone.status, 0);
        QCOMPARE(undone.object()[QStringLiteral("state")].toString(), QStringLiteral("undone"));
        for (const char *what : {"contact", "deal", "company", "pipeline"})
            QCOMPARE(ctl.json({QLatin1String(what), QStringLiteral("list")}).out, QByteArray("[]\n"));
        QCOMPARE(ctl.json({QStringLiteral("employee"), QStringLiteral("list")}).array().size(), 1);
    }

    void unknownRunIsNotFound_data()
    {
        QTest::addColumn<QString>("command");
        for (const char *command : {"show", "resume", "undo", "report"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }
    void unknownRunIsNotFound()
    {
        QFETCH(QString, command);
        const auto run = Ctl().json({QStringLiteral("import"), command, QStringLiteral("99")});
        QCOMPARE(run.status, 1);
        QCOMPARE(run.object()[QStringLiteral("error")].toObject()[QStringLiteral("code")].toString(), QStringLiteral("not_found"));
    }

    void dealsGoWhereTheOptionsSay()
    {
        const Ctl ctl;
        QCOMPARE(ctl.addAnna(), 0);
        QCOMPARE(ctl.import(ctl.file(QStringLiteral("a.json"), amocrmExample()), amocrm,
                            {QStringLiteral("--deal-source"), QStringLiteral("Сайт"), QStringLiteral("--deal-type"),
                             QStringLiteral("Мебель"), QStringLiteral("--account"), QStringLiteral("office")})
                     .status,
                 0);
        const QJsonObject deal = ctl.json({QStringLiteral("deal"), QStringLiteral("show"), one}).object();
        QCOMPARE(deal[QStringLiteral("source")].toString(), QStringLiteral("Сайт"));
        QCOMPARE(deal[QStringLiteral("type")].toString(), QStringLiteral("Мебель"));
        QCOMPARE(deal[QStringLiteral("origin")].toObject()[QStringLiteral("account")].toString(), QStringLiteral("office"));

        const QByteArray other = R"({"deals":[{"id":7,"name":"Другая","price":1,"status_id":2,"pipeline_id":9}],
            "pipelines":[{"id":9,"name":"Сервис","statuses":[{"id":2,"name":"Новый этап"}]}]})";
        QCOMPARE(ctl.import(ctl.file(QStringLiteral("o.json"), other), amocrm, {QStringLiteral("--pipeline"), QStringLiteral("основная воронка")})
                     .status,
                 0);
        const QJsonObject placed = ctl.json({QStringLiteral("deal"), QStringLiteral("show"), QStringLiteral("2")}).object();
        QCOMPARE(placed[QStringLiteral("pipeline")].toObject()[QStringLiteral("name")].toString(), QStringLiteral("Основная воронка"));
        QCOMPARE(placed[QStringLiteral("stage")].toObject()[QStringLiteral("name")].toString(), QStringLiteral("Новый этап"));
        QCOMPARE(ctl.json({QStringLiteral("pipeline"), QStringLiteral("list")}).array().size(), 1);
    }

    void overwritingGoesWithUpdatingOnly_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("status");
        const QString all = QStringLiteral("--update=all"), empty = QStringLiteral("--update=empty"), duplicates = QStringLiteral("--duplicates=");
        QTest::newRow("overwriting alone is refused") << QStringList{all} << 2;
        QTest::newRow("overwriting what is to be skipped is refused") << QStringList{duplicates + QLatin1String("skip"), all} << 2;
        QTest::newRow("overwriting when updating") << QStringList{duplicates + QLatin1String("update"), all} << 0;
        QTest::newRow("the default said aloud") << QStringList{empty} << 0;
    }
    void overwritingGoesWithUpdatingOnly()
    {
        QFETCH(QStringList, options);
        QFETCH(int, status);
        const Ctl ctl;
        QCOMPARE(ctl.addAnna(), 0);
        QCOMPARE(ctl.import(ctl.file(QStringLiteral("a.json"), amocrmExample()), amocrm, options).status, status);
        QCOMPARE(ctl.json({QStringLiteral("import"), QStringLiteral("list")}).array().size(), status == 0 ? 1 : 0);
    }

    void aMappingThatIsNoFileIsNamedWithItsReason_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("reason");
        QTest::newRow("nothing is there") << QStringLiteral("nope.json") << QStringLiteral("такого файла нет");
        QTest::newRow("a folder is there") << QStringLiteral(".") << QStringLiteral("это папка");
    }
    void aMappingThatIsNoFileIsNamedWithItsReason()
    {
        QFETCH(QString, path);
        QFETCH(QString, reason);
        const Ctl ctl;
        QCOMPARE(ctl.addAnna(), 0);
        const auto run = ctl.import(ctl.file(QStringLiteral("a.json"), amocrmExample()), amocrm,
                                    {QStringLiteral("--mapping"), path, QStringLiteral("--lang"), QStringLiteral("ru")});
        QCOMPARE(run.status, 1);
        const QJsonObject error = run.object()[QStringLiteral("error")].toObject();
        QCOMPARE(error[QStringLiteral("message")].toString(), QStringLiteral("Ошибка чтения файла: --mapping %1: %2").arg(path, reason));
        QVERIFY(error[QStringLiteral("advice")].toString().contains(QLatin1String("--mapping")));
    }

    void mappingOfAnotherSourceIsRefused()
    {
        const Ctl ctl;
        QCOMPARE(ctl.addAnna(), 0);
        const QString mapping = ctl.file(QStringLiteral("m.json"), R"({"version":1,"source":"bitrix24","fields":[]})");
        const auto run = ctl.import(ctl.file(QStringLiteral("a.json"), amocrmExample()), amocrm, {QStringLiteral("--mapping"), mapping});
        QCOMPARE(run.status, 1);
        QCOMPARE(ctl.json({QStringLiteral("contact"), QStringLiteral("list")}).out, QByteArray("[]\n"));
    }
};

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
