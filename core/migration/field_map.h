// SPDX-License-Identifier: GPL-3.0-or-later
// Applies the field lines of a mapping to records as they were read: a source field's value goes to another field of ours, or is left
// out. Built once a run from the mapping and the fields the source said it has; then pure. Any thread.
#pragma once

#include "core/migration/mapping.h"
#include "core/records/record_source.h"

namespace pfx::migration {

class FieldMap
{
public:
    FieldMap() = default;
    FieldMap(const Mapping &mapping, const QVector<records::SourceField> &sourceFields);

    void apply(records::Contact &contact) const;
    void apply(records::Company &company) const;
    void apply(records::Deal &deal) const;

private:
    struct Rule
    {
        QString from;    ///< Id, code or name of a custom field.
        QString knownAs; ///< The field of ours that the source's field goes to by itself; empty: it is a custom field.
        QString to;      ///< Empty: left out.
    };
    template<typename Record>
    static void applyRules(const QVector<Rule> &rules, Record &record);

    QVector<Rule> m_contacts, m_companies, m_deals;
};

} // namespace pfx::migration
