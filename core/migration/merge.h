// SPDX-License-Identifier: GPL-3.0-or-later
// What an update does to a stored record: fills empty fields (a name that only stands for one is empty) and adds phones, e-mails, tags and custom fields; with UpdatePolicy::All it
// also overwrites. Returns the differences, none when nothing was to be done. Pure; any thread.
#pragma once

#include "core/crm/entities.h"
#include "core/migration/options.h"
#include "core/migration/report.h"

#include <functional>
#include <utility>

namespace pfx::migration {

/// Names of companies, owners and stages for the differences, by field ("company", "owner", "pipeline", "stage", "contact") and id.
using NameOf = std::function<QString(const QString &field, qint64 id)>;

/// `incoming.ownerId` 0: the source named no owner that we know.
QVector<Difference> merge(crm::Contact &stored, const crm::Contact &incoming, UpdatePolicy policy, const NameOf &nameOf);
QVector<Difference> merge(crm::Company &stored, const crm::Company &incoming, UpdatePolicy policy, const NameOf &nameOf);
QVector<Difference> merge(crm::Deal &stored, const crm::Deal &incoming, UpdatePolicy policy, const NameOf &nameOf);

/// So many fields of a new record are told in a check: it may bring ten thousand phones.
inline constexpr qsizetype mostFieldsTold = 200;

/// Custom fields as they are stored, by name; at most so many.
QVector<Difference> customFields(const QByteArray &custom, qsizetype most);

/// The fields of a new record, as changes of nothing; foreign members and links without a name are left out.
template<typename Entity>
QVector<Difference> fieldsOf(Entity made, const NameOf &nameOf)
{
    const QByteArray custom = std::exchange(made.custom, {});
    made.unknown.clear();
    Entity nothing;
    QVector<Difference> fields = merge(nothing, made, UpdatePolicy::All, nameOf);
    fields.removeIf([](const Difference &field) { return field.after.isEmpty(); });
    if (fields.size() > mostFieldsTold)
        fields.resize(mostFieldsTold);
    return fields + customFields(custom, mostFieldsTold - fields.size());
}

} // namespace pfx::migration
