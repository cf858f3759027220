// SPDX-License-Identifier: GPL-3.0-or-later
// Which employee of ours a source's owner is: by the mapping, by e-mail, by name, else the default one. The source's own list of users only
// gives names and e-mails to its ids; no employee is made from it. One thread.
#pragma once

#include "core/crm/employees.h"
#include "core/migration/mapping.h"

#include <QHash>

namespace pfx::migration {

class OwnerBook
{
public:
    /// NotFound where "mapping.employees" when the mapping names an employee that we don't have.
    static base::Result<OwnerBook> make(store::Connection &db, const Mapping &mapping, qint64 defaultId);

    void learn(const records::Employee &employee);

    struct Owner
    {
        qint64 id = 0;
        bool named = false;   ///< Found by what the source said, not the default.
        QString unknown;      ///< The name or e-mail that nobody of ours has; empty when the source named nobody.
    };
    Owner resolve(const records::EmployeeReference &reference) const;
    QString name(qint64 id) const { return m_names.value(id); }
    qint64 defaultId() const { return m_default; }

private:
    qint64 find(const QString &email, const QString &name) const;

    qint64 m_default = 0;
    QHash<QString, qint64> m_mapped, m_byEmail, m_byName;
    QHash<qint64, QString> m_names;
    QHash<QString, records::Employee> m_source;
};

} // namespace pfx::migration
