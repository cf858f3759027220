// SPDX-License-Identifier: GPL-3.0-or-later
// Whose credentials a caller has presented. Every credential is compared, each in constant time, so that the time tells nothing. Pure; any
// thread.
#pragma once

#include "core/sms/policy.h"

namespace pfx::sms {

struct Presented {
    std::optional<QString> login, password, key;
};

/// Its name; none when it fits nobody's. A key is looked at only when there is one.
std::optional<QString> matchCredential(const Policy &policy, const Presented &presented);

} // namespace pfx::sms
