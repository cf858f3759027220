// SPDX-License-Identifier: GPL-3.0-or-later
// SMPP units as octets and back, by the table of pdu.h. What comes from the network is never trusted: lengths are checked before they are
// used, texts must end, and what is left over must be whole TLVs. Pure; any thread.
#pragma once

#include "core/base/result.h"
#include "core/sms/smpp/pdu.h"

namespace pfx::sms::smpp {

inline constexpr qsizetype headLength = 16;
/// No command is longer but for message_payload, which we take to 64 KiB and a head.
inline constexpr qsizetype mostLength = 70'000;

/// Validation: `where` is the field whose value is too long or holds a zero octet.
base::Result<QByteArray> encode(const Pdu &pdu);

/// One whole unit, of the length that its head says. BadAnswer: `where` is "submit_sm.destination_addr" or so. A command that the
/// specification does not have is taken with its head alone (to be answered with generic_nack).
base::Result<Pdu> decode(QByteArrayView octets);

/// Cuts a stream into units.
class PduReader {
public:
    void append(QByteArrayView octets) { m_octets.append(octets); }
    /// The next whole unit; no value while it is not all there. BadAnswer for a length that no unit has: the stream is lost then, nothing
    /// after it can be read.
    base::Result<std::optional<QByteArray>> next();
    /// What has come of a unit that is not whole.
    qsizetype waiting() const { return m_octets.size() - m_from; }

private:
    QByteArray m_octets;
    qsizetype m_from = 0;
};

} // namespace pfx::sms::smpp
