// SPDX-License-Identifier: GPL-3.0-or-later
// Snapshots of whole entities: what an undo puts back.
#include "core/migration/json_text.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace pfx::migration::json {

namespace {

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

void put(QJsonObject &object, const char *name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key(name), text);
}

void put(QJsonObject &object, const char *name, const QByteArray &text)
{
    if (!text.isEmpty())
        object.insert(key(name), QString::fromUtf8(text));
}

void put(QJsonObject &object, const char *name, std::optional<qint64> number)
{
    if (number)
        object.insert(key(name), *number);
}

void putId(QJsonObject &object, const char *name, qint64 id)
{
    if (id != 0)
        object.insert(key(name), id);
}

QString text(const QJsonObject &object, const char *name)
{
    return object.value(key(name)).toString();
}

QByteArray bytes(const QJsonObject &object, const char *name)
{
    return text(object, name).toUtf8();
}

qint64 number(const QJsonObject &object, const char *name)
{
    return object.value(key(name)).toInteger();
}

std::optional<qint64> maybe(const QJsonObject &object, const char *name)
{
    return object.contains(key(name)) ? std::optional(number(object, name)) : std::nullopt;
}

QJsonArray pointsArray(const QVector<records::Point> &points)
{
    QJsonArray array;
    for (const records::Point &point : points) {
        QJsonObject entry{{key("kind"), records::name(point.kind)}};
        put(entry, "value", point.value);
        put(entry, "normalized", point.normalized);
        put(entry, "extension", point.extension);
        put(entry, "type", point.type);
        array.append(entry);
    }
    return array;
}

QVector<records::Point> pointsFrom(const QJsonArray &array)
{
    QVector<records::Point> points;
    for (const QJsonValue &value : array) {
        const QJsonObject entry = value.toObject();
        records::Point point;
        point.kind = text(entry, "kind") == records::name(records::PointKind::Email) ? records::PointKind::Email
                                                                                       : records::PointKind::Phone;
        point.value = text(entry, "value");
        point.normalized = text(entry, "normalized");
        point.extension = text(entry, "extension");
        point.type = text(entry, "type");
        points.append(point);
    }
    return points;
}

template<typename Entity>
QJsonObject common(const Entity &entity)
{
    QJsonObject object;
    putId(object, "id", entity.id);
    putId(object, "owner_id", entity.ownerId);
    if (!entity.tags.isEmpty())
        object.insert(key("tags"), QJsonArray::fromStringList(entity.tags));
    put(object, "custom", entity.custom);
    put(object, "unknown", entity.unknown);
    put(object, "source_created_at", entity.sourceCreatedAt);
    put(object, "source_changed_at", entity.sourceChangedAt);
    putId(object, "version", entity.version);
    putId(object, "created_at", entity.createdAt);
    putId(object, "changed_at", entity.changedAt);
    putId(object, "planfix_id", entity.planfixId);
    return object;
}

template<typename Entity>
Entity commonFrom(const QJsonObject &object)
{
    Entity entity;
    entity.id = number(object, "id");
    entity.ownerId = number(object, "owner_id");
    const QJsonArray tags = object.value(key("tags")).toArray();
    for (const QJsonValue &tag : tags)
        entity.tags.append(tag.toString());
    entity.custom = bytes(object, "custom");
    entity.unknown = bytes(object, "unknown");
    entity.sourceCreatedAt = maybe(object, "source_created_at");
    entity.sourceChangedAt = maybe(object, "source_changed_at");
    entity.version = number(object, "version");
    entity.createdAt = number(object, "created_at");
    entity.changedAt = number(object, "changed_at");
    entity.planfixId = number(object, "planfix_id");
    return entity;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject parsed(const QByteArray &snapshot)
{
    return QJsonDocument::fromJson(snapshot).object();
}

} // namespace

QByteArray snapshot(const crm::Contact &contact)
{
    QJsonObject object = common(contact);
    put(object, "name", contact.name);
    put(object, "first_name", contact.firstName);
    put(object, "middle_name", contact.middleName);
    put(object, "last_name", contact.lastName);
    put(object, "position", contact.position);
    putId(object, "company_id", contact.companyId);
    object.insert(key("points"), pointsArray(contact.points));
    return compact(object);
}

QByteArray snapshot(const crm::Company &company)
{
    QJsonObject object = common(company);
    put(object, "title", company.title);
    object.insert(key("points"), pointsArray(company.points));
    return compact(object);
}

QByteArray snapshot(const crm::Deal &deal)
{
    QJsonObject object = common(deal);
    put(object, "title", deal.title);
    put(object, "amount", deal.amount);
    put(object, "currency", deal.currency);
    putId(object, "pipeline_id", deal.pipelineId);
    putId(object, "stage_id", deal.stageId);
    putId(object, "company_id", deal.companyId);
    put(object, "source", deal.source);
    put(object, "type", deal.type);
    put(object, "loss_reason", deal.lossReason);
    put(object, "closed_at", deal.closedAt);
    QJsonArray contacts;
    for (const crm::DealContact &contact : deal.contacts)
        contacts.append(QJsonArray{contact.contactId, contact.isMain});
    object.insert(key("contacts"), contacts);
    return compact(object);
}

QByteArray snapshot(const crm::Stage &stage)
{
    QJsonObject object;
    putId(object, "id", stage.id);
    putId(object, "pipeline_id", stage.pipelineId);
    put(object, "name", stage.name);
    put(object, "color", stage.color);
    put(object, "semantics", records::name(stage.semantics));
    putId(object, "position", stage.position);
    object.insert(key("placeholder"), stage.placeholder);
    putId(object, "version", stage.version);
    return compact(object);
}

crm::Contact contactFrom(const QByteArray &snapshot)
{
    const QJsonObject object = parsed(snapshot);
    auto contact = commonFrom<crm::Contact>(object);
    contact.name = text(object, "name");
    contact.firstName = text(object, "first_name");
    contact.middleName = text(object, "middle_name");
    contact.lastName = text(object, "last_name");
    contact.position = text(object, "position");
    contact.companyId = number(object, "company_id");
    contact.points = pointsFrom(object.value(key("points")).toArray());
    return contact;
}

crm::Company companyFrom(const QByteArray &snapshot)
{
    const QJsonObject object = parsed(snapshot);
    auto company = commonFrom<crm::Company>(object);
    company.title = text(object, "title");
    company.points = pointsFrom(object.value(key("points")).toArray());
    return company;
}

crm::Deal dealFrom(const QByteArray &snapshot)
{
    const QJsonObject object = parsed(snapshot);
    auto deal = commonFrom<crm::Deal>(object);
    deal.title = text(object, "title");
    deal.amount = text(object, "amount");
    deal.currency = text(object, "currency");
    deal.pipelineId = number(object, "pipeline_id");
    deal.stageId = number(object, "stage_id");
    deal.companyId = number(object, "company_id");
    deal.source = text(object, "source");
    deal.type = text(object, "type");
    deal.lossReason = text(object, "loss_reason");
    deal.closedAt = maybe(object, "closed_at");
    const QJsonArray contacts = object.value(key("contacts")).toArray();
    for (const QJsonValue &contact : contacts)
        deal.contacts.append({contact.toArray().at(0).toInteger(), contact.toArray().at(1).toBool()});
    return deal;
}

crm::Stage stageFrom(const QByteArray &snapshot)
{
    const QJsonObject object = parsed(snapshot);
    crm::Stage stage;
    stage.id = number(object, "id");
    stage.pipelineId = number(object, "pipeline_id");
    stage.name = text(object, "name");
    stage.color = text(object, "color");
    stage.semantics = records::semanticsFromName(text(object, "semantics")).value_or(records::Semantics::Open);
    stage.position = number(object, "position");
    stage.placeholder = object.value(key("placeholder")).toBool();
    stage.version = number(object, "version");
    return stage;
}

SnapshotLinks linksOf(const QByteArray &snapshot)
{
    const QJsonObject object = parsed(snapshot);
    SnapshotLinks links;
    links.ownerId = number(object, "owner_id");
    links.companyId = number(object, "company_id");
    links.pipelineId = number(object, "pipeline_id");
    links.stageId = number(object, "stage_id");
    links.planfixId = number(object, "planfix_id");
    const QJsonArray contacts = object.value(key("contacts")).toArray();
    for (const QJsonValue &contact : contacts)
        links.contacts.append(contact.toArray().at(0).toInteger());
    return links;
}

} // namespace pfx::migration::json
