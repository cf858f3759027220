// SPDX-License-Identifier: GPL-3.0-or-later
// Which companies known by their title only a run has counted already: a company is one row of the report, however many deals name it. Kept
// as hashes of 64 bits in eight bytes each, since a file may name half a million companies; two titles of one hash would be counted as
// one, which does nothing to the companies themselves. One thread.
#pragma once

#include "core/migration/known_keys.h"
#include "core/migration/text_index.h"

#include <algorithm>

namespace pfx::migration {

class TitlesSeen
{
public:
    /// `key`: base::companyKey of the title.
    bool contains(const QString &key) const
    {
        const quint64 hash = textHash(key);
        return m_hashes.values(hash).contains(restOf(hash));
    }
    void insert(const QString &key)
    {
        const quint64 hash = textHash(key);
        m_hashes.insert(hash, restOf(hash));
    }

private:
    /// The bits of the hash by which HashedNumbers does not tell numbers apart; it knows no number 0.
    static quint32 restOf(quint64 hash) { return std::max<quint32>(1, static_cast<quint32>(hash >> 26)); }

    HashedNumbers m_hashes;
};

} // namespace pfx::migration
