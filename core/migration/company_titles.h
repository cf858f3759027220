// SPDX-License-Identifier: GPL-3.0-or-later
// Companies that contacts and deals point to: by the source's id, or by title only, one per normalised title within the account. A company
// made from a title gets the origin "title:<key>", by which the account knows it. For one batch; writer's thread.
#pragma once

#include "core/migration/batch_context.h"

namespace pfx::migration {

QString titleOrigin(const QString &key);
bool isTitleOrigin(const QString &externalId);

class CompanyTitles
{
public:
    explicit CompanyTitles(BatchContext &context)
        : m_context(context), m_runRows(context, records::Kind::Company), m_ids(context.space.db(), QStringLiteral("companies"))
    {}

    /// One look-up for all pointers of the batch.
    base::Result<void> load(const std::vector<const CompanyPointer *> &pointers);

    enum class IfMissing { Make, Leave };
    struct Found
    {
        qint64 id = 0;
        std::optional<ProblemCode> problem;
        QStringList arguments; ///< Of the problem.
    };
    base::Result<Found> resolve(const PreparedItem &item, const CompanyPointer &pointer, IfMissing ifMissing);
    base::Result<void> write();

    /// How the company that a pointer led to is called; only in a check that tells whole rows.
    QString titleOf(const CompanyPointer &pointer, qint64 id) const { return pointer.title.isEmpty() ? m_pointedTo.value(id).title : pointer.title; }

    /// The companies of this account, or of none, that bear the title.
    const QVector<qint64> candidates(const QString &key) const { return m_candidates.value(key); }
    /// Of those: made from a title of this account, and never met by an id since.
    bool isByTitleOnly(qint64 id) const { return m_byTitleOnly.contains(id); }

private:
    base::Result<void> loadPointedTo(const std::vector<const CompanyPointer *> &pointers);
    /// The one that is stored under the pointer's number, when the pointer means another.
    const crm::Company *anotherOf(const CompanyPointer &pointer, qint64 id) const;
    void count(const PreparedItem &item, const CompanyPointer &pointer, qint64 id, Decision decision);

    BatchContext &m_context;
    RunRows m_runRows; ///< Of those whose title fits no pointer.
    IdAllocator m_ids;
    TextIndex m_origins;
    TextIndex m_settled; ///< Keys whose one company is known and counted.
    QHash<QString, QVector<qint64>> m_candidates;
    QSet<qint64> m_byTitleOnly;
    QHash<qint64, crm::Company> m_pointedTo; ///< By the source's id, where their titles are asked for.
    QVector<crm::Company> m_made;
    QVector<crm::Origin> m_newOrigins;
};

} // namespace pfx::migration
