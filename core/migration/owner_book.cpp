// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/owner_book.h"

#include "core/base/email.h"
#include "core/base/text_keys.h"
#include "core/migration/prepare.h"

namespace pfx::migration {

using base::ErrorCode;
using base::Result;

Result<OwnerBook> OwnerBook::make(store::Connection &db, const Mapping &mapping, qint64 defaultId)
{
    OwnerBook book;
    book.m_default = defaultId;
    PFX_ASSIGN(const auto employees, crm::employees::list(db));
    for (const crm::Employee &employee : employees) {
        book.m_names.insert(employee.id, employee.name);
        if (const auto email = base::normalizeEmail(employee.email))
            book.m_byEmail.insert(*email, employee.id);
        // Two of one name: the name says nothing.
        const QString key = nameKey(employee.name);
        book.m_byName.insert(key, book.m_byName.contains(key) ? 0 : employee.id);
    }
    for (const EmployeeMapping &line : mapping.employees) {
        const auto employee = crm::employees::find(db, line.to);
        if (!employee)
            return base::fail(employee.error().code, line.to, QStringLiteral("mapping.employees"));
        book.m_mapped.insert(base::searchKey(line.from), employee->id);
    }
    return book;
}

void OwnerBook::learn(const records::Employee &employee)
{
    if (!employee.externalId.isEmpty())
        m_source.insert(employee.externalId, employee);
}

qint64 OwnerBook::find(const QString &email, const QString &name) const
{
    if (const auto address = base::normalizeEmail(email)) {
        if (const qint64 id = m_byEmail.value(*address))
            return id;
    }
    return name.isEmpty() ? 0 : m_byName.value(nameKey(name));
}

OwnerBook::Owner OwnerBook::resolve(const records::EmployeeReference &reference) const
{
    if (reference.isEmpty())
        return {m_default, false, {}};
    const records::Employee known = m_source.value(reference.externalId);
    const QString email = reference.email.isEmpty() ? known.email : reference.email;
    const QString name = reference.name.isEmpty() ? known.name : reference.name;
    if (!m_mapped.isEmpty()) {
        for (const QString &key : {reference.externalId, email, name}) {
            const qint64 id = key.isEmpty() ? 0 : m_mapped.value(base::searchKey(key));
            if (id != 0)
                return {id, true, {}};
        }
    }
    if (const qint64 id = find(email, name))
        return {id, true, {}};
    return {m_default, false, name.isEmpty() ? email : name};
}

} // namespace pfx::migration
