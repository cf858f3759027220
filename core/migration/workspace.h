// SPDX-License-Identifier: GPL-3.0-or-later
// What the deciders look into and write to. In a real run it is the store itself; in a dry run the temporary store lies over the real one:
// look-ups see both, what was written above hides what lies below, and only the temporary store is written. The thread of the connections.
#pragma once

#include "core/migration/known_keys.h"
#include "core/migration/text_index.h"

#include <QSet>

namespace pfx::migration {

class Workspace
{
public:
    /// `below` is null in a real run. What is written here is noted in `known`.
    Workspace(store::Connection &db, store::Connection *below, KnownKeys &known) : m_db(db), m_below(below), m_known(known) {}

    store::Connection &db() { return m_db; }

    /// False: surely not stored, so that nothing needs to be asked.
    bool mayHaveOrigin(qint64 account, records::Kind kind, const QString &externalId) const
    {
        return m_known.mayHaveOrigin(account, kind, externalId);
    }
    bool mayHavePoint(records::Kind kind, const QString &normalized) const
    {
        return !m_known.isComplete() || !m_known.pointCandidates(kind, normalized).isEmpty();
    }

    /// external id → entity id
    base::Result<TextIndex> origins(qint64 account, records::Kind kind, const QStringList &externalIds);
    base::Result<QMultiHash<QString, qint64>> points(records::Kind kind, const QStringList &normalized);
    base::Result<QMultiHash<QString, qint64>> companiesByKey(const QStringList &keys);
    struct TitledCompanies
    {
        QSet<qint64> ofAccount;   ///< This account's, or nobody's.
        QSet<qint64> byTitleOnly; ///< Of this account, which knows them by their title only.
    };
    base::Result<TitledCompanies> titledCompanies(qint64 account, const QVector<qint64> &ids);
    base::Result<QHash<qint64, crm::Contact>> contacts(const QVector<qint64> &ids);
    base::Result<QHash<qint64, crm::Company>> companies(const QVector<qint64> &ids);
    base::Result<QHash<qint64, crm::Deal>> deals(const QVector<qint64> &ids);

    base::Result<void> insert(const QVector<crm::Company> &companies);
    base::Result<void> insert(const QVector<crm::Contact> &contacts);
    base::Result<void> insert(const QVector<crm::Deal> &deals);
    base::Result<void> insert(const QVector<crm::Origin> &origins);
    base::Result<void> update(const QVector<crm::Company> &companies);
    base::Result<void> update(const QVector<crm::Contact> &contacts);
    base::Result<void> update(const QVector<crm::Deal> &deals);

private:
    base::Result<QMultiHash<QString, qint64>> storedPoints(records::Kind kind, const QStringList &normalized);
    base::Result<QMultiHash<QString, qint64>> knownPoints(records::Kind kind, const QStringList &normalized);
    base::Result<QMultiHash<QString, qint64>> storedCompanies(const QStringList &keys);
    base::Result<QMultiHash<QString, qint64>> knownCompanies(const QStringList &keys);
    /// Copies what lies below and is pointed to, so that the temporary store's foreign keys hold.
    base::Result<void> pullCompanies(const QVector<qint64> &ids);
    base::Result<void> pullContacts(const QVector<qint64> &ids);
    base::Result<void> pullTargets(const QVector<crm::Deal> &deals);

    store::Connection &m_db;
    store::Connection *m_below;
    KnownKeys &m_known;
};

/// Copies the small tables that a dry run needs above: id blocks, employees, accounts, pipelines with their stages and origins.
base::Result<void> copyBasics(store::Connection &from, store::Connection &to);

} // namespace pfx::migration
