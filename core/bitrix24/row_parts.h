// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows of several kinds have in common. One thread.
#pragma once

#include "core/bitrix24/keys.h"
#include "core/formats/row_reader.h"
#include "core/records/record_source.h"

namespace pfx::bitrix24 {

/// User fields (UF_CRM_*, ufCrm_*) are what people made themselves; the rest of the unknown ones is kept as raw JSON.
void keepOther(formats::RowReader &reader, const formats::JsonMembers &m, QVector<records::CustomField> &custom);

QStringList readTags(formats::RowReader &reader, const formats::JsonView &value, const formats::Path &path);

/// "S…", "F…" and "P…": success, failure, in process.
std::optional<records::Semantics> semantics(const QString &code);

/// The pipeline that a stage's id names ("C5:NEW"); empty when it names none.
QString categoryOf(const QString &stage);

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
    item.externalId = record.externalId;
    item.badTimes = reader.takeBadTimes();
    item.pointsLeftOut = reader.pointsLeftOut();
    if (record.externalId.isEmpty())
        reader.fail("ID", QStringLiteral("missing"));
    if (reader.error())
        item.content = *reader.error();
    else
        item.content = std::forward<Record>(record);
    return true;
}

/// What contacts, companies and deals have in common; false when the member is none of it.
template<typename Record>
bool readCommon(formats::RowReader &reader, Key which, const formats::JsonMembers &m, Record &record)
{
    switch (which) {
    case Key::Id: record.externalId = reader.id(m.value(), m.key()); return true;
    case Key::Owner: record.owner.externalId = reader.id(m.value(), m.key()); return true;
    case Key::Created: record.createdAt = reader.time(m.value(), m.key()); return true;
    case Key::Modified: record.changedAt = reader.time(m.value(), m.key()); return true;
    case Key::Tags: record.tags = readTags(reader, m.value(), m.key()); return true;
    case Key::PhoneFlag: return true;
    default: return false;
    }
}

} // namespace pfx::bitrix24
