// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crm/repository.h"

namespace pfx::crm {

using base::Result;
using records::Kind;
using store::Connection;
using store::Params;
using store::Row;

namespace {

// CROSS JOIN keeps SQLite from scanning the big table first.
Result<QMultiHash<QString, qint64>> idsByKey(Connection &db, const QString &sql, const QStringList &keys)
{
    QMultiHash<QString, qint64> found;
    if (keys.isEmpty())
        return found;
    PFX_TRY(db.forEach(sql, {{QStringLiteral("keys"), store::keySet(db.backend(), keys)}}, [&found](const Row &row) -> Result<void> {
        found.insert(row.text(QStringLiteral("key")), row.number(QStringLiteral("id")));
        return {};
    }));
    return found;
}

Result<QVector<qint64>> idsAmong(Connection &db, const QString &sql, const QVector<qint64> &ids)
{
    QVector<qint64> found;
    if (ids.isEmpty())
        return found;
    PFX_TRY(db.forEach(sql, {{QStringLiteral("ids"), store::idSet(db.backend(), ids)}}, [&found](const Row &row) -> Result<void> {
        found.append(row.number(QStringLiteral("id")));
        return {};
    }));
    return found;
}

} // namespace

Result<void> findOrigins(Connection &db, qint64 accountId, Kind kind, const QStringList &externalIds,
                         const std::function<void(const QString &externalId, qint64 entityId)> &found)
{
    if (externalIds.isEmpty())
        return {};
    const Params params{{QStringLiteral("account"), accountId},
                        {QStringLiteral("kind"), records::name(kind)},
                        {QStringLiteral("keys"), store::keySet(db.backend(), externalIds)}};
    return db.forEach(QStringLiteral("SELECT o.external_id AS key, o.entity_id AS id FROM {keys} AS k CROSS JOIN origins o"
                                     " WHERE o.account_id = :account AND o.kind = :kind AND o.external_id = k.value"),
                      params, [&found](const Row &row) -> Result<void> {
                          found(row.text(QStringLiteral("key")), row.number(QStringLiteral("id")));
                          return {};
                      });
}

Result<QHash<QString, qint64>> findOrigins(Connection &db, qint64 accountId, Kind kind, const QStringList &externalIds)
{
    QHash<QString, qint64> found;
    PFX_TRY(findOrigins(db, accountId, kind, externalIds, [&found](const QString &key, qint64 id) { found.insert(key, id); }));
    return found;
}

Result<QMultiHash<QString, PointOwner>> findPoints(Connection &db, const QStringList &normalized)
{
    QMultiHash<QString, PointOwner> found;
    if (normalized.isEmpty())
        return found;
    PFX_TRY(db.forEach(QStringLiteral("SELECT p.normalized AS key, p.entity_kind AS entity_kind, p.entity_id AS id"
                                      " FROM {keys} AS k CROSS JOIN points p WHERE p.normalized = k.value"),
                       {{QStringLiteral("keys"), store::keySet(db.backend(), normalized)}}, [&found](const Row &row) -> Result<void> {
                           const bool company = row.text(QStringLiteral("entity_kind")) == QLatin1String("company");
                           found.insert(row.text(QStringLiteral("key")),
                                        {company ? Kind::Company : Kind::Contact, row.number(QStringLiteral("id"))});
                           return {};
                       }));
    return found;
}

Result<QMultiHash<QString, qint64>> findCompaniesByKey(Connection &db, const QStringList &keys)
{
    return idsByKey(db,
                    QStringLiteral("SELECT c.title_key AS key, c.id AS id FROM {keys} AS k CROSS JOIN companies c"
                                   " WHERE c.title_key = k.value"),
                    keys);
}

Result<QMultiHash<QString, qint64>> findContactsByName(Connection &db, const QStringList &searchKeys)
{
    return idsByKey(db,
                    QStringLiteral("SELECT c.search_key AS key, c.id AS id FROM {keys} AS k CROSS JOIN contacts c"
                                   " WHERE c.search_key = k.value"),
                    searchKeys);
}

Result<QVector<Origin>> loadOrigins(Connection &db, Kind kind, const QVector<qint64> &entityIds)
{
    QVector<Origin> origins;
    if (entityIds.isEmpty())
        return origins;
    const Params params{{QStringLiteral("kind"), records::name(kind)},
                        {QStringLiteral("ids"), store::idSet(db.backend(), entityIds)}};
    PFX_TRY(db.forEach(QStringLiteral("SELECT o.account_id, o.external_id, o.entity_id FROM {ids} AS k CROSS JOIN origins o"
                                      " WHERE o.kind = :kind AND o.entity_id = k.value"
                                      " ORDER BY o.entity_id, o.account_id, o.external_id"),
                       params, [&origins, kind](const Row &row) -> Result<void> {
                           origins.append({row.number(QStringLiteral("account_id")), kind, row.text(QStringLiteral("external_id")),
                                           row.number(QStringLiteral("entity_id"))});
                           return {};
                       }));
    return origins;
}

Result<qint64> originAccount(Connection &db, records::System system, const QString &account)
{
    const Params params{{QStringLiteral("source"), records::name(system)}, {QStringLiteral("account"), account}};
    PFX_ASSIGN(const auto rows,
               db.select(QStringLiteral("SELECT id FROM origin_accounts WHERE source = :source AND account = :account"), params));
    if (!rows.empty())
        return rows.front().number(QStringLiteral("id"));
    PFX_ASSIGN(const qint64 id, db.reserveIds(QStringLiteral("origin_accounts"), 1));
    store::RowBlock block;
    block.table = QStringLiteral("origin_accounts");
    block.columns = {QStringLiteral("id"), QStringLiteral("source"), QStringLiteral("account")};
    block.cells = {id, records::name(system), account};
    PFX_TRY(db.insert(block));
    return id;
}

Result<QStringList> knownAccounts(Connection &db, records::System system)
{
    PFX_ASSIGN(const auto rows, db.select(QStringLiteral("SELECT a.account FROM origin_accounts a WHERE a.source = :source AND EXISTS"
                                                         " (SELECT 1 FROM origins o WHERE o.account_id = a.id) ORDER BY a.id"),
                                          {{QStringLiteral("source"), records::name(system)}}));
    QStringList accounts;
    for (const Row &row : rows)
        accounts.append(row.text(QStringLiteral("account")));
    return accounts;
}

Result<QVector<qint64>> contactsWithDeals(Connection &db, const QVector<qint64> &ids)
{
    return idsAmong(db,
                    QStringLiteral("SELECT k.value AS id FROM {ids} AS k"
                                   " WHERE EXISTS (SELECT 1 FROM deal_contacts dc WHERE dc.contact_id = k.value)"),
                    ids);
}

Result<QVector<qint64>> companiesInUse(Connection &db, const QVector<qint64> &ids)
{
    return idsAmong(db,
                    QStringLiteral("SELECT k.value AS id FROM {ids} AS k"
                                   " WHERE EXISTS (SELECT 1 FROM contacts c WHERE c.company_id = k.value)"
                                   " OR EXISTS (SELECT 1 FROM deals d WHERE d.company_id = k.value)"),
                    ids);
}

Result<QVector<qint64>> stagesInUse(Connection &db, const QVector<qint64> &ids)
{
    return idsAmong(db,
                    QStringLiteral("SELECT k.value AS id FROM {ids} AS k"
                                   " WHERE EXISTS (SELECT 1 FROM deals d WHERE d.stage_id = k.value)"),
                    ids);
}

Result<QVector<qint64>> pipelinesInUse(Connection &db, const QVector<qint64> &ids)
{
    // One pass over the deals, whose pipeline has no index, however many pipelines are asked for.
    return idsAmong(db,
                    QStringLiteral("SELECT p.id AS id FROM pipelines p WHERE p.id IN (SELECT k.value FROM {ids} AS k)"
                                   " AND (p.id IN (SELECT s.pipeline_id FROM stages s)"
                                   " OR p.id IN (SELECT d.pipeline_id FROM deals d WHERE d.pipeline_id IS NOT NULL))"),
                    ids);
}

} // namespace pfx::crm
