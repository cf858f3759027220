// SPDX-License-Identifier: GPL-3.0-or-later
// pfxctl: the console without a screen. Builds the table of commands, finds the one that was asked for and ends with its exit status.
#include "app/ctl/command_line.h"
#include "app/ctl/config_get.h"
#include "app/ctl/config_list.h"
#include "app/ctl/config_set.h"
#include "app/ctl/context.h"
#include "app/ctl/employee_add.h"
#include "app/ctl/employee_hand_over.h"
#include "app/ctl/employee_list.h"
#include "app/ctl/export_records.h"
#include "app/ctl/failure.h"
#include "app/ctl/import_file.h"
#include "app/ctl/import_list.h"
#include "app/ctl/import_report.h"
#include "app/ctl/import_resume.h"
#include "app/ctl/import_show.h"
#include "app/ctl/import_undo.h"
#include "app/ctl/journal_list.h"
#include "app/ctl/journal_replay.h"
#include "app/ctl/journal_retry.h"
#include "app/ctl/journal_show.h"
#include "app/ctl/mailing_forward.h"
#include "app/ctl/mailing_list.h"
#include "app/ctl/mailing_show.h"
#include "app/ctl/mailing_suppress.h"
#include "app/ctl/mailing_unsuppress.h"
#include "app/ctl/order_add.h"
#include "app/ctl/order_list.h"
#include "app/ctl/order_show.h"
#include "app/ctl/order_sync.h"
#include "app/ctl/order_test.h"
#include "app/ctl/planfix_check.h"
#include "app/ctl/record_list.h"
#include "app/ctl/record_show.h"
#include "app/ctl/secret_list.h"
#include "app/ctl/secret_remove.h"
#include "app/ctl/secret_set.h"
#include "app/ctl/serve.h"
#include "app/ctl/server_check.h"
#include "app/ctl/sms_list.h"
#include "app/ctl/sms_send.h"
#include "app/ctl/sms_show.h"
#include "app/ctl/sms_test.h"
#include "app/ctl/store_backup.h"
#include "app/ctl/store_check.h"
#include "app/ctl/store_info.h"
#include "app/ctl/store_move.h"
#include "app/ctl/store_restore.h"
#include "translations/translations.h"

#include <QCoreApplication>
#include <QLocale>

#include <cstdio>

namespace {

using namespace pfx;
using namespace pfx::ctl;
using records::Kind;

Commands allCommands()
{
    Commands commands;
    commands.push_back(std::make_unique<EmployeeAdd>());
    commands.push_back(std::make_unique<EmployeeList>());
    commands.push_back(std::make_unique<EmployeeHandOver>());
    commands.push_back(std::make_unique<ImportFile>());
    commands.push_back(std::make_unique<ImportList>());
    commands.push_back(std::make_unique<ImportShow>());
    commands.push_back(std::make_unique<ImportResume>());
    commands.push_back(std::make_unique<ImportUndo>());
    commands.push_back(std::make_unique<ImportReport>());
    for (const Kind kind : {Kind::Contact, Kind::Company, Kind::Deal, Kind::Pipeline}) {
        commands.push_back(std::make_unique<RecordList>(kind));
        commands.push_back(std::make_unique<RecordShow>(kind));
    }
    commands.push_back(std::make_unique<ExportRecords>());
    commands.push_back(std::make_unique<ConfigList>());
    commands.push_back(std::make_unique<ConfigGet>());
    commands.push_back(std::make_unique<ConfigSet>());
    commands.push_back(std::make_unique<SecretSet>());
    commands.push_back(std::make_unique<SecretList>());
    commands.push_back(std::make_unique<SecretRemove>());
    commands.push_back(std::make_unique<OrderAdd>());
    commands.push_back(std::make_unique<OrderList>());
    commands.push_back(std::make_unique<OrderShow>());
    commands.push_back(std::make_unique<OrderTest>());
    commands.push_back(std::make_unique<OrderSync>());
    commands.push_back(std::make_unique<MailingLists>());
    commands.push_back(std::make_unique<MailingShow>());
    commands.push_back(std::make_unique<MailingSuppress>());
    commands.push_back(std::make_unique<MailingUnsuppress>());
    commands.push_back(std::make_unique<MailingForward>());
    commands.push_back(std::make_unique<SmsSend>());
    commands.push_back(std::make_unique<SmsList>());
    commands.push_back(std::make_unique<SmsShow>());
    commands.push_back(std::make_unique<SmsTest>());
    commands.push_back(std::make_unique<PlanfixCheck>());
    commands.push_back(std::make_unique<ServerCheck>());
    commands.push_back(std::make_unique<Serve>());
    commands.push_back(std::make_unique<JournalList>());
    commands.push_back(std::make_unique<JournalShow>());
    commands.push_back(std::make_unique<JournalReplay>());
    commands.push_back(std::make_unique<JournalRetry>());
    commands.push_back(std::make_unique<StoreInfo>());
    commands.push_back(std::make_unique<StoreCheck>());
    commands.push_back(std::make_unique<StoreBackup>());
    commands.push_back(std::make_unique<StoreRestore>());
    commands.push_back(std::make_unique<StoreMove>());
    return commands;
}

base::Result<void> checkArguments(const Command &command, const QCommandLineParser &parser)
{
    const QStringList wanted = command.arguments();
    const QStringList given = parser.positionalArguments();
    if (given.size() < wanted.size())
        return usage(QCoreApplication::translate("Ctl", "%1 is missing").arg(wanted[given.size()]));
    const qsizetype most = wanted.size() + command.optionalArguments().size();
    if (given.size() > most)
        return usage(QCoreApplication::translate("Ctl", "“%1” is one argument too many").arg(given[most]));
    return {};
}

base::Result<Exit> runCommand(Context &context, const CommandLine &line, const Commands &commands)
{
    QCommandLineParser parser;
    addCommonOptions(parser);
    if (line.command)
        line.command->addOptions(parser);
    const bool understood = parser.parse(line.arguments);
    if (parser.isSet(QStringLiteral("version"))) {
        context.line(QStringLiteral("pfxctl ") + QCoreApplication::applicationVersion());
        return Exit::Done;
    }
    if (parser.isSet(QStringLiteral("help"))) {
        context.out(line.command ? commandHelp(*line.command, parser) : generalHelp(commands));
        return Exit::Done;
    }
    if (!line.command) {
        return usage(line.words.isEmpty()
                         ? QCoreApplication::translate("Ctl", "No command given")
                         : QCoreApplication::translate("Ctl", "There is no command “%1”").arg(line.words.join(QLatin1Char(' '))));
    }
    if (!understood)
        return usage(parser.errorText());
    PFX_TRY(checkArguments(*line.command, parser));
    return line.command->run(context, parser);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("pfxctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PFX_VERSION));
    const QStringList arguments = QCoreApplication::arguments();
    translations::install(application,
                          translations::chooseLanguage(earlyValue(arguments, QStringLiteral("lang")), QLocale::system().name()));

    const Commands commands = allCommands();
    Context context(earlyValue(arguments, QStringLiteral("profile")), earlyValue(arguments, QStringLiteral("store")),
                    earlyFlag(arguments, QStringLiteral("json")));
    const auto ended = runCommand(context, splitCommandLine(arguments, commands), commands);
    const Exit exit = ended ? *ended : reportFailure(context, ended.error());
    if (std::fflush(stdout) != 0 || !context.outputIsWhole()) {
        context.message(QCoreApplication::translate("Ctl", "The output could not be written."));
        return static_cast<int>(exit == Exit::Done ? Exit::Failed : exit);
    }
    return static_cast<int>(exit);
}
