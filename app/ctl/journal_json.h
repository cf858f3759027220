// SPDX-License-Identifier: GPL-3.0-or-later
// The journal as pfxctl prints it with --json. Any thread.
#pragma once

#include "core/exchange/journal_pages.h"

#include <QJsonObject>

namespace pfx::ctl {

QJsonObject journalJson(const exchange::JournalEntry &entry);
QJsonObject journalJson(const exchange::JournalDetails &details);

} // namespace pfx::ctl
