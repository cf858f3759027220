// SPDX-License-Identifier: GPL-3.0-or-later
// The recorded answers of both systems (tests/data), each imported as it is by the built program: every contact, company, deal, pipeline
// and stage that stands in them arrives with every field in its place, and nothing else does.
#include "tests/ctl/ctl.h"

#include <QJsonDocument>
#include <QtTest>

using namespace pfx::test;

namespace {

const QString amocrm = QStringLiteral("amocrm");
const QString bitrix24 = QStringLiteral("bitrix24");

QString text(const QJsonValue &value)
{
    if (value.isObject())
        return text(value[QStringLiteral("name")]);
    return value.isNull() || value.isUndefined() ? QStringLiteral("-") : value.toVariant().toString();
}

QString points(const QJsonValue &list)
{
    QStringList all;
    for (const QJsonValue &point : list.toArray())
        all << text(point[QStringLiteral("value")]) + u'/' + text(point[QStringLiteral("normalized")]) + u'/' + text(point[QStringLiteral("type")]);
    return all.isEmpty() ? QStringLiteral("-") : all.join(u' ');
}

QString people(const QJsonValue &list)
{
    QStringList all;
    for (const QJsonValue &person : list.toArray())
        all << text(person[QStringLiteral("name")]) + (person[QStringLiteral("is_main")].toBool() ? QStringLiteral(" (main)") : QString());
    return all.isEmpty() ? QStringLiteral("-") : all.join(QStringLiteral(", "));
}

/// A record on one line: what it is, its id in the source, and its fields in the order of the contract.
QString line(const QString &kind, const QJsonObject &record)
{
    const auto member = [&record](const char *name) { return text(record[QLatin1String(name)]); };
    QStringList parts{kind + u' ' + text(record[QStringLiteral("origin")][QStringLiteral("external_id")])};
    if (kind == QLatin1String("contact"))
        parts << member("name") << member("first_name") << member("last_name") << member("position") << member("company") << member("owner")
              << points(record[QStringLiteral("phones")]) << points(record[QStringLiteral("emails")]);
    else if (kind == QLatin1String("company"))
        parts << member("name") << member("owner") << points(record[QStringLiteral("phones")]) << points(record[QStringLiteral("emails")]);
    else
        parts << member("title") << member("amount") << member("currency") << member("pipeline") << member("stage")
              << text(record[QStringLiteral("stage")][QStringLiteral("semantics")]) << people(record[QStringLiteral("contacts")])
              << member("owner") << member("source") << member("type");
    // Without a date of the source a record is as old as its import.
    const QDateTime made = QDateTime::fromString(member("created_at"), Qt::ISODate).toUTC();
    parts << (made.date().year() < 2026 ? made.toString(QStringLiteral("yyyy-MM-dd hh:mm:ss")) : QStringLiteral("now"));
    return parts.join(QStringLiteral(" | "));
}

/// The whole store, record by record.
QStringList everything(const Ctl &ctl)
{
    QStringList lines;
    for (const QJsonValue &pipeline : ctl.json({QStringLiteral("pipeline"), QStringLiteral("list")}).array()) {
        lines << QStringLiteral("pipeline ") + text(pipeline);
        for (const QJsonValue &stage : pipeline[QStringLiteral("stages")].toArray())
            lines << QStringLiteral("stage %1 | %2 | %3").arg(text(stage), text(stage[QStringLiteral("color")]), text(stage[QStringLiteral("semantics")]));
    }
    for (const QString &kind : {QStringLiteral("company"), QStringLiteral("contact"), QStringLiteral("deal")}) {
        for (const QJsonValue &record : ctl.json({kind, QStringLiteral("list"), QStringLiteral("--limit"), QStringLiteral("1000")}).array())
            lines << line(kind, ctl.json({kind, QStringLiteral("show"), QString::number(record[QStringLiteral("id")].toInt())}).object());
    }
    return lines;
}

QStringList problems(const QJsonObject &report)
{
    QStringList lines;
    for (const QJsonValue &problem : report[QStringLiteral("problems")].toArray())
        lines << text(problem[QStringLiteral("kind")]) + u' ' + text(problem[QStringLiteral("external_id")]) + u' ' + text(problem[QStringLiteral("code")]);
    return lines;
}

/// The vendor's example answer inside its description of the method.
QByteArray answer(const QString &method)
{
    QFile file(QStringLiteral(PFX_TEST_DATA "/bitrix24/docs.spec.%1.json").arg(method));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument(QJsonDocument::fromJson(file.readAll())[QStringLiteral("resultExample")].toObject()).toJson(QJsonDocument::Compact);
}

QStringList list(std::initializer_list<const char *> lines)
{
    QStringList all;
    for (const char *line : lines)
        all << QString::fromUtf8(line);
    return all;
}

} // namespace

class RealAnswers : public QObject
{
    Q_OBJECT

private slots:
    void arriveWhole_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QStringList>("records");
        QTest::addColumn<QStringList>("reported");
        using Lines = std::initializer_list<const char *>;
        const auto row = [](const char *name, const char *file, Lines options, Lines records, Lines reported) {
            QTest::newRow(name) << QString::fromLatin1(file) << list(options) << list(records) << list(reported);
        };
        row("amoCRM: a page of leads", "amocrm/bzdvdn.get_leads.json", {},
            {"pipeline amoCRM 1300",
             "stage 142 | - | won",
             "deal 19619 | Сделка для примера | 46333.00 | - | amoCRM 1300 | 142 | won | - | Анна Админова | - | - | 2016-01-20 08:46:47",
             "deal 14460 | Сделка для примера 2 | 655.00 | - | amoCRM 1300 | 142 | won | - | Анна Админова | - | - | 2016-01-20 08:46:47"},
            {"deal 19619 pipeline_not_found", "deal 19619 stage_not_found"});
        row("amoCRM: one lead", "amocrm/bzdvdn.get_lead.json", {},
            {"pipeline amoCRM 3104455",
             "stage 143 | - | lost",
             "deal 3912171 | Example | 12.00 | - | amoCRM 3104455 | 143 | lost | - | Анна Админова | - | - | 2020-03-27 08:52:51"},
            {"deal 3912171 contact_not_found", "deal 3912171 company_not_found", "deal 3912171 pipeline_not_found", "deal 3912171 stage_not_found"});
        row("amoCRM: a page of companies", "amocrm/bzdvdn.get_companies.json", {},
            {"company 7767077 | Компания Васи | Анна Админова | - | - | 2020-04-08 15:26:58",
             "company 7767457 | Example | Анна Админова | - | - | 2020-04-08 15:39:54"}, {});
        row("amoCRM: one company", "amocrm/bzdvdn.get_company.json", {},
            {"company 1 | АО Рога и копыта | Анна Админова | 123213/-/work | - | 2020-02-19 13:02:11"},
            {"company 1 phone_not_understood"});
        row("amoCRM: pipelines", "amocrm/bzdvdn.get_pipelines.json", {},
            {"pipeline Воронка",
             "stage Неразобранное | #c1c1c1 | open",
             "stage Первичный контакт | #99ccff | open",
             "stage Принимают решение | #ffcc66 | open",
             "stage Успешно реализовано | #CCFF66 | won",
             "stage Закрыто и не реализовано | #D5D8DB | lost"}, {});
        row("amoCRM: users alone", "amocrm/bzdvdn.get_users.json", {}, {}, {});
        row("amoCRM: the account alone", "amocrm/bzdvdn.get_account_info.json", {}, {}, {});
        row("Bitrix24: categories", "bitrix24/docs.spec.crm.category.list.json", {},
            {"pipeline Воронка с оригинальным названием",
             "pipeline Лидовый маршрут",
             "pipeline Путь успеха",
             "pipeline Общая"}, {});
        row("Bitrix24: stages", "bitrix24/docs.spec.crm.status.list.json", {},
            {"pipeline Bitrix24",
             "stage Новая | #39A8EF | open",
             "stage Подготовка документов | #2FC6F6 | open",
             "stage Cчет на предоплату | #55D0E0 | open",
             "stage В работе | #47E4C2 | open",
             "stage Финальный счет | #FFA900 | open",
             "stage Сделка успешна | #7BD500 | won",
             "stage Сделка провалена | #FF5752 | lost",
             "stage Анализ причины провала | #FF5752 | lost"}, {});
        row("Bitrix24: companies", "bitrix24/docs.spec.crm.company.list.json", {},
            {"company 2919 | Перекресток | Анна Админова | +79998887766/+79998887766/work | - | now"}, {});
        row("Bitrix24: one contact", "bitrix24/docs.spec.crm.contact.get.json", {},
            {"contact 43 | Иван Иванович Иванов | Иван | Иванов | Администратор | - | Анна Админова | +7333333555/-/work +35599888666/+35599888666/home | ivanov@example.mailing/ivanov@example.mailing/mailing ivanov@example.work/ivanov@example.work/work | 2024-08-15 08:38:21"},
            {"contact 43 phone_not_understood", "contact 43 company_not_found"});
        row("Bitrix24: contacts of one e-mail", "bitrix24/docs.spec.crm.contact.list.json", {},
            {"contact 75 | Анастасия Ильина | Анастасия | Ильина | - | - | Анна Админова | - | special-for@example.com/special-for@example.com/work | 2024-02-25 22:00:00"},
            {"contact 74 other_name", "contact 78 other_name", "contact 77 other_name", "contact 73 other_name"});
        row("Bitrix24: one deal", "bitrix24/docs.spec.crm.deal.get.json", {},
            {"pipeline Bitrix24",
             "stage PREPARATION | - | open",
             "deal 410 | Новая сделка #1 | 1000000.00 | EUR | Bitrix24 | PREPARATION | open | - | Анна Админова | CALLBACK | COMPLEX | 2024-08-30 12:29:00"},
            {"deal 410 contact_not_found", "deal 410 company_not_found", "deal 410 stage_not_found"});
        row("Bitrix24: deals", "bitrix24/docs.spec.crm.deal.list.json", {},
            {"pipeline Bitrix24 1",
             "stage C1:NEW | - | open",
             "deal 37 | [А] Сделка | 19999.99 | - | Bitrix24 1 | C1:NEW | open | - | Анна Админова | - | COMPLEX | 2024-09-02 16:37:18",
             "deal 38 | [А] Сделка | 20000.00 | - | Bitrix24 1 | C1:NEW | open | - | Анна Админова | - | COMPLEX | 2024-09-02 16:37:38",
             "deal 39 | [Б] Продажа | 12500.00 | - | Bitrix24 1 | C1:NEW | open | - | Анна Админова | - | COMPLEX | 2024-04-09 21:11:01",
             "deal 40 | [Б] Сделка | 13500.00 | - | Bitrix24 1 | C1:NEW | open | - | Анна Админова | - | COMPLEX | 2024-08-08 17:00:14",
             "deal 41 | [В] Сделка | 11500.00 | - | Bitrix24 1 | C1:NEW | open | - | Анна Админова | - | COMPLEX | 2024-05-08 07:38:23",
             "deal 42 | [С] Сделка | 18500.00 | - | Bitrix24 1 | C1:NEW | open | - | Анна Админова | - | COMPLEX | 2024-07-02 13:38:32"},
            {"deal 37 pipeline_not_found", "deal 37 stage_not_found"});
        row("Bitrix24: items", "bitrix24/docs.spec.crm.item.list.json", {},
            {"pipeline Bitrix24",
             "stage NEW | - | open",
             "stage IN_PROCESS | - | open",
             "deal 253 | Лид #253 | 19000.00 | - | Bitrix24 | NEW | open | - | Анна Админова | WEB | - | now",
             "deal 255 | Лид #255 | 19600.00 | - | Bitrix24 | NEW | open | - | Анна Админова | WEB | - | now",
             "deal 252 | Лид #252 | 12000.00 | - | Bitrix24 | NEW | open | - | Анна Админова | ADVERTISING | - | now",
             "deal 254 | Лид #254 | 19000.00 | - | Bitrix24 | IN_PROCESS | open | - | Анна Админова | ADVERTISING | - | now"},
            {"deal 253 stage_not_found", "deal 254 stage_not_found"});
        row("Bitrix24: a deal's contacts alone", "bitrix24/docs.spec.crm.deal.contact.items.get.json", {}, {}, {});
        row("Bitrix24: users alone", "bitrix24/docs.spec.user.get.json", {}, {}, {});
        row("Bitrix24: contacts of one e-mail, each made", "bitrix24/docs.spec.crm.contact.list.json", {"--duplicates", "new"},
            {"contact 75 | Анастасия Ильина | Анастасия | Ильина | - | - | Анна Админова | - | special-for@example.com/special-for@example.com/work | 2024-02-25 22:00:00",
             "contact 74 | Артем Исаев | Артем | Исаев | - | - | Анна Админова | - | special-for@example.com/special-for@example.com/work | 2024-08-14 22:00:00",
             "contact 78 | Артем Исаев | Артем | Исаев | - | - | Анна Админова | - | special-for@example.com/special-for@example.com/work | 2024-08-14 22:00:00",
             "contact 77 | Инна Кузнецова | Инна | Кузнецова | - | - | Анна Админова | - | special-for@example.com/special-for@example.com/work | 2024-06-30 22:00:00",
             "contact 73 | Иван Петров | Иван | Петров | - | - | Анна Админова | - | special-for@example.com/special-for@example.com/work | 2024-02-19 22:00:00"}, {});
    }

    void arriveWhole()
    {
        QFETCH(QString, file);
        QFETCH(QStringList, options);
        QFETCH(QStringList, records);
        QFETCH(QStringList, reported);
        const Ctl ctl;
        QCOMPARE(ctl.addAnna(), 0);
        const QString source = file.section(u'/', 0, 0);
        const auto run = ctl.import(QStringLiteral(PFX_TEST_DATA "/") + file, source, options);
        QVERIFY2(run.status == 0, run.out + run.messages);
        QCOMPARE(everything(ctl).join(u'\n'), records.join(u'\n'));
        QCOMPARE(problems(run.object()), reported);
        const auto again = ctl.import(QStringLiteral(PFX_TEST_DATA "/") + file, source, options);
        QCOMPARE(again.status, 0);
        QCOMPARE(everything(ctl).join(u'\n'), records.join(u'\n')); // nothing doubled, nothing changed
    }

    /// All answers as an array of pages, in an order in which nothing stands before what needs it: deals find their stages and owners.
    void findEachOther()
    {
        const Ctl ctl;
        QCOMPARE(ctl.addAnna(), 0);
        QCOMPARE(ctl.run(list({"employee", "add", "Пётр Примеров", "--email", "user@example.com"})).status, 0);
        QByteArrayList pages;
        for (const char *method : {"crm.deal.list", "crm.deal.get", "crm.contact.list", "crm.contact.get", "crm.company.list", "crm.status.list",
                                   "crm.category.list", "user.get"})
            pages << answer(QLatin1String(method));
        const auto run = ctl.import(ctl.file(QStringLiteral("all.json"), '[' + pages.join(',') + ']'), bitrix24);
        QVERIFY2(run.status == 0, run.out + run.messages);
        QCOMPARE(counts(run.object(), "contacts"), QStringLiteral("6 read, 2 created, 0 updated, 4 skipped, 0 failed"));
        QCOMPARE(counts(run.object(), "companies"), QStringLiteral("1 read, 1 created, 0 updated, 0 skipped, 0 failed"));
        QCOMPARE(counts(run.object(), "deals"), QStringLiteral("7 read, 7 created, 0 updated, 0 skipped, 0 failed"));
        const QStringList all = everything(ctl);
        for (const QString &line : list({
                 "deal 37 | [А] Сделка | 19999.99 | - | Bitrix24 1 | C1:NEW | open | - | Пётр Примеров | - | COMPLEX | 2024-09-02 16:37:18",
                 "deal 38 | [А] Сделка | 20000.00 | - | Bitrix24 1 | C1:NEW | open | - | Анна Админова | - | COMPLEX | 2024-09-02 16:37:38",
                 "deal 410 | Новая сделка #1 | 1000000.00 | EUR | Общая | Подготовка документов | open | - | Пётр Примеров | CALLBACK | COMPLEX | 2024-08-30 12:29:00"}))
            QVERIFY2(all.contains(line), qPrintable(all.join(u'\n')));
        const QStringList told = problems(run.object());
        QVERIFY(told.contains(QStringLiteral("deal 37 stage_not_found")));
        QVERIFY(!told.contains(QStringLiteral("deal 410 stage_not_found")));
    }

    void thatReportAnErrorAreNoImport()
    {
        const Ctl ctl;
        QCOMPARE(ctl.addAnna(), 0);
        const auto run = ctl.import(QStringLiteral(PFX_TEST_DATA "/amocrm/kommo-docs.http-bodies.json"), amocrm);
        QCOMPARE(run.status, 1);
        QVERIFY(run.errorMessage().startsWith(QStringLiteral("Ошибка чтения файла")));
        QCOMPARE(everything(ctl), QStringList());
    }
};

QTEST_GUILESS_MAIN(RealAnswers)
#include "tst_real_answers.moc"
