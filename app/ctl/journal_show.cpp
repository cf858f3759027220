// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/journal_show.h"

#include "app/ctl/context.h"
#include "app/ctl/journal_json.h"
#include "core/exchange/journal_pages.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace pfx::ctl {

using base::Result;

QStringList JournalShow::words() const
{
    return {QStringLiteral("journal"), QStringLiteral("show")};
}

QStringList JournalShow::arguments() const
{
    return {QStringLiteral("ID")};
}

QString JournalShow::description() const
{
    return QCoreApplication::translate("Ctl", "Shows an exchange with its request and answer, without secrets.");
}

Result<Exit> JournalShow::run(Context &context, const QCommandLineParser &options)
{
    PFX_ASSIGN(const qint64 id, numberArgument(options.positionalArguments().first()));
    PFX_ASSIGN(store::Connection *const db, context.db());
    PFX_ASSIGN(const auto details, exchange::journalDetails(*db, id));
    const QByteArray json = QJsonDocument(journalJson(details)).toJson(context.json() ? QJsonDocument::Compact : QJsonDocument::Indented);
    context.out(context.json() ? json + '\n' : json);
    return Exit::Done;
}

} // namespace pfx::ctl
