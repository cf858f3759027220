// SPDX-License-Identifier: GPL-3.0-or-later
// The name of a list towards Planfix: a ULID (github.com/ulid/spec), 26 characters that sort by time and are never given twice. Any thread.
#pragma once

#include <QString>

namespace pfx::mailing {

QString newListCode(qint64 nowMs);

} // namespace pfx::mailing
