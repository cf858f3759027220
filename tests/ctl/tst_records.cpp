// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctl.h"
#include "tests/ctl/samples.h"

#include <QtTest>

using namespace pfx::test;

namespace {

QStringList keys(const QByteArray &json)
{
    static const QRegularExpression key(QStringLiteral("\"([a-z_]+)\":"));
    QStringList found;
    for (auto match = key.globalMatch(QString::fromUtf8(json)); match.hasNext();)
        found.append(match.next().captured(1));
    return found;
}

} // namespace

/// Lists, details and exports of what one import brought.
class TestRecords : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCOMPARE(m_ctl.addAnna(), 0);
        QCOMPARE(m_ctl.import(m_ctl.file(QStringLiteral("b.json"), bitrix24Example()), QStringLiteral("bitrix24")).status, 0);
        QByteArray many = "{\"contacts\":[";
        for (int i = 1; i <= 600; ++i)
            many += "{\"id\":" + QByteArray::number(9000 + i) + ",\"name\":\"Клиент, \\\"" + QByteArray::number(i) + "\\\"\"}" + (i < 600 ? "," : "");
        QCOMPARE(m_ctl.import(m_ctl.file(QStringLiteral("many.json"), many + "]}"), QStringLiteral("amocrm")).status, 0);
    }

    void contactHasTheKeysOfTheContract()
    {
        const auto shown = m_ctl.json({QStringLiteral("contact"), QStringLiteral("show"), QStringLiteral("1")});
        QCOMPARE(shown.status, 0);
        QCOMPARE(keys(shown.out).join(QLatin1Char(' ')),
                 QStringLiteral("id name first_name last_name position company id name owner id name phones value normalized type"
                                " emails value normalized type deals id title origin source account external_id planfix_id created_at"));
        const QJsonObject contact = shown.object();
        QCOMPARE(contact[QStringLiteral("position")].toString(), QStringLiteral("Менеджер"));
        QCOMPARE(contact[QStringLiteral("company")].toObject()[QStringLiteral("name")].toString(), QStringLiteral("ООО Компания"));
        QCOMPARE(contact[QStringLiteral("owner")].toObject()[QStringLiteral("name")].toString(), QStringLiteral("Анна Админова"));
        QVERIFY(QDateTime::fromString(contact[QStringLiteral("created_at")].toString(), Qt::ISODateWithMs).isValid());
        QVERIFY(contact[QStringLiteral("created_at")].toString().endsWith(QStringLiteral("+00:00")));
    }

    void dealHasTheKeysOfTheContract()
    {
        const auto shown = m_ctl.json({QStringLiteral("deal"), QStringLiteral("show"), QStringLiteral("1")});
        QCOMPARE(shown.status, 0);
        QCOMPARE(keys(shown.out).join(QLatin1Char(' ')),
                 QStringLiteral("id title amount currency pipeline id name stage id name color semantics contacts id name is_main"
                                " owner id name source type origin source account external_id planfix_id created_at"));
        const QJsonObject deal = shown.object();
        QCOMPARE(deal[QStringLiteral("amount")].toString(), QStringLiteral("100000.00"));
        QCOMPARE(deal[QStringLiteral("currency")].toString(), QStringLiteral("RUB"));
        QCOMPARE(deal[QStringLiteral("planfix_id")], QJsonValue(QJsonValue::Null));
    }

    void companyAndPipelineAreShown()
    {
        const QJsonObject company = m_ctl.json({QStringLiteral("company"), QStringLiteral("show"), QStringLiteral("1")}).object();
        QCOMPARE(company[QStringLiteral("name")].toString(), QStringLiteral("ООО Компания"));
        QCOMPARE(company[QStringLiteral("contacts")].toArray().size(), 1);
        const auto pipelines = m_ctl.json({QStringLiteral("pipeline"), QStringLiteral("list")});
        QCOMPARE(keys(pipelines.out).mid(0, 7).join(QLatin1Char(' ')), QStringLiteral("id name stages id name color semantics"));
        QCOMPARE(pipelines.array().first().toObject()[QStringLiteral("name")].toString(), QStringLiteral("Bitrix24"));
    }

    void missingOnesAreNotFound_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("words");
        QTest::newRow("contact") << QStringLiteral("contact") << QStringLiteral("Контакт не найден");
        QTest::newRow("company") << QStringLiteral("company") << QStringLiteral("Компания не найдена");
        QTest::newRow("deal") << QStringLiteral("deal") << QStringLiteral("Сделка не найдена");
        QTest::newRow("pipeline") << QStringLiteral("pipeline") << QStringLiteral("Воронка не найдена");
    }
    void missingOnesAreNotFound()
    {
        QFETCH(QString, kind);
        QFETCH(QString, words);
        const auto run = m_ctl.json({kind, QStringLiteral("show"), QStringLiteral("99999")});
        QCOMPARE(run.status, 1);
        QVERIFY2(run.errorMessage().startsWith(words), run.out.constData());
        QCOMPARE(m_ctl.run({kind, QStringLiteral("show"), QStringLiteral("99999")}).status, 1);
    }

    void listsAreCutAndContinued()
    {
        const auto list = [this](const QStringList &more) {
            return m_ctl.json(QStringList{QStringLiteral("contact"), QStringLiteral("list")} + more).array();
        };
        QCOMPARE(list({}).size(), 601);
        QCOMPARE(list({QStringLiteral("--limit"), QStringLiteral("550")}).size(), 550);
        QCOMPARE(list({QStringLiteral("--limit"), QStringLiteral("0")}).size(), 0);
        const QJsonArray second = list({QStringLiteral("--after"), QStringLiteral("1"), QStringLiteral("--limit"), QStringLiteral("2")});
        QCOMPARE(second.size(), 2);
        QCOMPARE(second.first().toObject()[QStringLiteral("id")].toInt(), 2);
        const QJsonArray found = list({QStringLiteral("--query"), QStringLiteral("8 (999) 123-45-67")});
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().toObject()[QStringLiteral("id")].toInt(), 1);
        QCOMPARE(list({QStringLiteral("--query"), QStringLiteral("ivan@example.com")}).size(), 1);
        QCOMPARE(list({QStringLiteral("--query"), QStringLiteral("ИВАНО")}).size(), 1);
        QVERIFY(m_ctl.run({QStringLiteral("contact"), QStringLiteral("list")}).out.contains("+79991234567"));
    }

    void exportWritesEveryRecord()
    {
        const auto json = m_ctl.run({QStringLiteral("export"), QStringLiteral("contacts"), QStringLiteral("--format"), QStringLiteral("json")});
        QCOMPARE(json.status, 0);
        QCOMPARE(json.out, m_ctl.json({QStringLiteral("contact"), QStringLiteral("list")}).out);
        const auto csv = m_ctl.run({QStringLiteral("export"), QStringLiteral("contacts"), QStringLiteral("--format"), QStringLiteral("csv")});
        QCOMPARE(csv.out.count("\r\n"), 602);
        QVERIFY(csv.out.startsWith("id,name,first_name,last_name,position,company,owner,phones,emails,"));
        QVERIFY(csv.out.contains(",\"Клиент, \"\"600\"\"\","));
        for (const char *what : {"deals", "companies"})
            QCOMPARE(m_ctl.run({QStringLiteral("export"), QLatin1String(what), QStringLiteral("--format"), QStringLiteral("csv")}).out.count("\r\n"), 2);
    }

    void exportWritesTheOrders()
    {
        for (const QByteArray &order : {QByteArray(R"json({"client":{"name":"=HYPERLINK(\"x\")","phone":"+79991234567"}})json"),
                                        QByteArray(R"({"client":{"name":"Ольга Ким"},"items":[{"name":"Окно","quantity":"2"}]})")}) {
            const QString file = m_ctl.file(QStringLiteral("order.json"), order);
            QCOMPARE(m_ctl.run({QStringLiteral("order"), QStringLiteral("add"), file}).status, 0);
        }
        const auto json = m_ctl.run({QStringLiteral("export"), QStringLiteral("orders"), QStringLiteral("--format"), QStringLiteral("json")});
        QCOMPARE(json.array(), m_ctl.json({QStringLiteral("order"), QStringLiteral("list")}).array());
        QCOMPARE(json.array().size(), 2);
        const auto csv = m_ctl.run({QStringLiteral("export"), QStringLiteral("orders"), QStringLiteral("--format"), QStringLiteral("csv")});
        QCOMPARE(csv.out.count("\r\n"), 3);
        QVERIFY(csv.out.startsWith("number,client_name,client_phone,"));
        QVERIFY(csv.out.contains(",\"'=HYPERLINK(\"\"x\"\")\",+79991234567,"));
    }

    void exportWithJsonPrintsOneDocument()
    {
        QCOMPARE(m_ctl.json({QStringLiteral("export"), QStringLiteral("contacts")}).array(),
                 m_ctl.json({QStringLiteral("contact"), QStringLiteral("list"), QStringLiteral("--limit"), QStringLiteral("1000")}).array());
        const QString path = m_ctl.path(QStringLiteral("named.csv"));
        const auto run = m_ctl.json({QStringLiteral("export"), QStringLiteral("contacts"), QStringLiteral("--format"), QStringLiteral("csv"),
                                     QStringLiteral("--output"), path});
        QCOMPARE(run.object()[QStringLiteral("file")].toString(), path);
        QCOMPARE(run.object()[QStringLiteral("bytes")].toInteger(), QFileInfo(path).size());
    }
    void exportIntoAFile()
    {
        const QString path = m_ctl.path(QStringLiteral("out.json"));
        const auto run = m_ctl.run({QStringLiteral("export"), QStringLiteral("deals"), QStringLiteral("--format"), QStringLiteral("json"),
                                    QStringLiteral("--output"), path});
        QCOMPARE(run.status, 0);
        QCOMPARE(run.out, QByteArray());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), m_ctl.json({QStringLiteral("deal"), QStringLiteral("list")}).out);
        const auto refused = m_ctl.run({QStringLiteral("export"), QStringLiteral("deals"), QStringLiteral("--output"),
                                        m_ctl.path(QStringLiteral("no folder/out.csv"))});
        QCOMPARE(refused.status, 1);
        QVERIFY(!refused.messages.isEmpty());
    }

    void storeIsDescribedCheckedAndCopied()
    {
        const QJsonObject info = m_ctl.json({QStringLiteral("store"), QStringLiteral("info")}).object();
        QCOMPARE(info[QStringLiteral("backend")].toString(), QStringLiteral("sqlite"));
        QCOMPARE(info[QStringLiteral("contacts")].toInt(), 601);
        QVERIFY(info[QStringLiteral("bytes")].toInt() > 0);
        QCOMPARE(m_ctl.json({QStringLiteral("store"), QStringLiteral("check")}).out, QByteArray("{\"ok\":true}\n"));
        const QString copy = m_ctl.path(QStringLiteral("copy.sqlite"));
        QCOMPARE(m_ctl.run({QStringLiteral("store"), QStringLiteral("backup"), copy}).status, 0);
        QCOMPARE(m_ctl.json({QStringLiteral("contact"), QStringLiteral("list"), QStringLiteral("--store"), QStringLiteral("sqlite:") + copy})
                     .array()
                     .size(),
                 601);
    }

    void aBackupComesBackAndWhatWasSinceIsKept()
    {
        const QString copy = m_ctl.path(QStringLiteral("before.sqlite"));
        QCOMPARE(m_ctl.run({QStringLiteral("store"), QStringLiteral("backup"), copy}).status, 0);
        const QByteArray before = m_ctl.json({QStringLiteral("employee"), QStringLiteral("list")}).out;
        QCOMPARE(m_ctl.run({QStringLiteral("employee"), QStringLiteral("add"), QStringLiteral("Since Then")}).status, 0);
        QVERIFY(m_ctl.json({QStringLiteral("employee"), QStringLiteral("list")}).out != before);
        const auto restored = m_ctl.json({QStringLiteral("store"), QStringLiteral("restore"), copy}).object();
        QCOMPARE(restored[QStringLiteral("file")].toString(), copy);
        QCOMPARE(m_ctl.json({QStringLiteral("employee"), QStringLiteral("list")}).out, before);
        const QString aside = QStringLiteral("sqlite:") + restored[QStringLiteral("set_aside")].toString();
        QVERIFY(m_ctl.json({QStringLiteral("employee"), QStringLiteral("list"), QStringLiteral("--store"), aside}).out.contains("Since Then"));
        const auto refused = m_ctl.run({QStringLiteral("store"), QStringLiteral("restore"), m_ctl.path(QStringLiteral("no such file"))});
        QCOMPARE(refused.status, 1);
        QVERIFY(!refused.messages.isEmpty());
    }

private:
    Ctl m_ctl;
};

QTEST_GUILESS_MAIN(TestRecords)
#include "tst_records.moc"
