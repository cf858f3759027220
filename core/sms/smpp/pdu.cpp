// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/smpp/pdu.h"

#include <algorithm>

namespace pfx::sms::smpp {

const QByteArray *Pdu::tlv(quint16 tag) const
{
    const auto at = std::find_if(tlvs.cbegin(), tlvs.cend(), [tag](const Tlv &tlv) { return tlv.tag == tag; });
    return at == tlvs.cend() ? nullptr : &at->value;
}

std::optional<quint32> Pdu::tlvNumber(quint16 tag) const
{
    const QByteArray *value = tlv(tag);
    if (!value || (value->size() != 1 && value->size() != 2 && value->size() != 4))
        return std::nullopt;
    quint32 number = 0;
    for (const char octet : *value)
        number = (number << 8) | quint8(octet);
    return number;
}

} // namespace pfx::sms::smpp
