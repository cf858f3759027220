// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/smpp/codec.h"

#include <QtEndian>

namespace pfx::sms::smpp {

using base::ErrorCode;
using base::Result;

namespace {

template<typename Number> void put(QByteArray &out, Number number)
{
    const Number big = qToBigEndian(number);
    out.append(reinterpret_cast<const char *>(&big), sizeof big);
}

quint32 numberAt(QByteArrayView octets, qsizetype at)
{
    return qFromBigEndian<quint32>(octets.data() + at);
}

QString place(const CommandLayout &layout, const char *field)
{
    return QLatin1String(layout.name) + QLatin1Char('.') + QLatin1String(field);
}

Result<void> putField(QByteArray &out, const Pdu &pdu, const CommandLayout &layout, const FieldLayout &field)
{
    if (field.kind == FieldKind::Octet) {
        out.append(char(pdu.number(field.field)));
        return {};
    }
    const QByteArray &text = pdu.text(field.field);
    const bool isCounted = field.kind == FieldKind::Counted;
    if (text.size() > field.most - (isCounted ? 0 : 1))
        return base::fail(ErrorCode::Validation, QStringLiteral("longer than %1 octets").arg(field.most), place(layout, field.name));
    if (!isCounted && text.contains('\0'))
        return base::fail(ErrorCode::Validation, QStringLiteral("holds a zero octet"), place(layout, field.name));
    if (isCounted)
        out.append(char(text.size()));
    out.append(text);
    if (!isCounted)
        out.append('\0');
    return {};
}

/// Takes fields off a body from its front.
class BodyCursor {
public:
    BodyCursor(QByteArrayView body, const CommandLayout &layout) : m_body(body), m_layout(layout) { }

    bool atEnd() const { return m_at == m_body.size(); }

    Result<void> take(const FieldLayout &field, Pdu &pdu)
    {
        switch (field.kind) {
        case FieldKind::Octet:
            if (atEnd())
                return cut(field.name);
            pdu.set(field.field, quint8(m_body[m_at++]));
            return {};
        case FieldKind::Counted:
            return takeCounted(field, pdu);
        case FieldKind::Text:
            return takeText(field, pdu);
        }
        return {};
    }

    Result<Tlv> takeTlv()
    {
        if (left() < 4)
            return cut("tlv");
        Tlv tlv;
        tlv.tag = qFromBigEndian<quint16>(m_body.data() + m_at);
        const qsizetype length = qFromBigEndian<quint16>(m_body.data() + m_at + 2);
        m_at += 4;
        if (left() < length)
            return cut("tlv");
        tlv.value = m_body.sliced(m_at, length).toByteArray();
        m_at += length;
        return tlv;
    }

private:
    qsizetype left() const { return m_body.size() - m_at; }

    base::Failure cut(const char *field) const
    {
        return base::fail(ErrorCode::BadAnswer, QStringLiteral("the unit ends within it"), place(m_layout, field));
    }

    Result<void> takeCounted(const FieldLayout &field, Pdu &pdu)
    {
        const qsizetype length = atEnd() ? -1 : quint8(m_body[m_at++]);
        if (length < 0 || left() < length)
            return cut(field.name);
        pdu.set(field.field, m_body.sliced(m_at, length).toByteArray());
        m_at += length;
        return {};
    }

    Result<void> takeText(const FieldLayout &field, Pdu &pdu)
    {
        // Longer texts than the specification allows come in practice; only the end of the unit is a hard limit.
        const qsizetype zero = m_body.sliced(m_at).indexOf('\0');
        if (zero < 0)
            return cut(field.name);
        pdu.set(field.field, m_body.sliced(m_at, zero).toByteArray());
        m_at += zero + 1;
        return {};
    }

    QByteArrayView m_body;
    const CommandLayout &m_layout;
    qsizetype m_at = 0;
};

Result<void> takeBody(QByteArrayView body, const CommandLayout &layout, Pdu &pdu)
{
    BodyCursor cursor(body, layout);
    for (const FieldLayout &field : layout.fields)
        PFX_TRY(cursor.take(field, pdu));
    while (!cursor.atEnd()) {
        PFX_ASSIGN(Tlv tlv, cursor.takeTlv());
        pdu.tlvs.append(std::move(tlv)); // also where the command has none: what a later version adds is passed over
    }
    return {};
}

} // namespace

Result<QByteArray> encode(const Pdu &pdu)
{
    QByteArray out;
    out.reserve(256);
    put<quint32>(out, 0); // the length, when it is known
    put(out, quint32(pdu.command));
    put(out, quint32(pdu.status));
    put(out, pdu.sequence);
    const CommandLayout *layout = layoutOf(pdu.command);
    if (!layout)
        return base::fail(ErrorCode::Validation, QStringLiteral("no such command"), QStringLiteral("command_id"));
    if (!pdu.isBare) {
        for (const FieldLayout &field : layout->fields)
            PFX_TRY(putField(out, pdu, *layout, field));
        for (const Tlv &tlv : pdu.tlvs) {
            if (!layout->takesTlvs || tlv.value.size() > 0xFFFF)
                return base::fail(ErrorCode::Validation, QStringLiteral("not possible here"), place(*layout, "tlv"));
            put(out, tlv.tag);
            put(out, quint16(tlv.value.size()));
            out.append(tlv.value);
        }
    }
    qToBigEndian(quint32(out.size()), out.data());
    return out;
}

Result<Pdu> decode(QByteArrayView octets)
{
    if (octets.size() < headLength || numberAt(octets, 0) != quint32(octets.size()))
        return base::fail(ErrorCode::BadAnswer, QStringLiteral("not of the length that its head says"), QStringLiteral("command_length"));
    Pdu pdu(Command(numberAt(octets, 4)), numberAt(octets, 12), Status(numberAt(octets, 8)));
    const CommandLayout *layout = layoutOf(pdu.command);
    const QByteArrayView body = octets.sliced(headLength);
    // Errors may come without the fields of their command, and by SMPP 3.4 that is even how they should come.
    pdu.isBare = body.isEmpty() && layout && !layout->fields.empty() && pdu.isResponse();
    if (layout && !pdu.isBare)
        PFX_TRY(takeBody(body, *layout, pdu));
    return pdu;
}

Result<std::optional<QByteArray>> PduReader::next()
{
    if (waiting() < headLength) {
        m_octets.remove(0, std::exchange(m_from, 0));
        return std::nullopt;
    }
    const quint32 length = numberAt(m_octets, m_from);
    if (length < quint32(headLength) || length > quint32(mostLength))
        return base::fail(ErrorCode::BadAnswer, QStringLiteral("a unit of %1 octets").arg(length), QStringLiteral("command_length"));
    if (waiting() < qsizetype(length)) {
        m_octets.remove(0, std::exchange(m_from, 0));
        return std::nullopt;
    }
    QByteArray unit = m_octets.sliced(m_from, qsizetype(length));
    m_from += qsizetype(length);
    return unit;
}

} // namespace pfx::sms::smpp
