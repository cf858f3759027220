// SPDX-License-Identifier: GPL-3.0-or-later
// Times and flags in the shapes in which CRM systems write them. No value means that the text is none of them. Any thread.
#pragma once

#include "core/formats/json_view.h"

#include <optional>

namespace pfx::formats {

/// Milliseconds since 1970 UTC of "1585758065" (seconds; thirteen digits are milliseconds), ISO 8601 with or without an offset,
/// "2024-08-15", "DD.MM.YYYY", "DD.MM.YYYY HH:MM[:SS]" and "DD/MM/YYYY …". Without an offset the computer's own time zone is meant.
std::optional<qint64> parseTime(QStringView text);
/// Only zeros and signs: how some write that there is no date ("0000-00-00").
bool isNoTime(QStringView text);

/// The day a date-only field means: exactly 00:00 UTC names the UTC day, else the day as written. "YYYY-MM-DD".
QString parseDay(QStringView text);

/// "Y", 1, true, "да" and their opposites.
std::optional<bool> parseFlag(QStringView text);

} // namespace pfx::formats
