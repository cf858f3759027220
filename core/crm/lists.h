// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages «Клиенты и сделки» and `pfxctl … list|show|export` read: keyset pages, details, search, board. Reading only; functions of
// the calling thread's connection.
#pragma once

#include "core/crm/entities.h"
#include "core/store/connection.h"

#include <functional>

namespace pfx::crm {

/// A row's place in a sorted list: the value of the sort column and the id.
struct RowKey
{
    store::Value value;
    qint64 id = 0;
};

enum class SortBy { Id, Name }; ///< Id: in the order in which they were added here.

struct ListQuery
{
    QString search;         ///< Any spelling of a phone, an e-mail, part of a name; empty: all.
    SortBy sortBy = SortBy::Name;
    bool descending = false;
    qint64 pipelineId = 0;  ///< Deals only; 0: all.
    qint64 stageId = 0;     ///< Deals only; 0: all, -1: those without a stage.
    qint64 companyId = 0;   ///< Contacts and deals.
    qint64 contactId = 0;   ///< Deals.
    std::optional<RowKey> after; ///< The page begins behind this row (from() for a row to begin with).
    bool inclusive = false;      ///< Begin with `after` itself.
    int limit = 256;
};

struct ContactRow
{
    qint64 id = 0;
    QString name, position, company, owner, phone, email; ///< The first phone and e-mail.
    qint64 createdAt = 0; ///< In the source, else here.
    qint64 addedAt = 0;   ///< Here.
    RowKey key;
};

struct CompanyRow
{
    qint64 id = 0;
    QString title, owner, phone, email;
    qint64 contacts = 0, deals = 0;
    qint64 createdAt = 0, addedAt = 0;
    RowKey key;
};

struct DealRow
{
    qint64 id = 0;
    QString title, amount, currency, pipeline, stage, stageColor, mainContact, company, owner;
    records::Semantics semantics = records::Semantics::Open;
    qint64 pipelineId = 0, stageId = 0;
    qint64 createdAt = 0, addedAt = 0;
    RowKey key;
};

base::Result<QVector<ContactRow>> listContacts(store::Connection &db, const ListQuery &query);
base::Result<QVector<CompanyRow>> listCompanies(store::Connection &db, const ListQuery &query);
base::Result<QVector<DealRow>> listDeals(store::Connection &db, const ListQuery &query);

/// How many rows the query (without its page) has, and the key of each `every`-th row, for jumping in a long table. Slow (0.5 s at a
/// million rows): never in the GUI thread.
struct ListIndex
{
    qint64 count = 0;
    QVector<RowKey> anchors; ///< Of rows 0, every, 2*every…
};
base::Result<ListIndex> indexContacts(store::Connection &db, const ListQuery &query, int every);
base::Result<ListIndex> indexCompanies(store::Connection &db, const ListQuery &query, int every);
base::Result<ListIndex> indexDeals(store::Connection &db, const ListQuery &query, int every);

struct Named
{
    qint64 id = 0;
    QString name;
};

struct OriginView
{
    QString source, account, externalId;
    qint64 runId = 0;      ///< The import run that made it known, 0 when none that still stands did.
    QString decision, reason; ///< import_rows.decision and .reason of that run.
};

struct ContactDetails
{
    Contact contact;
    std::optional<Named> company, owner;
    QVector<Named> deals;
    QVector<OriginView> origins;
};

struct CompanyDetails
{
    Company company;
    std::optional<Named> owner;
    QVector<Named> contacts; ///< At most 200.
    QVector<Named> deals;    ///< At most 200.
    QVector<OriginView> origins;
};

struct DealDetails
{
    struct ContactLink
    {
        qint64 id = 0;
        QString name;
        bool isMain = false;
    };
    Deal deal;
    std::optional<Named> pipeline, company, owner;
    std::optional<Stage> stage;
    QVector<ContactLink> contacts;
    QVector<OriginView> origins;
};

/// NotFound when there is none.
base::Result<ContactDetails> contactDetails(store::Connection &db, qint64 id);
base::Result<CompanyDetails> companyDetails(store::Connection &db, qint64 id);
base::Result<DealDetails> dealDetails(store::Connection &db, qint64 id);
/// Details of all entities of a page of a list at once (for list and export in JSON).
base::Result<QVector<ContactDetails>> contactDetailsOf(store::Connection &db, const QVector<qint64> &ids);
base::Result<QVector<CompanyDetails>> companyDetailsOf(store::Connection &db, const QVector<qint64> &ids);
base::Result<QVector<DealDetails>> dealDetailsOf(store::Connection &db, const QVector<qint64> &ids);

/// The board: for each stage of a pipeline the number of deals and exact sums by currency.
struct StageTotal
{
    qint64 stageId = 0; ///< 0: deals of the pipeline without a stage.
    qint64 deals = 0;
    QVector<std::pair<QString, QString>> sums; ///< currency → exact decimal
};
base::Result<QVector<StageTotal>> stageTotals(store::Connection &db, qint64 pipelineId);

struct Totals
{
    qint64 contacts = 0, companies = 0, deals = 0, pipelines = 0, employees = 0;
};
base::Result<Totals> totals(store::Connection &db);

} // namespace pfx::crm
