// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a stream is a terminal, on each platform.
#pragma once

#include <cstdio>

namespace pfx::ctl {

bool isTerminal(std::FILE *stream);

} // namespace pfx::ctl
