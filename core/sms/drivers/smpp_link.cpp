// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/drivers/smpp_link.h"

#include "core/sms/smpp/status_words.h"

namespace pfx::sms {

using base::Effected;
using base::ErrorCode;
using smpp::Session;

namespace {

constexpr int tickMs = 100;
constexpr qint64 stopMs = 3'000;

SubmitFailure notSent(ErrorCode code, const QString &detail)
{
    return {Trouble::Transient, {code, detail, {}, Effected::No}, {}, {}};
}

} // namespace

SmppLink::SmppLink(const SmppOptions &options, const base::Clock &clock, DriverEvents &events, Acknowledge acknowledge)
    : m_options(options),
      m_clock(clock),
      m_events(events),
      m_acknowledge(std::move(acknowledge)),
      m_ids(options.receiptIds),
      m_pauseMs(options.firstPauseMs)
{
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &SmppLink::tick);
    connect(&m_socket, &QSslSocket::readyRead, this, &SmppLink::read);
    connect(&m_socket, &QSslSocket::errorOccurred, this, &SmppLink::socketFailed);
    connect(&m_socket, &QSslSocket::disconnected, this, &SmppLink::socketFailed);
    const auto stands = [this] {
        m_connectUntilMs.reset();
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_session->begin(m_clock.monotonicMs());
        flush();
    };
    if (options.tls)
        connect(&m_socket, &QSslSocket::encrypted, this, stands);
    else
        connect(&m_socket, &QSslSocket::connected, this, stands);
}

void SmppLink::start()
{
    m_tick.start();
    connectNow();
}

void SmppLink::connectNow()
{
    m_connectAtMs.reset();
    m_connectUntilMs = m_clock.monotonicMs() + m_options.connectMs;
    ++m_sessionNumber;
    Session::Events events;
    events.bound = [this] {
        m_pauseMs = m_options.firstPauseMs;
        m_putOffUntilMs = 0;
        tell(Link::State::Up);
    };
    events.delivered = [this](const smpp::Pdu &pdu) { delivered(pdu); };
    m_session = std::make_unique<Session>(m_options.session, std::move(events));
    tell(Link::State::Connecting);
    if (m_options.tls) {
        m_socket.setSslConfiguration(m_options.tlsConfiguration);
        m_socket.connectToHostEncrypted(m_options.host, m_options.port);
    } else {
        m_socket.connectToHost(m_options.host, m_options.port);
    }
}

void SmppLink::socketFailed()
{
    if (!m_session || m_session->state() == Session::State::Ended)
        return;
    if (m_socket.bytesAvailable() > 0)
        read(); // what came before the end still counts
    if (!m_session)
        return;
    const bool isCertificate = m_socket.error() == QAbstractSocket::SslHandshakeFailedError;
    m_session->lost({isCertificate ? ErrorCode::Certificate : ErrorCode::Network, m_socket.errorString(), {}, Effected::No});
    sessionEnded();
}

void SmppLink::read()
{
    if (!m_session)
        return;
    m_session->receive(m_socket.readAll(), m_clock.monotonicMs());
    handOn();
    pump();
}

void SmppLink::delivered(const smpp::Pdu &pdu)
{
    auto read = smpp::readReceipt(pdu);
    if (!read) { // a message of a subscriber: nobody here takes those, and the SMSC need not send it again
        m_session->acknowledge(pdu.sequence, pdu.command, smpp::Status::Ok);
        return;
    }
    if (read->isFromText)
        read->receipt.providerId = m_ids.submittedId(read->receipt.providerId);
    m_receipts.push_back(std::move(read->receipt));
    m_toAcknowledge.push_back({m_sessionNumber, pdu.sequence, pdu.command, false});
}

void SmppLink::handOn()
{
    if (m_receipts.empty())
        return;
    auto stored = [acknowledge = m_acknowledge, waiting = std::exchange(m_toAcknowledge, {})](const base::Result<void> &result) mutable {
        for (Acknowledgement &one : waiting)
            one.isStored = result.has_value();
        acknowledge(std::move(waiting));
    };
    m_events.receiptsCame(std::exchange(m_receipts, {}), std::move(stored));
}

void SmppLink::acknowledge(const std::vector<Acknowledgement> &stored)
{
    for (const Acknowledgement &one : stored) {
        if (one.session == m_sessionNumber && m_session)
            m_session->acknowledge(one.sequence, one.command, one.isStored ? smpp::Status::Ok : smpp::Status::TemporaryApplicationError);
    }
    flush();
}

void SmppLink::submit(const Outgoing &message, SubmitDone done)
{
    if (m_isStopping || !m_session || m_session->state() != Session::State::Bound) {
        done(tl::unexpected(notSent(m_isStopping ? ErrorCode::Cancelled : ErrorCode::Network, QStringLiteral("not connected"))));
        return;
    }
    const QVector<smpp::Pdu> parts = smpp::submitsOf(message, m_options.submit);
    if (parts.isEmpty()) {
        done(tl::unexpected(SubmitFailure{Trouble::Refused, {ErrorCode::Validation, QStringLiteral("empty text"), {}, Effected::No}, {}, {}}));
        return;
    }
    m_messages.push_back(std::make_shared<smpp::MessageParts>(parts, std::move(done)));
    pump();
}

/// Sends what may go, and forgets the messages that have their end.
void SmppLink::pump()
{
    const qint64 now = m_clock.monotonicMs();
    for (auto at = m_messages.begin(); at != m_messages.end();) {
        const std::shared_ptr<smpp::MessageParts> message = *at;
        while (now >= m_putOffUntilMs && m_session->canSubmit()) {
            const auto part = message->next();
            if (!part)
                break;
            message->went(*part);
            const auto sent = m_session->submit(message->pdu(*part), now, [this, message, part = *part](std::optional<smpp::Pdu> answer) {
                if (answer && answer->status == smpp::Status::Ok)
                    m_ids.remember(QString::fromLatin1(answer->text(smpp::Field::MessageId)));
                if (message->answered(part, answer))
                    m_putOffUntilMs = m_clock.monotonicMs() + m_options.putOffMs;
            });
            if (!sent) // a value that no unit can carry; an SMSC would say the same
                message->answered(*part, smpp::Pdu(smpp::Command::SubmitSmResp, 0, smpp::Status::InvalidMessageLength));
        }
        at = message->isOpen() ? std::next(at) : m_messages.erase(at);
    }
    flush();
}

void SmppLink::flush()
{
    if (!m_session)
        return;
    if (const QByteArray octets = m_session->takeOutput(); !octets.isEmpty())
        m_socket.write(octets);
    if (m_session->state() == Session::State::Ended)
        sessionEnded();
}

void SmppLink::tick()
{
    const qint64 now = m_clock.monotonicMs();
    if (m_isStopping)
        return finishStop();
    if (m_connectAtMs && now >= *m_connectAtMs)
        connectNow();
    if (!m_session)
        return;
    if (m_connectUntilMs && now >= *m_connectUntilMs) {
        m_session->lost({ErrorCode::Timeout, QStringLiteral("no connection"), {}, Effected::No});
        sessionEnded();
        return;
    }
    m_session->tick(now);
    pump();
}

void SmppLink::sessionEnded()
{
    if (!m_session)
        return;
    const auto ended = std::exchange(m_session, nullptr);
    m_connectUntilMs.reset();
    handOn();
    closeSocket();
    giveUpWaiting(notSent(ended->endReason().code == ErrorCode::Cancelled ? ErrorCode::Cancelled : ErrorCode::Network,
                          QStringLiteral("the connection broke before it was sent")));
    m_messages.clear();
    if (m_isStopping)
        return finishStop();
    base::Error reason = ended->endReason();
    Trouble trouble = Trouble::Transient;
    const bool isRefused = ended->bindStatus() && *ended->bindStatus() != smpp::Status::Ok;
    if (isRefused) {
        trouble = smpp::bindTroubleOf(*ended->bindStatus());
        reason.code = trouble == Trouble::Account ? ErrorCode::Unauthorized : ErrorCode::Network;
        reason.detail = smpp::words(*ended->bindStatus());
        reason.where = QStringLiteral("bind");
    }
    tell(Link::State::Down, trouble, reason);
    tryAgainAfter(trouble == Trouble::Account ? m_options.refusedPauseMs : m_pauseMs);
    m_pauseMs = std::min(m_pauseMs * 2, m_options.longestPauseMs);
}

void SmppLink::tryAgainAfter(qint64 pauseMs)
{
    m_connectAtMs = m_clock.monotonicMs() + pauseMs;
}

void SmppLink::giveUpWaiting(const SubmitFailure &failure)
{
    for (const auto &message : std::list(m_messages))
        message->giveUp(failure);
}

void SmppLink::closeSocket()
{
    m_socket.disconnectFromHost(); // what was written (the answer to unbind) still goes
    if (m_socket.state() != QAbstractSocket::UnconnectedState)
        m_socket.abort();
}

void SmppLink::stop(std::function<void()> ended)
{
    m_isStopping = true;
    m_ended = std::move(ended);
    m_stopUntilMs = m_clock.monotonicMs() + stopMs;
    giveUpWaiting(notSent(ErrorCode::Cancelled, QStringLiteral("stopped")));
    finishStop();
}

void SmppLink::finishStop()
{
    const qint64 now = m_clock.monotonicMs();
    if (m_session && m_session->state() == Session::State::Bound && m_session->unanswered() == 0) {
        m_session->unbind(now);
        flush();
    }
    if (m_session && m_session->state() != Session::State::Ended && now < m_stopUntilMs
        && (m_session->state() == Session::State::Bound || m_session->state() == Session::State::Unbinding))
        return; // the tick comes back
    if (m_session) {
        m_session->lost({ErrorCode::Cancelled, QStringLiteral("stopped"), {}, Effected::No});
        sessionEnded();
        return;
    }
    m_tick.stop();
    if (const auto ended = std::exchange(m_ended, nullptr))
        ended();
}

void SmppLink::tell(Link::State state, Trouble trouble, const base::Error &error)
{
    m_events.linkChanged({state, trouble, error});
}

} // namespace pfx::sms
