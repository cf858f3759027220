// SPDX-License-Identifier: GPL-3.0-or-later
// The one place that knows which fields a command has, in which order, and how long they may be (SMPP 3.4, chapter 4; the lengths of text
// are those of 5.2 and count the closing zero).
#include "core/sms/smpp/pdu.h"

#include <algorithm>

namespace pfx::sms::smpp {

namespace {

using enum FieldKind;
using Fields = std::vector<FieldLayout>;

Fields operator+(Fields first, const Fields &second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

std::vector<CommandLayout> makeTable()
{
    const Fields none;
    const Fields bind{{Field::SystemId, "system_id", Text, 16},
                      {Field::Password, "password", Text, 9},
                      {Field::SystemType, "system_type", Text, 13},
                      {Field::InterfaceVersion, "interface_version", Octet},
                      {Field::AddressTon, "addr_ton", Octet},
                      {Field::AddressNpi, "addr_npi", Octet},
                      {Field::AddressRange, "address_range", Text, 41}};
    const Fields systemId{{Field::SystemId, "system_id", Text, 16}};
    const Fields messageId{{Field::MessageId, "message_id", Text, 65}};
    const Fields serviceType{{Field::ServiceType, "service_type", Text, 6}};
    const auto source = [](int most) {
        return Fields{{Field::SourceTon, "source_addr_ton", Octet},
                      {Field::SourceNpi, "source_addr_npi", Octet},
                      {Field::Source, "source_addr", Text, most}};
    };
    const auto destination = [](int most) {
        return Fields{{Field::DestinationTon, "dest_addr_ton", Octet},
                      {Field::DestinationNpi, "dest_addr_npi", Octet},
                      {Field::Destination, "destination_addr", Text, most}};
    };
    const Fields times{{Field::ScheduleTime, "schedule_delivery_time", Text, 17}, {Field::ValidityPeriod, "validity_period", Text, 17}};
    const Fields registered{{Field::RegisteredDelivery, "registered_delivery", Octet}};
    const Fields defaultMessage{{Field::DefaultMessageId, "sm_default_msg_id", Octet}};
    const Fields shortMessage{{Field::ShortMessage, "short_message", Counted, 254}};
    const Fields coding{{Field::DataCoding, "data_coding", Octet}};
    const Fields esmClass{{Field::EsmClass, "esm_class", Octet}};

    const Fields message = serviceType + source(21) + destination(21) + esmClass
        + Fields{{Field::ProtocolId, "protocol_id", Octet}, {Field::Priority, "priority_flag", Octet}} + times + registered
        + Fields{{Field::ReplaceIfPresent, "replace_if_present_flag", Octet}} + coding + defaultMessage + shortMessage;
    const Fields data = serviceType + source(65) + destination(65) + esmClass + registered + coding;
    const Fields queried = messageId
        + Fields{{Field::FinalDate, "final_date", Text, 17},
                 {Field::MessageState, "message_state", Octet},
                 {Field::ErrorCode, "error_code", Octet}};

    return {{Command::BindReceiver, "bind_receiver", bind},
            {Command::BindTransmitter, "bind_transmitter", bind},
            {Command::BindTransceiver, "bind_transceiver", bind},
            {Command::BindReceiverResp, "bind_receiver_resp", systemId, true},
            {Command::BindTransmitterResp, "bind_transmitter_resp", systemId, true},
            {Command::BindTransceiverResp, "bind_transceiver_resp", systemId, true},
            {Command::Outbind, "outbind", systemId + Fields{{Field::Password, "password", Text, 9}}},
            {Command::Unbind, "unbind", none},
            {Command::UnbindResp, "unbind_resp", none},
            {Command::EnquireLink, "enquire_link", none},
            {Command::EnquireLinkResp, "enquire_link_resp", none},
            {Command::GenericNack, "generic_nack", none},
            {Command::SubmitSm, "submit_sm", message, true},
            {Command::SubmitSmResp, "submit_sm_resp", messageId, true},
            {Command::DeliverSm, "deliver_sm", message, true},
            {Command::DeliverSmResp, "deliver_sm_resp", messageId, true},
            {Command::DataSm, "data_sm", data, true},
            {Command::DataSmResp, "data_sm_resp", messageId, true},
            {Command::QuerySm, "query_sm", messageId + source(21)},
            {Command::QuerySmResp, "query_sm_resp", queried},
            {Command::CancelSm, "cancel_sm", serviceType + messageId + source(21) + destination(21)},
            {Command::CancelSmResp, "cancel_sm_resp", none},
            {Command::ReplaceSm, "replace_sm", messageId + source(21) + times + registered + defaultMessage + shortMessage},
            {Command::ReplaceSmResp, "replace_sm_resp", none},
            {Command::AlertNotification, "alert_notification",
             source(65)
                 + Fields{{Field::DestinationTon, "esme_addr_ton", Octet},
                          {Field::DestinationNpi, "esme_addr_npi", Octet},
                          {Field::Destination, "esme_addr", Text, 65}},
             true}};
}

} // namespace

const CommandLayout *layoutOf(Command command)
{
    static const std::vector<CommandLayout> table = makeTable();
    const auto at = std::find_if(table.begin(), table.end(), [command](const CommandLayout &row) { return row.command == command; });
    return at == table.end() ? nullptr : &*at;
}

} // namespace pfx::sms::smpp
