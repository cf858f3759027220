// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows of several kinds have in common: the names of their members, links to other records, and the walk over `_embedded`, which
// holds the same names one level deeper. One thread.
#pragma once

#include "core/formats/key_table.h"
#include "core/formats/row_reader.h"
#include "core/records/record_source.h"

namespace pfx::amocrm {

enum class Key {
    Id, Name, FirstName, LastName, Owner, Created, Updated, Closed, Custom, Embedded, Tags, Companies, Company, CompanyName, Contacts,
    LossReason, LossReasonId, Status, Pipeline, Price, Currency, Deleted, Statuses, Sort, Color, Type, Email, Position, Source, Links, Other
};

const formats::KeyTable<Key> &rowKeys();

QStringList readTags(formats::RowReader &reader, const formats::JsonView &tags, const formats::Path &path);

/// A record's id, or an object with its id and name.
records::Reference readReference(formats::RowReader &reader, const formats::JsonView &value, const formats::Path &path);

/// The first of a list of references: a contact belongs to at most one company, but an API row gives a list.
records::Reference readFirst(formats::RowReader &reader, const formats::JsonView &list, const formats::Path &path);

/// Reads what contacts, companies and deals have in common; `special(key, value, path)` takes the rest, or says false: it is kept as it is.
template<typename Record, typename Special>
void readRow(formats::RowReader &reader, const formats::JsonView &row, Record &record, bool &deleted, const Special &special)
{
    const auto &keys = rowKeys();
    const auto members = [&](const auto &self, const formats::JsonView &object, const formats::Path *parent) -> void {
        for (formats::JsonMembers m(object); m.next();) {
            const Key key = keys(m.key());
            const formats::Path path = parent ? formats::Path(*parent, m.key()) : formats::Path(m.key());
            switch (key) {
            case Key::Id: record.externalId = reader.id(m.value(), path); break;
            case Key::Owner: record.owner.externalId = reader.id(m.value(), path); break;
            case Key::Created: record.createdAt = reader.time(m.value(), path); break;
            case Key::Updated: record.changedAt = reader.time(m.value(), path); break;
            case Key::Tags: record.tags = readTags(reader, m.value(), path); break;
            case Key::Deleted: deleted = reader.flag(m.value(), path); break;
            case Key::Links: break;
            case Key::Embedded:
                if (reader.object(m.value(), path) && !parent)
                    self(self, m.value(), &path);
                break;
            default:
                if (!special(key, m.value(), path))
                    reader.keep(m.rawKey(), m.value());
            }
        }
    };
    members(members, row, nullptr);
}

/// The row is no record of ours.
inline bool passOver(records::SourceItem &item, const QString &externalId, records::PassedOver::Reason reason, const QString &title)
{
    item.externalId = externalId;
    item.content = records::PassedOver{reason, title};
    return true;
}

/// Puts the record, or what was wrong with its row, into the item.
template<typename Record>
bool deliver(formats::RowReader &reader, Record &&record, records::SourceItem &item)
{
    if (record.externalId.isEmpty())
        reader.fail("id", QStringLiteral("missing"));
    item.externalId = record.externalId;
    item.badTimes = reader.takeBadTimes();
    item.pointsLeftOut = reader.pointsLeftOut();
    if (reader.error())
        item.content = *reader.error();
    else
        item.content = std::forward<Record>(record);
    return true;
}

} // namespace pfx::amocrm
