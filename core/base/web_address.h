// SPDX-License-Identifier: GPL-3.0-or-later
// What may be called without encryption: only this computer itself. Any thread.
#pragma once

#include <QString>

namespace pfx::base {

/// "localhost", 127.x.x.x or ::1. A name that only begins so is none.
bool isLoopbackHost(const QString &host);

} // namespace pfx::base
