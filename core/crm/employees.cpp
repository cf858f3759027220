// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crm/employees.h"

#include "core/base/email.h"
#include "core/base/text_keys.h"

namespace pfx::crm::employees {

using base::ErrorCode;
using base::Result;
using store::Connection;
using store::Params;
using store::Row;

namespace {

Employee employeeFrom(const Row &row)
{
    Employee employee;
    employee.id = row.number(QStringLiteral("id"));
    employee.name = row.text(QStringLiteral("name"));
    employee.email = row.text(QStringLiteral("email"));
    employee.extension = row.text(QStringLiteral("extension"));
    employee.version = row.number(QStringLiteral("version"));
    return employee;
}

Result<QVector<Employee>> query(Connection &db, const QString &condition, const Params &params = {})
{
    PFX_ASSIGN(const auto rows, db.select(QStringLiteral("SELECT id, name, email, extension, version FROM employees %1 ORDER BY id")
                                              .arg(condition),
                                          params));
    QVector<Employee> employees;
    employees.reserve(static_cast<qsizetype>(rows.size()));
    for (const Row &row : rows)
        employees.append(employeeFrom(row));
    return employees;
}

QString described(const Employee &employee)
{
    QString text = QString::number(employee.id) + QLatin1Char(' ') + employee.name;
    if (!employee.email.isEmpty())
        text += QStringLiteral(" <%1>").arg(employee.email);
    return text;
}

/// The columns that add and update write; an error when the employee cannot be kept so.
Result<Params> checked(Connection &db, const Employee &employee)
{
    const QString name = employee.name.simplified();
    if (name.isEmpty())
        return base::fail(ErrorCode::Validation, QStringLiteral("the name is empty"), QStringLiteral("name"));
    const QString email = employee.email.trimmed();
    store::Value normalized;
    if (!email.isEmpty()) {
        const auto address = base::normalizeEmail(email);
        if (!address)
            return base::fail(ErrorCode::Validation, email, QStringLiteral("email"));
        PFX_ASSIGN(const auto taken,
                   db.select(QStringLiteral("SELECT id FROM employees WHERE email_normalized = :email AND id <> :id"),
                             {{QStringLiteral("email"), *address}, {QStringLiteral("id"), employee.id}}));
        if (!taken.empty())
            return base::fail(ErrorCode::Conflict, email, QStringLiteral("email"));
        normalized = *address;
    }
    return Params{{QStringLiteral("name"), name},
                  {QStringLiteral("email"), store::orNull(email)},
                  {QStringLiteral("email_normalized"), normalized},
                  {QStringLiteral("extension"), store::orNull(employee.extension.trimmed())},
                  {QStringLiteral("search_key"), base::searchKey(name)}};
}

} // namespace

Result<QVector<Employee>> list(Connection &db)
{
    return query(db, QString());
}

Result<Employee> find(Connection &db, const QString &idEmailOrName)
{
    const QString wanted = idEmailOrName.trimmed();
    bool isNumber = false;
    const qint64 id = wanted.toLongLong(&isNumber);
    QVector<Employee> found;
    if (isNumber) {
        PFX_ASSIGN(found, query(db, QStringLiteral("WHERE id = :id"), {{QStringLiteral("id"), id}}));
    }
    if (found.isEmpty()) {
        if (const auto email = base::normalizeEmail(wanted)) {
            PFX_ASSIGN(found, query(db, QStringLiteral("WHERE email_normalized = :email"), {{QStringLiteral("email"), *email}}));
        }
    }
    const QString key = base::searchKey(wanted);
    if (found.isEmpty() && !key.isEmpty()) {
        PFX_ASSIGN(found, query(db, QStringLiteral("WHERE search_key = :key"), {{QStringLiteral("key"), key}}));
    }
    if (found.isEmpty())
        return base::fail(ErrorCode::NotFound, wanted, QStringLiteral("employee"));
    if (found.size() > 1) {
        QStringList candidates;
        for (const Employee &employee : found)
            candidates.append(described(employee));
        return base::fail(ErrorCode::Ambiguous, candidates.join(QStringLiteral("; ")), QStringLiteral("employee"));
    }
    return found.first();
}

Result<qint64> add(Connection &db, const Employee &employee, qint64 nowMs)
{
    Employee added = employee;
    added.id = 0;
    PFX_ASSIGN(const Params values, checked(db, added));
    PFX_ASSIGN(const qint64 id, db.reserveIds(QStringLiteral("employees"), 1));
    store::RowBlock block;
    block.table = QStringLiteral("employees");
    block.columns = {QStringLiteral("id"), QStringLiteral("version"), QStringLiteral("created_at")};
    block.cells = {id, qint64(1), nowMs};
    for (const auto &[column, value] : values) {
        block.columns.append(column);
        block.cells.push_back(value);
    }
    PFX_TRY(db.insert(block));
    return id;
}

Result<void> update(Connection &db, const Employee &employee)
{
    PFX_ASSIGN(Params values, checked(db, employee));
    values.append({QStringLiteral("id"), employee.id});
    PFX_ASSIGN(const qint64 changed,
               db.execute(QStringLiteral("UPDATE employees SET name = :name, email = :email, email_normalized = :email_normalized,"
                                         " extension = :extension, search_key = :search_key, version = version + 1 WHERE id = :id"),
                          values));
    if (changed == 0)
        return base::fail(ErrorCode::NotFound, QString::number(employee.id), QStringLiteral("employee"));
    return {};
}

Result<void> remove(Connection &db, qint64 id)
{
    const Params params{{QStringLiteral("id"), id}};
    PFX_ASSIGN(const auto owned, db.select(QStringLiteral("SELECT 1 AS found FROM employees e WHERE e.id = :id"
                                                          " AND (EXISTS (SELECT 1 FROM contacts c WHERE c.owner_id = e.id)"
                                                          " OR EXISTS (SELECT 1 FROM companies c WHERE c.owner_id = e.id)"
                                                          " OR EXISTS (SELECT 1 FROM deals d WHERE d.owner_id = e.id))"),
                                           params));
    if (!owned.empty())
        return base::fail(ErrorCode::Conflict, QStringLiteral("records belong to the employee"), QStringLiteral("employee"));
    PFX_ASSIGN(const qint64 removed, db.execute(QStringLiteral("DELETE FROM employees WHERE id = :id"), params));
    if (removed == 0)
        return base::fail(ErrorCode::NotFound, QString::number(id), QStringLiteral("employee"));
    return {};
}

} // namespace pfx::crm::employees
