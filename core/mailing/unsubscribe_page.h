// SPDX-License-Identifier: GPL-3.0-or-later
// The two pages behind an unsubscribe link, without scripts and without anything from elsewhere. Pure; any thread.
#pragma once

#include "core/mailing/routes.h"

namespace pfx::mailing {

/// Asks, and changes nothing: programs that look through letters open every link in them.
server::Response questionPage(const Unsubscribing &who, const UnsubscribeWords &words);
server::Response donePage(const Unsubscribing &who, const UnsubscribeWords &words);

} // namespace pfx::mailing
