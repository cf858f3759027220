// SPDX-License-Identifier: GPL-3.0-or-later
// The records as our store keeps them: what repositories read and write whole. Values only; any thread. `version` grows with each change.
#pragma once

#include "core/records/records.h"

namespace pfx::crm {

struct Employee
{
    qint64 id = 0;
    QString name, email, extension;
    qint64 version = 1;
};

struct Company
{
    qint64 id = 0;
    QString title;
    qint64 ownerId = 0;
    QVector<records::Point> points;
    QStringList tags;
    QByteArray custom;  ///< JSON array of {id,code,name,type,text,value}
    QByteArray unknown; ///< JSON object
    std::optional<qint64> sourceCreatedAt, sourceChangedAt;
    qint64 version = 1;
    qint64 createdAt = 0, changedAt = 0;
    qint64 planfixId = 0;
};

struct Contact
{
    qint64 id = 0;
    QString name, firstName, middleName, lastName, position;
    qint64 companyId = 0, ownerId = 0;
    QVector<records::Point> points;
    QStringList tags;
    QByteArray custom, unknown;
    std::optional<qint64> sourceCreatedAt, sourceChangedAt;
    qint64 version = 1;
    qint64 createdAt = 0, changedAt = 0;
    qint64 planfixId = 0;
};

struct Stage
{
    qint64 id = 0, pipelineId = 0;
    QString name, color;
    records::Semantics semantics = records::Semantics::Open;
    qint64 position = 0;
    bool placeholder = false; ///< Made for a deal whose stage the source did not list.
    qint64 version = 1;
};

struct Pipeline
{
    qint64 id = 0;
    QString name;
    qint64 position = 0;
    QVector<Stage> stages;
    qint64 version = 1;
    qint64 createdAt = 0;
};

struct DealContact
{
    qint64 contactId = 0;
    bool isMain = false;

    bool operator==(const DealContact &) const = default;
};

struct Deal
{
    qint64 id = 0;
    QString title, amount, currency; ///< amount: exact decimal, empty when the source gave none
    qint64 pipelineId = 0, stageId = 0, companyId = 0, ownerId = 0;
    QVector<DealContact> contacts;
    QString source, type, lossReason;
    std::optional<qint64> closedAt;
    QStringList tags;
    QByteArray custom, unknown;
    std::optional<qint64> sourceCreatedAt, sourceChangedAt;
    qint64 version = 1;
    qint64 createdAt = 0, changedAt = 0;
    qint64 planfixId = 0;
};

/// Where an entity came from: (account, kind, external id) is unique.
struct Origin
{
    qint64 accountId = 0;
    records::Kind kind = records::Kind::Contact;
    QString externalId;
    qint64 entityId = 0;
};

} // namespace pfx::crm
