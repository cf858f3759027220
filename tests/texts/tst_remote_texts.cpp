// SPDX-License-Identifier: GPL-3.0-or-later
// Each of Planfix's error codes, each right and each word of orders has its text, with the next step, in both languages.
#include "core/planfix/error_codes.h"
#include "core/texts/order_texts.h"
#include "core/texts/planfix_texts.h"
#include "core/texts/server_texts.h"
#include "translations/translations.h"

#include <QTest>
#include <QTranslator>

using namespace pfx;

namespace {

bool isRussian(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x0410 && c.unicode() <= 0x0451; });
}

bool isEnglish(const QString &text)
{
    return !isRussian(text) && std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLower(); });
}

} // namespace

class TestRemoteTexts : public QObject {
    Q_OBJECT

private:
    static void install(const QString &language)
    {
        qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator *>());
        translations::install(*QCoreApplication::instance(), language);
    }

    static void addLanguages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("in Russian") << QStringLiteral("ru");
        QTest::newRow("in English") << QStringLiteral("en");
    }

    static bool isIn(const QString &language, const QString &text)
    {
        return language == QLatin1String("ru") ? isRussian(text) : isEnglish(text);
    }

private slots:
    void cleanup() { qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator *>()); }

    void eachCodeOfPlanfixSaysWhatToDo_data() { addLanguages(); }
    void eachCodeOfPlanfixSaysWhatToDo()
    {
        QFETCH(QString, language);
        install(language);
        QVERIFY(planfix::remoteCodes().size() > 50);
        for (const planfix::RemoteCode &code : planfix::remoteCodes()) {
            const base::Error error = planfix::remoteError(400, code.number, QStringLiteral("said by Planfix"));
            QVERIFY2(texts::planfixError(error), qPrintable(QString::number(code.number)));
            const texts::ErrorText words = texts::describe(error);
            QVERIFY2(isIn(language, words.message.section(QLatin1String(" ("), 0, 0)), qPrintable(words.message));
            QVERIFY2(isIn(language, words.advice), qPrintable(words.advice));
            QVERIFY2(words.advice.endsWith(QLatin1Char('.')), qPrintable(words.advice));
        }
    }

    void aRefusedValueIsNamed()
    {
        install(QStringLiteral("ru"));
        const auto words = texts::describe(planfix::remoteError(400, 41, QStringLiteral("Status not find by id 777")));
        QVERIFY2(words.message.contains(QStringLiteral("Status not find by id 777")), qPrintable(words.message));
    }

    void aCodeThatIsNotPublishedStillHasWords_data() { addLanguages(); }
    void aCodeThatIsNotPublishedStillHasWords()
    {
        QFETCH(QString, language);
        install(language);
        const auto words = texts::describe(planfix::remoteError(400, 31337, QStringLiteral("?")));
        QVERIFY2(!words.message.isEmpty() && isIn(language, words.advice), qPrintable(words.message));
    }

    void aMissingKeyIsNamedAsTheInstructionsDo()
    {
        install(QStringLiteral("ru"));
        const auto words = texts::describe({base::ErrorCode::Unauthorized, {}, QStringLiteral("planfix.api-key")});
        QCOMPARE(words.message, QStringLiteral("PLANFIX_API_KEY не установлен"));
        QVERIFY(words.advice.contains(QStringLiteral("«Настройка»")));
    }

    void eachRightIsNamedTwice_data() { addLanguages(); }
    void eachRightIsNamedTwice()
    {
        QFETCH(QString, language);
        install(language);
        for (const planfix::Scope &scope : planfix::scopes()) {
            const QString line = texts::scopeLine(scope);
            QVERIFY2(line.contains(scope.name) && line.contains(scope.otherName), qPrintable(line));
            QVERIFY2(isIn(language, texts::scopeMeaning(scope.name)), qPrintable(line));
            for (const planfix::Feature feature : scope.neededFor)
                QVERIFY(isIn(language, texts::text(feature)));
        }
        for (int step = 0; step <= static_cast<int>(planfix::CheckStep::Fields); ++step)
            QVERIFY(isIn(language, texts::text(static_cast<planfix::CheckStep>(step))));
    }

    void ordersHaveWords_data() { addLanguages(); }
    void ordersHaveWords()
    {
        QFETCH(QString, language);
        install(language);
        for (const orders::Status status : orders::allStatuses())
            QVERIFY(isIn(language, texts::text(status)));
        for (int event = 0; event <= static_cast<int>(orders::Event::FieldsDropped); ++event)
            QVERIFY(isIn(language, texts::text(static_cast<orders::Event>(event))));
        for (int sync = 0; sync <= static_cast<int>(orders::Sync::Conflict); ++sync)
            QVERIFY(isIn(language, texts::text(static_cast<orders::Sync>(sync))));
        for (int source = 0; source <= static_cast<int>(orders::Source::Planfix); ++source)
            QVERIFY(isIn(language, texts::text(static_cast<orders::Source>(source))));
        for (const QString &field : orders::mappableFields())
            QVERIFY2(texts::orderField(field) != field, qPrintable(field));
        QCOMPARE(texts::orderField(QStringLiteral("extra.город")), QStringLiteral("город"));
    }

    void theServersRefusalsHaveWords_data() { addLanguages(); }
    void theServersRefusalsHaveWords()
    {
        QFETCH(QString, language);
        install(language);
        for (int code = 0; code <= static_cast<int>(server::RefusalCode::VersionNotSupported); ++code)
            QVERIFY(isIn(language, texts::refusalWords()({static_cast<server::RefusalCode>(code), {}})));
        for (int reach = 0; reach <= static_cast<int>(server::Reach::NotReached); ++reach) {
            server::ReachReport report;
            report.reach = static_cast<server::Reach>(reach);
            report.error = {base::ErrorCode::Timeout, {}, {}};
            const auto words = texts::reach(report);
            QVERIFY(isIn(language, words.message));
            QCOMPARE(words.advice.isEmpty(), report.reach == server::Reach::Reached);
        }
    }
};

QTEST_GUILESS_MAIN(TestRemoteTexts)
#include "tst_remote_texts.moc"
