// SPDX-License-Identifier: GPL-3.0-or-later
// One message on its way through a session: which of its parts went, what was answered, and when that makes an end. A part that was put off
// while others were taken goes again by itself, since the whole message must not be repeated then. One thread.
#pragma once

#include "core/sms/driver.h"
#include "core/sms/smpp/pdu.h"

namespace pfx::sms::smpp {

class MessageParts {
public:
    MessageParts(QVector<Pdu> parts, SubmitDone done);

    /// A part that may go now; no value while all are on their way or answered.
    std::optional<int> next() const;
    const Pdu &pdu(int part) const { return m_parts[part].pdu; }

    void went(int part);
    /// No value: the connection broke before an answer came. Returns the SMSC's wish to be left alone for a moment.
    bool answered(int part, const std::optional<Pdu> &answer);
    /// What cannot go any more: whatever was not sent ends with `failure`.
    void giveUp(const SubmitFailure &failure);
    bool isOpen() const { return m_done != nullptr; }

    static constexpr int mostTries = 30;

private:
    enum class State { Waiting, Going, Taken, Failed, Lost };
    struct Part {
        Pdu pdu;
        State state = State::Waiting;
        int tries = 0;
        QString id;
        SubmitFailure failure;
    };

    bool isAny(State state) const;
    /// Tells the end when every part has one.
    void settle();
    void tell(SubmitResult result);
    SubmitFailure failureOf(State state) const;
    QStringList ids() const;

    std::vector<Part> m_parts;
    SubmitDone m_done;
};

} // namespace pfx::sms::smpp
