// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of CSV after RFC 4180: comma, CR LF, quotes where needed; UTF-8. Any thread.
#pragma once

#include <QByteArray>
#include <QStringList>

namespace pfx::ctl {

QByteArray csvLine(const QStringList &cells);

} // namespace pfx::ctl
