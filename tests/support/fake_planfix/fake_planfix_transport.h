// SPDX-License-Identifier: GPL-3.0-or-later
// The fake Planfix behind the seam of core/http: no socket, no waiting. A slow answer moves the clock instead, and is a Timeout when it is
// slower than the deadline. Thread-safe.
#pragma once

#include "core/http/transport.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_planfix/fake_planfix.h"

namespace pfx::fake {

class FakePlanfixTransport : public http::Transport {
public:
    FakePlanfixTransport(FakePlanfix &planfix, test::FakeClock &clock) : m_planfix(planfix), m_clock(clock) { }

    base::Result<http::Response> exchange(const http::Request &request, const base::StopToken &stop) override;

private:
    FakePlanfix &m_planfix;
    test::FakeClock &m_clock;
};

} // namespace pfx::fake
