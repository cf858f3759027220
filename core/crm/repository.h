// SPDX-License-Identifier: GPL-3.0-or-later
// Whole entities in batches: the only code that writes companies, contacts, points, pipelines, stages, deals, their links, origins and the
// search index. Functions of one connection; the writing ones belong into an open transaction (a Writer job). Callers set ids (reserved by
// Connection::reserveIds), versions and times; search keys and the search index are kept here.
#pragma once

#include "core/crm/entities.h"
#include "core/store/connection.h"

#include <QHash>

#include <functional>

namespace pfx::crm {

// --- look-ups, each one statement for the whole batch ---

/// external id → entity id, for each one that is found
base::Result<void> findOrigins(store::Connection &db, qint64 accountId, records::Kind kind, const QStringList &externalIds,
                               const std::function<void(const QString &externalId, qint64 entityId)> &found);
base::Result<QHash<QString, qint64>> findOrigins(store::Connection &db, qint64 accountId, records::Kind kind, const QStringList &externalIds);

struct PointOwner
{
    records::Kind entityKind = records::Kind::Contact; ///< Contact or Company
    qint64 entityId = 0;
};
/// normalized phone or e-mail → owners
base::Result<QMultiHash<QString, PointOwner>> findPoints(store::Connection &db, const QStringList &normalized);
/// base::companyKey → company ids
base::Result<QMultiHash<QString, qint64>> findCompaniesByKey(store::Connection &db, const QStringList &keys);
/// base::searchKey of the full name → contact ids (whole name, no substrings)
base::Result<QMultiHash<QString, qint64>> findContactsByName(store::Connection &db, const QStringList &searchKeys);

base::Result<QHash<qint64, Contact>> loadContacts(store::Connection &db, const QVector<qint64> &ids);
base::Result<QHash<qint64, Company>> loadCompanies(store::Connection &db, const QVector<qint64> &ids);
base::Result<QHash<qint64, Deal>> loadDeals(store::Connection &db, const QVector<qint64> &ids);
/// All pipelines with their stages; there are at most a few hundred.
base::Result<QVector<Pipeline>> loadPipelines(store::Connection &db);
base::Result<QVector<Origin>> loadOrigins(store::Connection &db, records::Kind kind, const QVector<qint64> &entityIds);

/// Finds or makes the account's row.
base::Result<qint64> originAccount(store::Connection &db, records::System system, const QString &account);
/// Accounts known of a source, oldest first.
base::Result<QStringList> knownAccounts(store::Connection &db, records::System system);

// --- writing ---

base::Result<void> insertContacts(store::Connection &db, const QVector<Contact> &contacts);
base::Result<void> insertCompanies(store::Connection &db, const QVector<Company> &companies);
base::Result<void> insertDeals(store::Connection &db, const QVector<Deal> &deals);
base::Result<void> insertPipelines(store::Connection &db, const QVector<Pipeline> &pipelines); ///< without their stages
base::Result<void> insertStages(store::Connection &db, const QVector<Stage> &stages);
base::Result<void> insertOrigins(store::Connection &db, const QVector<Origin> &origins);

/// Whole rows with their points and links as given, whatever stood there before.
base::Result<void> updateContacts(store::Connection &db, const QVector<Contact> &contacts);
base::Result<void> updateCompanies(store::Connection &db, const QVector<Company> &companies);
base::Result<void> updateDeals(store::Connection &db, const QVector<Deal> &deals);
base::Result<void> updatePipelines(store::Connection &db, const QVector<Pipeline> &pipelines); ///< names and order, not stages
base::Result<void> updateStages(store::Connection &db, const QVector<Stage> &stages);

/// With points, links, origins and search entries. Conflict when something else still points to them.
base::Result<void> removeContacts(store::Connection &db, const QVector<qint64> &ids);
base::Result<void> removeCompanies(store::Connection &db, const QVector<qint64> &ids);
base::Result<void> removeDeals(store::Connection &db, const QVector<qint64> &ids);
base::Result<void> removeStages(store::Connection &db, const QVector<qint64> &ids);
base::Result<void> removePipelines(store::Connection &db, const QVector<qint64> &ids);
base::Result<void> removeOrigins(store::Connection &db, const QVector<Origin> &origins);

// --- who still uses what (for undo) ---
/// The ids among those given that are pointed to by a deal, contact or stage outside `except` sets handled by the caller.
base::Result<QVector<qint64>> contactsWithDeals(store::Connection &db, const QVector<qint64> &ids);
base::Result<QVector<qint64>> companiesInUse(store::Connection &db, const QVector<qint64> &ids);
base::Result<QVector<qint64>> stagesInUse(store::Connection &db, const QVector<qint64> &ids);
base::Result<QVector<qint64>> pipelinesInUse(store::Connection &db, const QVector<qint64> &ids);

} // namespace pfx::crm
