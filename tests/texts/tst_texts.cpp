// SPDX-License-Identifier: GPL-3.0-or-later
// Every code of every enum has words in both languages, and the words that are promised stand as they are promised.
#include "core/secrets/secret_store.h"
#include "core/store/store.h"
#include "core/texts/texts.h"
#include "translations/translations.h"

#include <QSet>
#include <QTest>
#include <QTranslator>

#include <functional>

using namespace pfx;
using base::Error;
using base::ErrorCode;
using migration::Problem;
using migration::ProblemCode;
using migration::Reason;
using migration::Severity;

class TestTexts : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void everyCodeHasWords_data();
    void everyCodeHasWords();
    void adviceForAFileThatCannotBeRead_data();
    void adviceForAFileThatCannotBeRead();
    void promisedWords_data();
    void promisedWords();
    void adviceFitsTheCause_data();
    void adviceFitsTheCause();
    void failedRowBeginsWithItsPlace_data();
    void failedRowBeginsWithItsPlace();
    void warningNamesWhatIsMissing();
    void reasonNamesWhatMatched();
    void fieldsHaveWords();
    void placesAreReadable();
};

/// The translators go, so that the tests do not see each other's.
void TestTexts::cleanup()
{
    qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator *>());
}

static bool isRussian(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x0410 && c.unicode() <= 0x0451; });
}

static const QStringList &keychainTroubles()
{
    namespace trouble = secrets::trouble;
    static const QStringList all{trouble::noService, trouble::locked, trouble::denied, trouble::readOnly, trouble::broken};
    return all;
}

/// Texts of one enum by value; each must be there, be in the language, and be its own.
struct Words
{
    const char *title;
    int last;
    std::function<QString(int)> text;
    bool different = true;
};

static const std::vector<Words> &allWords()
{
    static const std::vector<Words> words{
        {"error messages", static_cast<int>(ErrorCode::Internal),
         [](int i) { return texts::describe(Error{static_cast<ErrorCode>(i), {}, {}}).message; }},
        {"error advice", static_cast<int>(ErrorCode::Internal),
         [](int i) { return texts::describe(Error{static_cast<ErrorCode>(i), {}, {}}).advice; }, false},
        {"trouble with the keychain", static_cast<int>(keychainTroubles().size()) - 1,
         [](int i) { return texts::describe(Error{ErrorCode::Keychain, {}, keychainTroubles()[i]}).message; }},
        {"advice about the keychain", static_cast<int>(keychainTroubles().size()) - 1,
         [](int i) { return texts::describe(Error{ErrorCode::Keychain, {}, keychainTroubles()[i]}).advice; }},
        {"lost answers", 1,
         [](int i) {
             return texts::describe(Error{ErrorCode::Network, {}, {}, i == 0 ? base::Effected::No : base::Effected::Perhaps}).message;
         }},
        {"advice about lost answers", 1,
         [](int i) {
             return texts::describe(Error{ErrorCode::Timeout, {}, {}, i == 0 ? base::Effected::No : base::Effected::Perhaps}).advice;
         }},
        {"kinds", static_cast<int>(records::Kind::Deal), [](int i) { return texts::text(static_cast<records::Kind>(i)); }},
        {"states", static_cast<int>(migration::RunState::Undone), [](int i) { return texts::text(static_cast<migration::RunState>(i)); }},
        {"decisions", static_cast<int>(migration::Decision::Failed),
         [](int i) { return texts::text(static_cast<migration::Decision>(i)); }},
        {"phases", static_cast<int>(migration::Phase::Finishing), [](int i) { return texts::text(static_cast<migration::Phase>(i)); }},
        {"problems", static_cast<int>(ProblemCode::ChangedSince), [](int i) { return texts::text(static_cast<ProblemCode>(i)); }},
        {"problem sentences", static_cast<int>(ProblemCode::ChangedSince),
         [](int i) {
             Problem problem;
             problem.code = static_cast<ProblemCode>(i);
             return texts::text(problem);
         }},
        {"reasons", static_cast<int>(Reason::OriginConflict),
         [](int i) {
             migration::RunRow row;
             row.reason = static_cast<Reason>(i);
             return texts::reason(row);
         }},
    };
    return words;
}

void TestTexts::everyCodeHasWords_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("index");
    for (const char *language : {"ru", "en"}) {
        for (size_t i = 0; i < allWords().size(); ++i)
            QTest::addRow("%s in %s", allWords()[i].title, language) << QString::fromLatin1(language) << static_cast<int>(i);
    }
}

void TestTexts::everyCodeHasWords()
{
    QFETCH(QString, language);
    QFETCH(int, index);
    translations::install(*QCoreApplication::instance(), language);
    const Words &words = allWords()[static_cast<size_t>(index)];
    QSet<QString> seen;
    for (int value = 0; value <= words.last; ++value) {
        const QString text = words.text(value);
        QVERIFY2(!text.isEmpty(), qPrintable(QString::number(value)));
        QVERIFY2(isRussian(text) == (language == QLatin1String("ru")), qPrintable(text));
        QVERIFY2(!words.different || !seen.contains(text), qPrintable(text));
        seen.insert(text);
    }
}

void TestTexts::adviceForAFileThatCannotBeRead_data()
{
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("advice");
    const auto row = [](const char *name, const char *detail, const char *advice) {
        QTest::newRow(name) << QString::fromUtf8(detail) << QString::fromUtf8(advice);
    };
    row("a folder", "it is a folder", "Откройте эту папку");
    row("an empty file", "the file is empty (0 bytes)", "Выгрузите его ещё раз: в этот файл");
    row("a file cut off", "the file ends inside an object (near «\"na»)", "Файл сохранён не до конца");
    row("a page of the site", "this is a web page without a table (403 Forbidden)", "Вместо файла сохранилась страница");
    row("the other service's file", "this is an export of Bitrix24, not of amoCRM", "Выберите для этого файла другой сервис");
    row("a list of numbers", "there is no phone number in it", "Нужен текст, по номеру в строке");
    row("another reason", "nested deeper than 1000000 levels", "Проверьте, что это целая выгрузка");
}

void TestTexts::adviceForAFileThatCannotBeRead()
{
    QFETCH(QString, detail);
    QFETCH(QString, advice);
    translations::install(*QCoreApplication::instance(), QStringLiteral("ru"));
    const QString given = texts::describe(Error{ErrorCode::SourceUnreadable, detail, QStringLiteral("/tmp/export.json")}).advice;
    QVERIFY2(given.startsWith(advice), qPrintable(given));
}

void TestTexts::promisedWords_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("message");
    const QString employee = QStringLiteral("default-employee");
    QTest::newRow("no default employee on the command line")
        << ErrorCode::Usage << QString() << employee << QStringLiteral("Выберите пользователя по умолчанию");
    QTest::newRow("no default employee, named by the detail")
        << ErrorCode::Usage << employee << QString() << QStringLiteral("Выберите пользователя по умолчанию");
    QTest::newRow("no default employee in the engine")
        << ErrorCode::Validation << QString() << employee << QStringLiteral("Выберите пользователя по умолчанию");
    QTest::newRow("unknown default employee") << ErrorCode::NotFound << QString() << employee << QStringLiteral("Пользователь не найден");
    QTest::newRow("unknown default employee with its name")
        << ErrorCode::NotFound << QStringLiteral("Мария") << employee << QStringLiteral("Пользователь не найден: Мария");
    QTest::newRow("ambiguous default employee")
        << ErrorCode::Ambiguous << QStringLiteral("1, 2") << employee
        << QStringLiteral("Пользователь не найден: подходит несколько: 1, 2");
    QTest::newRow("unreadable file") << ErrorCode::SourceUnreadable << QString() << QString() << QStringLiteral("Ошибка чтения файла");
    QTest::newRow("unreadable file with the place")
        << ErrorCode::SourceUnreadable << QStringLiteral("expected a string") << QStringLiteral("3:14")
        << QStringLiteral("Ошибка чтения файла: строка 3, столбец 14: здесь ожидается: текст");
    QTest::newRow("a row of another type")
        << ErrorCode::Validation << QStringLiteral("expected array, found string") << QStringLiteral("contacts[3].phones")
        << QStringLiteral("Недопустимое значение: contacts[3].phones: здесь ожидается: список [ ], а стоит: текст");
    QTest::newRow("a table of other columns")
        << ErrorCode::SourceUnreadable << QStringLiteral("neither JSON nor a table with known columns (expected: ID, Имя; found: Цвет; found: 1%2)")
        << QStringLiteral("1:1")
        << QStringLiteral("Ошибка чтения файла: строка 1, столбец 1: это не JSON и не таблица со знакомыми столбцами (ожидаются, например: ID, Имя; в файле: Цвет; found: 1%2)");
    QTest::newRow("words with a number and the piece of the file they are about")
        << ErrorCode::SourceUnreadable << QStringLiteral("a row longer than 4 MiB: a quotation mark is not closed (near «12;\"Иван»)")
        << QStringLiteral("7:4")
        << QStringLiteral("Ошибка чтения файла: строка 7, столбец 4: строка длиннее 4 МиБ: не закрыта кавычка (рядом с «12;\"Иван»)");
    QTest::newRow("words with a path") << ErrorCode::SourceUnreadable << QStringLiteral("pipelines: expected an array") << QStringLiteral("1:9")
                                       << QStringLiteral("Ошибка чтения файла: строка 1, столбец 9: pipelines: здесь ожидается: список [ ]");
    QTest::newRow("words that nobody knows")
        << ErrorCode::Storage << QStringLiteral("UNIQUE constraint failed") << QString()
        << QStringLiteral("База данных отклонила операцию: UNIQUE constraint failed");
    QTest::newRow("an empty file") << ErrorCode::SourceUnreadable << QStringLiteral("the file is empty (0 bytes)") << QString()
                                   << QStringLiteral("Ошибка чтения файла: файл пустой");
    QTest::newRow("a contact that is not there")
        << ErrorCode::NotFound << QString() << QStringLiteral("contact") << QStringLiteral("Контакт не найден");
    QTest::newRow("a run that is not there")
        << ErrorCode::NotFound << QStringLiteral("17") << QStringLiteral("run") << QStringLiteral("Импорт не найден: 17");
}

void TestTexts::promisedWords()
{
    QFETCH(ErrorCode, code);
    QFETCH(QString, detail);
    QFETCH(QString, where);
    QFETCH(QString, message);
    translations::install(*QCoreApplication::instance(), QStringLiteral("ru"));
    const texts::ErrorText text = texts::describe(Error{code, detail, where});
    QCOMPARE(text.message, message);
    QVERIFY(!text.advice.isEmpty());
    QCOMPARE(texts::text(migration::RunState::Finished), QStringLiteral("Импорт завершен"));
    QCOMPARE(texts::text(ProblemCode::ContactNotFound), QStringLiteral("Контакт не найден"));
}

void TestTexts::failedRowBeginsWithItsPlace_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("beginning");
    const QString record = QStringLiteral("contacts[3]");
    QTest::newRow("a table's row is a word") << QStringLiteral("row 2") << QStringList() << QStringLiteral("строка 2: Строка не читается. ");
    QTest::newRow("no arguments") << record << QStringList() << QStringLiteral("contacts[3]: Строка не читается. ");
    QTest::newRow("the exact path") << record << QStringList{QStringLiteral("contacts[3].phones[0]"), QStringLiteral("expected string")}
                                    << QStringLiteral("contacts[3].phones[0]: Строка не читается: здесь ожидается: текст. ");
    QTest::newRow("only a reason") << record << QStringList{QStringLiteral("expected object")}
                                   << QStringLiteral("contacts[3]: Строка не читается: здесь ожидается: объект { }. ");
}

void TestTexts::failedRowBeginsWithItsPlace()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, beginning);
    translations::install(*QCoreApplication::instance(), QStringLiteral("ru"));
    Problem problem;
    QFETCH(QString, place);
    problem.place = place;
    problem.severity = Severity::Error;
    problem.code = ProblemCode::RowUnreadable;
    problem.arguments = arguments;
    const QString text = texts::text(problem);
    QVERIFY2(text.startsWith(beginning), qPrintable(text));
}

void TestTexts::warningNamesWhatIsMissing()
{
    translations::install(*QCoreApplication::instance(), QStringLiteral("ru"));
    Problem problem;
    problem.kind = records::Kind::Deal;
    problem.place = QStringLiteral("deals[0]");
    problem.code = ProblemCode::ContactNotFound;
    problem.arguments = QStringList{QStringLiteral("123")};
    QCOMPARE(texts::text(problem), QStringLiteral("Контакт не найден: 123. Сделка импортирована без этого контакта."));
    problem.arguments.append(QStringLiteral("another record is stored under this number: Иван Ким (5)"));
    problem.arguments.append(QStringLiteral("The deal keeps the contacts that it had."));
    QCOMPARE(texts::text(problem), QStringLiteral("Контакт не найден: 123, под этим номером хранится другая запись: Иван Ким (5). У сделки остались прежние контакты."));
}

void TestTexts::reasonNamesWhatMatched()
{
    translations::install(*QCoreApplication::instance(), QStringLiteral("ru"));
    migration::RunRow row;
    row.reason = Reason::SamePhone;
    row.reasonArguments = QStringList{QStringLiteral("+7 906 211-40-18")};
    QCOMPARE(texts::reason(row), QStringLiteral("Совпал телефон: +7 906 211-40-18"));
}

void TestTexts::fieldsHaveWords()
{
    translations::install(*QCoreApplication::instance(), QStringLiteral("ru"));
    QCOMPARE(texts::field(QStringLiteral("position")), QStringLiteral("Должность"));
    QCOMPARE(texts::field(QStringLiteral("nobody knows it")), QStringLiteral("nobody knows it"));
}

void TestTexts::adviceFitsTheCause_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("advice");
    QTest::newRow("a port that is taken")
        << Error{ErrorCode::Conflict, QStringLiteral("the port is in use by another program: 127.0.0.1:18499"), QStringLiteral("server.listen")}
        << QStringLiteral("порт занят другой программой: 127.0.0.1:18499") << QStringLiteral("Выберите другой порт");
    QTest::newRow("a lock that was lost") << store::lockLost() << QStringLiteral("прервала соединение, которое не пускало другие импорты")
                                          << QStringLiteral("ничего не потеряно");
}

void TestTexts::adviceFitsTheCause()
{
    QFETCH(Error, error);
    translations::install(*QCoreApplication::instance(), QStringLiteral("ru"));
    const texts::ErrorText text = texts::describe(error);
    QFETCH(QString, message);
    QFETCH(QString, advice);
    QVERIFY2(text.message.endsWith(message), qPrintable(text.message));
    QVERIFY2(text.advice.contains(advice), qPrintable(text.advice));
}

void TestTexts::placesAreReadable()
{
    translations::install(*QCoreApplication::instance(), QStringLiteral("en"));
    const QString message = texts::describe(Error{ErrorCode::SourceUnreadable, {}, QStringLiteral("contacts[3].name")}).message;
    QVERIFY(message.endsWith(QLatin1String(": contacts[3].name")));
}

QTEST_GUILESS_MAIN(TestTexts)
#include "tst_texts.moc"
