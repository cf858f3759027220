// SPDX-License-Identifier: GPL-3.0-or-later
// The contacts and companies that a run refused: rows of the same number as a stored record but of another person, or rows that fit two.
// Who points to such a number in the same file means the refused row, so that nobody must be led to the record that is stored under it.
// The last row of a number counts: one that is taken ends the refusal. Read back from import_rows when a run is resumed. Numbers are kept as
// hashes of 64 bits: two numbers of one hash would be one. One thread.
#pragma once

#include "core/migration/text_index.h"
#include "core/records/records.h"

#include <QHash>

namespace pfx::migration {

enum class Refusal {
    None,
    Alone,  ///< No row of this number was taken before.
    Beside, ///< One was: whom a pointer means is open.
};

class RefusedRows
{
public:
    void refuse(records::Kind kind, const QString &externalId, Refusal refusal)
    {
        if (!externalId.isEmpty())
            of(kind).insert(textHash(externalId), refusal);
    }
    void take(records::Kind kind, const QString &externalId)
    {
        QHash<quint64, Refusal> &numbers = of(kind);
        if (!numbers.isEmpty() && !externalId.isEmpty())
            numbers.remove(textHash(externalId));
    }
    Refusal of(records::Kind kind, const QString &externalId) const
    {
        const QHash<quint64, Refusal> &numbers = kind == records::Kind::Company ? m_companies : m_contacts;
        return numbers.isEmpty() || externalId.isEmpty() ? Refusal::None : numbers.value(textHash(externalId), Refusal::None);
    }

private:
    QHash<quint64, Refusal> &of(records::Kind kind) { return kind == records::Kind::Company ? m_companies : m_contacts; }

    QHash<quint64, Refusal> m_contacts, m_companies;
};

} // namespace pfx::migration
