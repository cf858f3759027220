// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/text_index.h"

#include <bit>
#include <cstring>

namespace pfx::migration {

namespace {

constexpr quint64 golden = 0x9e3779b97f4a7c15u;
constexpr size_t fewestSlots = 64;

} // namespace

/// splitmix64's finish.
quint64 mixed(quint64 bits)
{
    bits ^= bits >> 30;
    bits *= 0xbf58476d1ce4e5b9u;
    bits ^= bits >> 27;
    bits *= 0x94d049bb133111ebu;
    return bits ^ (bits >> 31);
}

quint64 textHash(QStringView text, quint64 seed)
{
    quint64 hash = mixed(seed + golden + quint64(text.size()));
    const char16_t *unit = text.utf16();
    qsizetype left = text.size();
    for (; left >= 4; left -= 4, unit += 4) {
        quint64 four;
        std::memcpy(&four, unit, sizeof four);
        hash = mixed(hash ^ four) + golden;
    }
    quint64 rest = 0;
    if (left > 0)
        std::memcpy(&rest, unit, static_cast<size_t>(left) * sizeof(char16_t));
    return mixed(hash ^ rest);
}

void TextIndex::reserve(qsizetype texts)
{
    const auto wanted = static_cast<size_t>(texts);
    m_entries.reserve(wanted);
    if (const size_t size = std::bit_ceil(std::max(fewestSlots, wanted * 2)); size > m_slots.size())
        resize(size);
}

void TextIndex::resize(size_t size)
{
    m_slots.assign(size, 0);
    for (size_t i = 0; i < m_entries.size(); ++i)
        place(static_cast<quint32>(i));
}

void TextIndex::place(quint32 entry)
{
    const size_t mask = m_slots.size() - 1;
    size_t at = m_entries[entry].hash & mask;
    while (m_slots[at] != 0)
        at = (at + 1) & mask;
    m_slots[at] = entry + 1;
}

bool TextIndex::insert(const QString &text, qint64 number)
{
    if ((m_entries.size() + 1) * 2 > m_slots.size())
        resize(std::max(fewestSlots, m_slots.size() * 2));
    const auto hash = static_cast<quint32>(textHash(text));
    const size_t mask = m_slots.size() - 1;
    size_t at = hash & mask;
    for (; m_slots[at] != 0; at = (at + 1) & mask) {
        const Entry &entry = m_entries[m_slots[at] - 1];
        if (entry.hash == hash && entry.number == number && entry.text == text)
            return false;
    }
    m_entries.push_back({text, number, hash});
    m_slots[at] = static_cast<quint32>(m_entries.size());
    return true;
}

qint64 TextIndex::first(QStringView text) const
{
    if (m_slots.empty())
        return 0;
    const auto hash = static_cast<quint32>(textHash(text));
    const size_t mask = m_slots.size() - 1;
    for (size_t at = hash & mask; m_slots[at] != 0; at = (at + 1) & mask) {
        const Entry &entry = m_entries[m_slots[at] - 1];
        if (entry.hash == hash && entry.text == text)
            return entry.number;
    }
    return 0;
}

QStringList TextIndex::texts() const
{
    QStringList list;
    list.reserve(static_cast<qsizetype>(m_entries.size()));
    for (const Entry &entry : m_entries)
        list.append(entry.text);
    return list;
}

} // namespace pfx::migration
