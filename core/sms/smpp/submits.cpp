// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/smpp/submits.h"

#include "core/sms/segments.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace pfx::sms::smpp {

namespace {

enum Ton { TonUnknown = 0, TonInternational = 1, TonAlphanumeric = 5 };
enum Npi { NpiUnknown = 0, NpiTelephone = 1 };

constexpr int registerFinalReceipt = 1;
constexpr int esmHasHeader = 0x40;
constexpr int codingGsm = 0x00;
constexpr int codingUcs2 = 0x08;

bool isDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

void setSource(Pdu &pdu, const QString &from, const SubmitOptions &options)
{
    constexpr int shortestInternational = 10; // shorter ones are codes of the operator
    int ton = TonUnknown, npi = NpiUnknown;
    QString address = from;
    if (from.startsWith(QLatin1Char('+'))) {
        address = from.mid(1);
        ton = TonInternational;
        npi = NpiTelephone;
    } else if (isDigits(from)) {
        ton = from.size() >= shortestInternational ? TonInternational : TonUnknown;
        npi = NpiTelephone;
    } else if (!from.isEmpty()) {
        ton = TonAlphanumeric;
    }
    pdu.set(Field::SourceTon, options.sourceTon.value_or(ton));
    pdu.set(Field::SourceNpi, options.sourceNpi.value_or(npi));
    pdu.set(Field::Source, address.toLatin1());
}

QByteArray ucs2(QStringView text)
{
    QByteArray octets;
    octets.reserve(text.size() * 2);
    for (const QChar unit : text) {
        octets.append(char(unit.row()));
        octets.append(char(unit.cell()));
    }
    return octets;
}

QByteArray octetsOf(QStringView text, Encoding encoding)
{
    return encoding == Encoding::Gsm7 ? toGsm7(text).value_or(QByteArray()) : ucs2(text);
}

QByteArray concatenationHeader(int reference, int total, int number)
{
    const char header[] = {5, 0, 3, char(reference), char(total), char(number)};
    return QByteArray(header, sizeof header);
}

QByteArray octets(quint32 number, int length)
{
    QByteArray value;
    for (int shift = 8 * (length - 1); shift >= 0; shift -= 8)
        value.append(char((number >> shift) & 0xFF));
    return value;
}

Pdu commonOf(const Outgoing &message, const SubmitOptions &options, Encoding encoding)
{
    Pdu pdu(Command::SubmitSm);
    pdu.set(Field::ServiceType, options.serviceType);
    setSource(pdu, message.from, options);
    pdu.set(Field::DestinationTon, TonInternational);
    pdu.set(Field::DestinationNpi, NpiTelephone);
    pdu.set(Field::Destination, (message.to.startsWith(QLatin1Char('+')) ? message.to.mid(1) : message.to).toLatin1());
    if (options.tellsValidity && message.validUntilMs > 0)
        pdu.set(Field::ValidityPeriod, absoluteTime(message.validUntilMs));
    pdu.set(Field::RegisteredDelivery, registerFinalReceipt);
    pdu.set(Field::DataCoding, encoding == Encoding::Gsm7 ? codingGsm : codingUcs2);
    return pdu;
}

} // namespace

std::optional<Joining> joiningNamed(const QString &name)
{
    if (name == QLatin1String("udh"))
        return Joining::Udh;
    if (name == QLatin1String("sar"))
        return Joining::Sar;
    if (name == QLatin1String("payload"))
        return Joining::Payload;
    return std::nullopt;
}

QByteArray absoluteTime(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::utc()).toString(QStringLiteral("yyMMddhhmmss'000+'")).toLatin1();
}

QVector<Pdu> submitsOf(const Outgoing &message, const SubmitOptions &options)
{
    const Segments segments = segmentsOf(message.text);
    const Pdu common = commonOf(message, options, segments.encoding);
    if (segments.count() > 1 && options.joining == Joining::Payload) {
        Pdu pdu = common;
        pdu.tlvs.append({tag::messagePayload, octetsOf(message.text, segments.encoding)});
        return {pdu};
    }
    QVector<Pdu> pdus;
    for (int i = 0; i < segments.count(); ++i) {
        const Part &part = segments.parts[i];
        Pdu pdu = common;
        QByteArray text = octetsOf(QStringView(message.text).mid(part.from, part.length), segments.encoding);
        if (segments.count() > 1 && options.joining == Joining::Udh) {
            pdu.set(Field::EsmClass, esmHasHeader);
            text.prepend(concatenationHeader(int(message.reference & 0xFF), segments.count(), i + 1));
        } else if (segments.count() > 1) {
            pdu.tlvs.append({tag::sarReference, octets(quint32(message.reference & 0xFFFF), 2)});
            pdu.tlvs.append({tag::sarTotal, octets(quint32(segments.count()), 1)});
            pdu.tlvs.append({tag::sarNumber, octets(quint32(i + 1), 1)});
        }
        pdu.set(Field::ShortMessage, text);
        pdus.append(pdu);
    }
    return pdus;
}

} // namespace pfx::sms::smpp
