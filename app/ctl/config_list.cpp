// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/config_list.h"

#include "app/ctl/context.h"
#include "app/ctl/json_writer.h"
#include "app/ctl/table.h"
#include "core/settings/settings.h"
#include "core/texts/texts.h"

#include <QCoreApplication>

namespace pfx::ctl {

using base::Result;
using settings::Definition;

QStringList ConfigList::words() const
{
    return {QStringLiteral("config"), QStringLiteral("list")};
}

QString ConfigList::description() const
{
    return QCoreApplication::translate("Ctl", "Lists every setting with its value.");
}

namespace {

/// Each setting, and behind a pattern those of its settings that have a value.
void each(const settings::Settings &values, const std::function<void(const Definition &, const QString &key)> &tell)
{
    for (const Definition &definition : settings::definitions()) {
        tell(definition, definition.key);
        for (const QString &key : values.members(definition))
            tell(definition, key);
    }
}

} // namespace

Result<Exit> ConfigList::run(Context &context, const QCommandLineParser &)
{
    PFX_ASSIGN(store::Connection *const db, context.db());
    PFX_ASSIGN(const auto values, settings::Settings::load(*db));
    if (context.json()) {
        JsonWriter json;
        json.array([&] {
            each(values, [&](const Definition &definition, const QString &key) {
                json.object([&] {
                    json.member("key", key);
                    json.member("type", settings::name(definition.kind));
                    json.member("default", definition.byDefault);
                    json.member("description", texts::setting(definition.key));
                    json.member("value", values.text(key));
                });
            });
        });
        context.out(json.take() + '\n');
        return Exit::Done;
    }
    Table table;
    each(values, [&](const Definition &definition, const QString &key) {
        table.row({key, values.text(key), texts::setting(definition.key)});
    });
    context.out(table.text());
    return Exit::Done;
}

} // namespace pfx::ctl
