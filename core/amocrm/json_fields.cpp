// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amocrm/json_fields.h"

#include "core/amocrm/custom_fields.h"
#include "core/formats/field_collector.h"
#include "core/formats/key_table.h"

namespace pfx::amocrm {

using formats::JsonElements;
using formats::JsonMembers;
using formats::JsonView;
using records::Section;

namespace {

// Where a field of the row itself goes. What is no field for a mapping (links, flags) is told by "-".
const formats::KeyTable<const char *> &knownFields(Section section)
{
    static const formats::KeyTable<const char *> contacts({{"id", "-"}, {"name", "name"}, {"first_name", "first_name"}, {"last_name", "last_name"},
        {"responsible_user_id", "owner"}, {"created_at", "created_at"}, {"updated_at", "changed_at"}, {"company_name", "company"}, {"company", "company"},
        {"position", "position"}, {"tags", "tags"}, {"custom_fields_values", "-"}, {"_embedded", "-"}, {"_links", "-"}, {"account_id", "-"}, {"is_deleted", "-"}}, nullptr);
    static const formats::KeyTable<const char *> companies({{"id", "-"}, {"name", "title"}, {"responsible_user_id", "owner"}, {"created_at", "created_at"},
        {"updated_at", "changed_at"}, {"tags", "tags"}, {"custom_fields_values", "-"}, {"_embedded", "-"}, {"_links", "-"}, {"account_id", "-"}, {"is_deleted", "-"}}, nullptr);
    static const formats::KeyTable<const char *> deals({{"id", "-"}, {"name", "title"}, {"price", "amount"}, {"currency", "currency"}, {"status_id", "stage"},
        {"pipeline_id", "pipeline"}, {"responsible_user_id", "owner"}, {"created_at", "created_at"}, {"updated_at", "changed_at"}, {"closed_at", "closed_at"},
        {"contacts", "contacts"}, {"companies", "company"}, {"source", "source"}, {"type", "type"}, {"loss_reason", "loss_reason"}, {"tags", "tags"},
        {"custom_fields_values", "-"}, {"_embedded", "-"}, {"_links", "-"}, {"account_id", "-"}, {"is_deleted", "-"}}, nullptr);
    return section == Section::Contacts ? contacts : section == Section::Companies ? companies : deals;
}

QString knownAs(FieldUse use)
{
    switch (use) {
    case FieldUse::Phone: return QStringLiteral("phones");
    case FieldUse::Email: return QStringLiteral("emails");
    case FieldUse::Position: return QStringLiteral("position");
    case FieldUse::Custom: break;
    }
    return {};
}

void collectCustom(const JsonView &fields, Section section, formats::FieldCollector &collector)
{
    for (JsonElements entries(fields); entries.next();) {
        const QString code = member(entries.value(), "field_code").text();
        const QString name = member(entries.value(), "field_name").text();
        const QString type = member(entries.value(), "field_type").text();
        const QString id = member(entries.value(), "field_id").text();
        const QString key = !code.isEmpty() ? code : !id.isEmpty() ? id : name;
        if (key.isEmpty())
            continue;
        QString sample;
        for (JsonElements values(member(entries.value(), "values")); values.next() && sample.isEmpty();)
            sample = readable(member(values.value(), "value"), type);
        collector.add(section, key, name.isEmpty() ? key : name, knownAs(useOf(code, type, name)), sample);
    }
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
                if (m.key() == "custom_fields_values") {
                    collectCustom(m.value(), section, collector);
                    continue;
                }
                const char *known = knownFields(section)(m.key());
                if (known && *known == '-')
                    continue;
                const QString key = QString::fromUtf8(m.key().data(), static_cast<qsizetype>(m.key().size()));
                const bool scalar = !m.value().isArray() && !m.value().isObject();
                collector.add(section, key, key, QString::fromLatin1(known), scalar ? m.value().text() : QString());
            }
        }
    }
    return collector.take();
}

int amocrmLikeness(const JsonView &row)
{
    static const formats::KeyTable<int> marks({{"custom_fields_values", 1}, {"responsible_user_id", 1}, {"status_id", 1}, {"pipeline_id", 1}, {"statuses", 1},
        {"price", 1}, {"first_name", 1}, {"_embedded", 1}, {"id", 1}, {"ID", -2}, {"LAST_NAME", -1}, {"STAGE_ID", -1}, {"OPPORTUNITY", -1}, {"TITLE", -1},
        {"STATUS_ID", -1}, {"ASSIGNED_BY_ID", -1}, {"stageId", -2}, {"opportunity", -2}, {"lastName", -2}, {"assignedById", -2}}, 0);
    int likeness = 0;
    for (JsonMembers m(row); m.next();)
        likeness += marks(m.key());
    return likeness;
}

} // namespace pfx::amocrm
