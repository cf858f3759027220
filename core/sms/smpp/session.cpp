// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/smpp/session.h"

namespace pfx::sms::smpp {

using base::ErrorCode;
using base::Result;

namespace {

base::Error because(ErrorCode code, const char *detail)
{
    return {code, QString::fromLatin1(detail), {}, base::Effected::No};
}

} // namespace

void Session::begin(qint64 nowMs)
{
    Pdu bind(m_options.bind, nextSequence());
    bind.set(Field::SystemId, m_options.systemId);
    bind.set(Field::Password, m_options.password);
    bind.set(Field::SystemType, m_options.systemType);
    bind.set(Field::InterfaceVersion, 0x34);
    m_state = State::Binding;
    m_stateUntilMs = nowMs + m_options.bindMs;
    m_heardMs = nowMs;
    send(bind);
}

void Session::send(const Pdu &pdu)
{
    const auto octets = encode(pdu);
    if (octets)
        m_output.append(*octets);
    else if (pdu.command == m_options.bind)
        end({ErrorCode::Validation, octets.error().detail, octets.error().where, base::Effected::No});
}

quint32 Session::nextSequence()
{
    m_sequence = m_sequence >= 0x7FFFFFFF ? 1 : m_sequence + 1;
    return m_sequence;
}

Result<void> Session::submit(Pdu pdu, qint64 nowMs, Answered answered)
{
    pdu.sequence = nextSequence();
    while (m_submits.contains(pdu.sequence)) // after two thousand million units, one may still be open
        pdu.sequence = nextSequence();
    PFX_ASSIGN(const QByteArray octets, encode(pdu));
    m_output.append(octets);
    m_submits.emplace(pdu.sequence, Pending{std::move(answered), nowMs + m_options.answerMs});
    return {};
}

void Session::acknowledge(quint32 sequence, Command delivered, Status status)
{
    if (m_state != State::Bound && m_state != State::Unbinding)
        return;
    Pdu answer(responseTo(delivered), sequence, status);
    send(answer);
}

void Session::unbind(qint64 nowMs)
{
    if (m_state != State::Bound) {
        end(because(ErrorCode::Cancelled, "stopped"));
        return;
    }
    m_state = State::Unbinding;
    m_stateUntilMs = nowMs + m_options.unbindMs;
    send(Pdu(Command::Unbind, nextSequence()));
}

void Session::receive(QByteArrayView octets, qint64 nowMs)
{
    m_heardMs = nowMs;
    m_enquiredUntilMs.reset();
    m_reader.append(octets);
    while (m_state != State::Ended) {
        auto unit = m_reader.next();
        if (!unit)
            return end(unit.error());
        if (!*unit)
            return;
        const auto pdu = decode(**unit);
        if (!pdu)
            return end(pdu.error()); // where one unit is broken, the next one's beginning is a guess
        take(*pdu, nowMs);
    }
}

void Session::take(const Pdu &pdu, qint64 nowMs)
{
    Q_UNUSED(nowMs)
    if (pdu.isResponse())
        takeResponse(pdu);
    else
        takeRequest(pdu);
}

void Session::takeResponse(const Pdu &pdu)
{
    if (m_state == State::Binding)
        return takeBindAnswer(pdu);
    if (pdu.command == Command::UnbindResp && m_state == State::Unbinding)
        return end(because(ErrorCode::Cancelled, "stopped"));
    if (pdu.command != Command::SubmitSmResp && pdu.command != Command::GenericNack)
        return; // enquire_link_resp: that something came is all it says
    const auto at = m_submits.find(pdu.sequence);
    if (at == m_submits.end())
        return; // answered twice, or after its time
    const Answered answered = std::move(at->second.answered);
    m_submits.erase(at);
    answered(pdu);
}

void Session::takeBindAnswer(const Pdu &pdu)
{
    const bool isAnswer = pdu.command == responseTo(m_options.bind) || pdu.command == Command::GenericNack;
    if (!isAnswer)
        return;
    m_bindStatus = pdu.command == Command::GenericNack && pdu.status == Status::Ok ? Status::BindFailed : pdu.status;
    if (*m_bindStatus != Status::Ok) {
        base::Error reason = because(ErrorCode::Unauthorized, "");
        reason.detail = QStringLiteral("bind refused with status 0x%1").arg(quint32(*m_bindStatus), 0, 16);
        return end(reason);
    }
    m_state = State::Bound;
    if (m_events.bound)
        m_events.bound();
}

void Session::takeRequest(const Pdu &pdu)
{
    switch (pdu.command) {
    case Command::EnquireLink:
        return send(Pdu(Command::EnquireLinkResp, pdu.sequence));
    case Command::Unbind:
        send(Pdu(Command::UnbindResp, pdu.sequence));
        return end(because(ErrorCode::Network, "the other side ended the session"));
    case Command::DeliverSm:
    case Command::DataSm:
        if (m_state == State::Bound || m_state == State::Unbinding)
            return m_events.delivered(pdu);
        return send(Pdu(responseTo(pdu.command), pdu.sequence, Status::InvalidBindStatus));
    default:
        return send(Pdu(Command::GenericNack, pdu.sequence, Status::InvalidCommandId));
    }
}

void Session::tick(qint64 nowMs)
{
    if (m_state == State::Idle || m_state == State::Ended)
        return;
    if (m_state == State::Binding && nowMs >= m_stateUntilMs)
        return end(because(ErrorCode::Timeout, "no answer to bind"));
    if (m_state == State::Unbinding && nowMs >= m_stateUntilMs)
        return end(because(ErrorCode::Cancelled, "stopped"));
    if (m_enquiredUntilMs && nowMs >= *m_enquiredUntilMs)
        return end(because(ErrorCode::Timeout, "no answer to enquire_link"));
    for (const auto &[sequence, pending] : m_submits) {
        // An SMSC that answers enquire_link but not this is asked no further: a new session begins with a clean window.
        if (nowMs >= pending.untilMs)
            return end(because(ErrorCode::Timeout, "no answer to submit_sm"));
    }
    if (m_state == State::Bound && !m_enquiredUntilMs && nowMs - m_heardMs >= m_options.enquireMs) {
        m_enquiredUntilMs = nowMs + m_options.enquireAnswerMs;
        send(Pdu(Command::EnquireLink, nextSequence()));
    }
}

void Session::lost(const base::Error &reason)
{
    end(reason);
}

void Session::end(base::Error reason)
{
    if (m_state == State::Ended)
        return;
    m_state = State::Ended;
    m_endReason = std::move(reason);
    const auto open = std::exchange(m_submits, {});
    for (const auto &[sequence, pending] : open)
        pending.answered(std::nullopt);
}

} // namespace pfx::sms::smpp
