// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/smpp/message_parts.h"

#include "core/sms/smpp/status_words.h"

#include <algorithm>

namespace pfx::sms::smpp {

using base::Effected;
using base::ErrorCode;

namespace {

ErrorCode codeOf(Trouble trouble)
{
    switch (trouble) {
    case Trouble::Transient:
        return ErrorCode::BadAnswer;
    case Trouble::Throttled:
        return ErrorCode::RateLimited;
    case Trouble::Refused:
    case Trouble::Unroutable:
        return ErrorCode::Validation;
    case Trouble::Account:
        return ErrorCode::Unauthorized;
    case Trouble::NoMoney:
        return ErrorCode::QuotaExhausted;
    }
    return ErrorCode::BadAnswer;
}

SubmitFailure refusal(Status status)
{
    const Trouble trouble = troubleOf(status);
    return {trouble, {codeOf(trouble), words(status), QStringLiteral("submit_sm"), Effected::No}, {}, {}};
}

/// Taken by the SMSC, and yet without the id by which its receipt would be known.
SubmitFailure lostAnswer()
{
    return {Trouble::Transient, {ErrorCode::Network, QStringLiteral("no answer to submit_sm"), {}, Effected::Perhaps}, {}, {}};
}

} // namespace

MessageParts::MessageParts(QVector<Pdu> parts, SubmitDone done) : m_done(std::move(done))
{
    for (Pdu &pdu : parts)
        m_parts.push_back({std::move(pdu), State::Waiting, 0, {}, {}});
}

bool MessageParts::isAny(State state) const
{
    return std::any_of(m_parts.begin(), m_parts.end(), [state](const Part &part) { return part.state == state; });
}

std::optional<int> MessageParts::next() const
{
    if (!m_done)
        return std::nullopt;
    const auto at = std::find_if(m_parts.begin(), m_parts.end(), [](const Part &part) { return part.state == State::Waiting; });
    if (at == m_parts.end())
        return std::nullopt;
    return int(at - m_parts.begin());
}

void MessageParts::went(int part)
{
    m_parts[std::size_t(part)].state = State::Going;
    ++m_parts[std::size_t(part)].tries;
}

bool MessageParts::answered(int index, const std::optional<Pdu> &answer)
{
    Part &part = m_parts[std::size_t(index)];
    if (!answer) {
        part.state = State::Lost;
        part.failure = lostAnswer();
        settle();
        return false;
    }
    const bool isTaken = answer->command == Command::SubmitSmResp && answer->status == Status::Ok;
    if (isTaken) {
        part.state = State::Taken;
        part.id = QString::fromLatin1(answer->text(Field::MessageId));
        settle();
        return false;
    }
    part.state = State::Failed;
    part.failure = refusal(answer->status == Status::Ok ? Status::UnknownError : answer->status);
    const bool putOff = part.failure.trouble == Trouble::Throttled || answer->status == Status::QueueFull;
    settle();
    return putOff;
}

void MessageParts::giveUp(const SubmitFailure &failure)
{
    for (Part &part : m_parts) {
        if (part.state != State::Waiting)
            continue;
        part.state = State::Failed;
        part.failure = failure;
        part.tries = mostTries;
    }
    settle();
}

void MessageParts::settle()
{
    if (!m_done || isAny(State::Going))
        return;
    if (isAny(State::Lost))
        return tell(tl::unexpected(failureOf(State::Lost)));
    if (isAny(State::Failed)) {
        const bool isBegun = isAny(State::Taken);
        for (Part &part : m_parts) {
            const bool mayPass = part.failure.trouble == Trouble::Throttled || part.failure.trouble == Trouble::Transient;
            if (part.state == State::Failed && isBegun && mayPass && part.tries < mostTries)
                part.state = State::Waiting;
        }
        // A part that is refused for good ends the message, whatever else could still go.
        if (isAny(State::Failed))
            tell(tl::unexpected(failureOf(State::Failed)));
        return;
    }
    if (!isAny(State::Waiting))
        tell(Submitted{ids()});
}

SubmitFailure MessageParts::failureOf(State state) const
{
    const auto at = std::find_if(m_parts.begin(), m_parts.end(), [state](const Part &part) { return part.state == state; });
    SubmitFailure failure = at->failure;
    failure.providerIds = ids();
    if (isAny(State::Taken)) // never again as a whole: a part of it has arrived
        failure.error.effected = Effected::Perhaps;
    return failure;
}

QStringList MessageParts::ids() const
{
    QStringList ids;
    for (const Part &part : m_parts) {
        if (part.state == State::Taken && !part.id.isEmpty())
            ids.append(part.id);
    }
    return ids;
}

void MessageParts::tell(SubmitResult result)
{
    std::exchange(m_done, nullptr)(std::move(result));
}

} // namespace pfx::sms::smpp
