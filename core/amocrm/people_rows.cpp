// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amocrm/people_rows.h"

#include "core/amocrm/custom_fields.h"
#include "core/amocrm/row_parts.h"

namespace pfx::amocrm {

using formats::JsonMembers;
using formats::JsonView;
using formats::Path;
using formats::RowReader;

bool readContact(RowReader &reader, const JsonView &row, records::SourceItem &item)
{
    records::Contact contact;
    bool deleted = false;
    readRow(reader, row, contact, deleted, [&](Key key, const JsonView &value, const Path &path) {
        switch (key) {
        case Key::Name: contact.name = reader.text(value, path); return true;
        case Key::FirstName: contact.firstName = reader.text(value, path); return true;
        case Key::LastName: contact.lastName = reader.text(value, path); return true;
        case Key::Position: contact.position = reader.text(value, path); return true;
        case Key::Custom: readCustomFields(reader, value, path, {contact.points, &contact.position, contact.custom}); return true;
        case Key::Company:
        case Key::Companies:
            if (value.type() == JsonView::Type::String)
                contact.company.name = reader.text(value, path);
            else if (const auto company = readFirst(reader, value, path); !company.isEmpty())
                contact.company = company;
            return true;
        case Key::CompanyName: contact.company.name = reader.text(value, path); return true;
        default: return false;
        }
    });
    if (deleted)
        return passOver(item, contact.externalId, records::PassedOver::Reason::DeletedInSource, contact.name);
    contact.unknown = reader.takeUnknown();
    return deliver(reader, std::move(contact), item);
}

bool readCompany(RowReader &reader, const JsonView &row, records::SourceItem &item)
{
    records::Company company;
    bool deleted = false;
    readRow(reader, row, company, deleted, [&](Key key, const JsonView &value, const Path &path) {
        switch (key) {
        case Key::Name: company.title = reader.text(value, path); return true;
        case Key::Custom: readCustomFields(reader, value, path, {company.points, nullptr, company.custom}); return true;
        default: return false;
        }
    });
    if (deleted)
        return passOver(item, company.externalId, records::PassedOver::Reason::DeletedInSource, company.title);
    company.unknown = reader.takeUnknown();
    return deliver(reader, std::move(company), item);
}

bool readEmployee(RowReader &reader, const JsonView &row, records::SourceItem &item)
{
    records::Employee employee;
    for (JsonMembers m(row); m.next();) {
        switch (rowKeys()(m.key())) {
        case Key::Id: employee.externalId = reader.id(m.value(), m.key()); break;
        case Key::Name: employee.name = reader.text(m.value(), m.key()); break;
        case Key::Email: employee.email = reader.text(m.value(), m.key()); break;
        default:
            if (m.key() == "extension" || m.key() == "internal_phone")
                employee.extension = reader.text(m.value(), m.key());
        }
    }
    return deliver(reader, std::move(employee), item);
}

} // namespace pfx::amocrm
