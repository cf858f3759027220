// SPDX-License-Identifier: GPL-3.0-or-later
// What an update does to a stored record: fills empty fields (a name that only stands for one is empty) and adds phones, e-mails, tags and custom fields; with UpdatePolicy::All it
// also overwrites. Returns the differences, none when nothing was to be done. Pure; any thread.
#pragma once

#include "core/crm/entities.h"
#include "core/migration/options.h"
#include "core/migration/report.h"

#include <functional>

namespace pfx::migration {

/// Names of companies, owners and stages for the differences, by field ("company", "owner", "pipeline", "stage", "contact") and id.
using NameOf = std::function<QString(const QString &field, qint64 id)>;

/// `incoming.ownerId` 0: the source named no owner that we know.
QVector<Difference> merge(crm::Contact &stored, const crm::Contact &incoming, UpdatePolicy policy, const NameOf &nameOf);
QVector<Difference> merge(crm::Company &stored, const crm::Company &incoming, UpdatePolicy policy, const NameOf &nameOf);
QVector<Difference> merge(crm::Deal &stored, const crm::Deal &incoming, UpdatePolicy policy, const NameOf &nameOf);

} // namespace pfx::migration
