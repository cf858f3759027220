// SPDX-License-Identifier: GPL-3.0-or-later
// Values that are right in their type and still odd: what is understood arrives, what is not is told with its row, and nothing stops the run.
#include "tests/e2e/bad_input.h"

#include <QtTest>

using namespace pfx::test;

namespace {

/// What is shown of the record, by a path ("stage.name", "phones.0.normalized").
QString shown(QJsonValue value, const QString &path)
{
    for (const QString &key : path.split(u'.')) {
        bool number = false;
        const int index = key.toInt(&number);
        value = number ? value.toArray().at(index) : value.toObject()[key];
    }
    return value.toString();
}

} // namespace

class OddValues : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        PFX_GOOD(m_kept.error());
        m_kept.look();
    }

    void amountsAreExactOrReported_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QString>("amount");
        QTest::addColumn<bool>("understood");
        const auto row = [](const char *name, const QByteArray &written, const char *amount, bool understood = true) {
            QTest::newRow(name) << written << QString::fromLatin1(amount) << understood;
        };
        row("a whole number", "100000", "100000.00");
        row("a float", "19999.99", "19999.99");
        row("one figure behind the point", "0.3", "0.30");
        row("eight figures behind the point", "0.12345678", "0.12345678");
        row("a string", "\"1500.50\"", "1500.50");
        row("a string with spaces and a comma", "\"1 234,50\"", "1234.50");
        row("a string with a no-break space and a currency", "\"1 234 ₽\"", "1234.00");
        row("Bitrix24's money", "\"100|RUB\"", "100.00");
        row("negative", "-5", "-5.00");
        row("zero", "0", "0.00");
        row("with an exponent", "1e3", "1000.00");
        row("huge", "999999999999999999999999999999", "", false);
        row("out of range of any number", "1e400", "", false);
        row("words", "\"много\"", "", false);
        row("true", "true", "", false);
        row("null", "null", "");
        row("an empty string", "\"\"", "");
    }

    void amountsAreExactOrReported()
    {
        QFETCH(QByteArray, written);
        QFETCH(QString, amount);
        QFETCH(bool, understood);
        for (const QString &source : {QStringLiteral("amocrm"), QStringLiteral("bitrix24")}) {
            const bool amocrm = source == QLatin1String("amocrm");
            const auto run = m_kept.importText(amocrm ? R"({"deals":[{"id":5,"name":"Сделка","price":)" + written + "}]}"
                                                      : R"({"deals":[{"ID":"5","TITLE":"Сделка","OPPORTUNITY":)" + written + "}]}",
                                               source);
            QCOMPARE(run.status, 0);
            QCOMPARE(problems(run).contains(QStringLiteral("amount_not_understood")), !understood);
            QCOMPARE(newest("deal")[QStringLiteral("amount")].toString(), amount);
        }
        PFX_GOOD(m_kept.broken(0, 2));
    }

    void datesAreReadOrReported_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QString>("day");
        QTest::addColumn<bool>("understood");
        const auto row = [](const char *name, const QByteArray &written, const char *day, bool understood = true) {
            QTest::newRow(name) << written << QString::fromLatin1(day) << understood;
        };
        row("seconds", "1585758065", "2020-04-01");
        row("seconds as a string", "\"1585758065\"", "2020-04-01");
        row("seconds with a fraction", "1585758065.25", "2020-04-01");
        row("milliseconds", "1585758065000", "2020-04-01");
        row("before 1970", "-86400", "1969-12-31");
        row("ISO 8601 with an offset", "\"2024-08-15T23:30:00-02:00\"", "2024-08-16");
        row("ISO 8601 with Z and milliseconds", "\"2024-08-15T10:38:21.123Z\"", "2024-08-15");
        row("ISO 8601 without an offset", "\"2024-08-15T10:38:21\"", "2024-08-15");
        row("a day", "\"2024-08-15\"", "2024-08-15");
        row("a day with points", "\"15.08.2024\"", "2024-08-15");
        row("a day with points and a time", "\"15.08.2024 10:38\"", "2024-08-15");
        row("a day with slashes", "\"15/08/2024 10:38:21\"", "2024-08-15");
        row("zeros", "\"0000-00-00 00:00:00\"", "");
        row("zero", "0", "");
        row("false", "false", "");
        row("null", "null", "");
        row("an empty string", "\"\"", "");
        row("a day that is not", "\"2024-02-30\"", "", false);
        row("words", "\"вчера\"", "", false);
        row("out of range of any number", "1e400", "", false);
        row("before our era", "-99999999999", "", false);
        row("a year of six figures", "\"999999-01-01\"", "", false);
        row("a text of 10,000 letters", '"' + QByteArray(10000, '1') + '"', "", false);
    }

    void datesAreReadOrReported()
    {
        QFETCH(QByteArray, written);
        QFETCH(QString, day);
        QFETCH(bool, understood);
        for (const QString &source : {QStringLiteral("amocrm"), QStringLiteral("bitrix24")}) {
            const bool amocrm = source == QLatin1String("amocrm");
            const auto run = m_kept.importText(amocrm ? R"({"contacts":[{"id":5,"name":"Анна","created_at":)" + written + "}]}"
                                                      : R"({"contacts":[{"ID":"5","NAME":"Анна","DATE_CREATE":)" + written + "}]}",
                                               source);
            QCOMPARE(run.status, 0);
            QCOMPARE(problems(run).contains(QStringLiteral("date_not_understood")), !understood);
            // Without a date of the source the record is as old as its import.
            const QString created = newest("contact")[QStringLiteral("created_at")].toString();
            QVERIFY2(day.isEmpty() ? created > QLatin1String("2025") : created.startsWith(day), qPrintable(created));
        }
        PFX_GOOD(m_kept.broken(2));
    }

    void namesAndIdsArriveAsTheyAre_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *name, const QByteArray &json, const char *path, const QString &value) { QTest::newRow(name) << json << QString::fromLatin1(path) << value; };
        row("an id as a number", R"({"id":5,"name":"Анна"})", "origin.external_id", QStringLiteral("5"));
        row("an id as a string", R"({"id":"5","name":"Анна"})", "origin.external_id", QStringLiteral("5"));
        row("an id of twenty figures", R"({"id":12345678901234567890,"name":"Анна"})", "origin.external_id", QStringLiteral("12345678901234567890"));
        row("an id of words", R"({"id":"номер пять","name":"Анна"})", "origin.external_id", QStringLiteral("номер пять"));
        row("the last of two ids", R"({"id":9,"id":5,"name":"Анна"})", "origin.external_id", QStringLiteral("5"));
        row("the last of two names", R"({"id":5,"name":"Боря","name":"Анна"})", "name", QStringLiteral("Анна"));
        row("from right to left", R"({"id":5,"name":"יוסי כהן"})", "name", QStringLiteral("יוסי כהן"));
        row("a sign that turns the text around", "{\"id\":5,\"name\":\"a\xE2\x80\xAE" "b\"}", "name", QString(u'a' + QString(QChar(0x202E)) + u'b'));
        row("emoji", R"({"id":5,"name":"🧪👩‍🔬 Анна"})", "name", QStringLiteral("🧪👩‍🔬 Анна"));
        row("emoji as escapes", R"({"id":5,"name":"\ud83e\uddea"})", "name", QStringLiteral("🧪"));
        row("half of an emoji", R"({"id":5,"name":"\ud83e"})", "name", QString(QChar::ReplacementCharacter));
        row("an escaped NUL", R"({"id":5,"name":"a\u0000b"})", "name", QString(u'a' + QString(QChar::ReplacementCharacter) + u'b'));
        row("no name, but a phone", R"({"id":5,"custom_fields_values":[{"field_code":"PHONE","values":[{"value":"8 (999) 123-45-67"}]}]})", "name", QStringLiteral("+79991234567"));
        row("nothing but an id", R"({"id":5,"first_name":""})", "name", QStringLiteral("Без имени"));
        row("a name of 100,000 letters", "{\"id\":5,\"name\":\"" + QByteArray(100000, 'x') + "\"}", "name", QString(100000, u'x'));
        row("quotes and SQL", "{\"id\":5,\"name\":\"'; DROP TABLE contacts; --\\\" %1\"}", "name", QStringLiteral("'; DROP TABLE contacts; --\" %1"));
    }

    void namesAndIdsArriveAsTheyAre()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, path);
        QFETCH(QString, value);
        const auto run = m_kept.importText("{\"contacts\":[" + row + "]}", QStringLiteral("amocrm"));
        QCOMPARE(run.status, 0);
        QCOMPARE(shown(newest("contact"), path), value);
        PFX_GOOD(m_kept.broken(1));
    }

    void aBadRowDoesNotStopTheOthers_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("place");
        QTest::newRow("no id") << QByteArray(R"({"name":"Анна"})") << "contacts[1].id";
        QTest::newRow("a number for a row") << QByteArray("7") << "contacts[1]";
        QTest::newRow("null for a row") << QByteArray("null") << "contacts[1]";
        QTest::newRow("a list for a row") << QByteArray("[]") << "contacts[1]";
        QTest::newRow("100,000 levels in a row") << "{\"id\":5,\"x\":" + QByteArray(100000, '[') + QByteArray(100000, ']') + "}" << "contacts[1]";
        QTest::newRow("an id of a megabyte") << "{\"id\":[\"" + QByteArray(1024 * 1024, '5') + "\"]}" << "contacts[1].id";
    }

    void aBadRowDoesNotStopTheOthers()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, place);
        const auto run = m_kept.importText("{\"contacts\":[{\"id\":1,\"name\":\"А\"}," + row + ",{\"id\":2,\"name\":\"Б\"}]}", QStringLiteral("amocrm"));
        QCOMPARE(run.status, 3);
        QCOMPARE(counts(run.object(), "contacts"), QStringLiteral("3 read, 2 created, 0 updated, 0 skipped, 1 failed"));
        const QString message = run.object()[QStringLiteral("problems")].toArray().first().toObject()[QStringLiteral("message")].toString();
        QVERIFY2(message.startsWith(place), qPrintable(message));
        PFX_GOOD(m_kept.broken(2));
    }

    void tenThousandPhonesOfOneContact_data()
    {
        QTest::addColumn<QString>("source");
        QTest::newRow("amoCRM") << QStringLiteral("amocrm");
        QTest::newRow("Bitrix24") << QStringLiteral("bitrix24");
    }

    void tenThousandPhonesOfOneContact()
    {
        QFETCH(QString, source);
        const bool amocrm = source == QLatin1String("amocrm");
        QByteArray values;
        for (int i = 0; i < 10000; ++i)
            values += (i == 0 ? "" : ",") + QByteArray(amocrm ? "{\"value\":\"+7999" : "{\"VALUE\":\"+7998") + QByteArray::number(1000000 + i) + "\"}";
        const auto run = m_kept.importText(amocrm ? "{\"contacts\":[{\"id\":1,\"custom_fields_values\":[{\"field_code\":\"PHONE\",\"values\":[" + values + "]}]}]}"
                                                  : "{\"contacts\":[{\"ID\":\"1\",\"NAME\":\"Анна\",\"PHONE\":[" + values + "]}]}",
                                           source);
        QCOMPARE(run.status, 0);
        const qsizetype kept = newest("contact")[QStringLiteral("phones")].toArray().size();
        QVERIFY(kept >= 100 && (kept == 10000 || problems(run).contains(QStringLiteral("too_many_points"))));
        PFX_GOOD(m_kept.broken(1));
    }

private:
    static QStringList problems(const CtlRun &run)
    {
        QStringList codes;
        for (const QJsonValue &problem : run.object()[QStringLiteral("problems")].toArray())
            codes << problem[QStringLiteral("code")].toString();
        return codes;
    }

    /// The record made last.
    QJsonObject newest(const char *kind) const
    {
        const QString name = QLatin1String(kind);
        const int count = m_kept.ctl().json({QStringLiteral("store"), QStringLiteral("info")}).object()[name + u's'].toInt();
        return m_kept.ctl().json({name, QStringLiteral("show"), QString::number(count)}).object();
    }

    Kept m_kept;
};

QTEST_GUILESS_MAIN(OddValues)
#include "tst_odd_values.moc"
