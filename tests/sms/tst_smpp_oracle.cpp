// SPDX-License-Identifier: GPL-3.0-or-later
// Our units read by libsmpp34 and its units read by us, with the same value in every field: two readings of one specification by people who
// never met. It is used for this only: it refuses statuses that it has no name for, and leaks what it read of a TLV that it refuses.
#include "core/sms/smpp/codec.h"

#include <QTest>

#include <algorithm>
#include <cstring>
#include <memory>
#include <random>

extern "C" {
#include <libsmpp34/smpp34.h>
#include <libsmpp34/smpp34_structs.h>

#include <libsmpp34/smpp34_params.h> // declares with the types of the above
}

using namespace pfx::sms::smpp;

namespace {

constexpr int rounds = 300;

/// Values of every length that a field may have, and of both ends of an octet.
class Dice
{
public:
    int octet() { return int(m_dice() % 256); }
    int number(int below) { return int(m_dice() % quint32(below)); }
    /// Of those that the specification has a name for; libsmpp34 refuses others.
    int typeOfNumber() { return number(7); }
    int numberingPlan()
    {
        constexpr int named[]{0, 1, 3, 4, 6, 8, 9, 10, 14, 18};
        return named[number(int(std::size(named)))];
    }
    QByteArray text(int most)
    {
        QByteArray text(number(most), Qt::Uninitialized);
        for (char &letter : text)
            letter = char('0' + number(75)); // no zero octet, nothing beyond ASCII
        return text;
    }
    QByteArray octets(int most)
    {
        QByteArray octets(number(most + 1), Qt::Uninitialized);
        for (char &one : octets)
            one = char(octet());
        return octets;
    }

private:
    std::mt19937 m_dice{34};
};

template<std::size_t size>
QByteArray textOf(const uint8_t (&field)[size])
{
    return QByteArray(reinterpret_cast<const char *>(field), int(strnlen(reinterpret_cast<const char *>(field), size)));
}

template<std::size_t size>
void put(uint8_t (&field)[size], const QByteArray &text)
{
    QVERIFY(text.size() <= qsizetype(size));
    std::memcpy(field, text.constData(), size_t(text.size()));
}

/// Frees the TLVs that libsmpp34 made of a unit that may carry some.
template<typename Unit>
struct Freed : Unit
{
    Freed() : Unit() {}
    ~Freed()
    {
        if constexpr (requires(Unit unit) { unit.tlv; })
            destroy_tlv(this->tlv);
    }
    Q_DISABLE_COPY_MOVE(Freed)
};

template<typename Unit>
QByteArray packed(Unit &unit)
{
    QByteArray octets(4096, '\0');
    int length = 0;
    if (smpp34_pack2(reinterpret_cast<uint8_t *>(octets.data()), int(octets.size()), &length, &unit) != 0)
        return smpp34_strerror;
    return octets.left(length);
}

template<typename Unit>
QByteArray unpacked(Unit &unit, const QByteArray &octets)
{
    return smpp34_unpack2(&unit, reinterpret_cast<const uint8_t *>(octets.constData()), int(octets.size())) == 0 ? QByteArray() : QByteArray(smpp34_strerror);
}

int someOctet(Field field, Dice &dice)
{
    switch (field) {
    case Field::SourceTon:
    case Field::DestinationTon:
        return dice.typeOfNumber();
    case Field::SourceNpi:
    case Field::DestinationNpi:
        return dice.numberingPlan();
    default:
        return dice.octet();
    }
}

/// Both stay empty in deliver_sm (SMPP 3.4, 4.6.1).
bool isTime(Field field)
{
    return field == Field::ScheduleTime || field == Field::ValidityPeriod;
}

/// submit_sm and deliver_sm, which have the same fields.
Pdu someMessage(Command command, Dice &dice)
{
    Pdu pdu(command, quint32(1 + dice.number(0x7FFFFFFE)));
    for (const FieldLayout &field : layoutOf(command)->fields) {
        switch (field.kind) {
        case FieldKind::Octet:
            pdu.set(field.field, someOctet(field.field, dice));
            break;
        case FieldKind::Text:
            if (command == Command::SubmitSm || !isTime(field.field))
                pdu.set(field.field, dice.text(field.most));
            break;
        case FieldKind::Counted:
            pdu.set(field.field, dice.octets(field.most - 1)); // libsmpp34 reads 254, but writes one fewer
        }
    }
    pdu.tlvs = {{tag::sarReference, QByteArray::fromHex("1234")},
                {tag::sarTotal, QByteArray(1, char(1 + dice.number(255)))},
                {tag::sarNumber, QByteArray(1, char(1 + dice.number(255)))}};
    return pdu;
}

template<typename Message>
void compareMessage(const Message &theirs, const Pdu &ours)
{
    QCOMPARE(textOf(theirs.service_type), ours.text(Field::ServiceType));
    QCOMPARE(int(theirs.source_addr_ton), ours.number(Field::SourceTon));
    QCOMPARE(int(theirs.source_addr_npi), ours.number(Field::SourceNpi));
    QCOMPARE(textOf(theirs.source_addr), ours.text(Field::Source));
    QCOMPARE(int(theirs.dest_addr_ton), ours.number(Field::DestinationTon));
    QCOMPARE(int(theirs.dest_addr_npi), ours.number(Field::DestinationNpi));
    QCOMPARE(textOf(theirs.destination_addr), ours.text(Field::Destination));
    QCOMPARE(int(theirs.esm_class), ours.number(Field::EsmClass));
    QCOMPARE(int(theirs.protocol_id), ours.number(Field::ProtocolId));
    QCOMPARE(int(theirs.priority_flag), ours.number(Field::Priority));
    QCOMPARE(textOf(theirs.schedule_delivery_time), ours.text(Field::ScheduleTime));
    QCOMPARE(textOf(theirs.validity_period), ours.text(Field::ValidityPeriod));
    QCOMPARE(int(theirs.registered_delivery), ours.number(Field::RegisteredDelivery));
    QCOMPARE(int(theirs.replace_if_present_flag), ours.number(Field::ReplaceIfPresent));
    QCOMPARE(int(theirs.data_coding), ours.number(Field::DataCoding));
    QCOMPARE(int(theirs.sm_default_msg_id), ours.number(Field::DefaultMessageId));
    QCOMPARE(QByteArray(reinterpret_cast<const char *>(theirs.short_message), theirs.sm_length), ours.text(Field::ShortMessage));
}

template<typename Message>
void exchangeMessages(Command command)
{
    Dice dice;
    for (int round = 0; round < rounds; ++round) {
        const Pdu ours = someMessage(command, dice);
        const auto octets = encode(ours);
        QVERIFY2(octets.has_value(), qPrintable(octets ? QString() : octets.error().where));
        Freed<Message> theirs;
        QCOMPARE(unpacked(theirs, *octets), QByteArray());
        QCOMPARE(theirs.command_length, quint32(octets->size()));
        QCOMPARE(theirs.sequence_number, ours.sequence);
        compareMessage(static_cast<const Message &>(theirs), ours);
        QVERIFY(!QTest::currentTestFailed());
        auto again = decode(packed(static_cast<Message &>(theirs)));
        QVERIFY2(again.has_value(), smpp34_strerror);
        std::reverse(again->tlvs.begin(), again->tlvs.end()); // its list begins with what it read last
        QCOMPARE(*encode(*again), *octets);
    }
}

template<typename Bind>
void exchangeBinds(Command command)
{
    Dice dice;
    for (int round = 0; round < rounds; ++round) {
        Bind theirs{};
        theirs.command_id = quint32(command);
        theirs.sequence_number = 1;
        theirs.interface_version = 0x34;
        theirs.addr_ton = uint8_t(dice.typeOfNumber());
        theirs.addr_npi = uint8_t(dice.numberingPlan());
        put(theirs.system_id, dice.text(16));
        put(theirs.password, dice.text(9));
        put(theirs.system_type, dice.text(13));
        put(theirs.address_range, dice.text(41));
        const QByteArray octets = packed(theirs);
        const auto ours = decode(octets);
        QVERIFY2(ours.has_value(), octets.constData());
        QCOMPARE(ours->command, command);
        QCOMPARE(ours->text(Field::SystemId), textOf(theirs.system_id));
        QCOMPARE(ours->text(Field::Password), textOf(theirs.password));
        QCOMPARE(ours->text(Field::SystemType), textOf(theirs.system_type));
        QCOMPARE(ours->number(Field::InterfaceVersion), 0x34);
        QCOMPARE(ours->number(Field::AddressTon), int(theirs.addr_ton));
        QCOMPARE(ours->number(Field::AddressNpi), int(theirs.addr_npi));
        QCOMPARE(ours->text(Field::AddressRange), textOf(theirs.address_range));
        QCOMPARE(*encode(*ours), octets);
    }
}

} // namespace

class tst_smpp_oracle : public QObject
{
    Q_OBJECT

private slots:
    void messagesThatWeSend() { exchangeMessages<submit_sm_t>(Command::SubmitSm); }
    void messagesThatWeGet() { exchangeMessages<deliver_sm_t>(Command::DeliverSm); }
    void bindsAsTransceiver() { exchangeBinds<bind_transceiver_t>(Command::BindTransceiver); }
    void bindsAsTransmitter() { exchangeBinds<bind_transmitter_t>(Command::BindTransmitter); }
    void bindsAsReceiver() { exchangeBinds<bind_receiver_t>(Command::BindReceiver); }
    void answersToMessages();
    void answersToQueries();
    void headsAlone();
};

void tst_smpp_oracle::answersToMessages()
{
    Dice dice;
    for (const Status status : {Status::Ok, Status::Throttled, Status::QueueFull, Status::InvalidDestination}) {
        Freed<submit_sm_resp_t> theirs;
        theirs.command_id = SUBMIT_SM_RESP;
        theirs.command_status = quint32(status);
        theirs.sequence_number = 7;
        const QByteArray id = dice.text(65);
        put(theirs.message_id, id);
        const QByteArray octets = packed(static_cast<submit_sm_resp_t &>(theirs));
        const auto ours = decode(octets);
        QVERIFY2(ours.has_value(), octets.constData());
        QCOMPARE(ours->command, Command::SubmitSmResp);
        QCOMPARE(ours->status, status);
        QCOMPARE(ours->isBare, status != Status::Ok); // as SMPP 3.4 has it: no fields in an error
        QCOMPARE(ours->text(Field::MessageId), ours->isBare ? QByteArray() : id);
        QCOMPARE(*encode(*ours), octets);
    }
}

void tst_smpp_oracle::answersToQueries()
{
    query_sm_resp_t theirs{};
    theirs.command_id = QUERY_SM_RESP;
    theirs.sequence_number = 9;
    put(theirs.message_id, "1A2B3C");
    put(theirs.final_date, "260101120000000+");
    theirs.message_state = 2;
    theirs.error_code = 5;
    const QByteArray octets = packed(theirs);
    const auto ours = decode(octets);
    QVERIFY2(ours.has_value(), octets.constData());
    QCOMPARE(ours->text(Field::MessageId), QByteArray("1A2B3C"));
    QCOMPARE(ours->text(Field::FinalDate), QByteArray("260101120000000+"));
    QCOMPARE(ours->number(Field::MessageState), 2);
    QCOMPARE(ours->number(Field::ErrorCode), 5);
    QCOMPARE(*encode(*ours), octets);
}

void tst_smpp_oracle::headsAlone()
{
    for (const Command command : {Command::EnquireLink, Command::EnquireLinkResp, Command::Unbind, Command::UnbindResp, Command::GenericNack}) {
        const auto octets = encode(Pdu(command, 0x7FFFFFFF));
        QVERIFY(octets.has_value());
        enquire_link_t theirs{}; // as all of these: nothing but a head
        QCOMPARE(unpacked(theirs, *octets), QByteArray());
        QCOMPARE(theirs.command_id, quint32(command));
        QCOMPARE(theirs.sequence_number, 0x7FFFFFFFu);
    }
}

QTEST_APPLESS_MAIN(tst_smpp_oracle)
#include "tst_smpp_oracle.moc"
