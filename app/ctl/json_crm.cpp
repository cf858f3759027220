// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/json_crm.h"

namespace pfx::ctl::json {

namespace {

void named(JsonWriter &json, const char *key, const std::optional<crm::Named> &value)
{
    json.key(key);
    if (!value) {
        json.null();
        return;
    }
    json.object([&] {
        json.member("id", value->id);
        json.member("name", value->name);
    });
}

void namedList(JsonWriter &json, const char *key, const char *nameKey, const QVector<crm::Named> &values)
{
    json.key(key);
    json.array([&] {
        for (const crm::Named &value : values) {
            json.object([&] {
                json.member("id", value.id);
                json.member(nameKey, value.name);
            });
        }
    });
}

void points(JsonWriter &json, const char *key, records::PointKind kind, const QVector<records::Point> &values)
{
    json.key(key);
    json.array([&] {
        for (const records::Point &point : values) {
            if (point.kind != kind)
                continue;
            json.object([&] {
                json.member("value", point.value);
                json.memberOrNull("normalized", point.normalized);
                json.memberOrNull("type", point.type);
            });
        }
    });
}

/// The first place the record came from.
void origin(JsonWriter &json, const QVector<crm::OriginView> &origins)
{
    json.key("origin");
    if (origins.isEmpty()) {
        json.null();
        return;
    }
    const crm::OriginView &first = origins.first();
    json.object([&] {
        json.member("source", first.source);
        json.member("account", first.account);
        json.member("external_id", first.externalId);
    });
}

/// The last members of each record: where it came from, its number in Planfix, when it was made in its source.
template<typename Entity>
void tail(JsonWriter &json, const QVector<crm::OriginView> &origins, const Entity &entity)
{
    origin(json, origins);
    json.key("planfix_id");
    if (entity.planfixId == 0)
        json.null();
    else
        json.number(entity.planfixId);
    json.time("created_at", entity.sourceCreatedAt.value_or(entity.createdAt));
}

void stageMembers(JsonWriter &json, const crm::Stage &stage)
{
    json.member("id", stage.id);
    json.member("name", stage.name);
    json.memberOrNull("color", stage.color);
    json.member("semantics", records::name(stage.semantics));
}

} // namespace

void write(JsonWriter &json, const crm::Employee &employee)
{
    json.object([&] {
        json.member("id", employee.id);
        json.member("name", employee.name);
        json.memberOrNull("email", employee.email);
        json.memberOrNull("extension", employee.extension);
    });
}

void write(JsonWriter &json, const crm::ContactDetails &details)
{
    const crm::Contact &contact = details.contact;
    json.object([&] {
        json.member("id", contact.id);
        json.member("name", contact.name);
        json.memberOrNull("first_name", contact.firstName);
        json.memberOrNull("last_name", contact.lastName);
        json.memberOrNull("position", contact.position);
        named(json, "company", details.company);
        named(json, "owner", details.owner);
        points(json, "phones", records::PointKind::Phone, contact.points);
        points(json, "emails", records::PointKind::Email, contact.points);
        namedList(json, "deals", "title", details.deals);
        tail(json, details.origins, contact);
    });
}

void write(JsonWriter &json, const crm::CompanyDetails &details)
{
    const crm::Company &company = details.company;
    json.object([&] {
        json.member("id", company.id);
        json.member("name", company.title);
        named(json, "owner", details.owner);
        points(json, "phones", records::PointKind::Phone, company.points);
        points(json, "emails", records::PointKind::Email, company.points);
        namedList(json, "contacts", "name", details.contacts);
        namedList(json, "deals", "title", details.deals);
        tail(json, details.origins, company);
    });
}

void write(JsonWriter &json, const crm::DealDetails &details)
{
    const crm::Deal &deal = details.deal;
    json.object([&] {
        json.member("id", deal.id);
        json.member("title", deal.title);
        json.memberOrNull("amount", deal.amount);
        json.memberOrNull("currency", deal.currency);
        named(json, "pipeline", details.pipeline);
        json.key("stage");
        if (details.stage)
            json.object([&] { stageMembers(json, *details.stage); });
        else
            json.null();
        json.key("contacts");
        json.array([&] {
            for (const auto &contact : details.contacts) {
                json.object([&] {
                    json.member("id", contact.id);
                    json.member("name", contact.name);
                    json.flag("is_main", contact.isMain);
                });
            }
        });
        named(json, "owner", details.owner);
        json.memberOrNull("source", deal.source);
        json.memberOrNull("type", deal.type);
        tail(json, details.origins, deal);
    });
}

void write(JsonWriter &json, const crm::Pipeline &pipeline)
{
    json.object([&] {
        json.member("id", pipeline.id);
        json.member("name", pipeline.name);
        json.key("stages");
        json.array([&] {
            for (const crm::Stage &stage : pipeline.stages)
                json.object([&] { stageMembers(json, stage); });
        });
    });
}

} // namespace pfx::ctl::json
