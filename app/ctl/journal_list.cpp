// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/journal_list.h"

#include "app/ctl/context.h"
#include "app/ctl/journal_json.h"
#include "app/ctl/json_writer.h"
#include "app/ctl/table.h"
#include "core/exchange/journal_pages.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace pfx::ctl {

using base::Result;

QStringList JournalList::words() const
{
    return {QStringLiteral("journal"), QStringLiteral("list")};
}

QString JournalList::description() const
{
    return QCoreApplication::translate("Ctl", "Lists what came in and went out, newest first.");
}

void JournalList::addOptions(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("direction"), QCoreApplication::translate("Ctl", "Only what came in, or went out: in, out."),
                      QStringLiteral("DIRECTION")});
    parser.addOption({QStringLiteral("service"), QCoreApplication::translate("Ctl", "Only of this service: planfix, orders, site."),
                      QStringLiteral("SERVICE")});
    parser.addOption({QStringLiteral("limit"), QCoreApplication::translate("Ctl", "At most so many."), QStringLiteral("N")});
}

Result<Exit> JournalList::run(Context &context, const QCommandLineParser &options)
{
    exchange::JournalFilter filter;
    if (options.isSet(QStringLiteral("direction"))) {
        PFX_ASSIGN(const QString word, choice(options, QStringLiteral("direction"), {QStringLiteral("in"), QStringLiteral("out")}));
        filter.direction = word == QLatin1String("in") ? exchange::Direction::In : exchange::Direction::Out;
    }
    filter.service = options.value(QStringLiteral("service"));
    int limit = 100;
    if (options.isSet(QStringLiteral("limit"))) {
        PFX_ASSIGN(const qint64 given, numberArgument(options.value(QStringLiteral("limit"))));
        limit = static_cast<int>(std::clamp<qint64>(given, 1, 100'000));
    }
    PFX_ASSIGN(store::Connection *const db, context.db());
    PFX_ASSIGN(const auto entries, exchange::journalPage(*db, filter, 0, limit));
    if (context.json()) {
        QJsonArray array;
        for (const exchange::JournalEntry &entry : entries)
            array.append(journalJson(entry));
        context.out(QJsonDocument(array).toJson(QJsonDocument::Compact) + '\n');
        return Exit::Done;
    }
    Table table;
    for (const exchange::JournalEntry &entry : entries)
        table.row({QString::number(entry.id), isoTime(entry.timeMs), exchange::name(entry.direction), entry.service,
                   entry.operation.isEmpty() ? entry.method + QLatin1Char(' ') + entry.path : entry.operation, exchange::name(entry.state),
                   entry.status ? QString::number(*entry.status) : QString(), entry.errorCode});
    context.out(table.text());
    return Exit::Done;
}

} // namespace pfx::ctl
