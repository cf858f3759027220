// SPDX-License-Identifier: GPL-3.0-or-later
// Load by wrk, a client that is not ours, on one thread of its own. Ends the program with a text when wrk cannot run or an answer is not 2xx:
// refused requests must not be counted as fast ones.
#pragma once

#include <QString>

#include <vector>

namespace pfx::bench {

struct Load
{
    double perSecond = 0;
    double p99Ms = 0;
    double requests = 0;
};

/// `script`: the Lua text that makes the requests. Waits until the end.
Load wrkLoad(const QString &url, const QByteArray &script, int connections, int seconds);

[[noreturn]] void giveUp(const QString &why);
double median(std::vector<double> values);

} // namespace pfx::bench
