// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/workspace.h"

#include "core/base/text_keys.h"
#include "core/crm/bulk_load.h"
#include "core/migration/company_titles.h"

namespace pfx::migration {

using base::Result;
using records::Kind;

namespace {

template<typename Entity>
QVector<qint64> missing(const QVector<qint64> &ids, const QHash<qint64, Entity> &found)
{
    QVector<qint64> rest;
    QSet<qint64> seen;
    for (const qint64 id : ids) {
        if (id != 0 && !found.contains(id) && !seen.contains(id)) {
            seen.insert(id);
            rest.append(id);
        }
    }
    return rest;
}

template<typename Entity, typename Load>
Result<QHash<qint64, Entity>> loadThrough(store::Connection &db, store::Connection *below, const QVector<qint64> &ids, Load load)
{
    PFX_ASSIGN(auto found, load(db, ids));
    if (!below || found.size() == ids.size())
        return found;
    PFX_ASSIGN(const auto deeper, load(*below, missing(ids, found)));
    found.insert(deeper);
    return found;
}

template<typename Entity>
QVector<qint64> idsOf(const QVector<Entity> &entities)
{
    QVector<qint64> ids;
    for (const Entity &entity : entities)
        ids.append(entity.id);
    return ids;
}

QVector<qint64> distinct(const QList<qint64> &ids)
{
    const QSet<qint64> set(ids.cbegin(), ids.cend());
    return {set.cbegin(), set.cend()};
}

/// Of what the hashes propose, those that really have the point.
template<typename Entity>
QMultiHash<QString, qint64> withPoint(const QMultiHash<QString, qint64> &candidates, const QHash<qint64, Entity> &entities)
{
    QMultiHash<QString, qint64> found;
    for (auto it = candidates.cbegin(); it != candidates.cend(); ++it) {
        const auto entity = entities.constFind(it.value());
        if (entity == entities.cend())
            continue;
        const auto same = [&it](const records::Point &point) { return point.normalized == it.key(); };
        if (std::any_of(entity->points.cbegin(), entity->points.cend(), same))
            found.insert(it.key(), it.value());
    }
    return found;
}

Result<void> copyTable(store::Connection &from, store::Connection &to, const QString &table, const QStringList &columns,
                       const QStringList &numbers)
{
    store::RowBlock block;
    block.table = table;
    block.columns = columns;
    PFX_TRY(from.forEach(QStringLiteral("SELECT %1 FROM %2").arg(columns.join(QStringLiteral(", ")), table), {},
                         [&](const store::Row &row) -> Result<void> {
                             for (const QString &column : columns) {
                                 if (row.isNull(column))
                                     block.cells.emplace_back();
                                 else if (numbers.contains(column))
                                     block.cells.emplace_back(row.number(column));
                                 else
                                     block.cells.emplace_back(row.text(column));
                             }
                             return {};
                         }));
    return block.cells.empty() ? Result<void>() : to.insert(block);
}

} // namespace

Result<TextIndex> Workspace::origins(qint64 account, Kind kind, const QStringList &externalIds)
{
    TextIndex found;
    found.reserve(externalIds.size());
    PFX_TRY(crm::findOrigins(m_db, account, kind, externalIds, [&found](const QString &key, qint64 id) { found.insert(key, id); }));
    if (!m_below)
        return found;
    PFX_TRY(crm::findOrigins(*m_below, account, kind, externalIds, [&found](const QString &key, qint64 id) {
        if (!found.contains(key))
            found.insert(key, id);
    }));
    return found;
}

Result<QMultiHash<QString, qint64>> Workspace::points(Kind kind, const QStringList &normalized)
{
    return m_known.isComplete() ? knownPoints(kind, normalized) : storedPoints(kind, normalized);
}

Result<QMultiHash<QString, qint64>> Workspace::knownPoints(Kind kind, const QStringList &normalized)
{
    QMultiHash<QString, qint64> candidates;
    for (const QString &text : normalized) {
        for (const qint64 id : m_known.pointCandidates(kind, text))
            candidates.insert(text, id);
    }
    if (candidates.isEmpty())
        return candidates;
    const QList<qint64> named = candidates.values();
    const QVector<qint64> ids = distinct(named);
    if (kind == Kind::Company) {
        PFX_ASSIGN(const auto entities, companies(ids));
        return withPoint(candidates, entities);
    }
    PFX_ASSIGN(const auto entities, contacts(ids));
    return withPoint(candidates, entities);
}

Result<QMultiHash<QString, qint64>> Workspace::storedPoints(Kind kind, const QStringList &normalized)
{
    QMultiHash<QString, qint64> ids;
    for (store::Connection *connection : {&m_db, m_below}) {
        if (!connection)
            continue;
        PFX_ASSIGN(const auto owners, crm::findPoints(*connection, normalized));
        for (auto it = owners.cbegin(); it != owners.cend(); ++it) {
            if (it.value().entityKind == kind && !ids.contains(it.key(), it.value().entityId))
                ids.insert(it.key(), it.value().entityId);
        }
    }
    return ids;
}

Result<QMultiHash<QString, qint64>> Workspace::companiesByKey(const QStringList &keys)
{
    return m_known.isComplete() ? knownCompanies(keys) : storedCompanies(keys);
}

Result<QMultiHash<QString, qint64>> Workspace::knownCompanies(const QStringList &keys)
{
    QMultiHash<QString, qint64> candidates;
    for (const QString &key : keys) {
        for (const qint64 id : m_known.companyCandidates(key))
            candidates.insert(key, id);
    }
    if (candidates.isEmpty())
        return candidates;
    PFX_ASSIGN(const auto entities, companies(distinct(candidates.values())));
    QMultiHash<QString, qint64> found;
    for (auto it = candidates.cbegin(); it != candidates.cend(); ++it) {
        const auto entity = entities.constFind(it.value());
        if (entity != entities.cend() && base::companyKey(entity->title) == it.key())
            found.insert(it.key(), it.value());
    }
    return found;
}

Result<QMultiHash<QString, qint64>> Workspace::storedCompanies(const QStringList &keys)
{
    PFX_ASSIGN(auto found, crm::findCompaniesByKey(m_db, keys));
    if (!m_below)
        return found;
    PFX_ASSIGN(const auto deeper, crm::findCompaniesByKey(*m_below, keys));
    // A company that stands above may have got another title there.
    PFX_ASSIGN(const auto above, crm::loadCompanies(m_db, deeper.values()));
    for (auto it = deeper.cbegin(); it != deeper.cend(); ++it) {
        if (!above.contains(it.value()))
            found.insert(it.key(), it.value());
    }
    return found;
}

Result<Workspace::TitledCompanies> Workspace::titledCompanies(qint64 account, const QVector<qint64> &ids)
{
    TitledCompanies found{QSet<qint64>(ids.cbegin(), ids.cend()), {}};
    PFX_ASSIGN(const crm::BulkLoad load, crm::bulkLoad(m_db));
    // The store (and the one below) was empty when the load began, so that whatever stands in it is this run's, which read the companies
    // themselves before their titles; and loadOrigins has no index now.
    if (ids.isEmpty() || load == crm::BulkLoad::On)
        return found;
    PFX_ASSIGN(auto origins, crm::loadOrigins(m_db, Kind::Company, ids));
    if (m_below) {
        PFX_ASSIGN(const auto deeper, crm::loadOrigins(*m_below, Kind::Company, ids));
        origins += deeper;
    }
    QHash<qint64, bool> ours, titleOnly;
    for (const crm::Origin &origin : std::as_const(origins)) {
        const bool our = origin.accountId == account;
        ours[origin.entityId] |= our;
        titleOnly.insert(origin.entityId, titleOnly.value(origin.entityId, true) && our && isTitleOrigin(origin.externalId));
    }
    for (auto it = ours.cbegin(); it != ours.cend(); ++it) {
        if (!it.value())
            found.ofAccount.remove(it.key());
        if (titleOnly.value(it.key()))
            found.byTitleOnly.insert(it.key());
    }
    return found;
}

Result<QHash<qint64, crm::Contact>> Workspace::contacts(const QVector<qint64> &ids)
{
    return loadThrough<crm::Contact>(m_db, m_below, ids, crm::loadContacts);
}

Result<QHash<qint64, crm::Company>> Workspace::companies(const QVector<qint64> &ids)
{
    return loadThrough<crm::Company>(m_db, m_below, ids, crm::loadCompanies);
}

Result<QHash<qint64, crm::Deal>> Workspace::deals(const QVector<qint64> &ids)
{
    return loadThrough<crm::Deal>(m_db, m_below, ids, crm::loadDeals);
}

Result<void> Workspace::insert(const QVector<crm::Company> &companies)
{
    for (const crm::Company &company : companies) {
        m_known.addPoints(Kind::Company, company.id, company.points);
        m_known.addCompanyKey(base::companyKey(company.title), company.id);
    }
    return crm::insertCompanies(m_db, companies);
}

Result<void> Workspace::insert(const QVector<crm::Origin> &origins)
{
    m_known.addOrigins(origins);
    return origins.isEmpty() ? Result<void>() : crm::insertOrigins(m_db, origins);
}

Result<void> Workspace::insert(const QVector<crm::Contact> &contacts)
{
    if (m_below) {
        QVector<qint64> companies;
        for (const crm::Contact &contact : contacts)
            companies.append(contact.companyId);
        PFX_TRY(pullCompanies(companies));
    }
    for (const crm::Contact &contact : contacts)
        m_known.addPoints(Kind::Contact, contact.id, contact.points);
    return crm::insertContacts(m_db, contacts);
}

Result<void> Workspace::insert(const QVector<crm::Deal> &deals)
{
    if (m_below)
        PFX_TRY(pullTargets(deals));
    return crm::insertDeals(m_db, deals);
}

Result<void> Workspace::update(const QVector<crm::Company> &companies)
{
    if (m_below)
        PFX_TRY(pullCompanies(idsOf(companies)));
    for (const crm::Company &company : companies) {
        m_known.addPoints(Kind::Company, company.id, company.points);
        m_known.addCompanyKey(base::companyKey(company.title), company.id);
    }
    return crm::updateCompanies(m_db, companies);
}

Result<void> Workspace::update(const QVector<crm::Contact> &contacts)
{
    if (m_below) {
        QVector<qint64> companies;
        for (const crm::Contact &contact : contacts)
            companies.append(contact.companyId);
        PFX_TRY(pullCompanies(companies));
        PFX_TRY(pullContacts(idsOf(contacts)));
    }
    for (const crm::Contact &contact : contacts)
        m_known.addPoints(Kind::Contact, contact.id, contact.points);
    return crm::updateContacts(m_db, contacts);
}

Result<void> Workspace::update(const QVector<crm::Deal> &deals)
{
    if (m_below) {
        PFX_TRY(pullTargets(deals));
        PFX_ASSIGN(const auto above, crm::loadDeals(m_db, idsOf(deals)));
        PFX_ASSIGN(const auto deeper, crm::loadDeals(*m_below, missing(idsOf(deals), above)));
        const QVector<crm::Deal> pulled(deeper.cbegin(), deeper.cend());
        PFX_TRY(pullTargets(pulled));
        PFX_TRY(crm::insertDeals(m_db, pulled));
    }
    return crm::updateDeals(m_db, deals);
}

Result<void> Workspace::pullCompanies(const QVector<qint64> &ids)
{
    PFX_ASSIGN(const auto above, crm::loadCompanies(m_db, ids));
    PFX_ASSIGN(const auto deeper, crm::loadCompanies(*m_below, missing(ids, above)));
    return crm::insertCompanies(m_db, QVector<crm::Company>(deeper.cbegin(), deeper.cend()));
}

Result<void> Workspace::pullContacts(const QVector<qint64> &ids)
{
    PFX_ASSIGN(const auto above, crm::loadContacts(m_db, ids));
    PFX_ASSIGN(const auto deeper, crm::loadContacts(*m_below, missing(ids, above)));
    const QVector<crm::Contact> pulled(deeper.cbegin(), deeper.cend());
    QVector<qint64> companies;
    for (const crm::Contact &contact : pulled)
        companies.append(contact.companyId);
    PFX_TRY(pullCompanies(companies));
    return crm::insertContacts(m_db, pulled);
}

Result<void> Workspace::pullTargets(const QVector<crm::Deal> &deals)
{
    QVector<qint64> contacts, companies;
    for (const crm::Deal &deal : deals) {
        companies.append(deal.companyId);
        for (const crm::DealContact &contact : deal.contacts)
            contacts.append(contact.contactId);
    }
    PFX_TRY(pullCompanies(companies));
    return pullContacts(contacts);
}

Result<void> copyBasics(store::Connection &from, store::Connection &to)
{
    const auto text = [](const char *name) { return QString::fromLatin1(name); };
    PFX_TRY(to.execute(text("DELETE FROM id_blocks")));
    PFX_TRY(copyTable(from, to, text("id_blocks"), {text("table_name"), text("next_id")}, {text("next_id")}));
    PFX_TRY(copyTable(from, to, text("employees"),
                      {text("id"), text("name"), text("email"), text("email_normalized"), text("extension"), text("search_key"),
                       text("version"), text("created_at")},
                      {text("id"), text("version"), text("created_at")}));
    PFX_TRY(copyTable(from, to, text("origin_accounts"), {text("id"), text("source"), text("account")}, {text("id")}));
    PFX_ASSIGN(const auto pipelines, crm::loadPipelines(from));
    PFX_TRY(crm::insertPipelines(to, pipelines));
    QVector<qint64> pipelineIds, stageIds;
    QVector<crm::Stage> stages;
    for (const crm::Pipeline &pipeline : pipelines) {
        pipelineIds.append(pipeline.id);
        stages += pipeline.stages;
        for (const crm::Stage &stage : pipeline.stages)
            stageIds.append(stage.id);
    }
    PFX_TRY(crm::insertStages(to, stages));
    PFX_ASSIGN(const auto pipelineOrigins, crm::loadOrigins(from, Kind::Pipeline, pipelineIds));
    PFX_ASSIGN(const auto stageOrigins, crm::loadOrigins(from, Kind::Stage, stageIds));
    PFX_TRY(crm::insertOrigins(to, pipelineOrigins));
    return crm::insertOrigins(to, stageOrigins);
}

} // namespace pfx::migration
