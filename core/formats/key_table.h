// SPDX-License-Identifier: GPL-3.0-or-later
// From a field's name to a small number, for the few dozen names a reader knows: one hash and one comparison a look-up, no allocation.
// Built once as a constant of a reader. Any thread.
#pragma once

#include <array>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace pfx::formats {

template<typename Field>
class KeyTable
{
public:
    KeyTable(std::initializer_list<std::pair<std::string_view, Field>> entries, Field none) : m_none(none)
    {
        for (const auto &[key, field] : entries) {
            size_t slot = hash(key);
            while (!m_entries[slot].first.empty())
                slot = (slot + 1) % size;
            m_entries[slot] = {key, field};
        }
    }

    Field operator()(std::string_view key) const
    {
        if (key.empty())
            return m_none;
        for (size_t slot = hash(key); !m_entries[slot].first.empty(); slot = (slot + 1) % size) {
            if (m_entries[slot].first == key)
                return m_entries[slot].second;
        }
        return m_none;
    }

private:
    static constexpr size_t size = 512;

    static size_t hash(std::string_view key)
    {
        const auto at = [key](size_t i) { return static_cast<size_t>(static_cast<unsigned char>(key[i])); };
        return (key.size() * 37 + at(0) * 131 + at(key.size() - 1) * 17 + at(key.size() / 2) * 61) % size;
    }

    std::array<std::pair<std::string_view, Field>, size> m_entries{};
    Field m_none;
};

} // namespace pfx::formats
