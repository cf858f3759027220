// SPDX-License-Identifier: GPL-3.0-or-later
// What people are shown of requests and answers, also of malformed, hostile and huge ones.
#include "ui/journal/pretty_text.h"

#include <QElapsedTimer>
#include <QTest>

using pfx::ui::prettyText;

class tst_pretty_text : public QObject
{
    Q_OBJECT

private slots:
    void texts_data();
    void texts();
    void whatIsHugeStaysAsItIs();
    void whatIsDeepIsNoTrouble();
};

void tst_pretty_text::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("pretty");
    const auto row = [](const char *name, const char *text, const char *pretty) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(pretty);
    };
    row("JSON gets indents", R"({"id":1,"name":"Анна"})", "{\n    \"id\": 1,\n    \"name\": \"Анна\"\n}");
    row("what was hidden is no obstacle", R"({"id":***,"tags":[***,***],"code":5})",
        "{\n    \"code\": 5,\n    \"id\": ***,\n    \"tags\": [\n        ***,\n        ***\n    ]\n}");
    row("a form gets lines", "cmd=event&text=%D0%90%D0%BD%D0%BD%D0%B0+%26+co", "cmd = event\ntext = Анна & co");
    row("headers stay above the body", "Host: x\nAccept: */*\n\n[1]", "Host: x\nAccept: */*\n\n[\n    1\n]");
    row("headers as one line of JSON", "{\"a\":\"b\"}\nx=1", "{\n    \"a\": \"b\"\n}\n\nx = 1");
    row("broken JSON stays as it is", "{\"id\":", "{\"id\":");
    row("cut JSON stays as it is", "{\"id\":1,\"text\":\"ab…", "{\"id\":1,\"text\":\"ab…");
    row("HTML stays as it is", "<html><body>502 Bad Gateway</body></html>", "<html><body>502 Bad Gateway</body></html>");
    row("a sentence with = stays as it is", "a = b and c", "a = b and c");
    row("a percent sign that is none", "a=%zz", "a = %zz");
    row("nothing", "", "");
    row("a number alone", "17", "17");
}

void tst_pretty_text::texts()
{
    QFETCH(const QString, text);
    QTEST(prettyText(text), "pretty");
}

void tst_pretty_text::whatIsHugeStaysAsItIs()
{
    const QString huge = QStringLiteral("{\"a\":\"") + QString(1'000'000, QLatin1Char('x')) + QStringLiteral("\"}");
    QCOMPARE(prettyText(huge), huge);
    const QString pairs = QStringLiteral("a=1&").repeated(50'000) + QStringLiteral("b=2");
    QElapsedTimer took;
    took.start();
    QVERIFY(!prettyText(pairs).isEmpty());
    QVERIFY2(took.elapsed() < 2'000, qPrintable(QString::number(took.elapsed())));
}

void tst_pretty_text::whatIsDeepIsNoTrouble()
{
    const QString deep = QString(100'000, QLatin1Char('['));
    QCOMPARE(prettyText(deep), deep);
}

QTEST_GUILESS_MAIN(tst_pretty_text)
#include "tst_pretty_text.moc"
