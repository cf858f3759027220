// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/phone.h"

#include <phonenumbers/phonenumber.pb.h>
#include <phonenumbers/phonenumberutil.h>

#include <QTest>

#include <random>

using namespace pfx::base;

class TestPhone : public QObject
{
    Q_OBJECT

private slots:
    void normalizes_data();
    void normalizes();
    void refuses_data();
    void refuses();
    void agreesWithTheLibrary();
    void formats();
    void otherRegion();
};

void TestPhone::normalizes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("e164");
    QTest::addColumn<QString>("extension");
    const auto row = [](const char *title, const QString &text, const QString &e164, const QString &extension = {}) {
        QTest::newRow(title) << text << e164 << extension;
    };
    const QString mobile = QStringLiteral("+79062114018");
    row("with the country code", QStringLiteral("+79062114018"), mobile);
    row("without the plus", QStringLiteral("79062114018"), mobile);
    row("8 for +7", QStringLiteral("89062114018"), mobile);
    row("8 with brackets and dashes", QStringLiteral("8 (906) 211-40-18"), mobile);
    row("ten digits", QStringLiteral("9062114018"), mobile);
    row("an apostrophe before it", QStringLiteral("'+79062114018"), mobile);
    row("a typographic apostrophe", QStringLiteral("’8(906)2114018"), mobile);
    row("no-break spaces", QStringLiteral("+7\u00A0906\u00A0211\u00A040\u00A018"), mobile);
    row("narrow no-break spaces", QStringLiteral("+7\u202F906\u202F211\u202F40\u202F18"), mobile);
    row("non-breaking hyphens", QStringLiteral("+7 906 211\u201140\u201118"), mobile);
    row("direction marks around it", QStringLiteral("\u202A+7 906 211-40-18\u202C"), mobile);
    row("dots", QStringLiteral("8.906.211.40.18"), mobile);
    row("tabs and line ends around it", QStringLiteral("\t+79062114018\r\n"), mobile);
    row("full-width digits", QStringLiteral("＋７９０６２１１４０１８"), mobile);
    row("a Moscow number with ten digits", QStringLiteral("(495) 123-45-67"), QStringLiteral("+74951234567"));
    row("a free number", QStringLiteral("8-800-555-35-35"), QStringLiteral("+78005553535"));
    row("a prefix that no table has", QStringLiteral("+7 123 456-78-90"), QStringLiteral("+71234567890"));
    row("the same with 8", QStringLiteral("8 123 456-78-90"), QStringLiteral("+71234567890"));
    row("Kazakhstan", QStringLiteral("+7 701 234 56 78"), QStringLiteral("+77012345678"));
    row("Belarus", QStringLiteral("+375 29 123-45-67"), QStringLiteral("+375291234567"));
    row("Germany", QStringLiteral("+49 30 901820"), QStringLiteral("+4930901820"));
    row("an American number with a made-up area", QStringLiteral("+1 555 123 4567"), QStringLiteral("+15551234567"));
    row("dialled through 8~10", QStringLiteral("8 10 49 30 901820"), QStringLiteral("+4930901820"));
    row("extension доб.", QStringLiteral("8 (495) 123-45-67 доб. 12"), QStringLiteral("+74951234567"), QStringLiteral("12"));
    row("extension добавочный", QStringLiteral("+74951234567 добавочный 1234"), QStringLiteral("+74951234567"), QStringLiteral("1234"));
    row("extension after a comma", QStringLiteral("+74951234567, доб.12"), QStringLiteral("+74951234567"), QStringLiteral("12"));
    row("extension in brackets", QStringLiteral("+74951234567 (доб. 12)"), QStringLiteral("+74951234567"), QStringLiteral("12"));
    row("extension вн.", QStringLiteral("+74951234567 вн. 7"), QStringLiteral("+74951234567"), QStringLiteral("7"));
    row("extension ext", QStringLiteral("+79062114018 ext 12"), mobile, QStringLiteral("12"));
    row("extension Ext.", QStringLiteral("+79062114018 Ext. 12"), mobile, QStringLiteral("12"));
    row("extension #", QStringLiteral("+79062114018#12"), mobile, QStringLiteral("12"));
    row("extension x", QStringLiteral("+79062114018x12"), mobile, QStringLiteral("12"));
    row("extension with a Cyrillic x", QStringLiteral("+79062114018 х12"), mobile, QStringLiteral("12"));
    row("extension of RFC 3966", QStringLiteral("+7-906-211-40-18;ext=12"), mobile, QStringLiteral("12"));
    row("extension of a foreign number", QStringLiteral("+49 30 901820 ext. 5"), QStringLiteral("+4930901820"), QStringLiteral("5"));
}

void TestPhone::normalizes()
{
    QFETCH(QString, text);
    QFETCH(QString, e164);
    QFETCH(QString, extension);
    const std::optional<Phone> phone = normalizePhone(text);
    QVERIFY2(phone, qPrintable(text));
    QCOMPARE(phone->e164, e164);
    QCOMPARE(phone->extension, extension);
}

void TestPhone::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("white space") << QStringLiteral(" \t\u00A0");
    QTest::newRow("an apostrophe") << QStringLiteral("'");
    QTest::newRow("a plus") << QStringLiteral("+");
    QTest::newRow("words") << QStringLiteral("не звонить");
    QTest::newRow("a name before it") << QStringLiteral("Мария 89062114018");
    QTest::newRow("a letter inside") << QStringLiteral("8906211401O");
    QTest::newRow("a vanity number") << QStringLiteral("1-800-FLOWERS");
    QTest::newRow("an e-mail") << QStringLiteral("89062114018@example.com");
    QTest::newRow("an emergency number") << QStringLiteral("112");
    QTest::newRow("a local number") << QStringLiteral("123-45-67");
    QTest::newRow("zeros") << QStringLiteral("00000000000");
    QTest::newRow("8 and zeros") << QStringLiteral("80000000000");
    QTest::newRow("ten loose digits") << QStringLiteral("1234567890");
    QTest::newRow("one digit short") << QStringLiteral("+7906211401");
    QTest::newRow("one digit long") << QStringLiteral("+790621140180");
    QTest::newRow("a date") << QStringLiteral("2024-01-15");
    QTest::newRow("two numbers") << QStringLiteral("+79062114018, +79062114019");
    QTest::newRow("two numbers with a slash") << QStringLiteral("+79062114018/+79062114019");
    QTest::newRow("a plus inside") << QStringLiteral("7906+2114018");
    QTest::newRow("an extension without digits") << QStringLiteral("+79062114018 доб.");
    QTest::newRow("words after the extension") << QStringLiteral("+79062114018 доб. 12 Мария");
    QTest::newRow("an extension that is too long") << QStringLiteral("+79062114018 доб. 123456789");
    QTest::newRow("an extension alone") << QStringLiteral("доб. 12");
    QTest::newRow("a country code that does not exist") << QStringLiteral("+999123456789");
    QTest::newRow("21 digits") << QString(21, u'9');
    QTest::newRow("a million digits") << QString(1000000, u'9');
    QTest::newRow("a million brackets") << QString(1000000, u'(');
    QTest::newRow("NUL inside") << QStringLiteral("8906") + QChar(0) + QStringLiteral("2114018");
    QTest::newRow("half a surrogate pair") << QStringLiteral("8906211401") + QChar(0xD83D);
}

void TestPhone::refuses()
{
    QFETCH(QString, text);
    QVERIFY(!normalizePhone(text));
}

/// Empty when the library says that it cannot be a number.
static std::string byLibrary(const std::string &text)
{
    using i18n::phonenumbers::PhoneNumber;
    using i18n::phonenumbers::PhoneNumberUtil;
    PhoneNumber parsed;
    const PhoneNumberUtil *util = PhoneNumberUtil::GetInstance();
    if (util->Parse(text, "RU", &parsed) != PhoneNumberUtil::NO_PARSING_ERROR
        || util->IsPossibleNumberWithReason(parsed) != PhoneNumberUtil::IS_POSSIBLE)
        return {};
    std::string e164;
    util->Format(parsed, PhoneNumberUtil::E164, &e164);
    return e164;
}

static std::string onlyDigits(const std::string &text)
{
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

void TestPhone::agreesWithTheLibrary()
{
    std::mt19937 random(20240117);
    const std::vector<std::string> forms{"+7%%%%%%%%%%", "8%%%%%%%%%%", "7%%%%%%%%%%", "8 (%%%) %%%-%%-%%", "+7 %%% %%% %% %%",
                                         "9%% %%%-%%-%%"};
    constexpr int sample = 60000;
    int understood = 0;
    for (int i = 0; i < sample; ++i) {
        std::string text = forms[static_cast<size_t>(i) % forms.size()];
        char lowest = '1'; // a Russian number begins with no 0
        for (char &c : text) {
            if (c != '%')
                continue;
            c = static_cast<char>(lowest + static_cast<char>(random() % static_cast<unsigned>('9' - lowest + 1)));
            lowest = '0';
        }
        if (onlyDigits(text).starts_with("810")) // dialled abroad: never the short path
            continue;
        const std::optional<Phone> phone = normalizePhone(QString::fromStdString(text));
        QVERIFY2(phone, text.c_str());
        std::string expected = byLibrary(text);
        if (expected.empty()) { // an area that does not exist, without a plus: the same as with the plus
            const std::string digits = onlyDigits(text);
            expected = byLibrary("+7" + digits.substr(digits.size() - 10));
        } else {
            ++understood;
        }
        if (phone->e164.toStdString() != expected)
            QFAIL(qPrintable(QStringLiteral("%1: %2 instead of %3")
                                 .arg(QString::fromStdString(text), phone->e164, QString::fromStdString(expected))));
    }
    QVERIFY2(understood > sample * 3 / 4, qPrintable(QString::number(understood)));
}

void TestPhone::formats()
{
    QCOMPARE(formatPhone(QStringLiteral("+79062114018")), QStringLiteral("+7 906 211-40-18"));
    QCOMPARE(formatPhone(QStringLiteral("+4930901820")), QStringLiteral("+49 30 901820"));
    QCOMPARE(formatPhone(QStringLiteral("позвонить в офис")), QStringLiteral("позвонить в офис"));
    QCOMPARE(formatPhone(QString()), QString());
    QCOMPARE(formatPhone(QStringLiteral("+7abcdefghij")), QStringLiteral("+7abcdefghij"));
}

void TestPhone::otherRegion()
{
    const std::optional<Phone> german = normalizePhone(QStringLiteral("030 901820"), QStringLiteral("DE"));
    QVERIFY(german);
    QCOMPARE(german->e164, QStringLiteral("+4930901820"));
    const std::optional<Phone> russian = normalizePhone(QStringLiteral("+79062114018"), QStringLiteral("DE"));
    QVERIFY(russian);
    QCOMPARE(russian->e164, QStringLiteral("+79062114018"));
    QVERIFY(!normalizePhone(QStringLiteral("030 901820"), QStringLiteral("no region")));
}

QTEST_GUILESS_MAIN(TestPhone)
#include "tst_phone.moc"
