// SPDX-License-Identifier: GPL-3.0-or-later
// Which contacts the deals of a batch point to: by the source's id, or by full name together with a phone or e-mail. For one batch; the
// writer's thread.
#pragma once

#include "core/migration/batch_context.h"

namespace pfx::migration {

class DealContacts
{
public:
    explicit DealContacts(BatchContext &context) : m_context(context), m_runRows(context, records::Kind::Contact) {}

    base::Result<void> load(const std::vector<PreparedItem> &items);
    /// The links of a deal, exactly one of them the main one; what could not be found goes into the problems.
    QVector<crm::DealContact> resolve(const PreparedItem &item, const DealDraft &draft, QVector<Problem> &problems) const;
    QString nameOf(qint64 contactId) const { return m_contacts.value(contactId).name; }

private:
    struct Found
    {
        qint64 id = 0;
        bool ambiguous = false;
        QString why = {}; ///< It was not found, where the number alone does not say it.
    };
    base::Result<void> loadDoubtful(const std::vector<PreparedItem> &items);
    Found find(const records::ContactReference &reference) const;
    Found byNameAndPoint(const records::ContactReference &reference) const;

    BatchContext &m_context;
    TextIndex m_origins;
    QMultiHash<QString, qint64> m_points;
    QHash<qint64, crm::Contact> m_contacts; ///< Those whose name is asked for; in a check that tells whole rows all.
    RunRows m_runRows;                      ///< Of those whose name fits no pointer.
};

} // namespace pfx::migration
