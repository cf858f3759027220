// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of which a run only has to know whether it met them: kept as hashes of 64 bits in eight bytes each, since a file may name half a
// million companies. Two texts of one hash would be one. One thread.
#pragma once

#include "core/migration/known_keys.h"
#include "core/migration/text_index.h"

#include <algorithm>

namespace pfx::migration {

class TextsSeen
{
public:
    bool isEmpty() const { return m_hashes.size() == 0; }
    bool contains(const QString &text) const
    {
        const quint64 hash = textHash(text);
        return m_hashes.values(hash).contains(restOf(hash));
    }
    void insert(const QString &text)
    {
        const quint64 hash = textHash(text);
        m_hashes.insert(hash, restOf(hash));
    }

private:
    /// The bits of the hash by which HashedNumbers does not tell numbers apart; it knows no number 0.
    static quint32 restOf(quint64 hash) { return std::max<quint32>(1, static_cast<quint32>(hash >> 26)); }

    HashedNumbers m_hashes;
};

} // namespace pfx::migration
