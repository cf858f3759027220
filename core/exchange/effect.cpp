// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/effect.h"

#include <array>

namespace pfx::exchange {

namespace {

template<typename Enum, size_t size>
using Names = std::array<std::pair<Enum, const char *>, size>;

constexpr Names<EffectKind, 3> kinds{{
    {EffectKind::Idempotent, "idempotent"},
    {EffectKind::LookUp, "look_up"},
    {EffectKind::Once, "once"},
}};

constexpr Names<RowState, 7> states{{
    {RowState::Queued, "queued"},
    {RowState::Leased, "leased"},
    {RowState::Waiting, "waiting"},
    {RowState::Done, "done"},
    {RowState::Attention, "attention"},
    {RowState::Unknown, "unknown"},
    {RowState::Cancelled, "cancelled"},
}};

template<typename Enum, size_t size>
QString nameIn(const Names<Enum, size> &names, Enum value)
{
    for (const auto &[candidate, text] : names) {
        if (candidate == value)
            return QString::fromLatin1(text);
    }
    return {};
}

template<typename Enum, size_t size>
Enum valueIn(const Names<Enum, size> &names, const QString &name)
{
    for (const auto &[candidate, text] : names) {
        if (name == QLatin1String(text))
            return candidate;
    }
    return names.front().first; // the tables' CHECKs let nothing else in
}

} // namespace

QString name(EffectKind kind)
{
    return nameIn(kinds, kind);
}

QString name(RowState state)
{
    return nameIn(states, state);
}

EffectKind effectKind(const QString &name)
{
    return valueIn(kinds, name);
}

RowState rowState(const QString &name)
{
    return valueIn(states, name);
}

} // namespace pfx::exchange
