// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/smpp/receipts.h"

#include <QHash>

namespace pfx::sms::smpp {

namespace {

// esm_class of deliver_sm, bits 2 to 5: an SMSC's receipt, or an intermediate notification.
constexpr int kindMask = 0x3C;
constexpr int smscReceipt = 0x04;
constexpr int intermediateNotification = 0x20;

std::optional<Delivery> deliveryOfState(quint32 state)
{
    switch (state) {
    case 1: // ENROUTE
    case 6: // ACCEPTED
        return Delivery::Pending;
    case 2:
        return Delivery::Delivered;
    case 3:
        return Delivery::Expired;
    case 4: // DELETED
    case 5:
        return Delivery::Undelivered;
    case 7:
        return Delivery::Unknown;
    case 8:
        return Delivery::Rejected;
    default:
        return std::nullopt;
    }
}

std::optional<Delivery> deliveryOfWord(const QByteArray &word)
{
    static const QHash<QByteArray, Delivery> words{
        {"DELIVRD", Delivery::Delivered},    {"EXPIRED", Delivery::Expired},  {"DELETED", Delivery::Undelivered},
        {"UNDELIV", Delivery::Undelivered},  {"ACCEPTD", Delivery::Pending},  {"ENROUTE", Delivery::Pending},
        {"UNKNOWN", Delivery::Unknown},      {"REJECTD", Delivery::Rejected}, {"UNDELIVERABLE", Delivery::Undelivered},
        {"DELIVERED", Delivery::Delivered},  {"REJECTED", Delivery::Rejected}};
    const auto at = words.constFind(word.toUpper());
    return at == words.constEnd() ? std::nullopt : std::optional(*at);
}

/// The word behind "stat:" in a receipt's text; the names are written in capitals or not, and some are missing.
QByteArray wordBehind(const QByteArray &text, const QByteArray &name)
{
    const QByteArray lower = text.toLower();
    qsizetype at = -1;
    do {
        at = lower.indexOf(name, at + 1);
    } while (at > 0 && lower[at - 1] != ' '); // "id:" also ends "message_id:"
    if (at < 0)
        return {};
    qsizetype from = at + name.size();
    while (from < text.size() && text[from] == ' ')
        ++from;
    qsizetype to = from;
    while (to < text.size() && text[to] != ' ' && text[to] != '\0')
        ++to;
    return text.mid(from, to - from);
}

QByteArray textOf(const Pdu &deliver)
{
    const QByteArray *payload = deliver.tlv(tag::messagePayload);
    return payload && deliver.text(Field::ShortMessage).isEmpty() ? *payload : deliver.text(Field::ShortMessage);
}

QByteArray withoutZero(QByteArray text)
{
    const qsizetype zero = text.indexOf('\0');
    return zero < 0 ? text : text.left(zero);
}

} // namespace

std::optional<ReadReceipt> readReceipt(const Pdu &deliver)
{
    const int kind = deliver.number(Field::EsmClass) & kindMask;
    const QByteArray *id = deliver.tlv(tag::receiptedMessageId);
    if (kind != smscReceipt && kind != intermediateNotification && !id)
        return std::nullopt;
    const QByteArray text = textOf(deliver);
    ReadReceipt read;
    read.isFromText = !id;
    read.receipt.providerId = QString::fromLatin1(id ? withoutZero(*id) : wordBehind(text, "id:"));
    if (read.receipt.providerId.isEmpty())
        return std::nullopt;
    const QByteArray word = wordBehind(text, "stat:");
    std::optional<Delivery> delivery;
    if (const auto state = deliver.tlvNumber(tag::messageState))
        delivery = deliveryOfState(*state);
    if (!delivery)
        delivery = deliveryOfWord(word);
    read.receipt.delivery = delivery.value_or(Delivery::Unknown);
    const QByteArray error = wordBehind(text, "err:");
    if (read.receipt.delivery != Delivery::Delivered && read.receipt.delivery != Delivery::Pending)
        read.receipt.detail = QString::fromLatin1(error.isEmpty() ? word : word + " err:" + error).trimmed().left(100);
    return read;
}

std::optional<IdForm> idFormNamed(const QString &name)
{
    if (name == QLatin1String("same"))
        return IdForm::Same;
    if (name == QLatin1String("decimal"))
        return IdForm::Decimal;
    if (name == QLatin1String("hexadecimal"))
        return IdForm::Hexadecimal;
    return std::nullopt;
}

// --- IdBook ---

namespace {

/// The ids of submit_sm_resp that the receipt's id can mean; hexadecimal digits come in both cases and with leading zeros.
QStringList spellings(const QString &inReceipt, IdForm form)
{
    if (form == IdForm::Same)
        return {inReceipt};
    bool ok = false;
    const quint64 number = inReceipt.toULongLong(&ok, form == IdForm::Decimal ? 10 : 16);
    if (!ok)
        return {};
    QStringList all;
    const auto add = [&all](const QString &digits, int width) {
        all.append(digits);
        all.append(digits.rightJustified(width, QLatin1Char('0')));
    };
    if (form == IdForm::Decimal) {
        add(QString::number(number, 16).toUpper(), 8);
        add(QString::number(number, 16), 8);
    } else {
        add(QString::number(number), 10);
    }
    return all;
}

} // namespace

void IdBook::remember(const QString &submitted)
{
    if (submitted.isEmpty() || m_known.contains(submitted))
        return;
    m_known.insert(submitted);
    m_order.push_back(submitted);
    if (m_order.size() > mostRemembered) {
        m_known.remove(m_order.front());
        m_order.pop_front();
    }
}

QString IdBook::submittedId(const QString &inReceipt)
{
    const auto known = [this](const QStringList &candidates) {
        for (const QString &candidate : candidates) {
            if (m_known.contains(candidate))
                return candidate;
        }
        return QString();
    };
    const QVector<IdForm> forms = m_given ? QVector<IdForm>{*m_given} : QVector<IdForm>{IdForm::Same, IdForm::Decimal, IdForm::Hexadecimal};
    for (const IdForm form : forms) {
        if (const QString found = known(spellings(inReceipt, form)); !found.isEmpty()) {
            m_learnt = form;
            return found;
        }
    }
    return spellings(inReceipt, m_given.value_or(m_learnt)).value(0, inReceipt);
}

} // namespace pfx::sms::smpp
