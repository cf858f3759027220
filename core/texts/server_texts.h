// SPDX-License-Identifier: GPL-3.0-or-later
// Words about the embedded server and its public address. Any thread once the translators are installed.
#pragma once

#include "core/server/reach_check.h"
#include "core/texts/texts.h"

namespace pfx::texts {

/// Whether the public address leads here; the advice is empty when it does.
ErrorText reach(const server::ReachReport &report);

} // namespace pfx::texts
