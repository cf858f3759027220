// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/store_move.h"

#include "app/ctl/context.h"
#include "app/ctl/json_writer.h"
#include "app/profile/store_place.h"
#include "core/base/progress.h"
#include "core/crm/bulk_load.h"
#include "core/store/move.h"

#include <QCoreApplication>
#include <QLocale>

namespace pfx::ctl {

using base::Result;
using store::MoveProgress;

namespace {

const QString toOption = QStringLiteral("to");

class Words {
    Q_DECLARE_TR_FUNCTIONS(Ctl)

public:
    static QString description() { return tr("Brings everything into another, empty database; this one stays as it is."); }
    static QString toDescription() { return tr("The address of the other database."); }
    static QString missing() { return tr("--to is missing"); }
    static QString progress(const MoveProgress &now)
    {
        const QLocale locale;
        return now.table.isEmpty()
            ? tr("Building the indexes")
            : tr("%1: %2 of %3 rows").arg(now.table, locale.toString(now.rows), locale.toString(now.allRows));
    }
    static QString done(const app::MovedStore &moved)
    {
        const QString rows = QLocale().toString(moved.report.rows);
        return moved.isRemembered
            ? tr("%1 rows are now in %2, which both programs use from now on; the old database was left untouched.").arg(rows, moved.address)
            : tr("%1 rows are now in %2. Begin both programs with --store or PFX_STORE from now on; the old database was left untouched.")
                  .arg(rows, moved.address);
    }
};

void print(Context &context, const QString &from, const app::MovedStore &moved)
{
    if (!context.json())
        return context.line(Words::done(moved));
    const store::MoveReport &report = moved.report;
    JsonWriter json;
    json.object([&] {
        json.member("from", from);
        json.member("to", moved.address);
        json.flag("remembered", moved.isRemembered);
        json.member("rows", report.rows);
        json.key("tables");
        json.array([&] {
            for (const store::MovedTable &table : report.tables) {
                json.object([&] {
                    json.member("name", table.name);
                    json.member("rows", table.rows);
                });
            }
        });
    });
    context.out(json.take() + '\n');
}

} // namespace

QStringList StoreMove::words() const
{
    return {QStringLiteral("store"), QStringLiteral("move")};
}

QString StoreMove::description() const
{
    return Words::description();
}

void StoreMove::addOptions(QCommandLineParser &parser) const
{
    parser.addOption({toOption, Words::toDescription(), QStringLiteral("URL")});
}

Result<Exit> StoreMove::run(Context &context, const QCommandLineParser &options)
{
    if (!options.isSet(toOption))
        return usage(Words::missing());
    PFX_ASSIGN(const auto url, store::StoreUrl::parse(options.value(toOption)));
    PFX_ASSIGN(store::Store *const from, context.store());
    PFX_ASSIGN(const app::Profile profile, context.profile());
    PFX_ASSIGN(secrets::SecretStore *const secrets, context.secrets());
    base::StopSource stop;
    context.stopSignal().watch([&stop] { stop.request_stop(); });
    base::ProgressGate<MoveProgress> gate(context.clock(),
                                          [&context](const MoveProgress &now) { context.progress(Words::progress(now)); });
    store::MoveHooks hooks;
    hooks.derive = crm::fillSearchIndex;
    hooks.progress = [&gate](const MoveProgress &now) { gate.offer(now); };
    const auto moved = app::moveStore(profile, *from, url, *secrets, context.clock(), stop.get_token(), hooks);
    context.stopSignal().forget();
    context.progress(QString());
    if (!moved)
        return base::fail(moved.error());
    print(context, from->url().display(), *moved);
    return Exit::Done;
}

} // namespace pfx::ctl
