// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bitrix24/people_rows.h"

#include "core/bitrix24/multi_fields.h"
#include "core/bitrix24/row_parts.h"

namespace pfx::bitrix24 {

using formats::JsonMembers;
using formats::JsonView;
using formats::RowReader;

namespace {

QString fullName(const records::Contact &contact)
{
    QString name;
    for (const QString &part : {contact.firstName, contact.middleName, contact.lastName}) {
        if (part.isEmpty())
            continue;
        if (!name.isEmpty())
            name += QLatin1Char(' ');
        name += part;
    }
    return name;
}

} // namespace

bool readContact(RowReader &reader, const JsonView &row, records::SourceItem &item)
{
    records::Contact contact;
    for (JsonMembers m(row); m.next();) {
        const Key which = keys()(m.key());
        if (readCommon(reader, which, m, contact))
            continue;
        switch (which) {
        case Key::Name: contact.firstName = reader.text(m.value(), m.key()); break;
        case Key::SecondName: contact.middleName = reader.text(m.value(), m.key()); break;
        case Key::LastName: contact.lastName = reader.text(m.value(), m.key()); break;
        case Key::Post: contact.position = reader.text(m.value(), m.key()); break;
        case Key::Phones: readPoints(reader, m.value(), m.key(), records::PointKind::Phone, contact.points); break;
        case Key::Emails: readPoints(reader, m.value(), m.key(), records::PointKind::Email, contact.points); break;
        case Key::MultiFields:
            if (!readMultiFields(reader, m.value(), contact.points))
                reader.keep(m.rawKey(), m.value());
            break;
        case Key::CompanyId: contact.company.externalId = reader.id(m.value(), m.key()); break;
        case Key::CompanyTitle: contact.company.name = reader.text(m.value(), m.key()); break;
        default: keepOther(reader, m, contact.custom);
        }
    }
    contact.name = fullName(contact);
    contact.unknown = reader.takeUnknown();
    return deliver(reader, std::move(contact), item);
}

bool readCompany(RowReader &reader, const JsonView &row, records::SourceItem &item)
{
    records::Company company;
    for (JsonMembers m(row); m.next();) {
        const Key which = keys()(m.key());
        if (readCommon(reader, which, m, company))
            continue;
        switch (which) {
        case Key::Title: company.title = reader.text(m.value(), m.key()); break;
        case Key::Name:
            if (company.title.isEmpty())
                company.title = reader.text(m.value(), m.key());
            break;
        case Key::Phones: readPoints(reader, m.value(), m.key(), records::PointKind::Phone, company.points); break;
        case Key::Emails: readPoints(reader, m.value(), m.key(), records::PointKind::Email, company.points); break;
        case Key::MultiFields:
            if (!readMultiFields(reader, m.value(), company.points))
                reader.keep(m.rawKey(), m.value());
            break;
        default: keepOther(reader, m, company.custom);
        }
    }
    company.unknown = reader.takeUnknown();
    return deliver(reader, std::move(company), item);
}

bool readEmployee(RowReader &reader, const JsonView &row, records::SourceItem &item)
{
    records::Employee employee;
    QString first;
    QString last;
    for (JsonMembers m(row); m.next();) {
        switch (keys()(m.key())) {
        case Key::Id: employee.externalId = reader.id(m.value(), m.key()); break;
        case Key::Name: first = reader.text(m.value(), m.key()); break;
        case Key::LastName: last = reader.text(m.value(), m.key()); break;
        case Key::Emails: employee.email = reader.text(m.value(), m.key()); break;
        case Key::InnerPhone: employee.extension = reader.text(m.value(), m.key()); break;
        default: break;
        }
    }
    employee.name = QString(first + QLatin1Char(' ') + last).trimmed();
    return deliver(reader, std::move(employee), item);
}

} // namespace pfx::bitrix24
