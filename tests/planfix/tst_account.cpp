// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planfix/account.h"

#include "tests/support/verify_result.h"

#include <QtTest>

using namespace pfx;
using planfix::Account;

class TestAccount : public QObject
{
    Q_OBJECT

private slots:
    void spellingIsUnderstood_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("rest");
        const auto row = [](const char *name, const char *text, const char *rest) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(rest);
        };
        const char *usual = "https://konigkomfort.planfix.ru/rest/";
        row("the bare name", "konigkomfort", usual);
        row("with spaces around", "  konigkomfort\n", usual);
        row("in capitals", "KonigKomfort", usual);
        row("the host", "konigkomfort.planfix.ru", usual);
        row("the base address", "https://konigkomfort.planfix.ru/rest/", usual);
        row("the base address without its slash", "https://konigkomfort.planfix.ru/rest", usual);
        row("a page of the account", "https://konigkomfort.planfix.ru/task/15?comment=3", usual);
        row("a page's address without a scheme", "konigkomfort.planfix.ru/account/api/", usual);
        row("the .com cloud", "acme.planfix.com", "https://acme.planfix.com/rest/");
        row("a domain of its own", "https://tasks.example.org/", "https://tasks.example.org/rest/");
        row("under a path", "https://example.org/planfix/rest/", "https://example.org/planfix/rest/");
        row("loopback without encryption", "http://127.0.0.1:9000/rest/", "http://127.0.0.1:9000/rest/");
        row("loopback by name", "http://localhost:9000", "http://localhost:9000/rest/");
        row("loopback by IPv6", "http://[::1]:9000/rest/", "http://[::1]:9000/rest/");
    }
    void spellingIsUnderstood()
    {
        QFETCH(QString, text);
        const auto account = Account::parse(text);
        PFX_VERIFY(account);
        QTEST(account->restUrl().toString(), "rest");
    }

    void spellingIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("two words") << QStringLiteral("konig komfort");
        QTest::newRow("encryption missing") << QStringLiteral("http://konigkomfort.planfix.ru/rest/");
        QTest::newRow("a host that only begins as loopback") << QStringLiteral("http://127.0.0.1.example.org/rest/");
        QTest::newRow("another scheme") << QStringLiteral("ftp://konigkomfort.planfix.ru/");
        QTest::newRow("a password in it") << QStringLiteral("https://user:word@konigkomfort.planfix.ru/");
        QTest::newRow("an e-mail") << QStringLiteral("boss@konigkomfort.ru");
        QTest::newRow("Cyrillic letters") << QStringLiteral("кёниг");
        QTest::newRow("nobody's account") << QStringLiteral("https://planfix.ru/rest/");
    }
    void spellingIsRefused()
    {
        QFETCH(QString, text);
        const auto account = Account::parse(text);
        PFX_VERIFY_ERROR(account, base::ErrorCode::Validation);
        QCOMPARE(account.error().where, QStringLiteral("planfix.account"));
    }

    void pagesStandAtTheAccountsHost()
    {
        const auto account = Account::parse(QStringLiteral("konigkomfort"));
        QCOMPARE(account->host(), QStringLiteral("konigkomfort.planfix.ru"));
        QCOMPARE(account->taskPage(15).toString(), QStringLiteral("https://konigkomfort.planfix.ru/task/15"));
        QCOMPARE(account->contactPage(7).toString(), QStringLiteral("https://konigkomfort.planfix.ru/contact/7"));
    }
};

QTEST_GUILESS_MAIN(TestAccount)
#include "tst_account.moc"
