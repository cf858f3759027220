// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/name_template.h"

#include "tests/support/verify_result.h"

#include <QtTest>

using namespace pfx;
using rules::NameTemplate;

namespace {

const QStringList known{QStringLiteral("number"), QStringLiteral("client_name")};

QString rendered(const QString &text, const QHash<QString, QString> &values, int most = 255)
{
    const auto name = NameTemplate::parse(text, known);
    return name ? name->render(values, most) : QStringLiteral("<refused>");
}

} // namespace

class TestNameTemplate : public QObject
{
    Q_OBJECT

private slots:
    void variablesAreFilled_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("client");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *title, const char *text, const char *number, const char *client, const char *name) {
            QTest::newRow(title) << QString::fromUtf8(text) << QString::fromUtf8(number) << QString::fromUtf8(client)
                                 << QString::fromUtf8(name);
        };
        row("both", "Заявка #{{number}} – {{client_name}}", "ORD-1", "Анна", "Заявка #ORD-1 – Анна");
        row("with spaces in the braces", "{{ number }}/{{client_name }}", "1", "Анна", "1/Анна");
        row("nothing behind the dash", "Заявка #{{number}} – {{client_name}}", "ORD-1", "", "Заявка #ORD-1");
        row("a value of several lines", "{{client_name}}", "", "Анна\n\tЛебедева", "Анна Лебедева");
        row("a value that looks like a variable", "{{client_name}}", "1", "{{number}}", "{{number}}");
        row("single braces are words", "{number} {{number}}", "7", "", "{number} 7");
        row("no variable", "Заявка", "1", "", "Заявка");
        row("nothing", "", "1", "", "");
    }
    void variablesAreFilled()
    {
        QFETCH(QString, text);
        QFETCH(QString, number);
        QFETCH(QString, client);
        QTEST(rendered(text, {{QStringLiteral("number"), number}, {QStringLiteral("client_name"), client}}), "name");
    }

    void aLongNameIsCutBetweenCharacters()
    {
        const QString name = rendered(QStringLiteral("{{client_name}}"), {{QStringLiteral("client_name"), QString(10, u'я')}}, 6);
        QCOMPARE(name, QStringLiteral("яяяяя…"));
        // The pair of the smile would be split at the limit.
        QCOMPARE(rendered(QStringLiteral("{{client_name}}"), {{QStringLiteral("client_name"), QStringLiteral("abcd😀efg")}}, 6),
                 QStringLiteral("abcd…"));
    }

    void mistakeIsNamedByItsPlace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("where");
        QTest::newRow("not closed") << QStringLiteral("№ {{number") << QStringLiteral("3");
        QTest::newRow("closed by one brace") << QStringLiteral("{{number}") << QStringLiteral("1");
        QTest::newRow("unknown") << QStringLiteral("{{number}} {{phone}}") << QStringLiteral("12");
        QTest::newRow("empty") << QStringLiteral("{{}}") << QStringLiteral("1");
        QTest::newRow("in other letters") << QStringLiteral("{{Number}}") << QStringLiteral("1");
    }
    void mistakeIsNamedByItsPlace()
    {
        QFETCH(QString, text);
        const auto name = NameTemplate::parse(text, known);
        PFX_VERIFY_ERROR(name, base::ErrorCode::Validation);
        QTEST(name.error().where, "where");
    }

    void variablesAreListedOnce()
    {
        const auto name = NameTemplate::parse(QStringLiteral("{{client_name}} {{number}} {{client_name}}"), known);
        QCOMPARE(name->variables(), (QStringList{QStringLiteral("client_name"), QStringLiteral("number")}));
    }
};

QTEST_GUILESS_MAIN(TestNameTemplate)
#include "tst_name_template.moc"
