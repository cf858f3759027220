// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are no export at all, or a broken one: refused with the place before anything is written.
#include "tests/e2e/bad_input.h"

#include <QtTest>

using namespace pfx::test;

namespace {

const QString unreadable = QStringLiteral("source_unreadable");
const QString bothSystems[] = {QStringLiteral("amocrm"), QStringLiteral("bitrix24")};

QByteArray utf16(const QString &text, bool bigEndian, bool mark)
{
    QByteArray bytes = mark ? (bigEndian ? QByteArray("\xFE\xFF") : QByteArray("\xFF\xFE")) : QByteArray();
    for (const QChar c : text) {
        const char high = static_cast<char>(c.unicode() >> 8);
        const char low = static_cast<char>(c.unicode() & 0xFF);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    }
    return bytes;
}

QByteArray broken(const QString &source, const QByteArray &what, const QByteArray &with)
{
    QByteArray text = sampleOf(source);
    return text.replace(text.indexOf(what), what.size(), with);
}

} // namespace

class BadFile : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        PFX_GOOD(m_kept.error());
        m_kept.look();
    }

    void isRefusedWithThePlace_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("words");
        for (const QString &source : bothSystems) {
            const auto row = [&source](const char *name, const QByteArray &text, const char *words) {
                QTest::newRow(qPrintable(source + QStringLiteral(": ") + QString::fromUtf8(name))) << source << text << QString::fromUtf8(words);
            };
            row("an empty file", "", "файл пустой");
            row("white space only", " \n\t\n ", "ничего нет");
            row("a byte order mark only", "\xEF\xBB\xBF", "ничего нет");
            row("truncated in a record", sampleOf(source).left(40), "строка 2, столбец 2");
            row("truncated between the sections", sampleOf(source).left(sampleOf(source).indexOf("]")), "строка 2, столбец");
            row("truncated before the last brace", sampleOf(source).chopped(2), "строка 4, столбец");
            row("invalid UTF-8", broken(source, "Иван", "\xFF\xFE"), "строка 2, столбец");
            row("windows-1251", broken(source, "Иван", "\xC8\xE2\xE0\xED"), "строка 2, столбец");
            row("a surrogate in UTF-8", broken(source, "Иван", "\xED\xA0\x80"), "строка 2, столбец");
            row("UTF-16 with its mark", utf16(QString::fromUtf8(sampleOf(source)), false, true), "UTF-16");
            row("UTF-16 of the other order", utf16(QString::fromUtf8(sampleOf(source)), true, true), "UTF-16");
            row("UTF-16 without its mark", utf16(QString::fromUtf8(sampleOf(source)), false, false), "UTF-16");
            row("UTF-16 of the other order without its mark", utf16(QString::fromUtf8(sampleOf(source)), true, false), "UTF-16");
            row("a NUL byte in a name", broken(source, "Иван", QByteArray("И\0н", 5)), "строка 2, столбец");
            row("a NUL byte between", broken(source, ":[", QByteArray(":\0[", 3)), "строка 1, столбец 13");
            row("NUL bytes only", QByteArray(5000, '\0'), "двоичный");
            row("a line break in a name", broken(source, "Иван", "Ив\nан"), "строка 2, столбец");
            row("an error page of a web server", "<html>\n<head><title>502 Bad Gateway</title></head><body><h1>502</h1></body></html>", "502 Bad Gateway");
            row("a web page without a title", "<!DOCTYPE html><html><body>Войдите</body></html>", "веб-страница");
            row("XML", "<?xml version=\"1.0\"?><contacts/>", "XML");
            row("gzip", QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10), "gzip");
            row("a PNG picture", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16), "PNG");
            row("a JPEG picture", QByteArray("\xFF\xD8\xFF\xE0\0\x10JFIF", 10), "JPEG");
            row("a PDF document", "%PDF-1.7\n", "PDF");
            row("an old binary XLS", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "XLS");
            row("a ZIP archive without a table", QByteArray("PK\x05\x06", 4) + QByteArray(18, '\0'), "двоичный");
            row("half of an XLSX", QByteArray("PK\x03\x04\x14\0\0\0\x08\0", 10) + QByteArray(500, 'x'), "XLSX");
            row("null", "null", "");
            row("a number", "42\n", "");
            row("a number out of range", "1e400", "");
            row("a string", "\"contacts\"", "");
            row("true", "true", "");
            row("a sentence", "Выгрузка не удалась", "");
            row("100,000 levels that end", QByteArray(100'000, '[') + QByteArray(100'000, ']'), "");
            row("100,000 levels that do not end", QByteArray(100'000, '['), "строка 1, столбец");
            row("100,000 objects that do not end", QByteArray("{\"a\":").repeated(100'000), "строка 1, столбец");
            row("an object of something else", R"({"hello":"world"})", "строка 1, столбец 1");
            row("an answer that reports an error", R"({"title":"Unauthorized","status":401,"detail":"Invalid user name or password"})", "Unauthorized");
            row("a section that is a number", R"({"contacts":5})", "contacts");
            row("a section that is a string", R"({"contacts":"x"})", "contacts");
            row("a section that is true", R"({"contacts":true})", "contacts");
            row("a comma too many", R"({"contacts":[],})", "строка 1, столбец 16");
            row("a missing comma", R"({"contacts":[] "deals":[]})", "строка 1, столбец 16");
            row("a comment", "{\"contacts\":[ // all\n]}", "строка 1, столбец 15");
            row("single quotes", "{'contacts':[]}", "строка 1, столбец 2");
            row("NaN", broken(source, "Иван", "Иван\",\"x\":NaN,\"y\":\""), "строка 2, столбец");
            row("rubbish behind the end", sampleOf(source) + "x", "строка 5, столбец 1");
            row("a table of something else", "Дата;Погода\n01.01.2024;снег\n", "в файле: Дата, Погода");
            row("a table with a quotation mark that is not closed", "ID;Название сделки;Сумма\n1;\"Окна;5\n" + QByteArray("2;Дверь;6\n").repeated(200'000), "строка 2, столбец 1: кавычка не закрыта");
            row("a web page's table that ends in a cell", "<table><tr><th>ID</th><th>Название сделки</th></tr><tr><td>1</td><td>Ок", "обрывается");
            row("a web page's table that ends behind a row", "<table><tr><th>ID</th><th>Название сделки</th></tr><tr><td>1</td><td>Окна</td></tr>", "обрывается");
        }
    }

    void isRefusedWithThePlace()
    {
        QFETCH(QString, source);
        QFETCH(QByteArray, text);
        QFETCH(QString, words);
        const auto run = m_kept.importText(text, source);
        PFX_GOOD(refused(run, unreadable, {QStringLiteral("Ошибка чтения файла"), words}));
        PFX_GOOD(m_kept.broken());
    }

    void truncatedAnywhereIsRefused_data() { systems(); }
    void truncatedAnywhereIsRefused()
    {
        QFETCH(QString, source);
        const QByteArray whole = sampleOf(source).trimmed();
        for (qsizetype bytes = 1; bytes < whole.size(); bytes += 5)
            PFX_GOOD(refused(m_kept.importText(whole.left(bytes), source), unreadable, {QStringLiteral("Ошибка чтения файла")}));
        PFX_GOOD(m_kept.broken());
    }

    void ofTheOtherSystemIsRefused_data() { systems(); }
    void ofTheOtherSystemIsRefused()
    {
        QFETCH(QString, source);
        const QString other = source == bothSystems[0] ? bothSystems[1] : bothSystems[0];
        PFX_GOOD(refused(m_kept.importText(sampleOf(source), other), unreadable, {QStringLiteral("Ошибка чтения файла")}));
        PFX_GOOD(m_kept.broken());
    }

    void ofNothingEndsWithZeros_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("an empty object") << QByteArray("{}");
        QTest::newRow("an empty object behind a byte order mark") << QByteArray("\xEF\xBB\xBF{}\r\n");
        QTest::newRow("an empty array") << QByteArray("[]");
        QTest::newRow("empty sections") << QByteArray(R"({"contacts":[],"deals":{},"pipelines":null})");
    }
    void ofNothingEndsWithZeros()
    {
        QFETCH(QByteArray, text);
        for (const QString &source : bothSystems) {
            const auto run = m_kept.importText(text, source);
            QCOMPARE(run.status, 0);
            for (const char *kind : {"contacts", "companies", "deals", "pipelines", "stages"})
                QCOMPARE(counts(run.object(), kind), QStringLiteral("0 read, 0 created, 0 updated, 0 skipped, 0 failed"));
            const auto words = m_kept.ctl().run({QStringLiteral("import"), QStringLiteral("file"), m_kept.ctl().path(QStringLiteral("source")),
                                                 QStringLiteral("--source"), source, QStringLiteral("--default-employee"), QStringLiteral("1")});
            QCOMPARE(words.status, 0);
            QVERIFY(words.out.contains("Импорт завершен"));
        }
        PFX_GOOD(m_kept.broken());
    }

    void withSectionsTwiceIsReadWhole_data() { systems(); }
    void withSectionsTwiceIsReadWhole()
    {
        QFETCH(QString, source);
        const bool amocrm = source == bothSystems[0];
        const auto run = m_kept.importText(amocrm ? R"({"contacts":[{"id":1,"name":"А"}],"contacts":[{"id":2,"name":"Б"}]})"
                                                  : R"({"contacts":[{"ID":1,"NAME":"А"}],"contacts":[{"ID":2,"NAME":"Б"}]})",
                                           source);
        QCOMPARE(run.status, 0);
        PFX_GOOD(m_kept.broken(2));
    }

    void withATextOf200MegabytesLosesOnlyThatRow_data() { systems(); }
    void withATextOf200MegabytesLosesOnlyThatRow()
    {
        QFETCH(QString, source);
        const QByteArray key = source == bothSystems[0] ? "{\"id\":" : "{\"ID\":";
        const QByteArray name = source == bothSystems[0] ? ",\"name\":\"" : ",\"NAME\":\"";
        const QString path = m_kept.ctl().path(QStringLiteral("source"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray megabyte(1024 * 1024, 'x');
        file.write("{\"contacts\":[" + key + "1" + name + "А\"}," + key + "2" + name);
        for (int i = 0; i < 200; ++i)
            file.write(megabyte);
        file.write("\"}," + key + "3" + name + "Б\"}]}");
        file.close();
        const auto run = m_kept.import(path, source);
        QVERIFY(QFile::remove(path));
        QCOMPARE(run.status, 3);
        QCOMPARE(counts(run.object(), "contacts"), QStringLiteral("3 read, 2 created, 0 updated, 0 skipped, 1 failed"));
        const QString message = run.object()[QStringLiteral("problems")].toArray().first().toObject()[QStringLiteral("message")].toString();
        QVERIFY2(message.startsWith(QStringLiteral("contacts[1]")), qPrintable(message));
        PFX_GOOD(m_kept.broken(2));
    }

private:
    static void systems()
    {
        QTest::addColumn<QString>("source");
        for (const QString &source : bothSystems)
            QTest::newRow(qPrintable(source)) << source;
    }

    Kept m_kept;
};

QTEST_GUILESS_MAIN(BadFile)
#include "tst_bad_file.moc"
