// SPDX-License-Identifier: GPL-3.0-or-later
// How heavy an item of a source is in memory, so that a batch ends before a thousand huge ones are in it. Any thread.
#pragma once

#include "core/records/record_source.h"

namespace pfx::formats {

/// A batch that has become as heavy as this is full, however few its rows are. A thousand ordinary records stay below it.
constexpr qint64 heaviestBatch = 2 * 1024 * 1024;

/// The bytes of its text, and for each phone, tag, field, link or stage what its parts take until they are stored.
qint64 weightOf(const records::SourceItem &item);

} // namespace pfx::formats
