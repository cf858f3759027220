// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/config_set.h"

#include "app/ctl/context.h"
#include "app/ctl/json_writer.h"
#include "core/settings/settings.h"

#include <QCoreApplication>

namespace pfx::ctl {

using base::Result;

QStringList ConfigSet::words() const
{
    return {QStringLiteral("config"), QStringLiteral("set")};
}

QStringList ConfigSet::arguments() const
{
    return {QStringLiteral("KEY")};
}

QStringList ConfigSet::optionalArguments() const
{
    return {QStringLiteral("VALUE")};
}

QString ConfigSet::description() const
{
    return QCoreApplication::translate("Ctl", "Changes a setting; without a value it gets its default back.");
}

Result<Exit> ConfigSet::run(Context &context, const QCommandLineParser &options)
{
    const QStringList arguments = options.positionalArguments();
    const QString key = arguments.first();
    PFX_ASSIGN(store::Store *const store, context.store());
    PFX_TRY(store->writer().run([&](store::Connection &db) { return settings::write(db, key, arguments.value(1)); }));
    PFX_ASSIGN(store::Connection *const db, context.db());
    PFX_ASSIGN(const auto values, settings::Settings::load(*db));
    if (context.json()) {
        JsonWriter json;
        json.object([&] {
            json.member("key", key);
            json.member("value", values.text(key));
        });
        context.out(json.take() + '\n');
    } else {
        context.line(QStringLiteral("%1 = %2").arg(key, values.text(key)));
    }
    return Exit::Done;
}

} // namespace pfx::ctl
