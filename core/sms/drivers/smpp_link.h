// SPDX-License-Identifier: GPL-3.0-or-later
// The connection with an SMSC: connects again by itself, sends what is handed over within the window, hands receipts on. Lives on the
// driver's thread, which has an event loop; all calls there.
#pragma once

#include "core/sms/driver.h"
#include "core/sms/smpp/message_parts.h"
#include "core/sms/smpp/receipts.h"
#include "core/sms/smpp/session.h"
#include "core/sms/smpp/submits.h"

#include <QObject>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

#include <list>

namespace pfx::sms {

struct SmppOptions {
    QString host;
    quint16 port = 2775;
    bool tls = false;
    QSslConfiguration tlsConfiguration;
    smpp::SessionOptions session;
    smpp::SubmitOptions submit;
    std::optional<smpp::IdForm> receiptIds;
    qint64 connectMs = 15'000;
    qint64 firstPauseMs = 1'000; ///< Before connecting again; doubled at each failure.
    qint64 longestPauseMs = 30'000;
    qint64 refusedPauseMs = 60'000; ///< After a bind that was refused.
    qint64 putOffMs = 1'000; ///< When the SMSC asks for patience.
};

class SmppLink : public QObject {
    Q_OBJECT

public:
    /// A deliver_sm whose receipt is to be stored before it is answered.
    struct Acknowledgement {
        quint64 session = 0;
        quint32 sequence = 0;
        smpp::Command command = smpp::Command::DeliverSm;
        bool isStored = false;
    };
    /// Called from any thread.
    using Acknowledge = std::function<void(std::vector<Acknowledgement>)>;

    SmppLink(const SmppOptions &options, const base::Clock &clock, DriverEvents &events, Acknowledge acknowledge);

    void start();
    void submit(const Outgoing &message, SubmitDone done);
    void acknowledge(const std::vector<Acknowledgement> &stored);
    /// Takes nothing more; what is on its way may still be answered. `ended` is called when everything has its end.
    void stop(std::function<void()> ended);

private:
    void connectNow();
    void socketFailed();
    void read();
    void delivered(const smpp::Pdu &pdu);
    void handOn();
    void pump();
    void flush();
    void tick();
    void sessionEnded();
    void tryAgainAfter(qint64 pauseMs);
    void giveUpWaiting(const SubmitFailure &failure);
    void closeSocket();
    void finishStop();
    void tell(Link::State state, Trouble trouble = Trouble::Transient, const base::Error &error = {});

    const SmppOptions m_options;
    const base::Clock &m_clock;
    DriverEvents &m_events;
    Acknowledge m_acknowledge;
    smpp::IdBook m_ids;

    QSslSocket m_socket;
    QTimer m_tick;
    std::unique_ptr<smpp::Session> m_session;
    quint64 m_sessionNumber = 0;
    std::list<std::shared_ptr<smpp::MessageParts>> m_messages;
    std::vector<Receipt> m_receipts; ///< Of what was read just now.
    std::vector<Acknowledgement> m_toAcknowledge;

    qint64 m_pauseMs = 0;
    std::optional<qint64> m_connectAtMs;
    std::optional<qint64> m_connectUntilMs;
    qint64 m_putOffUntilMs = 0;
    std::function<void()> m_ended; ///< Set once it is stopping.
    qint64 m_stopUntilMs = 0;
    bool m_isStopping = false;
};

} // namespace pfx::sms
