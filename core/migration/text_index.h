// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of one batch with what they stand for, asked for each row several times: a flat table, which costs a fraction of a QMultiHash.
// One thread.
#pragma once

#include <QString>

#include <vector>

namespace pfx::migration {

/// 64 well mixed bits of a text.
quint64 textHash(QStringView text, quint64 seed = 0);
/// Every bit of the result depends on every bit given.
quint64 mixed(quint64 bits);

/// text → numbers; several may stand under one text, each once.
class TextIndex
{
public:
    void reserve(qsizetype texts);
    /// False: the same number stood there already.
    bool insert(const QString &text, qint64 number);
    /// The number that was put in first; 0 when there is none.
    qint64 first(QStringView text) const;
    bool contains(QStringView text) const { return first(text) != 0; }
    bool isEmpty() const { return m_entries.empty(); }
    /// All texts, each once for each of its numbers, in the order in which they were put in.
    QStringList texts() const;

    template<typename Each>
    void forEachNumber(Each each) const
    {
        for (const Entry &entry : m_entries)
            each(entry.number);
    }

    template<typename Each>
    void forEach(QStringView text, Each each) const
    {
        if (m_slots.empty())
            return;
        const auto hash = static_cast<quint32>(textHash(text));
        for (size_t at = hash & (m_slots.size() - 1); m_slots[at] != 0; at = (at + 1) & (m_slots.size() - 1)) {
            const Entry &entry = m_entries[m_slots[at] - 1];
            if (entry.hash == hash && entry.text == text)
                each(entry.number);
        }
    }

private:
    struct Entry
    {
        QString text;
        qint64 number = 0;
        quint32 hash = 0;
    };
    void resize(size_t size);
    void place(quint32 entry);

    std::vector<Entry> m_entries;
    std::vector<quint32> m_slots; ///< Places in m_entries from 1; 0 is free. A power of two, at most half full.
};

} // namespace pfx::migration
