// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctl.h"

#include <QtTest>

using pfx::test::Ctl;

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void wrongUseEndsWithTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const char *arguments, const char *words) {
            QTest::newRow(name) << QString::fromUtf8(arguments).split(QLatin1Char(' '), Qt::SkipEmptyParts) << QString::fromUtf8(words);
        };
        row("no command", "", "Не указана команда");
        row("an unknown command", "foo bar", "Нет команды «foo bar»");
        row("half a command", "import", "Нет команды «import»");
        row("a missing argument", "employee add", "Не хватает: NAME");
        row("an argument too many", "employee list one", "Лишний аргумент: «one»");
        row("an unknown option", "employee list --colour", "colour");
        row("a number that is none", "contact show abc", "«abc» — не число");
        row("a wrong source", "import file x --default-employee 1 --source bitrix", "--source");
        row("no source", "import file x --default-employee 1", "--source amocrm");
        row("a wrong policy", "import file x --default-employee 1 --source amocrm --duplicates maybe", "--duplicates");
        row("a wrong format", "export contacts --format xml", "--format");
        row("a wrong thing to export", "export cats --format csv", "«cats»");
        row("no default employee", "import file x --source amocrm", "Выберите пользователя по умолчанию");
    }
    void wrongUseEndsWithTwo()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, words);
        const Ctl ctl;
        const auto run = ctl.run(arguments);
        QCOMPARE(run.status, 2);
        QCOMPARE(run.out, QByteArray());
        QVERIFY2(QString::fromUtf8(run.messages).contains(words), run.messages.constData());

        const auto json = ctl.json(arguments);
        QCOMPARE(json.status, 2);
        QVERIFY2(json.errorMessage().contains(words), json.out.constData());
        QVERIFY(!json.object()[QStringLiteral("error")].toObject()[QStringLiteral("advice")].toString().isEmpty());
        QCOMPARE(json.messages, QByteArray());
    }

    void languageIsChosen_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("words");
        QTest::newRow("Russian by itself") << QStringList{} << QStringLiteral("Не указана команда");
        QTest::newRow("English") << QStringList{QStringLiteral("--lang"), QStringLiteral("en")} << QStringLiteral("No command given");
        QTest::newRow("English with an equals sign") << QStringList{QStringLiteral("--lang=en")} << QStringLiteral("No command given");
        QTest::newRow("Russian for a language it does not know") << QStringList{QStringLiteral("--lang"), QStringLiteral("de")}
                                                                  << QStringLiteral("Не указана команда");
    }
    void languageIsChosen()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, words);
        QVERIFY(QString::fromUtf8(Ctl().run(arguments).messages).contains(words));
    }

    void helpAndVersionAreResults()
    {
        const Ctl ctl;
        const auto version = ctl.run({QStringLiteral("--version")});
        QCOMPARE(version.status, 0);
        QVERIFY(version.out.startsWith("pfxctl "));
        const auto help = ctl.run({QStringLiteral("--help")});
        QCOMPARE(help.status, 0);
        QVERIFY(help.out.contains("import file PATH"));
        const auto commandHelp = ctl.run({QStringLiteral("import"), QStringLiteral("file"), QStringLiteral("--help")});
        QCOMPARE(commandHelp.status, 0);
        QVERIFY(commandHelp.out.contains("--default-employee"));
        QVERIFY(!QFile::exists(ctl.path(QStringLiteral("profile"))));
    }

    void profileThatCannotBeMadeIsSaid()
    {
        const Ctl ctl;
        const QString file = ctl.file(QStringLiteral("a file"), "x");
        const auto run = ctl.json({QStringLiteral("employee"), QStringLiteral("list"), QStringLiteral("--profile"), file + QStringLiteral("/p")});
        QCOMPARE(run.status, 1);
        QCOMPARE(run.object()[QStringLiteral("error")].toObject()[QStringLiteral("code")].toString(), QStringLiteral("storage_read_only"));
    }

    void completionKnowsEveryCommandAndOption()
    {
        const Ctl ctl;
        const QString help = QString::fromUtf8(ctl.run({QStringLiteral("--help"), QStringLiteral("--lang"), QStringLiteral("en")}).out);
        int commands = 0;
        for (const QString &line : help.split(QLatin1Char('\n'))) {
            if (!line.startsWith(QLatin1String("  ")) || line.startsWith(QLatin1String("  -")) || line.startsWith(QLatin1String("   ")))
                continue;
            ++commands;
            QStringList words;
            for (const QString &word : line.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
                if (words.size() == 2 || word != word.toLower())
                    break;
                words.append(word);
            }
            QVERIFY2(completed({QString()}).contains(words.first()), qPrintable(words.first()));
            if (words.size() == 2) {
                for (const QString &second : words.last().split(QLatin1Char('|')))
                    QVERIFY2(completed({words.first(), second.left(2)}).contains(second), qPrintable(line));
                words.last() = words.last().section(QLatin1Char('|'), 0, 0);
            }
            const QString commandHelp = QString::fromUtf8(ctl.run(words + QStringList{QStringLiteral("--help")}).out);
            const QStringList offered = completed(words + QStringList{QStringLiteral("--")});
            static const QRegularExpression option(QStringLiteral("--[a-z-]+"));
            for (auto match = option.globalMatch(commandHelp); match.hasNext();) {
                const QString found = match.next().captured();
                QVERIFY2(offered.contains(found), qPrintable(words.join(QLatin1Char(' ')) + QLatin1Char(' ') + found));
            }
        }
        QVERIFY(commands >= 20);
    }

    void completionOffersWhatFits_data()
    {
        QTest::addColumn<QStringList>("typed");
        QTest::addColumn<QStringList>("offered");
        const auto words = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
        QTest::newRow("the values of an option") << words("import file a.json --duplicates ") << words("skip update new");
        QTest::newRow("behind the value of a common option") << words("--profile /tmp store c") << words("check");
        QTest::newRow("no command behind a whole one") << words("employee list a") << QStringList{};
        QTest::newRow("nothing of another command") << words("import undo --d") << QStringList{};
    }
    void completionOffersWhatFits()
    {
        QFETCH(QStringList, typed);
        QTEST(completed(typed), "offered");
    }

private:
    /// What bash offers for the last of the words.
    static QStringList completed(const QStringList &words)
    {
        QProcess bash;
        bash.start(QStringLiteral("bash"),
                   QStringList{QStringLiteral("-c"),
                               QStringLiteral("source \"$1\"; shift; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _pfxctl;"
                                              " ((${#COMPREPLY[@]} == 0)) || printf '%s\\n' \"${COMPREPLY[@]}\""),
                               QStringLiteral("bash"), QStringLiteral(PFX_SOURCE_DIR "/resources/completion/pfxctl"), QStringLiteral("pfxctl")}
                       + words);
        if (!bash.waitForFinished() || bash.exitCode() != 0)
            return {QString::fromUtf8(bash.readAllStandardError())};
        return QString::fromUtf8(bash.readAllStandardOutput()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
