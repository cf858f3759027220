// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/config_get.h"

#include "app/ctl/context.h"
#include "app/ctl/json_writer.h"
#include "core/settings/settings.h"

#include <QCoreApplication>

namespace pfx::ctl {

using base::Result;

QStringList ConfigGet::words() const
{
    return {QStringLiteral("config"), QStringLiteral("get")};
}

QStringList ConfigGet::arguments() const
{
    return {QStringLiteral("KEY")};
}

QString ConfigGet::description() const
{
    return QCoreApplication::translate("Ctl", "Shows the value of a setting.");
}

Result<Exit> ConfigGet::run(Context &context, const QCommandLineParser &options)
{
    const QString key = options.positionalArguments().first();
    if (!settings::find(key))
        return base::fail(base::ErrorCode::NotFound, key, QStringLiteral("setting"));
    PFX_ASSIGN(store::Connection *const db, context.db());
    PFX_ASSIGN(const auto values, settings::Settings::load(*db));
    if (context.json()) {
        JsonWriter json;
        json.object([&] {
            json.member("key", key);
            json.member("value", values.text(key));
            json.flag("is_default", values.isDefault(key));
        });
        context.out(json.take() + '\n');
    } else {
        context.line(values.text(key));
    }
    return Exit::Done;
}

} // namespace pfx::ctl
