// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/message.h"

namespace pfx::sms {

QString name(State state)
{
    switch (state) {
    case State::Queued:
        return QStringLiteral("queued");
    case State::Held:
        return QStringLiteral("held");
    case State::Sending:
        return QStringLiteral("sending");
    case State::Sent:
        return QStringLiteral("sent");
    case State::Delivered:
        return QStringLiteral("delivered");
    case State::Undelivered:
        return QStringLiteral("undelivered");
    case State::Expired:
        return QStringLiteral("expired");
    case State::Rejected:
        return QStringLiteral("rejected");
    case State::Unknown:
        return QStringLiteral("unknown");
    case State::Blocked:
        return QStringLiteral("blocked");
    case State::Cancelled:
        break;
    }
    return QStringLiteral("cancelled");
}

const QVector<State> &allStates()
{
    static const QVector<State> all{State::Queued,      State::Held,    State::Sending,  State::Sent,    State::Delivered, State::Undelivered,
                                    State::Expired,     State::Rejected, State::Unknown, State::Blocked, State::Cancelled};
    return all;
}

std::optional<State> stateNamed(const QString &name)
{
    for (const State state : allStates()) {
        if (sms::name(state) == name)
            return state;
    }
    return std::nullopt;
}

bool isFinal(State state)
{
    switch (state) {
    case State::Delivered:
    case State::Undelivered:
    case State::Expired:
    case State::Rejected:
    case State::Unknown:
    case State::Blocked:
    case State::Cancelled:
        return true;
    case State::Queued:
    case State::Held:
    case State::Sending:
    case State::Sent:
        break;
    }
    return false;
}

QString name(Source source)
{
    switch (source) {
    case Source::Planfix:
        return QStringLiteral("planfix");
    case Source::Screen:
        return QStringLiteral("screen");
    case Source::CommandLine:
        break;
    }
    return QStringLiteral("command_line");
}

} // namespace pfx::sms
