// SPDX-License-Identifier: GPL-3.0-or-later
// The addresses of the embedded server that concern messages: `/sms`, which Planfix calls, and `/provider/<name>/<secret>`, where providers
// report deliveries. What is acknowledged is on disk.
#pragma once

#include "core/exchange/journal.h"
#include "core/server/route.h"
#include "core/sms/intake.h"
#include "core/sms/problem.h"

namespace pfx::sms {

/// What the routes work with; all of it outlives them.
struct Door {
    const base::Clock &clock;
    exchange::Journal &journal;
    const PolicyHolder &policy;
    Intake &intake;
    ProblemWords words;
    /// Takes in what a provider reported; `stored` as of DriverEvents.
    std::function<void(const QString &provider, std::vector<Receipt>, DriverEvents::Stored stored)> report;
};

std::vector<server::Route> routes(const Door &door);

inline const QString smsPath = QStringLiteral("/sms");

} // namespace pfx::sms
