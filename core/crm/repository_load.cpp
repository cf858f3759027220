// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crm/repository.h"

#include "core/crm/row_codec.h"

namespace pfx::crm {

using base::Result;
using store::Connection;
using store::Params;
using store::Row;

namespace {

template<typename Entity>
void readCommon(const Row &row, Entity &entity)
{
    entity.id = row.number(QStringLiteral("id"));
    entity.ownerId = row.number(QStringLiteral("owner_id"));
    entity.tags = codec::tagsFrom(row.bytes(QStringLiteral("tags")));
    entity.custom = row.bytes(QStringLiteral("custom"));
    entity.unknown = row.bytes(QStringLiteral("unknown"));
    entity.sourceCreatedAt = row.maybe(QStringLiteral("source_created_at"));
    entity.sourceChangedAt = row.maybe(QStringLiteral("source_changed_at"));
    entity.version = row.number(QStringLiteral("version"));
    entity.createdAt = row.number(QStringLiteral("created_at"));
    entity.changedAt = row.number(QStringLiteral("changed_at"));
    entity.planfixId = row.number(QStringLiteral("planfix_id"));
}

Contact contactFrom(const Row &row)
{
    Contact contact;
    readCommon(row, contact);
    contact.name = row.text(QStringLiteral("name"));
    contact.firstName = row.text(QStringLiteral("first_name"));
    contact.middleName = row.text(QStringLiteral("middle_name"));
    contact.lastName = row.text(QStringLiteral("last_name"));
    contact.position = row.text(QStringLiteral("position"));
    contact.companyId = row.number(QStringLiteral("company_id"));
    return contact;
}

Company companyFrom(const Row &row)
{
    Company company;
    readCommon(row, company);
    company.title = row.text(QStringLiteral("title"));
    return company;
}

Deal dealFrom(const Row &row)
{
    Deal deal;
    readCommon(row, deal);
    deal.title = row.text(QStringLiteral("title"));
    deal.amount = row.text(QStringLiteral("amount"));
    deal.currency = row.text(QStringLiteral("currency"));
    deal.pipelineId = row.number(QStringLiteral("pipeline_id"));
    deal.stageId = row.number(QStringLiteral("stage_id"));
    deal.companyId = row.number(QStringLiteral("company_id"));
    deal.source = row.text(QStringLiteral("source"));
    deal.type = row.text(QStringLiteral("type"));
    deal.lossReason = row.text(QStringLiteral("loss_reason"));
    deal.closedAt = row.maybe(QStringLiteral("closed_at"));
    return deal;
}

Stage stageFrom(const Row &row)
{
    Stage stage;
    stage.id = row.number(QStringLiteral("id"));
    stage.pipelineId = row.number(QStringLiteral("pipeline_id"));
    stage.name = row.text(QStringLiteral("name"));
    stage.color = row.text(QStringLiteral("color"));
    stage.semantics = records::semanticsFromName(row.text(QStringLiteral("semantics"))).value_or(records::Semantics::Open);
    stage.position = row.number(QStringLiteral("position"));
    stage.placeholder = row.number(QStringLiteral("placeholder")) != 0;
    stage.version = row.number(QStringLiteral("version"));
    return stage;
}

/// `columnsAndTable` ends with the table, whose alias is e.
template<typename Entity>
Result<QHash<qint64, Entity>> loadRows(Connection &db, const QString &columnsAndTable, const QVector<qint64> &ids,
                                       Entity (*from)(const Row &))
{
    return codec::rowsById<Entity>(db, QStringLiteral("SELECT %1 e WHERE e.id = k.value").arg(columnsAndTable), ids, from);
}

template<typename Entity>
Result<void> loadPoints(Connection &db, records::Kind kind, const QVector<qint64> &ids, QHash<qint64, Entity> &entities)
{
    if (entities.isEmpty())
        return {};
    const Params params{{QStringLiteral("kind"), records::name(kind)}, {QStringLiteral("ids"), store::idSet(db.backend(), ids)}};
    return db.forEach(QStringLiteral("SELECT p.entity_id, p.kind, p.value, p.normalized, p.extension, p.type"
                                     " FROM {ids} AS k CROSS JOIN points p"
                                     " WHERE p.entity_kind = :kind AND p.entity_id = k.value ORDER BY p.entity_id, p.position"),
                      params, [&entities](const Row &row) -> Result<void> {
                          const auto entity = entities.find(row.number(QStringLiteral("entity_id")));
                          if (entity != entities.end())
                              entity->points.append(codec::pointFrom(row));
                          return {};
                      });
}

} // namespace

Result<QHash<qint64, Contact>> loadContacts(Connection &db, const QVector<qint64> &ids)
{
    const QVector<qint64> wanted = codec::distinct(ids);
    PFX_ASSIGN(auto contacts,
               loadRows<Contact>(db,
                                 QStringLiteral("e.id, e.name, e.first_name, e.middle_name, e.last_name, e.position, e.company_id,"
                                                " e.owner_id, e.tags, e.custom, e.unknown, e.source_created_at, e.source_changed_at,"
                                                " e.version, e.created_at, e.changed_at, e.planfix_id"
                                                " FROM {ids} AS k CROSS JOIN contacts"),
                                 wanted, contactFrom));
    PFX_TRY(loadPoints(db, records::Kind::Contact, wanted, contacts));
    return contacts;
}

Result<QHash<qint64, Company>> loadCompanies(Connection &db, const QVector<qint64> &ids)
{
    const QVector<qint64> wanted = codec::distinct(ids);
    PFX_ASSIGN(auto companies,
               loadRows<Company>(db,
                                 QStringLiteral("e.id, e.title, e.owner_id, e.tags, e.custom, e.unknown, e.source_created_at,"
                                                " e.source_changed_at, e.version, e.created_at, e.changed_at, e.planfix_id"
                                                " FROM {ids} AS k CROSS JOIN companies"),
                                 wanted, companyFrom));
    PFX_TRY(loadPoints(db, records::Kind::Company, wanted, companies));
    return companies;
}

Result<QHash<qint64, Deal>> loadDeals(Connection &db, const QVector<qint64> &ids)
{
    const QVector<qint64> wanted = codec::distinct(ids);
    PFX_ASSIGN(auto deals, loadRows<Deal>(db,
                                          QStringLiteral("e.id, e.title, e.amount, e.currency, e.pipeline_id, e.stage_id, e.company_id,"
                                                         " e.owner_id, e.source, e.type, e.loss_reason, e.closed_at, e.tags, e.custom,"
                                                         " e.unknown, e.source_created_at, e.source_changed_at, e.version,"
                                                         " e.created_at, e.changed_at, e.planfix_id"
                                                         " FROM {ids} AS k CROSS JOIN deals"),
                                          wanted, dealFrom));
    if (deals.isEmpty())
        return deals;
    PFX_TRY(db.forEach(QStringLiteral("SELECT dc.deal_id, dc.contact_id, dc.is_main FROM {ids} AS k CROSS JOIN deal_contacts dc"
                                      " WHERE dc.deal_id = k.value ORDER BY dc.deal_id, dc.position"),
                       {{QStringLiteral("ids"), store::idSet(db.backend(), wanted)}}, [&deals](const Row &row) -> Result<void> {
                           const auto deal = deals.find(row.number(QStringLiteral("deal_id")));
                           if (deal != deals.end())
                               deal->contacts.append({row.number(QStringLiteral("contact_id")),
                                                      row.number(QStringLiteral("is_main")) != 0});
                           return {};
                       }));
    return deals;
}

Result<QVector<Pipeline>> loadPipelines(Connection &db)
{
    QVector<Pipeline> pipelines;
    QHash<qint64, qsizetype> places;
    PFX_TRY(db.forEach(QStringLiteral("SELECT id, name, position, version, created_at FROM pipelines ORDER BY position, id"), {},
                       [&](const Row &row) -> Result<void> {
                           Pipeline pipeline;
                           pipeline.id = row.number(QStringLiteral("id"));
                           pipeline.name = row.text(QStringLiteral("name"));
                           pipeline.position = row.number(QStringLiteral("position"));
                           pipeline.version = row.number(QStringLiteral("version"));
                           pipeline.createdAt = row.number(QStringLiteral("created_at"));
                           places.insert(pipeline.id, pipelines.size());
                           pipelines.append(std::move(pipeline));
                           return {};
                       }));
    PFX_TRY(db.forEach(QStringLiteral("SELECT id, pipeline_id, name, color, semantics, position, placeholder, version FROM stages"
                                      " ORDER BY pipeline_id, position, id"),
                       {}, [&](const Row &row) -> Result<void> {
                           const Stage stage = stageFrom(row);
                           if (const auto place = places.constFind(stage.pipelineId); place != places.constEnd())
                               pipelines[*place].stages.append(stage);
                           return {};
                       }));
    return pipelines;
}

} // namespace pfx::crm
