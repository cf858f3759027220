// SPDX-License-Identifier: GPL-3.0-or-later
// The contacts and companies that a run refused: rows of the same number as a stored record but of another person, or rows that fit two.
// Who points to such a number in the same file means the refused row, so that nobody must be led to the record that is stored under it.
// Read back from import_rows when a run is resumed. One thread.
#pragma once

#include "core/migration/texts_seen.h"

namespace pfx::migration {

class RefusedRows
{
public:
    void insert(records::Kind kind, const QString &externalId)
    {
        if (!externalId.isEmpty())
            of(kind).insert(externalId);
    }
    bool contains(records::Kind kind, const QString &externalId) const
    {
        const TextsSeen &seen = kind == records::Kind::Company ? m_companies : m_contacts;
        return !externalId.isEmpty() && !seen.isEmpty() && seen.contains(externalId);
    }
    /// What a problem says of it, behind the number.
    static QString words() { return QStringLiteral("the row of this number was refused, see its own problem"); }

private:
    TextsSeen &of(records::Kind kind) { return kind == records::Kind::Company ? m_companies : m_contacts; }

    TextsSeen m_contacts, m_companies;
};

} // namespace pfx::migration
