// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crm/lists.h"

#include "core/crm/name_blocks.h"
#include "core/crm/row_codec.h"
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

/// Appends the keys of up to `limit` rows in the query's order.
Result<void> readKeys(Connection &db, const ListQuery &query, const Filter &filter, qint64 limit, QVector<RowKey> &keys)
{
    const bool byName = query.sortBy == SortBy::Name;
    const QString sql = QStringLiteral("SELECT e.id AS id%1 FROM %2%3%4 LIMIT :page")
                            .arg(byName ? QStringLiteral(", e.search_key AS sort_key") : QString(), filter.from, filter.where(),
                                 orderBy(query));
    store::Params params = filter.params;
    params.append({QStringLiteral("page"), limit});
    return db.forEach(sql, params, [&keys, byName](const Row &row) -> Result<void> {
        RowKey key;
        key.id = row.number(QStringLiteral("id"));
        if (byName)
            key.value = row.text(QStringLiteral("sort_key"));
        keys.append(std::move(key));
        return {};
    });
}

/// Only what stands within the range; false when nothing of it is left behind the page before.
bool addRange(const ListQuery &query, const NameBlocks::Range &range, Filter &filter)
{
    const bool before = query.after && !query.descending && standsBefore(range.from, *query.after);
    const bool behind = query.after && query.descending && range.to && standsBefore(*query.after, *range.to);
    if (query.after && !query.descending && range.to && !standsBefore(*query.after, *range.to))
        return false;
    if (query.after && query.descending && standsBefore(*query.after, range.from))
        return false;
    // One bound on each side: of two SQLite might begin at the farther one.
    if (!before) {
        filter.add(QStringLiteral("(e.search_key, e.id) >= (:from_value, :from_id)"), QStringLiteral("from_value"), range.from.value);
        filter.params.append({QStringLiteral("from_id"), range.from.id});
    }
    if (range.to && !behind) {
        filter.add(QStringLiteral("(e.search_key, e.id) < (:to_value, :to_id)"), QStringLiteral("to_value"), range.to->value);
        filter.params.append({QStringLiteral("to_id"), range.to->id});
    }
    addOrder(query, filter);
    return true;
}

Result<QVector<RowKey>> pageOfBlocks(Connection &db, const ListQuery &query, const Filter &filter)
{
    QVector<RowKey> keys;
    QVector<NameBlocks::Range> ranges = filter.blocks->ranges(filter.walked);
    if (query.descending)
        std::reverse(ranges.begin(), ranges.end());
    for (const NameBlocks::Range &range : std::as_const(ranges)) {
        Filter part = filter;
        if (addRange(query, range, part))
            PFX_TRY(readKeys(db, query, part, query.limit - keys.size(), keys));
        if (keys.size() >= query.limit)
            break;
    }
    return keys;
}

/// The keys of one page; the columns of the page are joined for these ids only.
Result<QVector<RowKey>> page(Connection &db, const ListQuery &query, Filter filter)
{
    if (filter.blocks && query.sortBy == SortBy::Name) {
        PFX_ASSIGN(auto keys, pageOfBlocks(db, query, filter));
        PFX_ASSIGN(const auto state, filter.blocks->stateOf(db));
        if (state == NameBlocks::State::Same)
            return keys;
    }
    addOrder(query, filter);
    QVector<RowKey> keys;
    PFX_TRY(readKeys(db, query, filter, std::max(query.limit, 0), keys));
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
    PFX_ASSIGN(auto byId, codec::rowsById<ListRow>(db, sql, idsOf(keys), from));
    QVector<ListRow> rows;
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
    contact.addedAt = row.number(QStringLiteral("added_at"));
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
    company.addedAt = row.number(QStringLiteral("added_at"));
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
    deal.addedAt = row.number(QStringLiteral("added_at"));
    return deal;
}

Result<qint64> countRows(Connection &db, const Filter &filter)
{
    PFX_ASSIGN(const auto counted,
               db.select(QStringLiteral("SELECT count(*) AS n FROM %1%2").arg(filter.from, filter.where()), filter.params));
    return counted.empty() ? 0 : counted.front().number(QStringLiteral("n"));
}

/// From anchor to anchor over the index of the order: each statement passes `every` rows by without handing them out.
Result<ListIndex> indexByWalking(Connection &db, const ListQuery &query, const Filter &filter, int every)
{
    ListIndex result;
    PFX_TRY(readKeys(db, query, filter, 1, result.anchors));
    if (result.anchors.isEmpty())
        return result;
    const bool byName = query.sortBy == SortBy::Name;
    ListQuery rest = query;
    for (qsizetype known = 0; known < result.anchors.size();) {
        known = result.anchors.size();
        rest.after = result.anchors.last();
        Filter behind = filter;
        addOrder(rest, behind);
        const QString sql = QStringLiteral("SELECT e.id AS id%1 FROM %2%3%4 LIMIT 1 OFFSET %5")
                                .arg(byName ? QStringLiteral(", e.search_key AS sort_key") : QString(), behind.from, behind.where(),
                                     orderBy(query))
                                .arg(every - 1);
        PFX_ASSIGN(const auto rows, db.select(sql, behind.params));
        for (const Row &row : rows) {
            result.anchors.append({byName ? store::Value(row.text(QStringLiteral("sort_key"))) : store::Value(),
                                   row.number(QStringLiteral("id"))});
        }
        if (rows.empty()) {
            PFX_ASSIGN(const qint64 last, countRows(db, behind));
            result.count = (result.anchors.size() - 1) * every + 1 + last;
        }
    }
    return result;
}

Result<ListIndex> indexByNumbering(Connection &db, const ListQuery &query, const Filter &filter, int every)
{
    ListIndex result;
    PFX_ASSIGN(result.count, countRows(db, filter));
    if (result.count == 0)
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

Result<ListIndex> index(Connection &db, const ListQuery &query, const Filter &filter, int every)
{
    if (every <= 0) {
        ListIndex result;
        PFX_ASSIGN(result.count, countRows(db, filter));
        return result;
    }
    return filter.walks && db.backend() == store::Backend::Sqlite ? indexByWalking(db, query, filter, every)
                                                                  : indexByNumbering(db, query, filter, every);
}

/// Makes the next search with very many hits a short one, where the table is so long that it matters.
Result<void> prepareSearch(Connection &db, const ListQuery &query, const Filter &filter, const ListIndex &found)
{
    constexpr qint64 longTable = 20'000;
    constexpr int blockRows = 256;
    if (db.backend() != store::Backend::Sqlite || !filter.walks || filter.blocks || found.count < longTable)
        return {};
    ListQuery all;
    if (filter.conditions.isEmpty() && query.sortBy == all.sortBy && !query.descending && found.anchors.size() * blockRows >= found.count)
        return NameBlocks::make(db, found.anchors);
    Filter everybody;
    everybody.from = QStringLiteral("contacts e");
    PFX_ASSIGN(const ListIndex names, indexByWalking(db, all, everybody, blockRows));
    return NameBlocks::make(db, names.anchors);
}

} // namespace

Result<QVector<ContactRow>> listContacts(Connection &db, const ListQuery &query)
{
    PFX_ASSIGN(Filter filter, contactFilter(db, query));
    PFX_ASSIGN(const QVector<RowKey> keys, page(db, query, std::move(filter)));
    return rowsOf<ContactRow>(db, keys,
                              QStringLiteral("SELECT e.id AS id, e.name, e.position, COALESCE(e.source_created_at, e.created_at) AS created_at,"
                                             " e.created_at AS added_at,"
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
                                             " e.created_at AS added_at,"
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
                       " COALESCE(e.source_created_at, e.created_at) AS created_at, e.created_at AS added_at, pi.name AS pipeline,"
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
    PFX_ASSIGN(ListIndex found, index(db, query, filter, every));
    PFX_TRY(prepareSearch(db, query, filter, found));
    return found;
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
