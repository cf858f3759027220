// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amocrm/row_parts.h"

namespace pfx::amocrm {

using formats::JsonElements;
using formats::JsonView;
using formats::Path;
using formats::RowReader;

const formats::KeyTable<Key> &rowKeys()
{
    static const formats::KeyTable<Key> keys(
        {{"id", Key::Id}, {"name", Key::Name}, {"first_name", Key::FirstName}, {"last_name", Key::LastName},
         {"responsible_user_id", Key::Owner}, {"created_at", Key::Created}, {"updated_at", Key::Updated}, {"closed_at", Key::Closed},
         {"custom_fields_values", Key::Custom}, {"custom_fields", Key::Custom}, {"_embedded", Key::Embedded}, {"tags", Key::Tags},
         {"companies", Key::Companies}, {"company", Key::Company}, {"company_name", Key::CompanyName}, {"contacts", Key::Contacts},
         {"loss_reason", Key::LossReason}, {"status_id", Key::Status}, {"pipeline_id", Key::Pipeline}, {"price", Key::Price},
         {"currency", Key::Currency}, {"is_deleted", Key::Deleted}, {"statuses", Key::Statuses}, {"sort", Key::Sort}, {"color", Key::Color},
         {"type", Key::Type}, {"email", Key::Email}, {"position", Key::Position}, {"source", Key::Source}, {"_links", Key::Links}},
        Key::Other);
    return keys;
}

QStringList readTags(RowReader &reader, const JsonView &tags, const Path &path)
{
    QStringList names;
    if (!reader.array(tags, path))
        return names;
    for (JsonElements entries(tags); entries.next();) {
        const Path at(path, entries.index());
        const QString name = entries.value().isObject() ? reader.text(member(entries.value(), "name"), Path(at, "name")) : reader.text(entries.value(), at);
        if (!name.isEmpty())
            names << name;
    }
    return names;
}

records::Reference readReference(RowReader &reader, const JsonView &value, const Path &path)
{
    records::Reference reference;
    if (!value.isObject()) {
        reference.externalId = reader.id(value, path);
        return reference;
    }
    reference.externalId = reader.id(member(value, "id"), Path(path, "id"));
    reference.name = reader.text(member(value, "name"), Path(path, "name"));
    return reference;
}

records::Reference readFirst(RowReader &reader, const JsonView &list, const Path &path)
{
    if (list.isObject() && !list.isList())
        return readReference(reader, list, path);
    if (reader.array(list, path)) {
        for (JsonElements entries(list); entries.next();)
            return readReference(reader, entries.value(), Path(path, entries.index()));
    }
    return {};
}

} // namespace pfx::amocrm
