// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/import_list.h"

#include "app/ctl/context.h"
#include "app/ctl/import_result.h"
#include "app/ctl/json_import.h"
#include "app/ctl/table.h"
#include "core/migration/runs.h"

#include <QCoreApplication>

namespace pfx::ctl {

using base::Result;

QStringList ImportList::words() const
{
    return {QStringLiteral("import"), QStringLiteral("list")};
}

QString ImportList::description() const
{
    return QCoreApplication::translate("Ctl", "Lists the imports, the newest first.");
}

Result<Exit> ImportList::run(Context &context, const QCommandLineParser &)
{
    PFX_ASSIGN(store::Store *const store, context.store());
    PFX_ASSIGN(store::Connection *const db, context.db());
    PFX_ASSIGN(const QVector<migration::RunReport> reports, migration::runs::list(*store, *db));
    if (context.json()) {
        JsonWriter json;
        json.array([&] {
            for (const migration::RunReport &report : reports)
                json::write(json, report);
        });
        context.out(json.take() + '\n');
        return Exit::Done;
    }
    Table table;
    for (const migration::RunReport &report : reports) {
        const migration::Counters total = report.total();
        table.row({QString::number(report.run), isoTime(report.startedAt), records::name(report.source), stateOf(report),
                   QString::number(total.read), report.path});
    }
    context.out(table.text());
    return Exit::Done;
}

} // namespace pfx::ctl
