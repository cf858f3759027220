// SPDX-License-Identifier: GPL-3.0-or-later
// E-mail addresses, amounts and keys.
#include "core/base/email.h"
#include "core/base/money.h"
#include "core/base/text_keys.h"

#include <QTest>

using namespace pfx::base;

class TestText : public QObject
{
    Q_OBJECT

private slots:
    void normalizesEmail_data();
    void normalizesEmail();
    void formatsEmail_data();
    void formatsEmail();
    void refusesEmail_data();
    void refusesEmail();
    void readsAmount_data();
    void readsAmount();
    void refusesAmount_data();
    void refusesAmount();
    void makesSearchKey_data();
    void makesSearchKey();
    void makesCompanyKey_data();
    void makesCompanyKey();
    void boundsKeys_data();
    void boundsKeys();
};

static void pairs(std::initializer_list<std::tuple<const char *, QString, QString>> rows)
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    for (const auto &[title, text, expected] : rows)
        QTest::newRow(title) << text << expected;
}

static void texts(std::initializer_list<std::pair<const char *, QString>> rows)
{
    QTest::addColumn<QString>("text");
    for (const auto &[title, text] : rows)
        QTest::newRow(title) << text;
}

void TestText::normalizesEmail_data()
{
    pairs({{"plain", QStringLiteral("ivan@example.com"), QStringLiteral("ivan@example.com")},
           {"capitals and spaces", QStringLiteral("  Ivan@Example.COM "), QStringLiteral("ivan@example.com")},
           {"a plus and dots", QStringLiteral("ivan.petrov+crm@mail.example.ru"), QStringLiteral("ivan.petrov+crm@mail.example.ru")},
           {"a Cyrillic domain", QStringLiteral("info@пример.рф"), QStringLiteral("info@xn--e1afmkfd.xn--p1ai")},
           {"a Cyrillic domain in capitals", QStringLiteral("INFO@ПРИМЕР.РФ"), QStringLiteral("info@xn--e1afmkfd.xn--p1ai")},
           {"the same in IDNA form", QStringLiteral("info@xn--e1afmkfd.xn--p1ai"), QStringLiteral("info@xn--e1afmkfd.xn--p1ai")},
           {"a Cyrillic local part", QStringLiteral("Иван@пример.рф"), QStringLiteral("иван@xn--e1afmkfd.xn--p1ai")},
           {"mailto:", QStringLiteral("mailto:Ivan@example.com"), QStringLiteral("ivan@example.com")},
           {"angle brackets", QStringLiteral("<ivan@example.com>"), QStringLiteral("ivan@example.com")},
           {"a leading apostrophe", QStringLiteral("'ivan@example.com"), QStringLiteral("ivan@example.com")},
           {"localhost", QStringLiteral("root@localhost"), QStringLiteral("root@localhost")}});
}

void TestText::normalizesEmail()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const std::optional<QString> email = normalizeEmail(text);
    QVERIFY(email);
    QCOMPARE(*email, expected);
    QCOMPARE(normalizeEmail(*email).value_or(QString()), expected); // what is normal stays as it is
}

void TestText::formatsEmail_data()
{
    pairs({{"its own letters", QStringLiteral("anna@xn--e1afmkfd.xn--p1ai"), QStringLiteral("anna@пример.рф")},
           {"also under a foreign zone", QStringLiteral("anna@xn--e1afmkfd.com"), QStringLiteral("anna@пример.com")},
           {"plain", QStringLiteral("anna@example.com"), QStringLiteral("anna@example.com")},
           {"the sign before the @ only", QStringLiteral("xn--e1afmkfd@example.com"), QStringLiteral("xn--e1afmkfd@example.com")},
           {"signs that mean nothing", QStringLiteral("anna@xn--.com"), QStringLiteral("anna@xn--.com")},
           {"no address", QStringLiteral("почта-без-собаки"), QStringLiteral("почта-без-собаки")},
           {"nothing", QString(), QString()}});
}

void TestText::formatsEmail()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(formatEmail(text), expected);
}

void TestText::refusesEmail_data()
{
    texts({{"nothing", QString()},
           {"no @", QStringLiteral("ivan.example.com")},
           {"two @", QStringLiteral("ivan@petrov@example.com")},
           {"no local part", QStringLiteral("@example.com")},
           {"no domain", QStringLiteral("ivan@")},
           {"a domain without a dot", QStringLiteral("ivan@example")},
           {"a dot at the end", QStringLiteral("ivan@example.com.")},
           {"an empty label", QStringLiteral("ivan@example..com")},
           {"a dash at a label's beginning", QStringLiteral("ivan@-example.com")},
           {"an address of numbers", QStringLiteral("ivan@127.0.0.1")},
           {"a space inside", QStringLiteral("ivan petrov@example.com")},
           {"two addresses", QStringLiteral("a@example.com, b@example.com")},
           {"a dot at the beginning", QStringLiteral(".ivan@example.com")},
           {"two dots", QStringLiteral("ivan..petrov@example.com")},
           {"a line end inside", QStringLiteral("ivan@example.com\nbcc:b@example.com")},
           {"NUL inside", QStringLiteral("ivan@exam") + QChar(0) + QStringLiteral("ple.com")},
           {"a local part of 65", QString(65, u'a') + QStringLiteral("@example.com")},
           {"255 characters", QStringLiteral("a@") + QString(249, u'b') + QStringLiteral(".com")},
           {"a million characters", QString(1000000, u'a')},
           {"a label of 64", QStringLiteral("a@") + QString(64, u'b') + QStringLiteral(".com")},
           {"a phone", QStringLiteral("+79062114018")}});
}

void TestText::refusesEmail()
{
    QFETCH(QString, text);
    QVERIFY(!normalizeEmail(text));
}

void TestText::readsAmount_data()
{
    pairs({{"whole", QStringLiteral("100000"), QStringLiteral("100000.00")},
           {"one decimal", QStringLiteral("100000.5"), QStringLiteral("100000.50")},
           {"Russian", QStringLiteral("1 234,50"), QStringLiteral("1234.50")},
           {"no-break spaces", QStringLiteral("1\u00A0234\u00A0567,89"), QStringLiteral("1234567.89")},
           {"narrow no-break spaces and a sign", QStringLiteral("19\u202F999,99\u00A0₽"), QStringLiteral("19999.99")},
           {"English groups", QStringLiteral("1,234,567.89"), QStringLiteral("1234567.89")},
           {"German groups", QStringLiteral("1.234.567,89"), QStringLiteral("1234567.89")},
           {"groups only", QStringLiteral("1,234,567"), QStringLiteral("1234567.00")},
           {"Swiss groups", QStringLiteral("1'234'567.89"), QStringLiteral("1234567.89")},
           {"three decimals are kept", QStringLiteral("12.345"), QStringLiteral("12.345")},
           {"an exponent", QStringLiteral("1.5e3"), QStringLiteral("1500.00")},
           {"a negative exponent", QStringLiteral("15E-1"), QStringLiteral("1.50")},
           {"an exponent of a double", QStringLiteral("1e+17"), QStringLiteral("100000000000000000.00")},
           {"negative", QStringLiteral("-5"), QStringLiteral("-5.00")},
           {"a typographic minus", QStringLiteral("\u22125,5"), QStringLiteral("-5.50")},
           {"negative zero", QStringLiteral("-0"), QStringLiteral("0.00")},
           {"zero", QStringLiteral("0"), QStringLiteral("0.00")},
           {"leading zeros", QStringLiteral("000123"), QStringLiteral("123.00")},
           {"a point first", QStringLiteral(".5"), QStringLiteral("0.50")},
           {"a point last", QStringLiteral("5."), QStringLiteral("5.00")},
           {"rouble sign", QStringLiteral("19999.99 ₽"), QStringLiteral("19999.99")},
           {"руб.", QStringLiteral("500 руб."), QStringLiteral("500.00")},
           {"a sign before it", QStringLiteral("$ 12.50"), QStringLiteral("12.50")},
           {"Bitrix24's money", QStringLiteral("1000.5|RUB"), QStringLiteral("1000.50")},
           {"18 digits", QStringLiteral("999999999999999999"), QStringLiteral("999999999999999999.00")},
           {"no rounding error of a double", QStringLiteral("90071992547409.93"), QStringLiteral("90071992547409.93")},
           {"a double's noise is rounded", QStringLiteral("0.30000000000000004"), QStringLiteral("0.30")},
           {"rounding carries over", QStringLiteral("9.999999999"), QStringLiteral("10.00")},
           {"eight decimals", QStringLiteral("0.12345678"), QStringLiteral("0.12345678")}});
}

void TestText::readsAmount()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(parseAmount(text).value_or(QStringLiteral("none")), expected);
}

void TestText::refusesAmount_data()
{
    texts({{"nothing", QString()},
           {"white space", QStringLiteral("  ")},
           {"a word", QStringLiteral("договорная")},
           {"a sign alone", QStringLiteral("-")},
           {"a currency alone", QStringLiteral("₽")},
           {"a point alone", QStringLiteral(".")},
           {"not a number", QStringLiteral("nan")},
           {"infinity", QStringLiteral("inf")},
           {"1e400", QStringLiteral("1e400")},
           {"1e19", QStringLiteral("1e19")},
           {"19 digits", QStringLiteral("1234567890123456789")},
           {"an exponent without digits", QStringLiteral("1e")},
           {"a huge exponent", QStringLiteral("1e99999999999")},
           {"a date", QStringLiteral("15.01.2024")},
           {"a version", QStringLiteral("1.2.3")},
           {"two points and a comma", QStringLiteral("1.2,3.4")},
           {"a range", QStringLiteral("100-200")},
           {"two minuses", QStringLiteral("--5")},
           {"hexadecimal", QStringLiteral("0x10")},
           {"thousands in words", QStringLiteral("100 тыс.")},
           {"pieces", QStringLiteral("5 шт")},
           {"a long text", QString(1000000, u'9')}});
}

void TestText::refusesAmount()
{
    QFETCH(QString, text);
    QCOMPARE(parseAmount(text).value_or(QStringLiteral("none")), QStringLiteral("none"));
}

void TestText::makesSearchKey_data()
{
    pairs({{"Cyrillic", QStringLiteral("Иванова Мария"), QStringLiteral("иванова мария")},
           {"ё is е", QStringLiteral("Ёлкин ёж"), QStringLiteral("елкин еж")},
           {"white space", QStringLiteral("  a \t\n\u00A0 b  "), QStringLiteral("a b")},
           {"Latin", QStringLiteral("ÀÉÎ Straße"), QStringLiteral("àéî straße")},
           {"marks are composed", QStringLiteral("и\u0306од Е\u0308лка"), QStringLiteral("йод елка")},
           {"invisible characters", QStringLiteral("\uFEFFа\u200Bб\u00ADв"), QStringLiteral("абв")},
           {"an emoji stays", QStringLiteral("Мария 😀"), QStringLiteral("мария 😀")},
           {"right to left stays", QStringLiteral("\u202Eשלום"), QStringLiteral("שלום")},
           {"Deseret capitals beyond the basic plane", QStringLiteral("\U00010400"), QStringLiteral("\U00010428")},
           {"nothing", QString(), QString()}});
}

void TestText::makesSearchKey()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(searchKey(text), expected);
    QCOMPARE(searchKey(searchKey(text)), expected);
}

void TestText::boundsKeys_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("other");
    const QString longest(longestKey, u'a');
    QTest::newRow("texts that differ in the last letter") << QString(10000, u'a') + u'b' << QString(10000, u'a') + u'c';
    QTest::newRow("the longest that is kept, and one letter more") << longest << longest + u'a';
    QTest::newRow("a pair of surrogates where it is cut") << longest.left(494) + QStringLiteral("🎄") + longest << longest.left(494) + longest;
    QTest::newRow("words") << QStringLiteral("слово ").repeated(1000) + u'1' << QStringLiteral("слово ").repeated(1000) + u'2';
}

void TestText::boundsKeys()
{
    QFETCH(QString, text);
    QFETCH(QString, other);
    for (const auto key : {searchKey, companyKey}) {
        const QString made = key(text);
        QVERIFY2(made.size() <= longestKey, qPrintable(QString::number(made.size())));
        QCOMPARE(key(made), made);
        QVERIFY(made != key(other));
        QCOMPARE(QString::fromUtf8(made.toUtf8()), made);
    }
}

void TestText::makesCompanyKey_data()
{
    pairs({{"legal form and quotes", QStringLiteral("ООО «Ромашка»"), QStringLiteral("ромашка")},
           {"no space before the quote", QStringLiteral("ООО\"Ромашка\""), QStringLiteral("ромашка")},
           {"legal form behind", QStringLiteral("Ромашка, ООО"), QStringLiteral("ромашка")},
           {"legal form with dots", QStringLiteral("О.О.О. Ромашка"), QStringLiteral("ромашка")},
           {"an entrepreneur", QStringLiteral("ИП Иванов И. И."), QStringLiteral("иванов и и")},
           {"English", QStringLiteral("Acme, Inc."), QStringLiteral("acme")},
           {"English without a space", QStringLiteral("Acme,LLC"), QStringLiteral("acme")},
           {"a part of a word is no legal form", QStringLiteral("Аорта"), QStringLiteral("аорта")},
           {"a legal form only", QStringLiteral("ООО"), QStringLiteral("ооо")},
           {"an apostrophe", QStringLiteral("O'Neil GmbH"), QStringLiteral("oneil")},
           {"nothing", QString(), QString()}});
}

void TestText::makesCompanyKey()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(companyKey(text), expected);
}

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
