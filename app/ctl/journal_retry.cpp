// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/journal_retry.h"

#include "app/ctl/context.h"
#include "core/exchange/outbox.h"

#include <QCoreApplication>

namespace pfx::ctl {

using base::Result;

QStringList JournalRetry::words() const
{
    return {QStringLiteral("journal"), QStringLiteral("retry")};
}

QStringList JournalRetry::arguments() const
{
    return {QStringLiteral("ID")};
}

QString JournalRetry::description() const
{
    return QCoreApplication::translate("Ctl", "Tries an effect again that waits for attention.");
}

void JournalRetry::addOptions(QCommandLineParser &parser) const
{
    parser.addOption(
        {QStringLiteral("accept-repeat"), QCoreApplication::translate("Ctl", "Also when nobody knows whether it was done already.")});
}

Result<Exit> JournalRetry::run(Context &context, const QCommandLineParser &options)
{
    PFX_ASSIGN(const qint64 id, numberArgument(options.positionalArguments().first()));
    PFX_ASSIGN(store::Store *const store, context.store());
    exchange::Bell nobody;
    exchange::Outbox outbox(context.clock(), nobody);
    const auto doubt = options.isSet(QStringLiteral("accept-repeat")) ? exchange::Doubt::AcceptRepeat : exchange::Doubt::Respect;
    PFX_TRY(store->writer().run([&](store::Connection &db) { return outbox.retry(db, id, doubt); }));
    if (context.json())
        context.out("{\"id\":" + QByteArray::number(id) + "}\n");
    else
        context.line(QCoreApplication::translate("Ctl", "Row %1 will be worked off by the program that serves.").arg(id));
    return Exit::Done;
}

} // namespace pfx::ctl
