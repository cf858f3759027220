// SPDX-License-Identifier: GPL-3.0-or-later
// The refusal of a file that the other system wrote, whatever its form: the same words for JSON and tables, by which the window turns to the
// other source. Any thread.
#pragma once

#include "core/base/result.h"
#include "core/records/record_source.h"

namespace pfx::formats {

/// SourceUnreadable.
base::Failure ofOtherSystem(records::System chosen, const QString &path);

} // namespace pfx::formats
