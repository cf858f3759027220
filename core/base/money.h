// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts as exact decimal text ("100000.00"), never floating point. Any thread.
#pragma once

#include <QString>

#include <optional>

namespace pfx::base {

/// Reads what sources write: "100000", "1 234,50", "1.5e3", "12.345" (kept), "-5", "19999.99 ₽". The result has at least two decimals
/// and no more than the source had (at most 8); no value when it is not a number, not finite, or has more than 18 digits before the point.
std::optional<QString> parseAmount(QStringView text);

} // namespace pfx::base
