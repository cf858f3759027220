// SPDX-License-Identifier: GPL-3.0-or-later
// One unit of SMPP 3.4: which commands there are, which fields each has in which order (a table, pdu_table.cpp), and a value that can hold
// any of them. Values; any thread. Source: SMPP Protocol Specification v3.4, chapters 4 and 5.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QVector>

#include <array>
#include <optional>

namespace pfx::sms::smpp {

enum class Command : quint32 {
    BindReceiver = 0x1,
    BindTransmitter = 0x2,
    QuerySm = 0x3,
    SubmitSm = 0x4,
    DeliverSm = 0x5,
    Unbind = 0x6,
    ReplaceSm = 0x7,
    CancelSm = 0x8,
    BindTransceiver = 0x9,
    Outbind = 0xB,
    EnquireLink = 0x15,
    AlertNotification = 0x102,
    DataSm = 0x103,
    GenericNack = 0x80000000,
    BindReceiverResp = 0x80000001,
    BindTransmitterResp = 0x80000002,
    QuerySmResp = 0x80000003,
    SubmitSmResp = 0x80000004,
    DeliverSmResp = 0x80000005,
    UnbindResp = 0x80000006,
    ReplaceSmResp = 0x80000007,
    CancelSmResp = 0x80000008,
    BindTransceiverResp = 0x80000009,
    EnquireLinkResp = 0x80000015,
    DataSmResp = 0x80000103,
};

inline constexpr quint32 responseBit = 0x80000000;
/// The command that answers it: SubmitSm → SubmitSmResp.
constexpr Command responseTo(Command command)
{
    return Command(quint32(command) | responseBit);
}

/// Those that we know by name; an SMSC may send others (vendors have 0x400 … 0x4FF).
enum class Status : quint32 {
    Ok = 0x0,
    InvalidMessageLength = 0x1,
    InvalidCommandLength = 0x2,
    InvalidCommandId = 0x3,
    InvalidBindStatus = 0x4,
    AlreadyBound = 0x5,
    SystemError = 0x8,
    InvalidSource = 0xA,
    InvalidDestination = 0xB,
    InvalidMessageId = 0xC,
    BindFailed = 0xD,
    InvalidPassword = 0xE,
    InvalidSystemId = 0xF,
    QueueFull = 0x14,
    SubmitFailed = 0x45,
    Throttled = 0x58,
    InvalidSchedule = 0x61,
    InvalidExpiry = 0x62,
    TemporaryApplicationError = 0x64,
    PermanentApplicationError = 0x65,
    RejectApplicationError = 0x66,
    UnknownError = 0xFF,
};

/// Fields of all commands; a command has those that its row of the table lists.
enum class Field {
    SystemId,
    Password,
    SystemType,
    InterfaceVersion,
    AddressTon,
    AddressNpi,
    AddressRange,
    ServiceType,
    SourceTon,
    SourceNpi,
    Source,
    DestinationTon,
    DestinationNpi,
    Destination,
    EsmClass,
    ProtocolId,
    Priority,
    ScheduleTime,
    ValidityPeriod,
    RegisteredDelivery,
    ReplaceIfPresent,
    DataCoding,
    DefaultMessageId,
    ShortMessage,
    MessageId,
    FinalDate,
    MessageState,
    ErrorCode,
};
inline constexpr std::size_t fieldCount = std::size_t(Field::ErrorCode) + 1;

/// Optional parameters by their tags.
namespace tag {
inline constexpr quint16 receiptedMessageId = 0x001E;
inline constexpr quint16 userMessageReference = 0x0204;
inline constexpr quint16 sarReference = 0x020C;
inline constexpr quint16 sarTotal = 0x020E;
inline constexpr quint16 sarNumber = 0x020F;
inline constexpr quint16 interfaceVersion = 0x0210;
inline constexpr quint16 networkErrorCode = 0x0423;
inline constexpr quint16 messagePayload = 0x0424;
inline constexpr quint16 moreMessages = 0x0426;
inline constexpr quint16 messageState = 0x0427;
} // namespace tag

struct Tlv {
    quint16 tag = 0;
    QByteArray value;

    bool operator==(const Tlv &) const = default;
};

class Pdu {
public:
    Pdu() = default;
    explicit Pdu(Command named, quint32 numbered = 0, Status said = Status::Ok) : command(named), status(said), sequence(numbered) { }

    Command command = Command::GenericNack;
    Status status = Status::Ok;
    quint32 sequence = 0; ///< 1 … 0x7FFFFFFF
    bool isBare = false; ///< The head alone: errors may be answered so, whatever fields the command has.
    QVector<Tlv> tlvs;

    bool isResponse() const { return (quint32(command) & responseBit) != 0; }

    int number(Field field) const { return m_numbers[std::size_t(field)]; }
    const QByteArray &text(Field field) const { return m_texts[std::size_t(field)]; }
    void set(Field field, int number) { m_numbers[std::size_t(field)] = quint8(number); }
    void set(Field field, QByteArray text) { m_texts[std::size_t(field)] = std::move(text); }

    /// Null when it is not there; the first when it is there twice.
    const QByteArray *tlv(quint16 tag) const;
    /// A TLV's value as a big-endian number of its one, two or four octets; no value when it is missing or has another length.
    std::optional<quint32> tlvNumber(quint16 tag) const;

    bool operator==(const Pdu &) const = default;

private:
    std::array<quint8, fieldCount> m_numbers = {};
    std::array<QByteArray, fieldCount> m_texts = {};
};

enum class FieldKind {
    Octet,
    Text, ///< Ends with a zero octet, which counts into `most`.
    Counted, ///< An octet with the length before it (short_message).
};

struct FieldLayout {
    Field field;
    const char *name; ///< As the specification has it: "destination_addr".
    FieldKind kind;
    int most = 1; ///< Octets.
};

struct CommandLayout {
    Command command;
    const char *name; ///< "submit_sm"
    std::vector<FieldLayout> fields;
    bool takesTlvs = false;
};

/// Null for a command that the specification does not have.
const CommandLayout *layoutOf(Command command);

} // namespace pfx::sms::smpp
