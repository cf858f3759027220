// SPDX-License-Identifier: GPL-3.0-or-later
// One command of pfxctl ("import file PATH …"). main.cpp lists the commands in a table; each runs on the main thread and says with its
// result how the program ends.
#pragma once

#include "core/base/result.h"

#include <QCommandLineParser>

namespace pfx::ctl {

class Context;

/// The exit status: the numbers are part of the contract.
enum class Exit { Done = 0, Failed = 1, Usage = 2, SomeFailed = 3, Stopped = 4 };

class Command
{
public:
    Command() = default;
    virtual ~Command() = default;
    Command(const Command &) = delete;
    Command &operator=(const Command &) = delete;

    /// {"import", "file"}
    virtual QStringList words() const = 0;
    /// The mandatory arguments by their names in the help: {"PATH"}.
    virtual QStringList arguments() const { return {}; }
    /// Those that may follow.
    virtual QStringList optionalArguments() const { return {}; }
    virtual QString description() const = 0;
    virtual void addOptions(QCommandLineParser &parser) const { Q_UNUSED(parser) }
    virtual base::Result<Exit> run(Context &context, const QCommandLineParser &options) = 0;
};

/// A wrong command line; `message` is for people, translated.
base::Failure usage(const QString &message);
/// A record's or run's number.
base::Result<qint64> numberArgument(const QString &text);
/// The value of an option that must be one of a few words; the first of them when it was not given.
base::Result<QString> choice(const QCommandLineParser &options, const QString &option, const QStringList &words);

} // namespace pfx::ctl
