// SPDX-License-Identifier: GPL-3.0-or-later
// What an SMSC's status means for what to do next. Pure; any thread. Source: SMPP 3.4, 5.1.3.
#pragma once

#include "core/sms/driver.h"
#include "core/sms/smpp/pdu.h"

namespace pfx::sms::smpp {

/// Statuses that the specification does not have are taken for passing ones: a message is rather sent late than lost.
Trouble troubleOf(Status status);
/// Of a bind that was refused.
Trouble bindTroubleOf(Status status);
/// "0x0b invalid destination", for the person who talks to the provider.
QString words(Status status);

} // namespace pfx::sms::smpp
