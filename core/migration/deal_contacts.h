// SPDX-License-Identifier: GPL-3.0-or-later
// Which contacts the deals of a batch point to: by the source's id, or by full name together with a phone or e-mail. For one batch; the
// writer's thread.
#pragma once

#include "core/migration/batch_context.h"

namespace pfx::migration {

class DealContacts
{
public:
    explicit DealContacts(BatchContext &context) : m_context(context) {}

    base::Result<void> load(const std::vector<PreparedItem> &items);
    /// The links of a deal, exactly one of them the main one; what could not be found goes into the problems.
    QVector<crm::DealContact> resolve(const PreparedItem &item, const DealDraft &draft, QVector<Problem> &problems) const;
    QString nameOf(qint64 contactId) const { return m_contacts.value(contactId).name; }

private:
    struct Found
    {
        qint64 id = 0;
        bool ambiguous = false;
    };
    Found byNameAndPoint(const records::ContactReference &reference) const;

    BatchContext &m_context;
    TextIndex m_origins;
    QMultiHash<QString, qint64> m_points;
    QHash<qint64, crm::Contact> m_contacts; ///< Those that were found by a phone or e-mail; in a check that tells whole rows all.
};

} // namespace pfx::migration
