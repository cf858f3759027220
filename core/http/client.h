// SPDX-License-Identifier: GPL-3.0-or-later
// The one HTTP client of the program: waits for the account's turn, sends, follows redirects within the host, asks again where that is safe,
// and reports each attempt without secrets. Belongs to the thread that uses it; blocks; never on the window's thread. Any HTTP status that is
// left in the end is a Response: what it means is for the service's client to say. Failures: those of Transport and of RateGate, without
// secrets; Error::effected tells "surely not done" from "nobody knows".
#pragma once

#include "core/base/clock.h"
#include "core/http/exchange_observer.h"
#include "core/http/rate_gate.h"
#include "core/http/retry.h"
#include "core/http/transport.h"

#include <functional>

namespace pfx::http {

struct ClientOptions
{
    RetryPolicy retry;
    /// Waits so many ms or until a stop; empty: by the system's clock.
    std::function<void(qint64 ms, const base::StopToken &stop)> pause;
    /// In [0, 1); empty: by chance.
    std::function<double()> chance;
};

class Client
{
public:
    /// All of it outlives the client.
    Client(Transport &transport, RateGate &gate, ExchangeObserver &observer, const base::Clock &clock, ClientOptions options = {});

    base::Result<Response> exchange(const Request &request, const base::StopToken &stop);

private:
    struct Course;

    base::Result<Response> attempt(Course &course);
    void report(const Course &course, qint64 atMs, qint64 durationMs, const base::Result<Response> &outcome);
    base::Result<void> follow(Course &course, const Response &answer);
    bool waitToAskAgain(Course &course, const base::Result<Response> &outcome);

    Transport &m_transport;
    RateGate &m_gate;
    ExchangeObserver &m_observer;
    const base::Clock &m_clock;
    ClientOptions m_options;
};

} // namespace pfx::http
