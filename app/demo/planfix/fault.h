// SPDX-License-Identifier: GPL-3.0-or-later
// Failures that a test orders: the i-th request, or the i-th of one call, goes wrong in a certain way, with or without its effect. Values.
#pragma once

#include "app/demo/planfix/message.h"

#include <optional>

namespace pfx::fake {

struct Fault {
    enum class Kind {
        Unreachable, ///< No connection; never an effect.
        Drop, ///< Arrives, then the connection closes. With effect: the lost answer.
        Status, ///< `status` and `body`; without a body Planfix's "Rest API error".
        Half, ///< The connection breaks in the middle of the body.
        Cut, ///< A whole HTTP answer with half of the JSON.
        Slow, ///< The right answer after `delayMs`.
        Html, ///< A page of the house in front of the API, with `status`.
        Huge, ///< `bytes` of JSON.
        Redirect, ///< `status` and `location`.
        Empty, ///< `status` and nothing.
    };

    Kind kind = Kind::Drop;
    QString call; ///< "POST /task/"; empty: any.
    int at = 1; ///< The first of those that match from now on.
    int times = 1; ///< So many in a row; 0: from then on all.
    bool effect = false; ///< The request is done nevertheless.
    int status = 500;
    QByteArray body = {};
    QString location = {};
    qint64 delayMs = 0;
    qint64 bytes = 64 * 1024 * 1024;

    /// As the control address takes it: {"kind":"drop","call":"POST /task/","at":1,"times":1,"effect":true,"status":502 …}; none for an
    /// unknown kind or member.
    static std::optional<Fault> fromJson(const QJsonObject &json);
};

/// What the client sees. `right`: the answer without the fault; an empty success when there was no effect.
Answer spoilt(const Fault &fault, const Answer &right);

class FaultPlan {
public:
    void add(const Fault &fault) { m_faults.append({fault, 0}); }
    void clear() { m_faults.clear(); }
    /// Counts the request and gives the fault that it meets.
    std::optional<Fault> meet(const QString &call);
    /// Faults that have not come yet.
    qsizetype waiting() const;

private:
    struct Counted {
        Fault fault;
        int seen;
    };

    QVector<Counted> m_faults;
};

} // namespace pfx::fake
