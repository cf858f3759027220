// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include <QTest>

using namespace pfx::base;

class TestJson : public QObject
{
    Q_OBJECT

private slots:
    void readsMembers();
    void namesThePath_data();
    void namesThePath();
    void refusesWhatIsNoObject_data();
    void refusesWhatIsNoObject();
};

static JsonReader reader(const char *json)
{
    Result<JsonReader> result = JsonReader::parse(QByteArray(json));
    return result ? *result : JsonReader(QJsonObject());
}

void TestJson::readsMembers()
{
    const JsonReader json = reader(R"({"name":"Мария","id":9007199254740993,"code":"17","gone":null,"on":true,
                                       "tags":["a","b"],"child":{"x":1},"rows":[{"y":2}],"later":{"unknown":[]}})");
    QCOMPARE(*json.text(QStringLiteral("name")), QStringLiteral("Мария"));
    QCOMPARE(*json.text(QStringLiteral("gone"), QStringLiteral("-")), QStringLiteral("-"));
    QCOMPARE(*json.textOrNumber(QStringLiteral("id"), QString()), QStringLiteral("9007199254740993"));
    QCOMPARE(*json.textOrNumber(QStringLiteral("code"), QString()), QStringLiteral("17"));
    QCOMPARE(*json.integer(QStringLiteral("code")), 17);
    QCOMPARE(*json.integer(QStringLiteral("gone"), 5), 5);
    QCOMPARE(*json.texts(QStringLiteral("tags")), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    QVERIFY(json.texts(QStringLiteral("missing"))->isEmpty());
    bool on = false;
    QVERIFY(json.flag(QStringLiteral("on"), on) && on);
    QVERIFY(json.flag(QStringLiteral("missing"), on) && on);
    const Result<std::optional<JsonReader>> child = json.child(QStringLiteral("child"));
    QVERIFY(child && *child);
    QCOMPARE((*child)->path(QStringLiteral("x")), QStringLiteral("child.x"));
    QVERIFY(!*json.child(QStringLiteral("gone")));
    const Result<QVector<JsonReader>> rows = json.children(QStringLiteral("rows"));
    QVERIFY(rows && rows->size() == 1);
    QCOMPARE(rows->first().path(QStringLiteral("y")), QStringLiteral("rows[0].y"));
}

void TestJson::namesThePath_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("where");
    QTest::newRow("a number for a text") << QByteArray(R"({"rows":[{"to":"a"},{"to":5}]})") << QStringLiteral("rows[1].to");
    QTest::newRow("a missing text") << QByteArray(R"({"rows":[{}]})") << QStringLiteral("rows[0].to");
    QTest::newRow("null for a text") << QByteArray(R"({"rows":[{"to":null}]})") << QStringLiteral("rows[0].to");
    QTest::newRow("a text for an object") << QByteArray(R"({"rows":["a"]})") << QStringLiteral("rows[0]");
    QTest::newRow("an object for an array") << QByteArray(R"({"rows":{}})") << QStringLiteral("rows");
}

void TestJson::namesThePath()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, where);
    const auto read = [&json]() -> Result<void> {
        PFX_ASSIGN(const JsonReader top, JsonReader::parse(json));
        PFX_ASSIGN(const QVector<JsonReader> rows, top.children(QStringLiteral("rows")));
        for (const JsonReader &row : rows)
            PFX_TRY(row.text(QStringLiteral("to")));
        return {};
    };
    const Result<void> result = read();
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Validation);
    QCOMPARE(result.error().where, where);
    QVERIFY(result.error().detail.startsWith(QLatin1String("expected ")));
}

void TestJson::refusesWhatIsNoObject_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("an array") << QByteArray("[]");
    QTest::newRow("truncated") << QByteArray(R"({"a":)");
    QTest::newRow("two documents") << QByteArray("{} {}");
    QTest::newRow("deeply nested") << QByteArray(100000, '[');
}

void TestJson::refusesWhatIsNoObject()
{
    QFETCH(QByteArray, json);
    const Result<JsonReader> result = JsonReader::parse(json);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Validation);
}

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
