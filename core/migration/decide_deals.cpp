// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/deciders.h"

#include "core/base/text_keys.h"
#include "core/migration/company_titles.h"
#include "core/migration/deal_contacts.h"
#include "core/migration/entity_batch.h"
#include "core/migration/json_text.h"
#include "core/migration/merge.h"

namespace pfx::migration {

using base::Result;
using records::Kind;

namespace {

QString summaryOf(const crm::Deal &deal)
{
    return deal.currency.isEmpty() ? deal.amount : deal.amount + QLatin1Char(' ') + deal.currency;
}

/// A deal may be renamed and change its sum, but one that has neither title, sum, contact nor company in common is another deal.
bool nothingInCommon(const crm::Deal &stored, const crm::Deal &incoming)
{
    if (base::searchKey(stored.title) == base::searchKey(incoming.title))
        return false;
    if (!incoming.amount.isEmpty() && stored.amount == incoming.amount)
        return false;
    if (incoming.companyId != 0 && stored.companyId == incoming.companyId)
        return false;
    for (const crm::DealContact &contact : incoming.contacts) {
        for (const crm::DealContact &other : stored.contacts) {
            if (contact.contactId == other.contactId)
                return false;
        }
    }
    return true;
}

class DealDecider
{
public:
    explicit DealDecider(BatchContext &context)
        : m_context(context), m_deals(context, Kind::Deal, "deals"), m_runRows(context, Kind::Deal), m_titles(context), m_contacts(context)
    {}

    Result<void> decide(std::vector<PreparedItem> &items)
    {
        PFX_TRY(load(items));
        for (PreparedItem &item : items) {
            PFX_TRY(m_context.mayGoOn());
            if (auto *draft = std::get_if<DealDraft>(&item.content))
                PFX_TRY(decideOne(item, *draft));
            else if (const auto *error = std::get_if<base::Error>(&item.content))
                failUnreadable(m_context.log, item, Kind::Deal, *error);
        }
        PFX_TRY(m_context.pipelines.write(m_context.space.db()));
        PFX_TRY(m_titles.write());
        return m_deals.write();
    }

private:
    Result<void> load(const std::vector<PreparedItem> &items)
    {
        const auto count = static_cast<qsizetype>(items.size());
        m_deals.reserve(count);
        m_runRows.reserve(count);
        TextIndex ids;
        std::vector<const CompanyPointer *> pointers;
        pointers.reserve(items.size());
        for (const PreparedItem &item : items) {
            if (!item.externalId.isEmpty() && m_context.space.mayHaveOrigin(m_context.account, Kind::Deal, item.externalId))
                ids.insert(item.externalId, 1);
            if (const auto *draft = std::get_if<DealDraft>(&item.content))
                pointers.push_back(&draft->company);
        }
        PFX_ASSIGN(m_origins, m_context.space.origins(m_context.account, Kind::Deal, ids.texts()));
        PFX_TRY(m_titles.load(pointers));
        PFX_TRY(m_contacts.load(items));
        QSet<qint64> known;
        m_origins.forEachNumber([&known](qint64 id) { known.insert(id); });
        const QVector<qint64> distinct = known.values();
        PFX_ASSIGN(auto stored, m_context.space.deals(distinct));
        m_deals.setStored(std::move(stored));
        return m_runRows.load(distinct);
    }

    Result<void> decideOne(const PreparedItem &item, DealDraft &draft)
    {
        qint64 id = item.externalId.isEmpty() ? 0 : m_origins.first(item.externalId);
        if (id == 0 && !item.externalId.isEmpty())
            id = m_deals.originInBatch(item.externalId);
        if (!m_context.options.dealSource.isEmpty())
            draft.entity.source = m_context.options.dealSource;
        if (!m_context.options.dealType.isEmpty())
            draft.entity.type = m_context.options.dealType;
        QVector<Problem> problems = item.warnings;
        draft.entity.contacts = m_contacts.resolve(item, draft, problems);
        crm::Deal *stored = id == 0 ? nullptr : m_deals.find(id);
        if (!stored)
            return create(item, draft, std::move(problems));
        return decideKnown(item, draft, *stored, std::move(problems));
    }

    Result<void> complete(const PreparedItem &item, DealDraft &draft, QVector<Problem> &problems)
    {
        PFX_ASSIGN(const auto company, m_titles.resolve(item, draft.company, CompanyTitles::IfMissing::Make));
        draft.entity.companyId = company.id;
        if (company.problem)
            problems.append(warning(item, Kind::Deal, *company.problem, company.arguments));
        PFX_ASSIGN(const auto place, m_context.pipelines.placeOf(m_context.space.db(), draft.pipeline, draft.stage, draft.semantics,
                                                                 m_context.log));
        draft.entity.pipelineId = place.pipelineId;
        draft.entity.stageId = place.stageId;
        if (!place.pipelineMissing.isEmpty())
            problems.append(warning(item, Kind::Deal, ProblemCode::PipelineNotFound, {place.pipelineMissing}));
        if (!place.stageMissing.isEmpty())
            problems.append(warning(item, Kind::Deal, ProblemCode::StageNotFound, {place.stageMissing}));
        return {};
    }

    Result<void> create(const PreparedItem &item, DealDraft &draft, QVector<Problem> problems)
    {
        const auto owner = m_context.owners.resolve(draft.owner);
        draft.entity.ownerId = owner.id;
        if (!owner.unknown.isEmpty())
            problems.append(warning(item, Kind::Deal, ProblemCode::EmployeeNotFound, {owner.unknown}));
        PFX_TRY(complete(item, draft, problems));
        LoggedRow row = rowFor(item, Kind::Deal, draft.entity.title);
        row.summary = summaryOf(draft.entity);
        row.version = 1;
        if (m_context.tellsWhole())
            row.differences = fieldsOf(draft.entity, [this, &draft](const QString &field, qint64 id) { return nameIn(draft, field, id); });
        PFX_ASSIGN(row.entityId, m_deals.make(std::move(draft.entity), item.externalId));
        m_runRows.note(row.entityId, item.externalId, item.place, true);
        warnAll(m_context.log, problems);
        m_context.log.add(std::move(row));
        return {};
    }

    QString nameIn(const DealDraft &draft, const QString &field, qint64 id) const
    {
        if (field == QLatin1String("owner"))
            return m_context.owners.name(id);
        if (field == QLatin1String("pipeline"))
            return m_context.pipelines.pipelineName(id);
        if (field == QLatin1String("stage"))
            return m_context.pipelines.stageName(id);
        return field == QLatin1String("company") ? m_titles.titleOf(draft.company, id) : m_contacts.nameOf(id);
    }

    Result<void> decideKnown(const PreparedItem &item, DealDraft &draft, crm::Deal &stored, QVector<Problem> problems)
    {
        LoggedRow row = rowFor(item, Kind::Deal, draft.entity.title);
        row.summary = summaryOf(draft.entity);
        row.entityId = row.matchedId = stored.id;
        PFX_ASSIGN(const auto company, m_titles.resolve(item, draft.company, CompanyTitles::IfMissing::Leave));
        draft.entity.companyId = company.id;
        if (nothingInCommon(stored, draft.entity)) {
            row.raw = item.raw;
            m_context.log.fail(std::move(row), ProblemCode::OriginConflict, Reason::OriginConflict,
                               {QStringLiteral("%1 (%2)").arg(stored.title).arg(stored.id)});
            return {};
        }
        row.decision = Decision::Skipped;
        row.reason = Reason::SameOrigin;
        if (const QString place = m_runRows.earlierPlace(stored.id, item.externalId); !place.isEmpty()) {
            row.reason = Reason::RepeatedInFile;
            row.arguments.prepend(place);
        }
        if (m_context.options.duplicates == DuplicatePolicy::Update) {
            PFX_TRY(update(item, draft, stored, row, problems));
            warnAll(m_context.log, problems);
        }
        m_runRows.note(stored.id, item.externalId, item.place, false);
        m_context.log.add(std::move(row));
        return {};
    }

    Result<void> update(const PreparedItem &item, DealDraft &draft, crm::Deal &stored, LoggedRow &row, QVector<Problem> &problems)
    {
        const auto owner = m_context.owners.resolve(draft.owner);
        draft.entity.ownerId = owner.named ? owner.id : 0;
        PFX_TRY(complete(item, draft, problems));
        tellKept(problems, {!stored.contacts.isEmpty(), stored.companyId != 0});
        const QByteArray before = json::snapshot(stored);
        const NameOf nameOf = [this](const QString &field, qint64 id) {
            if (field == QLatin1String("owner"))
                return m_context.owners.name(id);
            if (field == QLatin1String("pipeline"))
                return m_context.pipelines.pipelineName(id);
            return field == QLatin1String("stage") ? m_context.pipelines.stageName(id) : QString::number(id);
        };
        row.differences = merge(stored, draft.entity, m_context.options.update, nameOf);
        if (row.differences.isEmpty()) {
            row.reason = Reason::NothingToUpdate;
            return {};
        }
        m_deals.changed(stored);
        row.decision = Decision::Updated;
        row.reason = Reason::Changed;
        row.version = stored.version;
        row.before = before;
        return {};
    }

    BatchContext &m_context;
    EntityBatch<crm::Deal> m_deals;
    RunRows m_runRows;
    CompanyTitles m_titles;
    DealContacts m_contacts;
    TextIndex m_origins;
};

} // namespace

Result<void> decideDeals(BatchContext &context, std::vector<PreparedItem> &items)
{
    return DealDecider(context).decide(items);
}

} // namespace pfx::migration
