// SPDX-License-Identifier: GPL-3.0-or-later
// What trigrams stand in the contacts' names, for each block of some hundred names in the order of the name index: a search with very many
// hits reads only the blocks that may hold one, instead of walking past half a million others (5 ms instead of 50 at a million contacts,
// for 4 MB). Made by a reading connection and kept with it while the store does not change. SQLite only; internal to core/crm.
#pragma once

#include "core/crm/lists.h"

#include <memory>
#include <vector>

namespace pfx::crm {

class NameBlocks
{
public:
    enum class State { Same, Changed };
    using Pointer = std::shared_ptr<const NameBlocks>;
    /// From the first place (with it) up to the second; no second: to the end.
    struct Range
    {
        RowKey from;
        std::optional<RowKey> to;
    };

    /// What the connection keeps; null when there is none or the store has changed since.
    static base::Result<Pointer> current(store::Connection &db);
    /// Makes them, unless they are there. `anchors` are the keys of each some-hundredth name of the whole list, first to last. A quarter of
    /// a second for a million names.
    static base::Result<void> make(store::Connection &db, const QVector<RowKey> &anchors);

    /// Asked after reading: whether the store is still as it was when these were made.
    base::Result<State> stateOf(store::Connection &db) const;
    /// In the list's order, those that may hold a name with all the words (as search::Filter::walked has them).
    QVector<Range> ranges(const QStringList &words) const;

private:
    base::Result<void> read(store::Connection &db, qsizetype block);
    void note(qsizetype block, QStringView names);
    Range range(qsizetype first, qsizetype behind) const;

    qint64 m_version = 0; ///< PRAGMA data_version of the connection.
    QVector<RowKey> m_anchors;
    qsizetype m_rowWords = 0;     ///< 64-bit words in a row of m_bits.
    std::vector<quint64> m_bits;  ///< A row for each hash of a trigram, a bit for each block.
};

/// Whether the first place stands before the second in the order of the name index (of UTF-8 bytes, as SQLite has it).
bool standsBefore(const RowKey &a, const RowKey &b);

} // namespace pfx::crm
