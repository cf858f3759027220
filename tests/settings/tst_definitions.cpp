// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/definitions.h"

#include "tests/support/verify_result.h"

#include <QSet>
#include <QtTest>

using namespace pfx;
using namespace pfx::settings;

class TestDefinitions : public QObject
{
    Q_OBJECT

private slots:
    void everyKeyStandsOnceAndItsDefaultIsAllowed()
    {
        QSet<QString> seen;
        for (const Definition &definition : definitions()) {
            QVERIFY2(!seen.contains(definition.key), qPrintable(definition.key));
            seen.insert(definition.key);
            QCOMPARE(find(definition.key)->key, definition.key);
            const auto kept = checked(definition, definition.byDefault);
            PFX_VERIFY(kept);
            QCOMPARE(*kept, definition.byDefault);
        }
        QVERIFY(!find(QStringLiteral("no.such")));
    }

    void valueIsKept_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("kept");
        const auto row = [](const char *name, const char *key, const char *given, const char *kept) {
            QTest::newRow(name) << QString::fromUtf8(key) << QString::fromUtf8(given) << QString::fromUtf8(kept);
        };
        row("nothing is the default", "journal.keep-days", "  ", "");
        row("a number loses its zeros", "journal.keep-days", " 0090 ", "90");
        row("a decimal", "planfix.requests-per-second", "0.50", "0.5");
        row("yes is true", "orders.adopt-tasks", "Yes", "true");
        row("0 is false", "orders.adopt-tasks", "0", "false");
        row("an address over https", "orders.callback-url", "https://example.org/hook", "https://example.org/hook");
        row("http on this computer", "orders.callback-url", "http://127.0.0.1:9000/hook", "http://127.0.0.1:9000/hook");
        row("http on this computer by IPv6", "orders.callback-url", "http://[::1]:9000/", "http://[::1]:9000/");
        row("every address of the machine", "server.listen", "0.0.0.0:80", "0.0.0.0:80");
        row("an IPv6 address to listen on", "server.listen", "[::1]:8088", "[::1]:8088");
        row("networks of proxies", "server.trusted-proxies", "127.0.0.1,10.0.0.0/8 , ::1", "127.0.0.1, 10.0.0.0/8, ::1");
        row("a map of fields", "planfix.order-fields", "{ \"number\": 115 }", "{\"number\":115}");
        row("an account by its name", "planfix.account", " konigkomfort ", "konigkomfort");
        row("an account by a page of it", "planfix.account", "https://a.planfix.com/task/5", "https://a.planfix.com/task/5");
        row("an account on this computer without encryption", "planfix.account", "http://127.0.0.1:9000/rest/", "http://127.0.0.1:9000/rest/");
        row("a path", "server.tls-cert", "/etc//ssl/./cert.pem", "/etc/ssl/cert.pem");
    }
    void valueIsKept()
    {
        QFETCH(QString, key);
        QFETCH(QString, given);
        const auto kept = checked(*find(key), given);
        PFX_VERIFY(kept);
        QTEST(*kept, "kept");
    }

    void valueIsRefused_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("given");
        const auto row = [](const char *name, const char *key, const char *given) {
            QTest::newRow(name) << QString::fromUtf8(key) << QString::fromUtf8(given);
        };
        row("a word for a number", "journal.keep-days", "thirty");
        row("a number below the least", "journal.keep-days", "0");
        row("a number beyond 64 bits", "journal.keep-days", "99999999999999999999");
        row("not a finite pace", "planfix.requests-per-second", "inf");
        row("no pace at all", "planfix.requests-per-second", "nan");
        row("a pace of 0", "planfix.requests-per-second", "0");
        row("maybe", "orders.adopt-tasks", "maybe");
        row("http to the world", "orders.callback-url", "http://example.org/hook");
        row("http to a host that only looks local", "orders.callback-url", "http://127.0.0.1.example.org/");
        row("http to a host that begins as local", "orders.callback-url", "http://localhost.example.org/");
        row("an account over http", "planfix.account", "http://example.org");
        row("an account's base address over http", "planfix.account", "http://konigkomfort.planfix.ru/rest/");
        row("an account over http at a host that only looks local", "planfix.account", "http://127.0.0.1.example.org/rest/");
        row("an account with a password", "planfix.account", "https://user:secret@konigkomfort.planfix.ru/");
        row("an account in two words", "planfix.account", "konig komfort");
        row("nobody's account", "planfix.account", "https://planfix.ru");
        row("a scheme of the machine", "orders.callback-url", "file:///etc/passwd");
        row("an address with a password", "orders.callback-url", "https://user:secret@example.org/");
        row("no host", "orders.callback-url", "https:///path");
        row("no port", "server.listen", "127.0.0.1");
        row("a port beyond 65535", "server.listen", "127.0.0.1:70000");
        row("bytes beyond 255", "server.listen", "300.0.0.1:80");
        row("a name as network", "server.trusted-proxies", "proxy.local");
        row("a mask beyond 32", "server.trusted-proxies", "10.0.0.0/33");
        row("a list for a map", "planfix.order-fields", "[1,2]");
        row("half a map", "planfix.order-fields", "{\"number\":");
        row("a map of maps", "planfix.order-fields", "{\"number\":{}}");
        row("a relative path", "server.tls-cert", "cert.pem");
        row("a negative id", "planfix.order-template", "-4");
    }
    void valueIsRefused()
    {
        QFETCH(QString, key);
        QFETCH(QString, given);
        const auto kept = checked(*find(key), given);
        PFX_VERIFY_ERROR(kept, base::ErrorCode::Validation);
        QCOMPARE(kept.error().where, key);
        QVERIFY(!kept.error().detail.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDefinitions)
#include "tst_definitions.moc"
