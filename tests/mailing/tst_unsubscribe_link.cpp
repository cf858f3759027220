// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mailing/address.h"
#include "core/mailing/unsubscribe_link.h"

#include <QtTest>

using namespace pfx::mailing;

class TestUnsubscribeLink : public QObject {
    Q_OBJECT

private slots:
    void aTokenIsReadAsItWasMade_data()
    {
        QTest::addColumn<QString>("email");
        QTest::newRow("plain") << QStringLiteral("anna@example.test");
        QTest::newRow("with a plus") << QStringLiteral("anna+news@example.test");
        QTest::newRow("in Cyrillic") << QString::fromUtf8("почта@пример.рус");
        QTest::newRow("as long as an address may be")
            << QString(64, u'a') + QLatin1Char('@') + QString(60, u'b') + QLatin1Char('.') + QString(60, u'c') + QLatin1Char('.')
                + QString(60, u'd') + QStringLiteral(".ru");
    }
    void aTokenIsReadAsItWasMade()
    {
        QFETCH(QString, email);
        const UnsubscribeLinks links("key");
        const QByteArray token = links.token({1'234'567, email});
        for (const char c : token)
            QVERIFY2((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.', token);
        const auto who = links.read(token);
        QVERIFY(who);
        QCOMPARE(who->email, email);
        QCOMPARE(who->listId, 1'234'567);
    }

    void aChangedTokenIsNone()
    {
        const UnsubscribeLinks links("key");
        const QByteArray token = links.token({7, QStringLiteral("anna@example.test")});
        for (qsizetype i = 0; i < token.size(); ++i) {
            QByteArray other = token;
            other[i] = other.at(i) == 'A' ? 'B' : 'A';
            const auto who = links.read(other);
            // The last characters of base 64 hold bits that say nothing.
            QVERIFY2(!who || (who->email == QLatin1String("anna@example.test") && who->listId == 7), other);
        }
        QVERIFY(!links.read({}));
        QVERIFY(!links.read("."));
        QVERIFY(!links.read(token + "."));
        QVERIFY(!links.read(token.left(token.indexOf('.'))));
        QVERIFY(!links.read(QByteArray(5'000, 'a')));
        QVERIFY(!UnsubscribeLinks("another key").read(token));
        QVERIFY(!UnsubscribeLinks({}).read(UnsubscribeLinks({}).token({7, QStringLiteral("anna@example.test")})));
    }

    void anAddressIsMadeOnlyWhenItWouldLeadHere()
    {
        const Unsubscribing who{7, QStringLiteral("a@b.ru")};
        QCOMPARE(UnsubscribeLinks("key").url({}, who), QString());
        QCOMPARE(UnsubscribeLinks({}).url(QStringLiteral("https://example.test"), who), QString());
        const QString url = UnsubscribeLinks("key").url(QStringLiteral("https://example.test/"), who);
        QVERIFY2(url.startsWith(QLatin1String("https://example.test/u/")), qPrintable(url));
    }

    void addressesAreComparedInOneForm_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("key");
        const auto row = [](const char *name, const char *text, const char *shown, const char *key) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(shown) << QString::fromUtf8(key);
        };
        row("case and spaces", " Anna@Example.Test\t", "anna@example.test", "anna@example.test");
        row("Cyrillic", "Почта@Пример.РУС", "почта@пример.рус", "почта@xn--e1afmkfd.xn--p1acf");
        row("a letter and its mark", "и\u0306@x.ru", "й@x.ru", "й@x.ru");
        row("two at signs", "bad@@example.test", "", "");
        row("two addresses", "a@x.ru, b@x.ru", "", "");
        row("two dots", "a..b@x.ru", "", "");
        row("no dot in the domain", "a@x", "", "");
        row("a space within", "a b@x.ru", "", "");
        row("a line break within", "a@x.ru\nBcc: b@x.ru", "", "");
        row("nothing", "", "", "");
    }
    void addressesAreComparedInOneForm()
    {
        QFETCH(QString, text);
        const auto address = readAddress(text);
        QTEST(address ? address->shown : QString(), "shown");
        QTEST(address ? address->key : QString(), "key");
    }

    void aPageShowsNotTheWholeAddress()
    {
        QCOMPARE(masked(QStringLiteral("anna@example.test")), QString::fromUtf8("a…@example.test"));
        QCOMPARE(masked(QString::fromUtf8("😀x@example.test")), QString::fromUtf8("😀…@example.test"));
        QCOMPARE(masked(QStringLiteral("nonsense")), QString::fromUtf8("…"));
    }
};

QTEST_APPLESS_MAIN(TestUnsubscribeLink)
#include "tst_unsubscribe_link.moc"
