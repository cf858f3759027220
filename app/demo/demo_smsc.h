// SPDX-License-Identifier: GPL-3.0-or-later
// A provider of messages in memory that speaks as SMSC.ru does (reference C9): takes messages, delivers each some seconds later, knows a
// balance. Numbers that end with 000 are refused as wrong, so that one sees what that looks like. Nothing is sent. Any thread.
#pragma once

#include "core/base/clock.h"
#include "core/http/request.h"

#include <QHash>

#include <mutex>

namespace pfx::app {

class DemoSmsc {
public:
    explicit DemoSmsc(const base::Clock &clock) : m_clock(clock) { }

    static QString host() { return QStringLiteral("smsc.ru"); }
    http::Response answer(const http::Request &request);

private:
    const base::Clock &m_clock;
    std::mutex m_mutex;
    QHash<QString, qint64> m_taken; ///< When, by the caller's number of the message.
    qint64 m_kopecks = 81'230;
};

} // namespace pfx::app
