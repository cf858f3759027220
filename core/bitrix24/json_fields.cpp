// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bitrix24/json_fields.h"

#include "core/bitrix24/keys.h"
#include "core/formats/field_collector.h"

namespace pfx::bitrix24 {

using formats::JsonElements;
using formats::JsonMembers;
using formats::JsonView;
using records::Section;

namespace {

// The field of ours; "-" for what is no field for a mapping, null for what is only kept.
const char *knownAs(Key key, Section section)
{
    switch (key) {
    case Key::Id:
    case Key::PhoneFlag:
    case Key::Recurring: return "-";
    case Key::Title: return "title";
    case Key::Name: return section == Section::Companies ? "title" : "first_name";
    case Key::SecondName: return "middle_name";
    case Key::LastName: return "last_name";
    case Key::Post: return "position";
    case Key::Phones: return "phones";
    case Key::Emails: return "emails";
    case Key::MultiFields: return "phones";
    case Key::CompanyId:
    case Key::CompanyTitle: return "company";
    case Key::Owner: return "owner";
    case Key::Created: return "created_at";
    case Key::Modified: return "changed_at";
    case Key::Stage: return "stage";
    case Key::Category: return "pipeline";
    case Key::Amount: return "amount";
    case Key::Currency: return "currency";
    case Key::ContactId:
    case Key::ContactIds:
    case Key::Contacts: return "contacts";
    case Key::Closed: return "closed_at";
    case Key::Source: return "source";
    case Key::Type: return "type";
    case Key::Tags: return "tags";
    default: return nullptr;
    }
}

QString sampleOf(const JsonView &value)
{
    if (value.isList()) {
        for (JsonElements entries(value); entries.next();) {
            for (const std::string_view name : {"VALUE", "value"}) {
                if (const JsonView text = member(entries.value(), name); !text.isEmpty())
                    return text.text();
            }
            return entries.value().text();
        }
    }
    return value.isObject() ? QString() : value.text();
}

} // namespace

QVector<records::SourceField> sourceFields(const formats::JsonFindings &findings)
{
    formats::FieldCollector collector;
    for (const auto &[slot, section] : {std::pair{formats::Slot::Companies, Section::Companies}, std::pair{formats::Slot::Contacts, Section::Contacts},
                                        std::pair{formats::Slot::Deals, Section::Deals}}) {
        for (const QByteArray &sample : findings.samples[static_cast<size_t>(slot)]) {
            const JsonView row(std::string_view(sample.constData(), static_cast<size_t>(sample.size())));
            for (JsonMembers m(row); m.next();) {
                const char *known = knownAs(keys()(m.key()), section);
                if (known && *known == '-')
                    continue;
                const QString name = QString::fromUtf8(m.key().data(), static_cast<qsizetype>(m.key().size()));
                collector.add(section, name, name, QString::fromLatin1(known), sampleOf(m.value()));
            }
        }
    }
    return collector.take();
}

int bitrixLikeness(const JsonView &row)
{
    static const formats::KeyTable<int> marks({{"ID", 2}, {"LAST_NAME", 1}, {"STAGE_ID", 1}, {"OPPORTUNITY", 1}, {"TITLE", 1}, {"STATUS_ID", 1},
        {"NAME", 1}, {"ASSIGNED_BY_ID", 1}, {"stageId", 2}, {"opportunity", 2}, {"lastName", 2}, {"assignedById", 2}, {"entityTypeId", 2}, {"title", 1},
        {"custom_fields_values", -2}, {"responsible_user_id", -2}, {"status_id", -2}, {"pipeline_id", -2}, {"statuses", -2}, {"price", -2},
        {"first_name", -1}, {"last_name", -1}, {"_embedded", -1}}, 0);
    int likeness = 0;
    for (JsonMembers m(row); m.next();)
        likeness += marks(m.key());
    return likeness;
}

} // namespace pfx::bitrix24
