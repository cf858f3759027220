// SPDX-License-Identifier: GPL-3.0-or-later
// A message as the submit_sm units that carry it. Pure; any thread. Source: SMPP 3.4, 4.4.1, 5.2.5 to 5.2.19; 3GPP TS 23.040, 9.2.3.24.1.
#pragma once

#include "core/sms/driver.h"
#include "core/sms/smpp/pdu.h"

namespace pfx::sms::smpp {

/// How the parts of a long message are told to belong together.
enum class Joining {
    Udh, ///< A header before each part's text.
    Sar, ///< By three TLVs.
    Payload, ///< Not cut at all: the SMSC cuts what stands in message_payload.
};
std::optional<Joining> joiningNamed(const QString &name); ///< "udh", "sar", "payload"

struct SubmitOptions {
    Joining joining = Joining::Udh;
    QByteArray serviceType;
    bool tellsValidity = true; ///< Some SMSCs refuse any validity_period.
    std::optional<int> sourceTon, sourceNpi; ///< Instead of what the sender looks like.
};

/// One unit a part, without sequence numbers.
QVector<Pdu> submitsOf(const Outgoing &message, const SubmitOptions &options);

/// A moment as SMPP writes it, in UTC: "260302153000000+".
QByteArray absoluteTime(qint64 ms);

} // namespace pfx::sms::smpp
