// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/employee_list.h"

#include "app/ctl/context.h"
#include "app/ctl/json_crm.h"
#include "app/ctl/table.h"
#include "core/crm/employees.h"

#include <QCoreApplication>

namespace pfx::ctl {

using base::Result;

QStringList EmployeeList::words() const
{
    return {QStringLiteral("employee"), QStringLiteral("list")};
}

QString EmployeeList::description() const
{
    return QCoreApplication::translate("Ctl", "Lists the employees.");
}

Result<Exit> EmployeeList::run(Context &context, const QCommandLineParser &)
{
    PFX_ASSIGN(store::Connection *const db, context.db());
    PFX_ASSIGN(const QVector<crm::Employee> employees, crm::employees::list(*db));
    if (context.json()) {
        JsonWriter json;
        json.array([&] {
            for (const crm::Employee &employee : employees)
                json::write(json, employee);
        });
        context.out(json.take() + '\n');
        return Exit::Done;
    }
    Table table;
    for (const crm::Employee &employee : employees)
        table.row({QString::number(employee.id), employee.name, employee.email, employee.extension});
    context.out(table.text());
    return Exit::Done;
}

} // namespace pfx::ctl
