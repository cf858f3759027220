// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crm/repository.h"

#include "core/crm/contact_search.h"
#include "core/crm/row_blocks.h"
#include "core/crm/row_codec.h"

namespace pfx::crm {

using base::Result;
using records::Kind;
using store::Connection;
using store::Params;
using store::RowBlock;

namespace {

template<typename Entity>
Result<void> insertRows(Connection &db, const char *table, const QStringList &columns, const QVector<Entity> &entities)
{
    if (entities.isEmpty())
        return {};
    RowBlock block;
    block.table = QLatin1String(table);
    block.columns = columns;
    block.cells.reserve(static_cast<size_t>(entities.size() * columns.size()));
    for (const Entity &entity : entities)
        rows::append(block.cells, entity);
    return db.insert(block);
}

/// Every column of the rows but the id, and created_at, which never changes.
template<typename Entity>
Result<void> updateRows(Connection &db, const char *table, const QStringList &columns, const QVector<Entity> &entities)
{
    if (entities.isEmpty())
        return {};
    QStringList assignments;
    for (const QString &column : columns) {
        if (column != QLatin1String("id") && column != QLatin1String("created_at"))
            assignments.append(column + QStringLiteral(" = :") + column);
    }
    const QString sql = QStringLiteral("UPDATE %1 SET %2 WHERE id = :id").arg(QLatin1String(table), assignments.join(QStringLiteral(", ")));
    std::vector<Params> sets;
    sets.reserve(static_cast<size_t>(entities.size()));
    std::vector<store::Value> cells;
    for (const Entity &entity : entities) {
        cells.clear();
        rows::append(cells, entity);
        Params params;
        params.reserve(columns.size());
        for (qsizetype i = 0; i < columns.size(); ++i) {
            if (columns[i] != QLatin1String("created_at"))
                params.append({columns[i], std::move(cells[static_cast<size_t>(i)])});
        }
        sets.push_back(std::move(params));
    }
    return db.executeMany(sql, sets);
}

template<typename Entity>
Result<void> insertPoints(Connection &db, Kind kind, const QVector<Entity> &entities)
{
    RowBlock block = codec::pointsBlock();
    block.cells.reserve(static_cast<size_t>(entities.size() * 2 * block.columns.size()));
    for (const Entity &entity : entities)
        codec::appendPoints(block, kind, entity.id, entity.points);
    return block.cells.empty() ? Result<void>() : db.insert(block);
}

Result<void> removePoints(Connection &db, Kind kind, const QVector<qint64> &ids)
{
    PFX_TRY(db.execute(QStringLiteral("DELETE FROM points WHERE entity_kind = :kind AND entity_id IN (SELECT k.value FROM {ids} AS k)"),
                       {{QStringLiteral("kind"), records::name(kind)}, {QStringLiteral("ids"), store::idSet(db.backend(), ids)}}));
    return {};
}

Result<void> insertLinks(Connection &db, const QVector<Deal> &deals)
{
    RowBlock block;
    block.table = QStringLiteral("deal_contacts");
    block.columns = {QStringLiteral("deal_id"), QStringLiteral("contact_id"), QStringLiteral("is_main"), QStringLiteral("position")};
    for (const Deal &deal : deals) {
        qint64 position = 0;
        for (const DealContact &contact : deal.contacts) {
            block.cells.emplace_back(deal.id);
            block.cells.emplace_back(contact.contactId);
            block.cells.emplace_back(qint64(contact.isMain ? 1 : 0));
            block.cells.emplace_back(position++);
        }
    }
    return block.cells.empty() ? Result<void>() : db.insert(block);
}

template<typename Entity>
QVector<qint64> idsOf(const QVector<Entity> &entities)
{
    QVector<qint64> ids;
    ids.reserve(entities.size());
    for (const Entity &entity : entities)
        ids.append(entity.id);
    return ids;
}

/// DELETE of rows by id; a row that something still points to makes the database refuse it as a Conflict.
Result<void> removeRows(Connection &db, const char *table, const char *column, const QVector<qint64> &ids)
{
    PFX_TRY(db.execute(QStringLiteral("DELETE FROM %1 WHERE %2 IN (SELECT k.value FROM {ids} AS k)")
                           .arg(QLatin1String(table), QLatin1String(column)),
                       {{QStringLiteral("ids"), store::idSet(db.backend(), ids)}}));
    return {};
}

Result<void> removeOriginsOf(Connection &db, Kind kind, const QVector<qint64> &ids)
{
    PFX_TRY(db.execute(QStringLiteral("DELETE FROM origins WHERE kind = :kind AND entity_id IN (SELECT k.value FROM {ids} AS k)"),
                       {{QStringLiteral("kind"), records::name(kind)}, {QStringLiteral("ids"), store::idSet(db.backend(), ids)}}));
    return {};
}

} // namespace

Result<void> insertContacts(Connection &db, const QVector<Contact> &contacts)
{
    PFX_TRY(insertRows(db, "contacts", rows::contactColumns(), contacts));
    PFX_TRY(insertPoints(db, Kind::Contact, contacts));
    return search_index::addContacts(db, contacts);
}

Result<void> insertCompanies(Connection &db, const QVector<Company> &companies)
{
    PFX_TRY(insertRows(db, "companies", rows::companyColumns(), companies));
    return insertPoints(db, Kind::Company, companies);
}

Result<void> insertDeals(Connection &db, const QVector<Deal> &deals)
{
    PFX_TRY(insertRows(db, "deals", rows::dealColumns(), deals));
    return insertLinks(db, deals);
}

Result<void> insertPipelines(Connection &db, const QVector<Pipeline> &pipelines)
{
    return insertRows(db, "pipelines", rows::pipelineColumns(), pipelines);
}

Result<void> insertStages(Connection &db, const QVector<Stage> &stages)
{
    return insertRows(db, "stages", rows::stageColumns(), stages);
}

Result<void> insertOrigins(Connection &db, const QVector<Origin> &origins)
{
    if (origins.isEmpty())
        return {};
    RowBlock block;
    block.table = QStringLiteral("origins");
    block.columns = {QStringLiteral("account_id"), QStringLiteral("kind"), QStringLiteral("external_id"), QStringLiteral("entity_id")};
    block.cells.reserve(static_cast<size_t>(origins.size()) * 4);
    for (const Origin &origin : origins) {
        block.cells.emplace_back(origin.accountId);
        block.cells.emplace_back(records::name(origin.kind));
        block.cells.emplace_back(origin.externalId);
        block.cells.emplace_back(origin.entityId);
    }
    return db.insert(block);
}

Result<void> updateContacts(Connection &db, const QVector<Contact> &contacts)
{
    if (contacts.isEmpty())
        return {};
    const QVector<qint64> ids = idsOf(contacts);
    PFX_ASSIGN(const auto before, search_index::currentTexts(db, ids));
    PFX_TRY(updateRows(db, "contacts", rows::contactColumns(), contacts));
    PFX_TRY(removePoints(db, Kind::Contact, ids));
    PFX_TRY(insertPoints(db, Kind::Contact, contacts));
    PFX_TRY(search_index::remove(db, before));
    PFX_ASSIGN(const auto after, search_index::currentTexts(db, ids));
    return search_index::add(db, after);
}

Result<void> updateCompanies(Connection &db, const QVector<Company> &companies)
{
    if (companies.isEmpty())
        return {};
    PFX_TRY(updateRows(db, "companies", rows::companyColumns(), companies));
    PFX_TRY(removePoints(db, Kind::Company, idsOf(companies)));
    return insertPoints(db, Kind::Company, companies);
}

Result<void> updateDeals(Connection &db, const QVector<Deal> &deals)
{
    if (deals.isEmpty())
        return {};
    PFX_TRY(updateRows(db, "deals", rows::dealColumns(), deals));
    PFX_TRY(removeRows(db, "deal_contacts", "deal_id", idsOf(deals)));
    return insertLinks(db, deals);
}

Result<void> updatePipelines(Connection &db, const QVector<Pipeline> &pipelines)
{
    return updateRows(db, "pipelines", rows::pipelineColumns(), pipelines);
}

Result<void> updateStages(Connection &db, const QVector<Stage> &stages)
{
    return updateRows(db, "stages", rows::stageColumns(), stages);
}

Result<void> removeContacts(Connection &db, const QVector<qint64> &ids)
{
    if (ids.isEmpty())
        return {};
    PFX_ASSIGN(const auto texts, search_index::currentTexts(db, ids));
    PFX_TRY(removeRows(db, "contacts", "id", ids));
    PFX_TRY(removePoints(db, Kind::Contact, ids));
    PFX_TRY(removeOriginsOf(db, Kind::Contact, ids));
    return search_index::remove(db, texts);
}

Result<void> removeCompanies(Connection &db, const QVector<qint64> &ids)
{
    if (ids.isEmpty())
        return {};
    PFX_TRY(removeRows(db, "companies", "id", ids));
    PFX_TRY(removePoints(db, Kind::Company, ids));
    return removeOriginsOf(db, Kind::Company, ids);
}

Result<void> removeDeals(Connection &db, const QVector<qint64> &ids)
{
    if (ids.isEmpty())
        return {};
    PFX_TRY(removeRows(db, "deals", "id", ids)); // the links to contacts go with them
    return removeOriginsOf(db, Kind::Deal, ids);
}

Result<void> removeStages(Connection &db, const QVector<qint64> &ids)
{
    if (ids.isEmpty())
        return {};
    PFX_TRY(removeRows(db, "stages", "id", ids));
    return removeOriginsOf(db, Kind::Stage, ids);
}

Result<void> removePipelines(Connection &db, const QVector<qint64> &ids)
{
    if (ids.isEmpty())
        return {};
    PFX_TRY(removeRows(db, "pipelines", "id", ids));
    return removeOriginsOf(db, Kind::Pipeline, ids);
}

Result<void> removeOrigins(Connection &db, const QVector<Origin> &origins)
{
    std::vector<Params> sets;
    sets.reserve(static_cast<size_t>(origins.size()));
    for (const Origin &origin : origins) {
        sets.push_back({{QStringLiteral("account"), origin.accountId},
                        {QStringLiteral("kind"), records::name(origin.kind)},
                        {QStringLiteral("external_id"), origin.externalId}});
    }
    if (sets.empty())
        return {};
    return db.executeMany(
        QStringLiteral("DELETE FROM origins WHERE account_id = :account AND kind = :kind AND external_id = :external_id"), sets);
}

} // namespace pfx::crm
