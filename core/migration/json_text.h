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

/// What a snapshot of any kind points to; 0 where it has no such thing.
struct SnapshotLinks
{
    qint64 ownerId = 0, companyId = 0, pipelineId = 0, stageId = 0, planfixId = 0;
    QVector<qint64> contacts;
};
SnapshotLinks linksOf(const QByteArray &snapshot);

/// Calls each with the kind and id of everything that a snapshot points to.
template<typename Each>
void forEachLink(const SnapshotLinks &links, Each each)
{
    const std::pair<records::Kind, qint64> single[] = {{records::Kind::Employee, links.ownerId},
                                                       {records::Kind::Company, links.companyId},
                                                       {records::Kind::Pipeline, links.pipelineId},
                                                       {records::Kind::Stage, links.stageId}};
    for (const auto &[kind, id] : single) {
        if (id != 0)
            each(kind, id);
    }
    for (const qint64 id : links.contacts)
        each(records::Kind::Contact, id);
}

} // namespace pfx::migration::json
