// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/journal_replay.h"

#include "app/ctl/context.h"
#include "core/exchange/inbox.h"

#include <QCoreApplication>

namespace pfx::ctl {

using base::Result;

QStringList JournalReplay::words() const
{
    return {QStringLiteral("journal"), QStringLiteral("replay")};
}

QStringList JournalReplay::arguments() const
{
    return {QStringLiteral("ID")};
}

QString JournalReplay::description() const
{
    return QCoreApplication::translate("Ctl", "Works an incoming request off once more.");
}

Result<Exit> JournalReplay::run(Context &context, const QCommandLineParser &options)
{
    PFX_ASSIGN(const qint64 id, numberArgument(options.positionalArguments().first()));
    PFX_ASSIGN(store::Store *const store, context.store());
    exchange::Bell nobody;
    exchange::Inbox inbox(context.clock(), nobody);
    qint64 row = 0;
    PFX_TRY(store->writer().run([&](store::Connection &db) -> Result<void> {
        PFX_ASSIGN(row, inbox.replay(db, id));
        return {};
    }));
    if (context.json())
        context.out("{\"id\":" + QByteArray::number(row) + "}\n");
    else
        context.line(QCoreApplication::translate("Ctl", "Row %1 will be worked off by the program that serves.").arg(row));
    return Exit::Done;
}

} // namespace pfx::ctl
