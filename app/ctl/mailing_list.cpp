// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/mailing_list.h"

#include "app/ctl/context.h"
#include "app/ctl/json_writer.h"
#include "app/ctl/table.h"
#include "core/mailing/list_table.h"
#include "core/mailing/member_pages.h"

#include <QCoreApplication>

namespace pfx::ctl {

using base::Result;

QStringList MailingLists::words() const
{
    return {QStringLiteral("mailing"), QStringLiteral("list")};
}

QString MailingLists::description() const
{
    return QCoreApplication::translate("Ctl", "Lists the mailing lists.");
}

Result<Exit> MailingLists::run(Context &context, const QCommandLineParser &)
{
    PFX_ASSIGN(store::Connection *const db, context.db());
    PFX_ASSIGN(const auto lists, mailing::lists(*db, mailing::Deleted::Left));
    PFX_ASSIGN(const auto members, mailing::memberNumbers(*db));
    if (context.json()) {
        JsonWriter json;
        json.array([&] {
            for (const mailing::MailingList &list : lists) {
                json.object([&] {
                    json.member("id", list.code);
                    json.member("name", list.name);
                    json.member("members", members.value(list.id));
                });
            }
        });
        context.out(json.take() + '\n');
        return Exit::Done;
    }
    Table table;
    for (const mailing::MailingList &list : lists)
        table.row({list.code, list.name, QString::number(members.value(list.id))});
    context.out(table.text());
    return Exit::Done;
}

} // namespace pfx::ctl
