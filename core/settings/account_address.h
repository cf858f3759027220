// SPDX-License-Identifier: GPL-3.0-or-later
// The base address of a Planfix account from whatever a person types: a bare name, a host, a page's address or the base URL. Each account
// has its own host (<name>.planfix.ru or .com, or a domain of its own); REST stands under /rest/ (help wiki «REST API: введение»). It stands
// here so that a setting is refused when it is written, and not when it is used. Pure; any thread.
#pragma once

#include "core/base/result.h"

#include <QUrl>

namespace pfx::settings {

/// "https://konigkomfort.planfix.ru/rest/". http is accepted for loopback only: the key goes with every request. Validation with the reason.
base::Result<QUrl> accountAddress(const QString &text);

} // namespace pfx::settings
