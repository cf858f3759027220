// SPDX-License-Identifier: GPL-3.0-or-later
// Splits the command line into the options of every command, the command's words and the rest. Pure; any thread.
#pragma once

#include "app/ctl/command.h"

#include <memory>
#include <vector>

namespace pfx::ctl {

using Commands = std::vector<std::unique_ptr<Command>>;

/// The options that every command knows: --profile, --store, --lang, --json, --help, --version.
void addCommonOptions(QCommandLineParser &parser);

struct CommandLine
{
    Command *command = nullptr; ///< Null when the words name none.
    QStringList words;          ///< The words that were taken for a command's name.
    QStringList arguments;      ///< For QCommandLineParser: the program's name and everything but the words.
};

CommandLine splitCommandLine(const QStringList &arguments, const Commands &commands);

/// What must be known before the command line is understood: the language of the messages and whether they are JSON.
QString earlyValue(const QStringList &arguments, const QString &option);
bool earlyFlag(const QStringList &arguments, const QString &option);

/// The text of `pfxctl --help`.
QString generalHelp(const Commands &commands);
/// The text of `pfxctl COMMAND --help`.
QString commandHelp(const Command &command, const QCommandLineParser &parser);

} // namespace pfx::ctl
