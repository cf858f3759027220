// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"

#include "app/ctl/table.h"

#include <QCoreApplication>

namespace pfx::ctl {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Ctl)

public:
    static QVector<QCommandLineOption> common()
    {
        return {{QStringLiteral("profile"), tr("Folder of the profile."), QStringLiteral("DIR")},
                {QStringLiteral("store"), tr("Address of the database: sqlite:/file or postgresql://user@host:port/db."),
                 QStringLiteral("URL")},
                {QStringLiteral("lang"), tr("Language of the messages."), QStringLiteral("ru|en")},
                {QStringLiteral("json"), tr("Prints one JSON document on the standard output.")},
                {{QStringLiteral("h"), QStringLiteral("help")}, tr("Shows this help.")},
                {{QStringLiteral("v"), QStringLiteral("version")}, tr("Shows the version.")}};
    }

    static QString usageLine() { return tr("Usage: pfxctl COMMAND [OPTIONS]"); }
    static QString commandsHead() { return tr("Commands:"); }
    static QString more() { return tr("“pfxctl COMMAND --help” shows the options of a command."); }
    static QString usageOf(const QString &command) { return tr("Usage: pfxctl %1 [OPTIONS]").arg(command); }
};

bool takesValue(const QString &argument)
{
    return argument == QLatin1String("--profile") || argument == QLatin1String("--store") || argument == QLatin1String("--lang");
}

QString synopsis(const Command &command)
{
    QStringList parts = command.words() + command.arguments();
    for (const QString &optional : command.optionalArguments())
        parts.append(QLatin1Char('[') + optional + QLatin1Char(']'));
    return parts.join(QLatin1Char(' '));
}

} // namespace

void addCommonOptions(QCommandLineParser &parser)
{
    parser.addOptions(Words::common());
}

CommandLine splitCommandLine(const QStringList &arguments, const Commands &commands)
{
    CommandLine line;
    line.arguments = arguments.mid(0, 1);
    qsizetype i = 1;
    for (; i < arguments.size() && !line.command && line.words.size() < 2; ++i) {
        const QString &argument = arguments[i];
        if (argument.startsWith(QLatin1Char('-'))) {
            line.arguments.append(argument);
            if (takesValue(argument) && i + 1 < arguments.size())
                line.arguments.append(arguments[++i]);
            continue;
        }
        line.words.append(argument);
        for (const auto &command : commands) {
            if (command->words() == line.words)
                line.command = command.get();
        }
    }
    line.arguments += arguments.mid(i);
    return line;
}

QString earlyValue(const QStringList &arguments, const QString &option)
{
    const QString name = QStringLiteral("--") + option;
    QString value; // the last one counts, as QCommandLineParser has it
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == name && i + 1 < arguments.size())
            value = arguments[++i];
        else if (arguments[i].startsWith(name + QLatin1Char('=')))
            value = arguments[i].mid(name.size() + 1);
    }
    return value;
}

bool earlyFlag(const QStringList &arguments, const QString &option)
{
    return arguments.mid(1).contains(QStringLiteral("--") + option);
}

QString generalHelp(const Commands &commands)
{
    Table table;
    for (const auto &command : commands)
        table.row({QStringLiteral("  ") + synopsis(*command), command->description()});
    QCommandLineParser parser;
    addCommonOptions(parser);
    const QString options = parser.helpText();
    return Words::usageLine() + QStringLiteral("\n\n") + Words::commandsHead() + QLatin1Char('\n') + table.text()
           + options.mid(options.indexOf(QLatin1Char('\n'))) + QLatin1Char('\n') + Words::more() + QLatin1Char('\n');
}

QString commandHelp(const Command &command, const QCommandLineParser &parser)
{
    const QString options = parser.helpText();
    return Words::usageOf(synopsis(command)) + QLatin1Char('\n') + command.description() + QLatin1Char('\n')
           + options.mid(options.indexOf(QLatin1Char('\n')));
}

} // namespace pfx::ctl
