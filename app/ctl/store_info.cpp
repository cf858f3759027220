// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/store_info.h"

#include "app/ctl/context.h"
#include "app/ctl/json_writer.h"
#include "app/ctl/table.h"
#include "core/crm/lists.h"

#include <QCoreApplication>
#include <QLocale>

namespace pfx::ctl {

using base::Result;

QStringList StoreInfo::words() const
{
    return {QStringLiteral("store"), QStringLiteral("info")};
}

QString StoreInfo::description() const
{
    return QCoreApplication::translate("Ctl", "Shows where the data are and how much there is.");
}

Result<Exit> StoreInfo::run(Context &context, const QCommandLineParser &)
{
    PFX_ASSIGN(store::Store *const store, context.store());
    PFX_ASSIGN(store::Connection *const db, context.db());
    PFX_ASSIGN(const store::StoreInfo info, store->info());
    PFX_ASSIGN(const crm::Totals totals, crm::totals(*db));
    if (context.json()) {
        JsonWriter json;
        json.object([&] {
            json.member("url", info.url);
            json.member("backend", info.backend);
            json.member("version", info.version);
            json.member("bytes", info.bytes);
            json.member("server_version", info.serverVersion);
            json.member("contacts", totals.contacts);
            json.member("companies", totals.companies);
            json.member("deals", totals.deals);
            json.member("pipelines", totals.pipelines);
            json.member("employees", totals.employees);
        });
        context.out(json.take() + '\n');
        return Exit::Done;
    }
    const QLocale locale;
    Table table;
    table.row({QCoreApplication::translate("Ctl", "Address"), info.url});
    table.row({QCoreApplication::translate("Ctl", "Database"), info.backend + QLatin1Char(' ') + info.serverVersion});
    table.row({QCoreApplication::translate("Ctl", "Version"), QString::number(info.version)});
    table.row({QCoreApplication::translate("Ctl", "Size"), locale.formattedDataSize(info.bytes)});
    table.row({QCoreApplication::translate("Ctl", "Contacts"), locale.toString(totals.contacts)});
    table.row({QCoreApplication::translate("Ctl", "Companies"), locale.toString(totals.companies)});
    table.row({QCoreApplication::translate("Ctl", "Deals"), locale.toString(totals.deals)});
    context.out(table.text());
    return Exit::Done;
}

} // namespace pfx::ctl
