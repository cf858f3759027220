// SPDX-License-Identifier: GPL-3.0-or-later
// What contacts and companies have in common when they are decided: both are known by origin and by their phones and e-mails.
// Used by decide_contacts.cpp and decide_companies.cpp only.
#pragma once

#include "core/migration/company_titles.h"
#include "core/migration/entity_batch.h"
#include "core/migration/identity.h"
#include "core/migration/json_text.h"
#include "core/migration/merge.h"
#include "core/migration/problem_words.h"

#include <utility>

namespace pfx::migration {

inline void giveName(ContactDraft &draft)
{
    if (draft.entity.name.isEmpty())
        draft.entity.name = draft.substitute;
}

inline void giveName(CompanyDraft &draft)
{
    if (draft.entity.title.isEmpty())
        draft.entity.title = draft.substitute;
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
            PFX_TRY(m_context.mayGoOn());
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
    /// Of a record that has a phone or e-mail of the draft.
    virtual bool mayBeSame(const Entity &, const Draft &) const { return true; }
    /// Companies: the title; contacts: nothing.
    virtual void matchOtherwise(const Draft &, PointMatch &) {}
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
        keepExactPoints(distinct);
        return m_runRows.load(stored);
    }

    /// What is stored was found by the number alone; from here on the extension counts too.
    void keepExactPoints(const TextIndex &asked)
    {
        const QMultiHash<QString, qint64> found = std::exchange(m_points, {});
        QSet<qint64> seen;
        for (const qint64 id : found) {
            const Entity *entity = seen.contains(id) ? nullptr : m_entities.find(id);
            seen.insert(id);
            if (!entity)
                continue;
            for (const records::Point &point : entity->points) {
                if (asked.contains(point.normalized) && !m_points.contains(pointKey(point), id))
                    m_points.insert(pointKey(point), id);
            }
        }
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
        if (id != 0) {
            PointMatch same;
            same.ids = {id};
            same.reason = Reason::SameOrigin;
            return decideKnown(item, draft, same);
        }
        PointMatch match;
        if (m_context.options.duplicates != DuplicatePolicy::New) {
            match = matchPoints(draft.entity.points, m_points, m_batchPoints, [&](qint64 other) {
                const Entity *entity = m_entities.find(other);
                return !entity || mayBeSame(*entity, draft);
            });
        }
        if (match.ids.isEmpty())
            matchOtherwise(draft, match);
        if (match.ids.size() > 1)
            return failAmbiguous(item, draft, match);
        return match.ids.size() == 1 ? decideKnown(item, draft, match) : create(item, draft, match);
    }

    QString nameOf(qint64 id)
    {
        const Entity *entity = m_entities.find(id);
        return entity ? named(*entity) : QString::number(id);
    }

    base::Result<void> failAmbiguous(const PreparedItem &item, const Draft &draft, const PointMatch &match)
    {
        QStringList both;
        for (const qint64 id : match.ids)
            both.append(nameOf(id));
        LoggedRow row = rowFor(item, m_kind, titleOf(draft));
        row.summary = firstPoint(draft.entity.points);
        row.raw = item.raw;
        m_context.refused.refuse(m_kind, item.externalId, Refusal::Alone);
        m_context.log.fail(std::move(row), ProblemCode::AmbiguousDuplicate, Reason::Ambiguous, both);
        return {};
    }

    base::Result<void> decideKnown(const PreparedItem &item, Draft &draft, const PointMatch &match)
    {
        const qint64 id = match.ids.first();
        const bool newOrigin = match.reason != Reason::SameOrigin;
        Entity *stored = m_entities.find(id);
        LoggedRow row = rowFor(item, m_kind, titleOf(draft));
        row.summary = firstPoint(draft.entity.points);
        row.entityId = row.matchedId = id;
        row.reason = match.reason;
        if (!match.value.isEmpty())
            row.arguments.append(match.value);
        if (stored && !newOrigin && nothingInCommon(*stored, draft)) {
            row.raw = item.raw;
            const bool alone = m_runRows.earlierPlace(id, item.externalId).isEmpty();
            m_context.refused.refuse(m_kind, item.externalId, alone ? Refusal::Alone : Refusal::Beside);
            m_context.log.fail(std::move(row), ProblemCode::OriginConflict, Reason::OriginConflict, {named(*stored)});
            return {};
        }
        if (const QString place = m_runRows.earlierPlace(id, item.externalId); !place.isEmpty()) {
            row.reason = Reason::RepeatedInFile;
            row.arguments.prepend(place);
        }
        m_context.refused.take(m_kind, item.externalId);
        row.decision = Decision::Skipped;
        row.originAdded = newOrigin && !item.externalId.isEmpty();
        if (newOrigin)
            m_entities.addOrigin(item.externalId, id);
        QVector<Problem> problems;
        if (stored && newOrigin && m_kind == records::Kind::Contact && isOtherName(*stored, draft.entity))
            tellOtherName(item, match, row, problems);
        if (stored && (match.adopts || m_context.options.duplicates == DuplicatePolicy::Update)) {
            problems += item.warnings;
            // What was made from a title has nothing of its own until somebody changes it.
            const UpdatePolicy policy = match.adopts && stored->version == 1 ? UpdatePolicy::All : m_context.options.update;
            PFX_TRY(update(item, draft, *stored, policy, row, problems));
        } else if (m_kind == records::Kind::Contact) {
            PFX_TRY(m_titles.resolve(item, pointerOf(draft), CompanyTitles::IfMissing::Leave));
        }
        warnAll(m_context.log, problems);
        m_runRows.note(id, item.externalId, item.place, false);
        m_context.log.add(std::move(row));
        return {};
    }

    /// People share phones, too. It stays the same record, but what the row says of the other one is not lost without a word.
    void tellOtherName(const PreparedItem &item, const PointMatch &match, LoggedRow &row, QVector<Problem> &problems)
    {
        row.raw = item.raw;
        row.keepRaw = true;
        problems.append(warning(item, m_kind, ProblemCode::OtherName, {match.value, nameOf(match.ids.first())}));
    }

    base::Result<void> update(const PreparedItem &item, Draft &draft, Entity &stored, UpdatePolicy policy, LoggedRow &row,
                              QVector<Problem> &problems)
    {
        const auto owner = m_context.owners.resolve(draft.owner);
        draft.entity.ownerId = owner.named ? owner.id : 0;
        PFX_TRY(completeDraft(item, draft, problems));
        if constexpr (std::is_same_v<Entity, crm::Contact>)
            tellKept(problems, {false, stored.companyId != 0});
        const QByteArray before = json::snapshot(stored);
        const NameOf nameOf = [this](const QString &field, qint64 id) {
            return field == QLatin1String("owner") ? m_context.owners.name(id) : QString::number(id);
        };
        row.differences = merge(stored, draft.entity, policy, nameOf);
        if (row.differences.isEmpty()) {
            row.reason = Reason::NothingToUpdate;
            return {};
        }
        m_entities.changed(stored);
        for (const records::Point &point : stored.points) {
            if (!point.normalized.isEmpty() && !m_points.contains(pointKey(point), stored.id))
                m_batchPoints.insert(pointKey(point), stored.id);
        }
        row.decision = Decision::Updated;
        row.reason = Reason::Changed;
        row.version = stored.version;
        row.before = before;
        return {};
    }

    base::Result<void> create(const PreparedItem &item, Draft &draft, const PointMatch &match)
    {
        m_context.refused.take(m_kind, item.externalId);
        giveName(draft);
        QVector<Problem> problems = item.warnings;
        if (match.refused != 0)
            problems.append(warning(item, m_kind, ProblemCode::SharedPoint, {match.refusedValue, nameOf(match.refused)}));
        const auto owner = m_context.owners.resolve(draft.owner);
        draft.entity.ownerId = owner.id;
        if (!owner.unknown.isEmpty())
            problems.append(warning(item, m_kind, ProblemCode::EmployeeNotFound, {owner.unknown}));
        PFX_TRY(completeDraft(item, draft, problems));
        LoggedRow row = rowFor(item, m_kind, titleOf(draft));
        row.summary = firstPoint(draft.entity.points);
        row.version = 1;
        if (m_context.tellsWhole()) {
            row.differences = fieldsOf(draft.entity, [this, &draft](const QString &field, qint64 id) {
                return field == QLatin1String("owner") ? m_context.owners.name(id) : m_titles.titleOf(pointerOf(draft), id);
            });
        }
        const QVector<records::Point> points = draft.entity.points;
        PFX_ASSIGN(row.entityId, m_entities.make(std::move(draft.entity), item.externalId));
        for (const records::Point &point : points) {
            if (!point.normalized.isEmpty())
                m_batchPoints.insert(pointKey(point), row.entityId);
        }
        m_runRows.note(row.entityId, item.externalId, item.place, true);
        warnAll(m_context.log, problems);
        m_context.log.add(std::move(row));
        return {};
    }

    TextIndex m_origins, m_batchPoints;
    QMultiHash<QString, qint64> m_points;
};

} // namespace pfx::migration
