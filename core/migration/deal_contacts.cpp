// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/deal_contacts.h"

namespace pfx::migration {

using base::Result;
using records::ContactReference;
using records::Kind;

Result<void> DealContacts::load(const std::vector<PreparedItem> &items)
{
    TextIndex ids, points;
    ids.reserve(static_cast<qsizetype>(items.size()));
    for (const PreparedItem &item : items) {
        const auto *draft = std::get_if<DealDraft>(&item.content);
        if (!draft)
            continue;
        for (const ContactReference &reference : draft->contacts) {
            if (!reference.externalId.isEmpty() && m_context.space.mayHaveOrigin(m_context.account, Kind::Contact, reference.externalId))
                ids.insert(reference.externalId, 1);
            if (reference.name.isEmpty())
                continue;
            for (const records::Point &point : reference.points) {
                if (!point.normalized.isEmpty() && m_context.space.mayHavePoint(Kind::Contact, point.normalized))
                    points.insert(point.normalized, 1);
            }
        }
    }
    if (!ids.isEmpty()) {
        PFX_ASSIGN(m_origins, m_context.space.origins(m_context.account, Kind::Contact, ids.texts()));
    }
    if (!points.isEmpty()) {
        PFX_ASSIGN(m_points, m_context.space.points(Kind::Contact, points.texts()));
    }
    const QList<qint64> found = m_points.values();
    QSet<qint64> distinct(found.cbegin(), found.cend());
    if (m_context.tellsWhole()) // by their names
        m_origins.forEachNumber([&distinct](qint64 id) { distinct.insert(id); });
    if (distinct.isEmpty())
        return {};
    PFX_ASSIGN(m_contacts, m_context.space.contacts(distinct.values()));
    return {};
}

DealContacts::Found DealContacts::byNameAndPoint(const ContactReference &reference) const
{
    Found found;
    const QString key = nameKey(reference.name);
    for (const records::Point &point : reference.points) {
        for (auto it = m_points.constFind(point.normalized); it != m_points.cend() && it.key() == point.normalized; ++it) {
            if (it.value() == found.id || nameKey(m_contacts.value(it.value()).name) != key)
                continue;
            if (found.id != 0)
                return {0, true};
            found.id = it.value();
        }
    }
    return found;
}

QVector<crm::DealContact> DealContacts::resolve(const PreparedItem &item, const DealDraft &draft, QVector<Problem> &problems) const
{
    QVector<crm::DealContact> links;
    for (const ContactReference &reference : draft.contacts) {
        if (m_context.refused.contains(Kind::Contact, reference.externalId)) {
            problems.append(warning(item, Kind::Deal, ProblemCode::ContactNotFound, {reference.externalId, RefusedRows::words()}));
            continue;
        }
        Found found;
        if (!reference.externalId.isEmpty())
            found.id = m_origins.first(reference.externalId);
        if (found.id == 0 && !reference.name.isEmpty())
            found = byNameAndPoint(reference);
        if (found.id == 0) {
            const QString &what = reference.externalId.isEmpty() ? reference.name : reference.externalId;
            problems.append(warning(item, Kind::Deal, found.ambiguous ? ProblemCode::ContactAmbiguous : ProblemCode::ContactNotFound,
                                    {what}));
            continue;
        }
        const auto same = [&found](const crm::DealContact &link) { return link.contactId == found.id; };
        const auto known = std::find_if(links.begin(), links.end(), same);
        if (known == links.end())
            links.append({found.id, reference.isMain});
        else
            known->isMain = known->isMain || reference.isMain;
    }
    bool hasMain = false;
    for (crm::DealContact &link : links) {
        link.isMain = link.isMain && !hasMain;
        hasMain = hasMain || link.isMain;
    }
    if (!hasMain && !links.isEmpty())
        links.first().isMain = true;
    return links;
}

} // namespace pfx::migration
