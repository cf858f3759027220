// SPDX-License-Identifier: GPL-3.0-or-later
// The small JSON texts that go into import rows and custom fields, written by hand since there are millions of them. Pure; any thread.
#pragma once

#include "core/crm/entities.h"
#include "core/migration/report.h"

#include <QJsonObject>

namespace pfx::migration::json {

/// Appends the text as a JSON string with its quotes.
void appendString(QString &out, QStringView text);
void appendString(QByteArray &out, QStringView text);
QString array(const QStringList &texts);
QStringList texts(const QByteArray &array);

/// The JSON array of custom fields as crm keeps it; empty when there are none.
QByteArray customFields(const QVector<records::CustomField> &fields);

/// A counter set as {"read":…,"created":…}, and back.
QJsonObject object(const Counters &counters);
Counters counters(const QJsonObject &object);

/// Whole entities for `import_rows.before`, and back.
QByteArray snapshot(const crm::Contact &contact);
QByteArray snapshot(const crm::Company &company);
QByteArray snapshot(const crm::Deal &deal);
QByteArray snapshot(const crm::Stage &stage);
crm::Contact contactFrom(const QByteArray &snapshot);
crm::Company companyFrom(const QByteArray &snapshot);
crm::Deal dealFrom(const QByteArray &snapshot);
crm::Stage stageFrom(const QByteArray &snapshot);

} // namespace pfx::migration::json
