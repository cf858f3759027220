// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/deal_contacts.h"

#include "core/migration/identity.h"
#include "core/migration/problem_words.h"

namespace pfx::migration {

using base::Result;
using records::ContactReference;
using records::Kind;

Result<void> DealContacts::load(const std::vector<PreparedItem> &items)
{
    TextIndex ids, points;
    QStringList named;
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
            if (!m_context.startedEmpty && !reference.externalId.isEmpty())
                named.append(reference.externalId);
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
    for (const QString &id : std::as_const(named))
        m_origins.forEach(id, [&distinct](qint64 contact) { distinct.insert(contact); });
    if (distinct.isEmpty())
        return {};
    PFX_ASSIGN(m_contacts, m_context.space.contacts(distinct.values()));
    return m_context.startedEmpty ? Result<void>() : loadDoubtful(items);
}

/// A number that a row of this file brought is meant as this row has it, whatever the record is called here.
Result<void> DealContacts::loadDoubtful(const std::vector<PreparedItem> &items)
{
    QSet<qint64> doubtful;
    for (const PreparedItem &item : items) {
        const auto *draft = std::get_if<DealDraft>(&item.content);
        if (!draft)
            continue;
        for (const ContactReference &reference : draft->contacts) {
            const auto contact = reference.externalId.isEmpty() ? m_contacts.cend() : m_contacts.constFind(m_origins.first(reference.externalId));
            if (contact != m_contacts.cend() && meansAnother(*contact, reference))
                doubtful.insert(contact->id);
        }
    }
    return m_runRows.load(doubtful.values());
}

DealContacts::Found DealContacts::find(const ContactReference &reference) const
{
    switch (m_context.refused.of(Kind::Contact, reference.externalId)) {
    case Refusal::None:
        break;
    case Refusal::Alone:
        return {0, false, words::refused()};
    case Refusal::Beside:
        return {0, true, words::refusedBeside()};
    }
    if (const qint64 id = reference.externalId.isEmpty() ? 0 : m_origins.first(reference.externalId)) {
        const auto contact = m_context.startedEmpty ? m_contacts.cend() : m_contacts.constFind(id);
        if (contact != m_contacts.cend() && meansAnother(*contact, reference) && m_runRows.earlierPlace(id, reference.externalId).isEmpty())
            return {0, false, words::another(named(*contact))};
        return {id};
    }
    return reference.name.isEmpty() ? Found{} : byNameAndPoint(reference);
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
                return {0, true, {}};
            found.id = it.value();
        }
    }
    return found;
}

QVector<crm::DealContact> DealContacts::resolve(const PreparedItem &item, const DealDraft &draft, QVector<Problem> &problems) const
{
    QVector<crm::DealContact> links;
    for (const ContactReference &reference : draft.contacts) {
        const Found found = find(reference);
        if (found.id == 0) {
            QStringList told{reference.externalId.isEmpty() ? reference.name : reference.externalId};
            if (!found.why.isEmpty())
                told.append(found.why);
            problems.append(warning(item, Kind::Deal, found.ambiguous ? ProblemCode::ContactAmbiguous : ProblemCode::ContactNotFound, told));
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
