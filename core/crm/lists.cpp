// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crm/lists.h"

#include "core/crm/search.h"

#include <algorithm>

namespace pfx::crm {

using base::Result;
using search::Filter;
using store::Connection;
using store::Row;

namespace {

void addOrder(const ListQuery &query, Filter &filter)
{
    if (!query.after)
        return;
    const QString comparison = query.descending ? (query.inclusive ? QStringLiteral("<=") : QStringLiteral("<"))
                                                : (query.inclusive ? QStringLiteral(">=") : QStringLiteral(">"));
    if (query.sortBy == SortBy::Name) {
        filter.add(QStringLiteral("(e.search_key, e.id) %1 (:after_value, :after_id)").arg(comparison), QStringLiteral("after_value"),
                   query.after->value);
        filter.params.append({QStringLiteral("after_id"), query.after->id});
    } else {
        filter.add(QStringLiteral("e.id %1 :after_id").arg(comparison), QStringLiteral("after_id"), query.after->id);
    }
}

QString orderBy(const ListQuery &query)
{
    const QString direction = query.descending ? QStringLiteral(" DESC") : QString();
    if (query.sortBy == SortBy::Id)
        return QStringLiteral(" ORDER BY e.id") + direction;
    return QStringLiteral(" ORDER BY e.search_key%1, e.id%1").arg(direction);
}

Result<Filter> contactFilter(Connection &db, const ListQuery &query)
{
    PFX_ASSIGN(Filter filter, search::contacts(db, query.search));
    if (query.companyId != 0)
        filter.add(QStringLiteral("e.company_id = :company"), QStringLiteral("company"), query.companyId);
    return filter;
}

Filter dealFilter(Connection &db, const ListQuery &query)
{
    Filter filter = search::deals(db, query.search);
    if (query.pipelineId != 0)
        filter.add(QStringLiteral("e.pipeline_id = :pipeline"), QStringLiteral("pipeline"), query.pipelineId);
    if (query.stageId < 0)
        filter.add(QStringLiteral("e.stage_id IS NULL"));
    else if (query.stageId != 0)
        filter.add(QStringLiteral("e.stage_id = :stage"), QStringLiteral("stage"), query.stageId);
    if (query.companyId != 0)
        filter.add(QStringLiteral("e.company_id = :company"), QStringLiteral("company"), query.companyId);
    if (query.contactId != 0) {
        filter.add(QStringLiteral("e.id IN (SELECT dc.deal_id FROM deal_contacts dc WHERE dc.contact_id = :contact)"),
                   QStringLiteral("contact"), query.contactId);
    }
    return filter;
}

/// The keys of one page; the columns of the page are joined for these ids only.
Result<QVector<RowKey>> page(Connection &db, const ListQuery &query, Filter filter)
{
    addOrder(query, filter);
    const bool byName = query.sortBy == SortBy::Name;
    const QString sql = QStringLiteral("SELECT e.id AS id%1 FROM %2%3%4 LIMIT :page")
                            .arg(byName ? QStringLiteral(", e.search_key AS sort_key") : QString(), filter.from, filter.where(),
                                 orderBy(query));
    filter.params.append({QStringLiteral("page"), qint64(std::max(query.limit, 0))});
    QVector<RowKey> keys;
    PFX_TRY(db.forEach(sql, filter.params, [&keys, byName](const Row &row) -> Result<void> {
        RowKey key;
        key.id = row.number(QStringLiteral("id"));
        if (byName)
            key.value = row.text(QStringLiteral("sort_key"));
        keys.append(std::move(key));
        return {};
    }));
    return keys;
}

QVector<qint64> idsOf(const QVector<RowKey> &keys)
{
    QVector<qint64> ids;
    ids.reserve(keys.size());
    for (const RowKey &key : keys)
        ids.append(key.id);
    return ids;
}

/// The rows of the page in the page's order.
template<typename ListRow>
Result<QVector<ListRow>> rowsOf(Connection &db, const QVector<RowKey> &keys, const QString &sql, ListRow (*from)(const Row &))
{
    QVector<ListRow> rows;
    if (keys.isEmpty())
        return rows;
    QHash<qint64, ListRow> byId;
    byId.reserve(keys.size());
    PFX_TRY(db.forEach(sql, {{QStringLiteral("ids"), store::idSet(db.backend(), idsOf(keys))}},
                       [&byId, from](const Row &row) -> Result<void> {
                           byId.insert(row.number(QStringLiteral("id")), from(row));
                           return {};
                       }));
    rows.reserve(keys.size());
    for (const RowKey &key : keys) {
        const auto found = byId.find(key.id);
        if (found == byId.end())
            continue; // removed by another program between the two statements
        found->id = key.id;
        found->key = key;
        rows.append(std::move(*found));
    }
    return rows;
}

/// "(SELECT …) AS phone, (SELECT …) AS email": the first of each.
QString firstPoints(const QString &entityKind)
{
    QStringList columns;
    for (const QString &kind : {QStringLiteral("phone"), QStringLiteral("email")}) {
        columns.append(QStringLiteral("(SELECT COALESCE(p.normalized, p.value) FROM points p WHERE p.entity_kind = '%1'"
                                      " AND p.entity_id = e.id AND p.kind = '%2' ORDER BY p.position LIMIT 1) AS %2")
                           .arg(entityKind, kind));
    }
    return columns.join(QStringLiteral(", "));
}

ContactRow contactRow(const Row &row)
{
    ContactRow contact;
    contact.name = row.text(QStringLiteral("name"));
    contact.position = row.text(QStringLiteral("position"));
    contact.company = row.text(QStringLiteral("company"));
    contact.owner = row.text(QStringLiteral("owner"));
    contact.phone = row.text(QStringLiteral("phone"));
    contact.email = row.text(QStringLiteral("email"));
    contact.createdAt = row.number(QStringLiteral("created_at"));
    return contact;
}

CompanyRow companyRow(const Row &row)
{
    CompanyRow company;
    company.title = row.text(QStringLiteral("title"));
    company.owner = row.text(QStringLiteral("owner"));
    company.phone = row.text(QStringLiteral("phone"));
    company.email = row.text(QStringLiteral("email"));
    company.contacts = row.number(QStringLiteral("contacts"));
    company.deals = row.number(QStringLiteral("deals"));
    company.createdAt = row.number(QStringLiteral("created_at"));
    return company;
}

DealRow dealRow(const Row &row)
{
    DealRow deal;
    deal.title = row.text(QStringLiteral("title"));
    deal.amount = row.text(QStringLiteral("amount"));
    deal.currency = row.text(QStringLiteral("currency"));
    deal.pipelineId = row.number(QStringLiteral("pipeline_id"));
    deal.stageId = row.number(QStringLiteral("stage_id"));
    deal.pipeline = row.text(QStringLiteral("pipeline"));
    deal.stage = row.text(QStringLiteral("stage"));
    deal.stageColor = row.text(QStringLiteral("stage_color"));
    deal.semantics = records::semanticsFromName(row.text(QStringLiteral("semantics"))).value_or(records::Semantics::Open);
    deal.mainContact = row.text(QStringLiteral("main_contact"));
    deal.company = row.text(QStringLiteral("company"));
    deal.owner = row.text(QStringLiteral("owner"));
    deal.createdAt = row.number(QStringLiteral("created_at"));
    return deal;
}

Result<ListIndex> index(Connection &db, const ListQuery &query, const Filter &filter, int every)
{
    ListIndex result;
    PFX_ASSIGN(const auto counted,
               db.select(QStringLiteral("SELECT count(*) AS n FROM %1%2").arg(filter.from, filter.where()), filter.params));
    result.count = counted.empty() ? 0 : counted.front().number(QStringLiteral("n"));
    if (result.count == 0 || every <= 0)
        return result;
    const bool byName = query.sortBy == SortBy::Name;
    const QString sql = QStringLiteral("SELECT n.id, n.sort_key FROM (SELECT e.id AS id, %1 AS sort_key, row_number() OVER (%2) - 1"
                                       " AS place FROM %3%4) AS n WHERE n.place % :every = 0 ORDER BY n.place")
                            .arg(byName ? QStringLiteral("e.search_key") : QStringLiteral("NULL"), orderBy(query), filter.from,
                                 filter.where());
    store::Params params = filter.params;
    params.append({QStringLiteral("every"), qint64(every)});
    PFX_TRY(db.forEach(sql, params, [&result, byName](const Row &row) -> Result<void> {
        RowKey key;
        key.id = row.number(QStringLiteral("id"));
        if (byName)
            key.value = row.text(QStringLiteral("sort_key"));
        result.anchors.append(std::move(key));
        return {};
    }));
    return result;
}

} // namespace

Result<QVector<ContactRow>> listContacts(Connection &db, const ListQuery &query)
{
    PFX_ASSIGN(Filter filter, contactFilter(db, query));
    PFX_ASSIGN(const QVector<RowKey> keys, page(db, query, std::move(filter)));
    return rowsOf<ContactRow>(db, keys,
                              QStringLiteral("SELECT e.id AS id, e.name, e.position, COALESCE(e.source_created_at, e.created_at) AS created_at,"
                                             " co.title AS company, em.name AS owner, ")
                                  + firstPoints(QStringLiteral("contact"))
                                  + QStringLiteral(" FROM {ids} AS k CROSS JOIN contacts e LEFT JOIN companies co ON co.id = e.company_id"
                                                   " LEFT JOIN employees em ON em.id = e.owner_id WHERE e.id = k.value"),
                              contactRow);
}

Result<QVector<CompanyRow>> listCompanies(Connection &db, const ListQuery &query)
{
    PFX_ASSIGN(const QVector<RowKey> keys, page(db, query, search::companies(db, query.search)));
    return rowsOf<CompanyRow>(db, keys,
                              QStringLiteral("SELECT e.id AS id, e.title, COALESCE(e.source_created_at, e.created_at) AS created_at,"
                                             " em.name AS owner, ")
                                  + firstPoints(QStringLiteral("company"))
                                  + QStringLiteral(", (SELECT count(*) FROM contacts c WHERE c.company_id = e.id) AS contacts"
                                                   ", (SELECT count(*) FROM deals d WHERE d.company_id = e.id) AS deals"
                                                   " FROM {ids} AS k CROSS JOIN companies e"
                                                   " LEFT JOIN employees em ON em.id = e.owner_id WHERE e.id = k.value"),
                              companyRow);
}

Result<QVector<DealRow>> listDeals(Connection &db, const ListQuery &query)
{
    PFX_ASSIGN(const QVector<RowKey> keys, page(db, query, dealFilter(db, query)));
    return rowsOf<DealRow>(
        db, keys,
        QStringLiteral("SELECT e.id AS id, e.title, e.amount, e.currency, e.pipeline_id, e.stage_id,"
                       " COALESCE(e.source_created_at, e.created_at) AS created_at, pi.name AS pipeline,"
                       " st.name AS stage, st.color AS stage_color, st.semantics, co.title AS company, em.name AS owner,"
                       " (SELECT c.name FROM deal_contacts dc JOIN contacts c ON c.id = dc.contact_id WHERE dc.deal_id = e.id"
                       " ORDER BY dc.is_main DESC, dc.position LIMIT 1) AS main_contact"
                       " FROM {ids} AS k CROSS JOIN deals e LEFT JOIN pipelines pi ON pi.id = e.pipeline_id"
                       " LEFT JOIN stages st ON st.id = e.stage_id LEFT JOIN companies co ON co.id = e.company_id"
                       " LEFT JOIN employees em ON em.id = e.owner_id WHERE e.id = k.value"),
        dealRow);
}

Result<ListIndex> indexContacts(Connection &db, const ListQuery &query, int every)
{
    PFX_ASSIGN(const Filter filter, contactFilter(db, query));
    return index(db, query, filter, every);
}

Result<ListIndex> indexCompanies(Connection &db, const ListQuery &query, int every)
{
    return index(db, query, search::companies(db, query.search), every);
}

Result<ListIndex> indexDeals(Connection &db, const ListQuery &query, int every)
{
    return index(db, query, dealFilter(db, query), every);
}

} // namespace pfx::crm
