// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crm/lists.h"

#include "core/crm/repository.h"

#include <algorithm>
#include <limits>

namespace pfx::crm {

using base::ErrorCode;
using base::Result;
using records::Kind;
using store::Connection;
using store::Params;
using store::Row;

namespace {

constexpr qint64 companyLinks = 200;

Result<QHash<qint64, QString>> names(Connection &db, const QString &sql, const QVector<qint64> &ids)
{
    QHash<qint64, QString> found;
    if (ids.isEmpty())
        return found;
    PFX_TRY(db.forEach(sql, {{QStringLiteral("ids"), store::idSet(db.backend(), ids)}}, [&found](const Row &row) -> Result<void> {
        found.insert(row.number(QStringLiteral("id")), row.text(QStringLiteral("name")));
        return {};
    }));
    return found;
}

Result<QHash<qint64, QString>> employeeNames(Connection &db, const QVector<qint64> &ids)
{
    return names(db, QStringLiteral("SELECT e.id, e.name FROM employees e WHERE e.id IN (SELECT k.value FROM {ids} AS k)"), ids);
}

Result<QHash<qint64, QString>> companyTitles(Connection &db, const QVector<qint64> &ids)
{
    return names(db, QStringLiteral("SELECT e.id, e.title AS name FROM companies e WHERE e.id IN (SELECT k.value FROM {ids} AS k)"), ids);
}

std::optional<Named> named(const QHash<qint64, QString> &known, qint64 id)
{
    const auto found = known.constFind(id);
    return id == 0 || found == known.constEnd() ? std::nullopt : std::optional<Named>(Named{id, *found});
}

/// An origin, and which of the rows that imports decided was the first to tell of it.
struct TracedOrigin
{
    OriginView view;
    qint64 firstRow = std::numeric_limits<qint64>::max();
};

/// In the order in which imports told of them: the first is where the record came from, the others have only recognised it. Each with what
/// was decided when it became known: what later runs made of the same row, or refused, is not where the record is from.
Result<QHash<qint64, QVector<OriginView>>> originsOf(Connection &db, Kind kind, const QVector<qint64> &ids)
{
    QHash<qint64, QVector<TracedOrigin>> origins;
    const Params params{{QStringLiteral("kind"), records::name(kind)}, {QStringLiteral("ids"), store::idSet(db.backend(), ids)}};
    PFX_TRY(db.forEach(QStringLiteral("SELECT o.entity_id, o.external_id, a.source, a.account FROM {ids} AS k CROSS JOIN origins o"
                                      " JOIN origin_accounts a ON a.id = o.account_id"
                                      " WHERE o.kind = :kind AND o.entity_id = k.value ORDER BY o.entity_id, o.account_id, o.external_id"),
                       params, [&origins](const Row &row) -> Result<void> {
                           TracedOrigin origin;
                           origin.view.source = row.text(QStringLiteral("source"));
                           origin.view.account = row.text(QStringLiteral("account"));
                           origin.view.externalId = row.text(QStringLiteral("external_id"));
                           origins[row.number(QStringLiteral("entity_id"))].append(origin);
                           return {};
                       }));
    qint64 rows = 0;
    PFX_TRY(db.forEach(QStringLiteral("SELECT r.entity_id, r.external_id, r.run_id, r.decision, r.reason, i.source, i.account"
                                      " FROM {ids} AS k CROSS JOIN import_rows r JOIN import_runs i ON i.id = r.run_id"
                                      " WHERE r.kind = :kind AND r.entity_id = k.value AND i.dry_run = 0 AND i.state <> 'undone'"
                                      " AND r.decision <> 'failed'"
                                      " ORDER BY r.run_id, r.row_no"),
                       params, [&origins, &rows](const Row &row) -> Result<void> {
                           const auto traced = origins.find(row.number(QStringLiteral("entity_id")));
                           if (traced == origins.end())
                               return {};
                           for (TracedOrigin &origin : *traced) {
                               OriginView &view = origin.view;
                               if (view.externalId != row.text(QStringLiteral("external_id"))
                                   || view.source != row.text(QStringLiteral("source"))
                                   || view.account != row.text(QStringLiteral("account")))
                                   continue;
                               if (view.runId != 0)
                                   continue;
                               origin.firstRow = ++rows;
                               view.runId = row.number(QStringLiteral("run_id"));
                               view.decision = row.text(QStringLiteral("decision"));
                               view.reason = row.text(QStringLiteral("reason"));
                           }
                           return {};
                       }));
    QHash<qint64, QVector<OriginView>> views;
    for (auto it = origins.begin(); it != origins.end(); ++it) {
        std::stable_sort(it->begin(), it->end(), [](const TracedOrigin &a, const TracedOrigin &b) { return a.firstRow < b.firstRow; });
        for (const TracedOrigin &origin : std::as_const(*it))
            views[it.key()].append(origin.view);
    }
    return views;
}

Result<QHash<qint64, QVector<Named>>> dealsOfContacts(Connection &db, const QVector<qint64> &contactIds)
{
    QHash<qint64, QVector<Named>> deals;
    PFX_TRY(db.forEach(QStringLiteral("SELECT dc.contact_id, d.id, d.title FROM {ids} AS k CROSS JOIN deal_contacts dc"
                                      " JOIN deals d ON d.id = dc.deal_id WHERE dc.contact_id = k.value ORDER BY dc.contact_id, d.id"),
                       {{QStringLiteral("ids"), store::idSet(db.backend(), contactIds)}}, [&deals](const Row &row) -> Result<void> {
                           deals[row.number(QStringLiteral("contact_id"))].append(
                               {row.number(QStringLiteral("id")), row.text(QStringLiteral("title"))});
                           return {};
                       }));
    return deals;
}

/// The first contacts or deals of each company.
Result<QHash<qint64, QVector<Named>>> linked(Connection &db, const QString &table, const QString &nameColumn, const QVector<qint64> &companyIds)
{
    QHash<qint64, QVector<Named>> result;
    const QString sql = QStringLiteral("SELECT l.company_id, l.id, l.name FROM (SELECT e.company_id, e.id, e.%1 AS name,"
                                       " row_number() OVER (PARTITION BY e.company_id ORDER BY e.id) AS place"
                                       " FROM {ids} AS k CROSS JOIN %2 e WHERE e.company_id = k.value) AS l"
                                       " WHERE l.place <= :most ORDER BY l.company_id, l.id")
                            .arg(nameColumn, table);
    PFX_TRY(db.forEach(sql, {{QStringLiteral("ids"), store::idSet(db.backend(), companyIds)}, {QStringLiteral("most"), companyLinks}},
                       [&result](const Row &row) -> Result<void> {
                           result[row.number(QStringLiteral("company_id"))].append(
                               {row.number(QStringLiteral("id")), row.text(QStringLiteral("name"))});
                           return {};
                       }));
    return result;
}

template<typename Details>
Result<Details> only(Result<QVector<Details>> found, qint64 id, Kind kind)
{
    if (!found)
        return base::fail(std::move(found).error());
    if (found->isEmpty())
        return base::fail(ErrorCode::NotFound, QString::number(id), records::name(kind));
    return std::move(found->first());
}

} // namespace

Result<QVector<ContactDetails>> contactDetailsOf(Connection &db, const QVector<qint64> &ids)
{
    QVector<ContactDetails> result;
    PFX_ASSIGN(const auto contacts, loadContacts(db, ids));
    if (contacts.isEmpty())
        return result;
    QVector<qint64> companyIds, ownerIds;
    for (const Contact &contact : contacts) {
        companyIds.append(contact.companyId);
        ownerIds.append(contact.ownerId);
    }
    PFX_ASSIGN(const auto companies, companyTitles(db, companyIds));
    PFX_ASSIGN(const auto owners, employeeNames(db, ownerIds));
    PFX_ASSIGN(const auto deals, dealsOfContacts(db, contacts.keys()));
    PFX_ASSIGN(const auto origins, originsOf(db, Kind::Contact, contacts.keys()));
    for (const qint64 id : ids) {
        const auto contact = contacts.constFind(id);
        if (contact == contacts.constEnd())
            continue;
        result.append({*contact, named(companies, contact->companyId), named(owners, contact->ownerId), deals.value(id),
                       origins.value(id)});
    }
    return result;
}

Result<QVector<DealDetails>> dealDetailsOf(Connection &db, const QVector<qint64> &ids)
{
    QVector<DealDetails> result;
    PFX_ASSIGN(const auto deals, loadDeals(db, ids));
    if (deals.isEmpty())
        return result;
    QVector<qint64> companyIds, ownerIds, contactIds;
    for (const Deal &deal : deals) {
        companyIds.append(deal.companyId);
        ownerIds.append(deal.ownerId);
        for (const DealContact &contact : deal.contacts)
            contactIds.append(contact.contactId);
    }
    PFX_ASSIGN(const auto companies, companyTitles(db, companyIds));
    PFX_ASSIGN(const auto owners, employeeNames(db, ownerIds));
    PFX_ASSIGN(const auto contacts,
               names(db, QStringLiteral("SELECT e.id, e.name FROM contacts e WHERE e.id IN (SELECT k.value FROM {ids} AS k)"), contactIds));
    PFX_ASSIGN(const auto origins, originsOf(db, Kind::Deal, deals.keys()));
    PFX_ASSIGN(const auto pipelines, loadPipelines(db));
    QHash<qint64, QString> pipelineNames;
    QHash<qint64, Stage> stages;
    for (const Pipeline &pipeline : pipelines) {
        pipelineNames.insert(pipeline.id, pipeline.name);
        for (const Stage &stage : pipeline.stages)
            stages.insert(stage.id, stage);
    }
    for (const qint64 id : ids) {
        const auto deal = deals.constFind(id);
        if (deal == deals.constEnd())
            continue;
        DealDetails details{*deal, named(pipelineNames, deal->pipelineId), named(companies, deal->companyId),
                            named(owners, deal->ownerId), std::nullopt, {}, origins.value(id)};
        if (const auto stage = stages.constFind(deal->stageId); stage != stages.constEnd())
            details.stage = *stage;
        for (const DealContact &contact : deal->contacts)
            details.contacts.append({contact.contactId, contacts.value(contact.contactId), contact.isMain});
        result.append(std::move(details));
    }
    return result;
}

Result<ContactDetails> contactDetails(Connection &db, qint64 id)
{
    return only<ContactDetails>(contactDetailsOf(db, {id}), id, Kind::Contact);
}

Result<DealDetails> dealDetails(Connection &db, qint64 id)
{
    return only<DealDetails>(dealDetailsOf(db, {id}), id, Kind::Deal);
}

Result<QVector<CompanyDetails>> companyDetailsOf(Connection &db, const QVector<qint64> &ids)
{
    QVector<CompanyDetails> result;
    PFX_ASSIGN(const auto companies, loadCompanies(db, ids));
    if (companies.isEmpty())
        return result;
    QVector<qint64> ownerIds;
    for (const Company &company : companies)
        ownerIds.append(company.ownerId);
    PFX_ASSIGN(const auto owners, employeeNames(db, ownerIds));
    PFX_ASSIGN(const auto contacts, linked(db, QStringLiteral("contacts"), QStringLiteral("name"), companies.keys()));
    PFX_ASSIGN(const auto deals, linked(db, QStringLiteral("deals"), QStringLiteral("title"), companies.keys()));
    PFX_ASSIGN(const auto origins, originsOf(db, Kind::Company, companies.keys()));
    for (const qint64 id : ids) {
        const auto company = companies.constFind(id);
        if (company != companies.constEnd())
            result.append({*company, named(owners, company->ownerId), contacts.value(id), deals.value(id), origins.value(id)});
    }
    return result;
}

Result<CompanyDetails> companyDetails(Connection &db, qint64 id)
{
    return only<CompanyDetails>(companyDetailsOf(db, {id}), id, Kind::Company);
}

} // namespace pfx::crm
