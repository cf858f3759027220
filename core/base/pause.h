// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting that ends at once when somebody asks for a stop. Any thread.
#pragma once

#include "core/base/stop_token.h"

#include <QtGlobal>

namespace pfx::base {

/// So many ms, or until a stop.
void pause(qint64 ms, const StopToken &stop);

} // namespace pfx::base
