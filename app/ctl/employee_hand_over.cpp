// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/employee_hand_over.h"

#include "app/ctl/context.h"
#include "app/ctl/json_writer.h"
#include "core/crm/employees.h"
#include "core/migration/leaving.h"

#include <QCoreApplication>

namespace pfx::ctl {

using base::Result;

QStringList EmployeeHandOver::words() const
{
    return {QStringLiteral("employee"), QStringLiteral("hand-over")};
}

QStringList EmployeeHandOver::arguments() const
{
    return {QStringLiteral("ID|EMAIL|NAME")};
}

QString EmployeeHandOver::description() const
{
    return QCoreApplication::translate("Ctl", "Gives an employee's contacts, companies and deals to another.");
}

void EmployeeHandOver::addOptions(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("to"), QCoreApplication::translate("Ctl", "The employee who gets them."), QStringLiteral("ID|EMAIL|NAME")});
}

Result<Exit> EmployeeHandOver::run(Context &context, const QCommandLineParser &options)
{
    if (options.value(QStringLiteral("to")).isEmpty())
        return usage(QCoreApplication::translate("Ctl", "%1 is missing").arg(QStringLiteral("--to ID|EMAIL|NAME")));
    PFX_ASSIGN(store::Store *const store, context.store());
    PFX_ASSIGN(store::Connection *const db, context.db());
    PFX_ASSIGN(const crm::Employee from, crm::employees::find(*db, options.positionalArguments().first()));
    PFX_ASSIGN(const crm::Employee to, crm::employees::find(*db, options.value(QStringLiteral("to"))));
    base::StopSource stop;
    context.stopSignal().watch([&stop] { stop.request_stop(); });
    const auto given = migration::handOver(*store, from.id, to.id, context.clock().nowMs(), stop.get_token());
    context.stopSignal().forget();
    if (!given)
        return base::fail(given.error());
    if (context.json()) {
        JsonWriter json;
        json.object([&] {
            json.member("contacts", given->contacts);
            json.member("companies", given->companies);
            json.member("deals", given->deals);
        });
        context.out(json.take() + '\n');
    } else {
        context.line(QCoreApplication::translate("Ctl", "Given to %1: contacts: %2, companies: %3, deals: %4")
                         .arg(to.name, QString::number(given->contacts), QString::number(given->companies), QString::number(given->deals)));
    }
    return Exit::Done;
}

} // namespace pfx::ctl
