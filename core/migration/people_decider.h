// SPDX-License-Identifier: GPL-3.0-or-later
// What contacts and companies have in common when they are decided: both are known by origin and by their phones and e-mails.
// Used by decide_contacts.cpp and decide_companies.cpp only.
#pragma once

#include "core/base/text_keys.h"
#include "core/migration/company_titles.h"
#include "core/migration/entity_batch.h"
#include "core/migration/json_text.h"
#include "core/migration/merge.h"

namespace pfx::migration {

inline const QString &titleOf(const crm::Contact &contact)
{
    return contact.name;
}

inline const QString &titleOf(const crm::Company &company)
{
    return company.title;
}

/// Same origin, but is it the same person?
template<typename Entity>
bool nothingInCommon(const Entity &stored, const Entity &incoming)
{
    if (nameKey(titleOf(stored)) == nameKey(titleOf(incoming)))
        return false;
    for (const records::Point &point : incoming.points) {
        for (const records::Point &other : stored.points) {
            if (!point.normalized.isEmpty() && point.normalized == other.normalized)
                return false;
        }
    }
    return true;
}

template<typename Entity, typename Draft>
class PeopleDecider
{
public:
    PeopleDecider(BatchContext &context, records::Kind kind, const char *table)
        : m_context(context), m_kind(kind), m_entities(context, kind, table), m_runRows(context, kind), m_titles(context)
    {}
    virtual ~PeopleDecider() = default;

    base::Result<void> decide(std::vector<PreparedItem> &items)
    {
        PFX_TRY(load(items));
        for (PreparedItem &item : items) {
            if (auto *draft = std::get_if<Draft>(&item.content))
                PFX_TRY(decideOne(item, *draft));
            else if (const auto *error = std::get_if<base::Error>(&item.content))
                failUnreadable(m_context.log, item, m_kind, *error);
        }
        PFX_TRY(m_titles.write());
        return m_entities.write();
    }

protected:
    virtual CompanyPointer pointerOf(const Draft &draft) const = 0;
    /// Companies: the title; contacts: nothing.
    virtual PointMatch matchOtherwise(const Draft &) { return {}; }
    virtual base::Result<void> completeDraft(const PreparedItem &, Draft &, QVector<Problem> &) { return {}; }

    BatchContext &m_context;
    records::Kind m_kind;
    EntityBatch<Entity> m_entities;
    RunRows m_runRows;
    CompanyTitles m_titles;

private:
    base::Result<void> load(const std::vector<PreparedItem> &items)
    {
        const auto count = static_cast<qsizetype>(items.size());
        m_entities.reserve(count);
        m_runRows.reserve(count);
        m_batchPoints.reserve(count * 2);
        TextIndex ids;
        std::vector<CompanyPointer> pointers;
        pointers.reserve(items.size());
        for (const PreparedItem &item : items) {
            if (!item.externalId.isEmpty() && m_context.space.mayHaveOrigin(m_context.account, m_kind, item.externalId))
                ids.insert(item.externalId, 1);
            if (const auto *draft = std::get_if<Draft>(&item.content))
                pointers.push_back(pointerOf(*draft));
        }
        PFX_ASSIGN(m_origins, m_context.space.origins(m_context.account, m_kind, ids.texts()));
        TextIndex distinct;
        for (const PreparedItem &item : items) {
            const auto *draft = std::get_if<Draft>(&item.content);
            if (!draft || m_context.options.duplicates == DuplicatePolicy::New || m_origins.contains(item.externalId))
                continue;
            for (const records::Point &point : draft->entity.points) {
                if (!point.normalized.isEmpty() && m_context.space.mayHavePoint(m_kind, point.normalized))
                    distinct.insert(point.normalized, 1);
            }
        }
        PFX_ASSIGN(m_points, m_context.space.points(m_kind, distinct.texts()));
        std::vector<const CompanyPointer *> wanted;
        for (const CompanyPointer &pointer : pointers)
            wanted.push_back(&pointer);
        PFX_TRY(m_titles.load(wanted));
        QSet<qint64> known;
        m_origins.forEachNumber([&known](qint64 id) { known.insert(id); });
        for (const qint64 id : std::as_const(m_points))
            known.insert(id);
        addKnown(known, wanted);
        const QVector<qint64> stored(known.cbegin(), known.cend());
        PFX_TRY(loadEntities(stored));
        return m_runRows.load(stored);
    }

    void addKnown(QSet<qint64> &known, const std::vector<const CompanyPointer *> &pointers) const
    {
        if (m_kind != records::Kind::Company)
            return;
        for (const CompanyPointer *pointer : pointers) {
            for (const qint64 id : m_titles.candidates(pointer->key))
                known.insert(id);
        }
    }

    base::Result<void> loadEntities(const QVector<qint64> &ids)
    {
        if constexpr (std::is_same_v<Entity, crm::Contact>) {
            PFX_ASSIGN(auto stored, m_context.space.contacts(ids));
            m_entities.setStored(std::move(stored));
        } else {
            PFX_ASSIGN(auto stored, m_context.space.companies(ids));
            m_entities.setStored(std::move(stored));
        }
        return {};
    }

    base::Result<void> decideOne(const PreparedItem &item, Draft &draft)
    {
        qint64 id = item.externalId.isEmpty() ? 0 : m_origins.first(item.externalId);
        if (id == 0 && !item.externalId.isEmpty())
            id = m_entities.originInBatch(item.externalId);
        if (id != 0)
            return decideKnown(item, draft, id, Reason::SameOrigin, {}, false);
        PointMatch match;
        if (m_context.options.duplicates != DuplicatePolicy::New)
            match = matchPoints(draft.entity.points, m_points, m_batchPoints);
        if (match.ids.isEmpty())
            match = matchOtherwise(draft);
        if (match.ids.size() > 1)
            return failAmbiguous(item, draft, match);
        if (match.ids.size() == 1)
            return decideKnown(item, draft, match.ids.first(), match.reason, match.value, true);
        return create(item, draft);
    }

    base::Result<void> failAmbiguous(const PreparedItem &item, const Draft &draft, const PointMatch &match)
    {
        QStringList both;
        for (const qint64 id : match.ids) {
            const Entity *entity = m_entities.find(id);
            both.append(entity ? QStringLiteral("%1 (%2)").arg(titleOf(*entity)).arg(id) : QString::number(id));
        }
        LoggedRow row = rowFor(item, m_kind, titleOf(draft.entity));
        row.summary = firstPoint(draft.entity.points);
        row.raw = item.raw;
        m_context.log.fail(std::move(row), ProblemCode::AmbiguousDuplicate, Reason::Ambiguous, both);
        return {};
    }

    base::Result<void> decideKnown(const PreparedItem &item, Draft &draft, qint64 id, Reason reason, const QString &value, bool newOrigin)
    {
        Entity *stored = m_entities.find(id);
        LoggedRow row = rowFor(item, m_kind, titleOf(draft.entity));
        row.summary = firstPoint(draft.entity.points);
        row.entityId = row.matchedId = id;
        if (!value.isEmpty())
            row.arguments.append(value);
        if (stored && reason == Reason::SameOrigin && nothingInCommon(*stored, draft.entity)) {
            row.raw = item.raw;
            m_context.log.fail(std::move(row), ProblemCode::OriginConflict, Reason::OriginConflict,
                               {QStringLiteral("%1 (%2)").arg(titleOf(*stored)).arg(id)});
            return {};
        }
        if (const QString place = m_runRows.earlierPlace(id, item.externalId); !place.isEmpty()) {
            reason = Reason::RepeatedInFile;
            row.arguments.prepend(place);
        }
        row.decision = Decision::Skipped;
        row.reason = reason;
        row.originAdded = newOrigin && !item.externalId.isEmpty();
        if (newOrigin)
            m_entities.addOrigin(item.externalId, id);
        QVector<Problem> problems;
        if (stored && m_context.options.duplicates == DuplicatePolicy::Update) {
            problems = item.warnings;
            PFX_TRY(update(item, draft, *stored, row, problems));
        } else {
            const CompanyPointer pointer = pointerOf(draft);
            if (m_kind == records::Kind::Contact)
                PFX_TRY(m_titles.resolve(item, pointer, CompanyTitles::IfMissing::Leave));
        }
        warnAll(m_context.log, problems);
        m_runRows.note(id, item.externalId, item.place, false);
        m_context.log.add(std::move(row));
        return {};
    }

    base::Result<void> update(const PreparedItem &item, Draft &draft, Entity &stored, LoggedRow &row, QVector<Problem> &problems)
    {
        const auto owner = m_context.owners.resolve(draft.owner);
        draft.entity.ownerId = owner.named ? owner.id : 0;
        PFX_TRY(completeDraft(item, draft, problems));
        const QByteArray before = json::snapshot(stored);
        const NameOf nameOf = [this](const QString &field, qint64 id) {
            return field == QLatin1String("owner") ? m_context.owners.name(id) : QString::number(id);
        };
        row.differences = merge(stored, draft.entity, m_context.options.update, nameOf);
        if (row.differences.isEmpty()) {
            row.reason = Reason::NothingToUpdate;
            return {};
        }
        m_entities.changed(stored);
        for (const records::Point &point : stored.points) {
            if (!point.normalized.isEmpty() && !m_points.contains(point.normalized, stored.id))
                m_batchPoints.insert(point.normalized, stored.id);
        }
        row.decision = Decision::Updated;
        row.reason = Reason::Changed;
        row.version = stored.version;
        row.before = before;
        return {};
    }

    base::Result<void> create(const PreparedItem &item, Draft &draft)
    {
        QVector<Problem> problems = item.warnings;
        const auto owner = m_context.owners.resolve(draft.owner);
        draft.entity.ownerId = owner.id;
        if (!owner.unknown.isEmpty())
            problems.append(warning(item, m_kind, ProblemCode::EmployeeNotFound, {owner.unknown}));
        PFX_TRY(completeDraft(item, draft, problems));
        LoggedRow row = rowFor(item, m_kind, titleOf(draft.entity));
        row.summary = firstPoint(draft.entity.points);
        row.version = 1;
        const QVector<records::Point> points = draft.entity.points;
        PFX_ASSIGN(row.entityId, m_entities.make(std::move(draft.entity), item.externalId));
        for (const records::Point &point : points) {
            if (!point.normalized.isEmpty())
                m_batchPoints.insert(point.normalized, row.entityId);
        }
        made(draft, row.entityId);
        m_runRows.note(row.entityId, item.externalId, item.place, true);
        warnAll(m_context.log, problems);
        m_context.log.add(std::move(row));
        return {};
    }

    virtual void made(const Draft &, qint64) {}

    TextIndex m_origins, m_batchPoints;
    QMultiHash<QString, qint64> m_points;
};

} // namespace pfx::migration
