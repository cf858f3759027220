// SPDX-License-Identifier: GPL-3.0-or-later
// Time and memory of this process, and a line of the result for scripts/bench ("name<TAB>value<TAB>target"). Linux; any thread.
#pragma once

#include <QString>

namespace pfx::bench {

/// Of /proc/self/status, in MB: "VmHWM" (the peak) or "VmRSS".
double memoryMb(const char *field);

/// Prints the line; `target` is what it should be ("<= 1.5"), empty when it only informs.
void result(const QString &name, double value, const QString &unit, const QString &target = {});

} // namespace pfx::bench
