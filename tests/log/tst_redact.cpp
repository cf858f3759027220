// SPDX-License-Identifier: GPL-3.0-or-later
// Tries to leak: each secret is put into a text in a way that programs and services use; nothing of it may come through.
#include "core/log/redact.h"

#include <QDir>
#include <QTest>

using pfx::log::redact;

class TestRedact : public QObject
{
    Q_OBJECT

private slots:
    void hides_data();
    void hides();
    void keeps_data();
    void keeps();
    void staysAsItIs();
    void isQuickOnHostileText();
};

void TestRedact::hides_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("secrets");
    const auto row = [](const char *title, const char *text, std::initializer_list<const char *> secrets) {
        QStringList list;
        for (const char *secret : secrets)
            list.append(QString::fromUtf8(secret));
        QTest::newRow(title) << QString::fromUtf8(text) << list;
    };
    row("bearer header", "Authorization: Bearer abcdef", {"abcdef"});
    row("bearer header in small letters", "authorization:bearer qwerty", {"qwerty"});
    row("bearer inside a sentence", "sent Bearer correcthorse to the host", {"correcthorse"});
    row("basic header", "Authorization: Basic dXNlcjpwYXNz", {"dXNlcjpwYXNz"});
    row("cookie", "Set-Cookie: session=abc; path=/", {"abc"});
    row("own key header", "X-Webhook-Secret: pst", {"pst"});
    row("header in a dump of JSON", R"({"Authorization":"Bearer abcdef"})", {"abcdef"});
    row("key in an address", "GET https://example.com/rest?api_key=short failed", {"short"});
    row("token in an address behind another", "https://example.com/x?page=2&token=abc", {"abc"});
    row("token in a fragment", "https://example.com/cb#access_token=abc", {"abc"});
    row("password in an address", "postgresql://user:" "hunter2@db/crm", {"hunter2", "user"});
    row("password with an at sign in an address", "postgresql://user:" "p@ss@db/crm", {"p@ss", "user:p"});
    row("secret in a path", "POST http://127.0.0.1:8088/planfix/webhook/9f8e7d6c5b4a", {"9f8e7d6c5b4a"});
    row("Bitrix24 webhook", "https://example.bitrix24.ru/rest/1/abcd1234efgh5678/crm.deal.list", {"abcd1234efgh5678"});
    row("password in a form", "login=shop&password=hunter2&text=hello", {"hunter2", "shop", "hello"});
    row("password in a form, encoded", "password=hunter%202&to=%2B79062114018", {"hunter", "79062114018"});
    row("password in JSON", R"({"password": "hunter2"})", {"hunter2"});
    row("password with escapes in JSON", R"({"password":"a\"bc\\"})", {"bc"});
    row("password in JSON inside JSON", R"({"body":"{\"password\":\"hunter2\"}"})", {"hunter2"});
    row("password in escaped JSON", R"(body {\"password\":\"hunter2\"})", {"hunter2"});
    row("unfinished JSON", R"({"password":"hunter2)", {"hunter2"});
    row("number in JSON", R"({"pin":1234})", {"1234"});
    row("list in JSON", R"({"phones":["12-34","56-78"]})", {"12-34", "56-78"});
    row("single quotes", "{'token': 'abc'}", {"abc"});
    row("name in JSON", R"({"name":"Мария Иванова"})", {"Мария", "Иванова"});
    row("name of a client", R"({"number":"ORD-7","client":{"name":"Мария Иванова","id":5}})", {"Мария", "Иванова"});
    row("name beside a status", R"({"status":{"id":2,"name":"В работе"},"name":"Мария"})", {"Мария"});
    row("name within the owner of a status", R"({"status":{"owner":{"name":"Мария"}}})", {"Мария"});
    row("name behind a text that looks like a status", R"({"comment":"\"status\":{","name":"Мария"})", {"Мария"});
    row("texts of people", R"({"id":5,"comment":"Код домофона 17К","description":"у Марии","text":"Ваш код 4417"})", {"17К", "Марии", "4417"});
    row("numbers without a harmless name", R"({"id":5,"pin":1234,"cvv":"123"})", {"1234", "123"});
    row("phone as a number", R"({"number":"79062114018"})", {"79062114018"});
    row("birthday", R"({"id":5,"birthDate":{"date":"17-04-1985"}})", {"1985"});
    row("list of an office's object", R"({"field":{"id":5,"enumValues":["Мария","Анна"]}})", {"Мария", "Анна"});
    row("quoted pair", "name=\"Мария Иванова\" run=5", {"Мария", "Иванова"});
    row("Russian words", "пароль: hunter2, логин: shop", {"hunter2", "shop"});
    row("key after a colon", "api key: abc", {"abc"});
    row("plain phone", "called +79062114018", {"79062114018", "2114018"});
    row("phone with brackets", "8 (906) 211-40-18 answered", {"906", "211", "40-18"});
    row("phone with no-break spaces", "+7\u00A0906\u00A0211\u00A040\u00A018", {"906", "211"});
    row("phone with dashes of typography", "+7 906 211‑40‑18", {"211", "906"});
    row("phone at the end of a sentence", "from 79062114018.", {"79062114018"});
    row("two phones", "+79062114018,+79062114019", {"79062114018", "79062114019"});
    row("e-mail", "mail to Ivan.Petrov+crm@example.com failed", {"Ivan", "Petrov", "example.com"});
    row("Cyrillic e-mail", "иван@пример.рф", {"иван", "пример"});
    row("e-mail in angle brackets", "<ivan@example.com>", {"ivan", "example"});
    row("encoded e-mail", "to ivan%40example.com", {"ivan", "example"});
    row("JWT", "got eyJ" "hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlMTIzNDU2", {"eyJ", "c2ln"});
    row("hexadecimal key", "key 0123456789abcdef0123456789abcdef used", {"0123456789abcdef"});
    row("UUID", "550e8400-e29b-41d4-a716-446655440000", {"550e8400", "446655440000"});
    row("base64 key", "value QWxhZGRpbjpvcGVuIHNlc2FtZTEyMw== sent", {"QWxhZGRp"});
    row("several lines", "POST /sms\nAuthorization: Bearer abcdef\n\nlogin=shop&password=hunter2", {"abcdef", "shop", "hunter2"});
}

void TestRedact::hides()
{
    QFETCH(QString, text);
    QFETCH(QStringList, secrets);
    const QString out = redact(text);
    for (const QString &secret : secrets) {
        QVERIFY2(text.contains(secret), qPrintable(QStringLiteral("the row is wrong: ") + secret));
        QVERIFY2(!out.contains(secret), qPrintable(QStringLiteral("%1 leaks in: %2").arg(secret, out)));
    }
}

void TestRedact::keeps_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *title, const char *text) { QTest::newRow(title) << QString::fromUtf8(text); };
    row("counters", "run=17 rows=200 ms=12 state=running");
    row("JSON of counters", R"({"run":17,"status":"finished","rows":200})");
    row("which task has which status", R"({"result":"success","task":{"id":50412,"status":{"id":2,"name":"В работе","isActive":true}}})");
    row("an error of Planfix", R"({"result":"fail","code":1000,"error":"Task not found by id 10"})");
    row("a webhook", R"({"task_id":50412,"event":"task.status.changed"})");
    row("a webhook as a form", "task_id=50412&event=task.created");
    row("an order's amounts", R"({"number":"ORD-9001","items":[{"quantity":"2","price":"1500.00"}],"total":"3000.00","currency":"RUB"})");
    row("the fields that a template lacks", R"({"task":50412,"dropped_fields":["address","extra.city"]})");
    row("yes and no", R"({"silent":true,"prefixedId":false})");
    row("a sentence", "The import goes on where it stopped.");
    row("a Russian sentence", "Ошибка чтения файла: строка 3, столбец 14");
    row("a time", "begun 2024-01-15 10:20:30");
    row("a version", "planfix-console 0.1.0, Qt 6.4.2");
    row("a path", "cannot open /srv/exports/contacts_2024_01.json");
    row("host and path", "GET https://example.com/api/v4/contacts");
    row("SQLite's words", "UNIQUE constraint failed: origins.external_id");
    row("a place", "contacts[3].phones[0]: expected string");
}

void TestRedact::keeps()
{
    QFETCH(QString, text);
    QCOMPARE(redact(text), text);
}

void TestRedact::staysAsItIs()
{
    const QString once = redact(QStringLiteral("login=shop ivan@example.com +79062114018 {\"a\":\"b\"} https://u:p@h/x?y=z"));
    QCOMPARE(redact(once), once);
    QCOMPARE(redact(QDir::homePath() + QStringLiteral("/x")), QStringLiteral("~/x"));
}

void TestRedact::isQuickOnHostileText()
{
    for (const QString &unit : {QStringLiteral("a"), QStringLiteral("\""), QStringLiteral("\\\""), QStringLiteral("1 "), QStringLiteral("a="),
                                QStringLiteral("{\"a\":"), QStringLiteral("a@"), QStringLiteral("://")}) {
        QElapsedTimer timer;
        timer.start();
        redact(unit.repeated(200'000));
        QVERIFY2(timer.elapsed() < 5000, qPrintable(unit));
    }
}

QTEST_GUILESS_MAIN(TestRedact)
#include "tst_redact.moc"
