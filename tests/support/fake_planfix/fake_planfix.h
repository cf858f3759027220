// SPDX-License-Identifier: GPL-3.0-or-later
// The strict Planfix of the demonstration with the accounts and the key that tests begin with.
#pragma once

#include "app/demo/planfix/planfix.h"
#include "tests/support/fake_planfix/accounts.h"

namespace pfx::fake {

class FakePlanfix : public Planfix {
public:
    explicit FakePlanfix(const base::Clock &clock, const QJsonObject &account = fullAccount()) : Planfix(clock, account) { }

    using Planfix::grant;
    void grant(const std::optional<QStringList> &scopes) { Planfix::grant(scopes, usualKey()); }
};

} // namespace pfx::fake
