// SPDX-License-Identifier: GPL-3.0-or-later
// One SMPP conversation from bind to unbind, without a socket and without a clock of its own: octets and the time go in, octets and events
// come out. Keeps the window, asks whether the other side lives, and never leaves a submit without an end. One thread.
// Source: SMPP 3.4, 2.2 (session states), 2.9 (timers).
#pragma once

#include "core/sms/smpp/codec.h"

#include <functional>
#include <map>

namespace pfx::sms::smpp {

struct SessionOptions {
    QByteArray systemId, password, systemType;
    Command bind = Command::BindTransceiver; ///< Or BindTransmitter.
    int window = 10; ///< Submits without an answer.
    qint64 bindMs = 15'000; ///< For the answer to bind.
    qint64 answerMs = 60'000; ///< For the answer to a submit.
    qint64 enquireMs = 30'000; ///< Silence after which enquire_link goes out.
    qint64 enquireAnswerMs = 15'000;
    qint64 unbindMs = 5'000;
};

class Session {
public:
    enum class State { Idle, Binding, Bound, Unbinding, Ended };

    /// What becomes of a submit: its answer, or no value when none came (it may have arrived).
    using Answered = std::function<void(std::optional<Pdu> answer)>;

    struct Events {
        std::function<void()> bound;
        /// A deliver_sm or data_sm; it is answered when acknowledge() is called with its sequence number.
        std::function<void(const Pdu &)> delivered;
    };

    Session(SessionOptions options, Events events) : m_options(std::move(options)), m_events(std::move(events)) { }

    State state() const { return m_state; }
    /// Why it ended. `bindStatus` is set when bind was refused.
    const base::Error &endReason() const { return m_endReason; }
    std::optional<Status> bindStatus() const { return m_bindStatus; }

    /// The connection stands.
    void begin(qint64 nowMs);
    void receive(QByteArrayView octets, qint64 nowMs);
    /// Timers; call it at least once a second.
    void tick(qint64 nowMs);
    /// The connection is gone: each submit without an answer ends without one.
    void lost(const base::Error &reason);
    /// Ends in an orderly way: what was submitted is still answered.
    void unbind(qint64 nowMs);

    bool canSubmit() const { return m_state == State::Bound && int(m_submits.size()) < m_options.window; }
    int unanswered() const { return int(m_submits.size()); }
    /// Only when canSubmit(). Validation when the unit cannot be written; `answered` is not called then.
    base::Result<void> submit(Pdu pdu, qint64 nowMs, Answered answered);
    void acknowledge(quint32 sequence, Command delivered, Status status);

    /// What is to be written to the connection.
    QByteArray takeOutput() { return std::exchange(m_output, {}); }

private:
    struct Pending {
        Answered answered;
        qint64 untilMs = 0;
    };

    void take(const Pdu &pdu, qint64 nowMs);
    void takeResponse(const Pdu &pdu);
    void takeRequest(const Pdu &pdu);
    void takeBindAnswer(const Pdu &pdu);
    void send(const Pdu &pdu);
    quint32 nextSequence();
    void end(base::Error reason);

    SessionOptions m_options;
    Events m_events;
    State m_state = State::Idle;
    PduReader m_reader;
    QByteArray m_output;
    std::map<quint32, Pending> m_submits;
    quint32 m_sequence = 0;
    qint64 m_stateUntilMs = 0; ///< Of Binding and Unbinding.
    qint64 m_heardMs = 0; ///< When anything came last.
    std::optional<qint64> m_enquiredUntilMs;
    base::Error m_endReason;
    std::optional<Status> m_bindStatus;
};

} // namespace pfx::sms::smpp
