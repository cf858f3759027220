// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/employee_add.h"

#include "app/ctl/context.h"
#include "app/ctl/json_crm.h"
#include "core/crm/employees.h"

#include <QCoreApplication>

namespace pfx::ctl {

using base::Result;

QStringList EmployeeAdd::words() const
{
    return {QStringLiteral("employee"), QStringLiteral("add")};
}

QStringList EmployeeAdd::arguments() const
{
    return {QStringLiteral("NAME")};
}

QString EmployeeAdd::description() const
{
    return QCoreApplication::translate("Ctl", "Adds an employee.");
}

void EmployeeAdd::addOptions(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("email"), QCoreApplication::translate("Ctl", "E-mail address."), QStringLiteral("E")});
    parser.addOption({QStringLiteral("extension"), QCoreApplication::translate("Ctl", "Extension of the telephone."), QStringLiteral("N")});
}

Result<Exit> EmployeeAdd::run(Context &context, const QCommandLineParser &options)
{
    PFX_ASSIGN(store::Store *const store, context.store());
    crm::Employee employee;
    employee.name = options.positionalArguments().first();
    employee.email = options.value(QStringLiteral("email"));
    employee.extension = options.value(QStringLiteral("extension"));
    PFX_TRY(store->writer().run([&](store::Connection &db) -> Result<void> {
        PFX_ASSIGN(employee.id, crm::employees::add(db, employee, context.clock().nowMs()));
        return {};
    }));
    PFX_ASSIGN(store::Connection *const db, context.db());
    PFX_ASSIGN(employee, crm::employees::find(*db, QString::number(employee.id)));
    if (context.json()) {
        JsonWriter json;
        json::write(json, employee);
        context.out(json.take() + '\n');
    } else {
        context.line(QCoreApplication::translate("Ctl", "Employee %1 added: %2").arg(employee.id).arg(employee.name));
    }
    return Exit::Done;
}

} // namespace pfx::ctl
