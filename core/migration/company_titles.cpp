// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/company_titles.h"

#include "core/migration/identity.h"
#include "core/migration/problem_words.h"

namespace pfx::migration {

using base::Result;
using records::Kind;

namespace {

const auto titlePrefix = QLatin1String("title:");

} // namespace

QString titleOrigin(const QString &key)
{
    return titlePrefix + key;
}

bool isTitleOrigin(const QString &externalId)
{
    return externalId.startsWith(titlePrefix);
}

Result<void> CompanyTitles::load(const std::vector<const CompanyPointer *> &pointers)
{
    TextIndex ids, keys;
    for (const CompanyPointer *pointer : pointers) {
        if (!pointer->externalId.isEmpty())
            ids.insert(pointer->externalId, 1);
        if (!pointer->key.isEmpty())
            keys.insert(pointer->key, 1);
    }
    if (!ids.isEmpty()) {
        PFX_ASSIGN(m_origins, m_context.space.origins(m_context.account, Kind::Company, ids.texts()));
    }
    PFX_TRY(loadPointedTo(pointers));
    if (keys.isEmpty())
        return {};
    PFX_ASSIGN(const auto byKey, m_context.space.companiesByKey(keys.texts()));
    PFX_ASSIGN(auto titled, m_context.space.titledCompanies(m_context.account, byKey.values()));
    m_byTitleOnly = std::move(titled.byTitleOnly);
    for (auto it = byKey.cbegin(); it != byKey.cend(); ++it) {
        if (titled.ofAccount.contains(it.value()))
            m_candidates[it.key()].append(it.value());
    }
    for (QVector<qint64> &candidates : m_candidates)
        std::sort(candidates.begin(), candidates.end());
    return {};
}

Result<void> CompanyTitles::loadPointedTo(const std::vector<const CompanyPointer *> &pointers)
{
    QSet<qint64> ids;
    if (m_context.tellsWhole())
        m_origins.forEachNumber([&ids](qint64 id) { ids.insert(id); });
    for (const CompanyPointer *pointer : pointers) {
        const qint64 id = m_context.startedEmpty || pointer->key.isEmpty() ? 0 : m_origins.first(pointer->externalId);
        if (id != 0)
            ids.insert(id);
    }
    if (ids.isEmpty())
        return {};
    PFX_ASSIGN(m_pointedTo, m_context.space.companies(ids.values()));
    if (m_context.startedEmpty)
        return {};
    QSet<qint64> doubtful;
    for (const CompanyPointer *pointer : pointers) {
        const auto company = m_pointedTo.constFind(m_origins.first(pointer->externalId));
        if (company != m_pointedTo.cend() && meansAnother(*company, *pointer))
            doubtful.insert(company->id);
    }
    return m_runRows.load(doubtful.values());
}

const crm::Company *CompanyTitles::anotherOf(const CompanyPointer &pointer, qint64 id) const
{
    const auto company = m_context.startedEmpty ? m_pointedTo.cend() : m_pointedTo.constFind(id);
    const bool another = company != m_pointedTo.cend() && meansAnother(*company, pointer) && m_runRows.earlierPlace(id, pointer.externalId).isEmpty();
    return another ? &*company : nullptr;
}

void CompanyTitles::count(const PreparedItem &item, const CompanyPointer &pointer, qint64 id, Decision decision)
{
    if (m_context.titlesSeen.contains(pointer.key))
        return;
    m_context.titlesSeen.insert(pointer.key);
    LoggedRow row;
    row.kind = Kind::Company;
    row.place = item.place;
    row.title = pointer.title;
    row.decision = decision;
    row.reason = decision == Decision::Created ? Reason::New : Reason::SameTitle;
    row.entityId = id;
    row.version = decision == Decision::Created ? 1 : 0;
    row.matchedId = decision == Decision::Created ? 0 : id;
    m_context.log.add(std::move(row));
}

Result<CompanyTitles::Found> CompanyTitles::resolve(const PreparedItem &item, const CompanyPointer &pointer, IfMissing ifMissing)
{
    switch (m_context.refused.of(Kind::Company, pointer.externalId)) {
    case Refusal::None:
        break;
    case Refusal::Alone:
        return Found{0, ProblemCode::CompanyNotFound, {pointer.externalId, words::refused()}};
    case Refusal::Beside:
        return Found{0, ProblemCode::CompanyAmbiguous, {pointer.externalId, words::refusedBeside()}};
    }
    if (!pointer.externalId.isEmpty()) {
        if (const qint64 id = m_origins.first(pointer.externalId)) {
            if (const crm::Company *another = anotherOf(pointer, id))
                return Found{0, ProblemCode::CompanyNotFound, {pointer.externalId, words::another(named(*another))}};
            return Found{id, {}, {}};
        }
    }
    if (pointer.key.isEmpty())
        return pointer.externalId.isEmpty() ? Found{} : Found{0, ProblemCode::CompanyNotFound, {pointer.externalId}};
    if (const qint64 id = m_settled.first(pointer.key))
        return Found{id, {}, {}};
    const QVector<qint64> candidates = m_candidates.value(pointer.key);
    if (candidates.size() > 1)
        return Found{0, ProblemCode::CompanyAmbiguous, {pointer.title}};
    if (candidates.size() == 1) {
        count(item, pointer, candidates.first(), Decision::Skipped);
        m_settled.insert(pointer.key, candidates.first());
        return Found{candidates.first(), {}, {}};
    }
    if (ifMissing == IfMissing::Leave)
        return Found{};
    crm::Company company;
    PFX_ASSIGN(company.id, m_ids.next());
    company.title = pointer.title;
    company.ownerId = m_context.owners.defaultId();
    company.createdAt = company.changedAt = m_context.now;
    m_candidates[pointer.key] = {company.id};
    m_newOrigins.append({m_context.account, Kind::Company, titleOrigin(pointer.key), company.id});
    count(item, pointer, company.id, Decision::Created);
    m_settled.insert(pointer.key, company.id);
    const qint64 id = company.id;
    m_made.append(std::move(company));
    return Found{id, {}, {}};
}

Result<void> CompanyTitles::write()
{
    PFX_TRY(m_ids.finish());
    if (m_made.isEmpty())
        return {};
    PFX_TRY(m_context.space.insert(m_made));
    return m_context.space.insert(m_newOrigins);
}

} // namespace pfx::migration
