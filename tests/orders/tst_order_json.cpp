// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/order_json.h"

#include "tests/support/verify_result.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace pfx;
using namespace pfx::orders;

namespace {

const QByteArray whole = R"({"number":"ORD-2041","client":{"name":"Анна Лебедева","phone":"+7 900 000-01-17","email":"a@example.org"},
    "address":"Тверь, ул. Мира, 8","visit_at":"2026-02-03T09:30:00+03:00",
    "items":[{"name":"Розетка","quantity":4,"price":350.5},{"name":"Выезд"}],
    "total":"4 990,50","currency":"RUB","comment":"Позвонить","status":"confirmed","extra":{"utm":"x"},"coupon":"A1"})";

} // namespace

class TestOrderJson : public QObject
{
    Q_OBJECT

private slots:
    void aWholeOrderIsRead()
    {
        const auto order = readOrder(whole);
        PFX_VERIFY(order);
        QCOMPARE(order->number, QStringLiteral("ORD-2041"));
        QCOMPARE(order->client, (Client{QStringLiteral("Анна Лебедева"), QStringLiteral("+7 900 000-01-17"), QStringLiteral("a@example.org")}));
        QCOMPARE(order->visitAt, 1770100200000);
        QCOMPARE(order->items.size(), 2);
        QCOMPARE(order->items[0], (Item{QStringLiteral("Розетка"), QStringLiteral("4"), QStringLiteral("350.50")}));
        QCOMPARE(order->items[1], (Item{QStringLiteral("Выезд"), QStringLiteral("1"), QString()}));
        QCOMPARE(order->total, QStringLiteral("4990.50"));
        QCOMPARE(order->status, Status::Confirmed);
    }

    void whatIsNotKnownByNameIsKept()
    {
        const auto order = readOrder(whole);
        QCOMPARE(order->extra, (QJsonObject{{QStringLiteral("utm"), QStringLiteral("x")}, {QStringLiteral("coupon"), QStringLiteral("A1")}}));
    }

    void whatIsPrintedIsReadAgainAsTheSame()
    {
        const auto order = readOrder(whole);
        const auto again = readOrder(QJsonDocument(toJson(*order)).toJson());
        PFX_VERIFY(again);
        QCOMPARE(*again, *order);
    }

    void anAmountKeepsItsDigits_data()
    {
        QTest::addColumn<QByteArray>("total");
        QTest::addColumn<QString>("kept");
        QTest::newRow("a whole number") << QByteArray("4990") << QStringLiteral("4990.00");
        QTest::newRow("a fraction") << QByteArray("0.1") << QStringLiteral("0.10");
        QTest::newRow("a text") << QByteArray("\"4990.505\"") << QStringLiteral("4990.505");
        QTest::newRow("null") << QByteArray("null") << QString();
        QTest::newRow("an empty text") << QByteArray("\"\"") << QString();
        QTest::newRow("a negative one") << QByteArray("-5") << QStringLiteral("-5.00");
    }
    void anAmountKeepsItsDigits()
    {
        QFETCH(QByteArray, total);
        const auto order = readOrder("{\"number\":1,\"total\":" + total + "}");
        PFX_VERIFY(order);
        QTEST(order->total, "kept");
        QCOMPARE(order->number, QStringLiteral("1"));
    }

    void badInputIsNamedByItsPath_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("where");
        const auto row = [](const char *name, const QByteArray &json, const char *where) {
            QTest::newRow(name) << json << QString::fromUtf8(where);
        };
        row("no JSON", "order", "1");
        row("half of it", "{\"number\":\"1\"", "13");
        row("a list", "[]", "");
        row("nothing in it", "{}", "");
        row("a client that is a name", R"({"client":"Анна"})", "client");
        row("a phone that is a list", R"({"client":{"phone":[]}})", "client.phone");
        row("items in an object", R"({"items":{"name":"x"}})", "items");
        row("an item that is a word", R"({"items":["x"]})", "items[0]");
        row("a quantity in words", R"({"items":[{"name":"x","quantity":"many"}]})", "items[0].quantity");
        row("an amount that is an object", R"({"number":"1","total":{}})", "total");
        row("an amount beyond all numbers", R"({"number":"1","total":1e300})", "total");
        row("an unknown status", R"({"number":"1","status":"lost"})", "status");
        row("a time in words", R"({"number":"1","visit_at":"tomorrow"})", "visit_at");
        row("extra that is a text", R"({"number":"1","extra":"x"})", "extra");
        row("a number with a line break", "{\"number\":\"1\\n2\"}", "number");
        row("a number of a kilometre", "{\"number\":\"" + QByteArray(65, '1') + "\"}", "number");
        row("a comment of a megabyte", "{\"number\":\"1\",\"comment\":\"" + QByteArray(1000000, 'x') + "\"}", "comment");
    }
    void badInputIsNamedByItsPath()
    {
        QFETCH(QByteArray, json);
        const auto order = readOrder(json);
        PFX_VERIFY_ERROR(order, base::ErrorCode::Validation);
        QFETCH(QString, where);
        if (!where.isEmpty() && !where[0].isDigit())
            QCOMPARE(order.error().where, where);
    }
};

QTEST_GUILESS_MAIN(TestOrderJson)
#include "tst_order_json.moc"
