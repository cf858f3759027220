// SPDX-License-Identifier: GPL-3.0-or-later
// An import in a process of its own, so that its peak memory is its own: the program calls itself with "child" and two more words. Linux.
#pragma once

#include "core/base/result.h"

#include <QString>

namespace pfx::bench {

struct Run
{
    double ms = 0, peakMb = 0;
    qint64 created = 0, skipped = 0;
};

/// What the child does: imports the file once and prints milliseconds, peak memory, rows created and skipped, and the state.
base::Result<void> importOnce(const QString &address, const QString &file);

/// Starts this program again as `child ADDRESS FILE` and reads what it prints.
base::Result<Run> child(const QString &address, const QString &file);

} // namespace pfx::bench
