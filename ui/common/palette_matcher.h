// SPDX-License-Identifier: GPL-3.0-or-later
// Finds commands by what a person types: the letters in their order, beginnings of words before middles, the last used first. Case, ё/е
// and a wrong keyboard layout do not matter. Pure; any thread.
#pragma once

#include <QString>
#include <QVector>

#include <optional>

namespace pfx::ui {

struct PaletteEntry
{
    QString title, group;
    qint64 lastUsed = 0; ///< Higher is later; 0: never.
};

/// Higher is better; no value when the text does not fit.
std::optional<int> matchScore(const QString &typed, const QString &title);
/// Indexes of the fitting entries, best first.
QVector<int> matchEntries(const QString &typed, const QVector<PaletteEntry> &entries);

} // namespace pfx::ui
