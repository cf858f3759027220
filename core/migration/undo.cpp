// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/undo.h"

#include "core/migration/json_text.h"
#include "core/migration/row_log.h"

namespace pfx::migration {

using base::Result;
using records::Kind;
using store::Connection;
using store::Row;

Undo::Key Undo::keyOf(Kind kind, qint64 id)
{
    return {static_cast<int>(kind), id};
}

Result<QVector<Undo::Entry>> Undo::entries(Connection &db, qint64 before, int limit) const
{
    QVector<Entry> found;
    PFX_TRY(db.forEach(QStringLiteral("SELECT row_no, kind, external_id, place, title, decision, entity_id, version, before, detail"
                                      " FROM import_rows WHERE run_id = :run AND row_no < :before ORDER BY row_no DESC LIMIT :limit"),
                       {{QStringLiteral("run"), m_run},
                        {QStringLiteral("before"), before == 0 ? lastRow : before},
                        {QStringLiteral("limit"), qint64(limit)}},
                       [&found](const Row &row) -> Result<void> {
                           Entry entry;
                           entry.rowNo = row.number(QStringLiteral("row_no"));
                           entry.kind = records::kindFromName(row.text(QStringLiteral("kind"))).value_or(Kind::Contact);
                           entry.externalId = row.text(QStringLiteral("external_id"));
                           entry.place = row.text(QStringLiteral("place"));
                           entry.title = row.text(QStringLiteral("title"));
                           entry.decision = decisionFromName(row.text(QStringLiteral("decision"))).value_or(Decision::Failed);
                           entry.entityId = row.number(QStringLiteral("entity_id"));
                           entry.version = row.number(QStringLiteral("version"));
                           entry.before = row.bytes(QStringLiteral("before"));
                           entry.originAdded = RowDetail::fromJson(row.bytes(QStringLiteral("detail"))).originAdded;
                           found.append(std::move(entry));
                           return {};
                       }));
    return found;
}

Result<qint64> Undo::step(Connection &db, qint64 before, int limit)
{
    PFX_ASSIGN(const auto all, entries(db, before, limit));
    if (all.isEmpty())
        return 0;
    // Neighbours of one kind go together; an entity twice in a group would hide what its later row leaves behind.
    QVector<Entry> group;
    QSet<qint64> inGroup;
    for (const Entry &entry : all) {
        if (!group.isEmpty() && (group.first().kind != entry.kind || inGroup.contains(entry.entityId))) {
            PFX_TRY(takeBack(db, group));
            group.clear();
            inGroup.clear();
        }
        group.append(entry);
        if (entry.decision != Decision::Failed)
            inGroup.insert(entry.entityId);
    }
    PFX_TRY(takeBack(db, group));
    return all.last().rowNo;
}

void Undo::leave(const Entry &entry)
{
    const auto key = keyOf(entry.kind, entry.entityId);
    if (m_left.contains(key))
        return;
    m_left.insert(key);
    ++m_leftAlone;
    Problem problem;
    problem.kind = entry.kind;
    problem.externalId = entry.externalId;
    problem.place = entry.place;
    problem.code = ProblemCode::ChangedSince;
    problem.arguments = {entry.title, QString::number(entry.entityId)};
    problem.rowNo = entry.rowNo;
    m_problems.append(std::move(problem));
}

Result<void> Undo::takeBack(Connection &db, const QVector<Entry> &group)
{
    if (group.isEmpty())
        return {};
    const Kind kind = group.first().kind;
    PFX_ASSIGN(const Findings findings, findingsOf(db, group));
    QVector<qint64> removed;
    QVector<crm::Origin> origins;
    for (const Entry &entry : group) {
        const auto key = keyOf(kind, entry.entityId);
        if (findings.reliedOn.contains(entry.rowNo)) {
            leave(entry);
            continue;
        }
        if (entry.addsOrigin()) {
            origins.append({m_account, kind, entry.externalId, entry.entityId});
            if (m_mode == Mode::Preview)
                m_released.insert({static_cast<int>(kind), entry.externalId});
        }
        if (!entry.isChange() || !findings.present.contains(entry.entityId) || m_gone.contains(key))
            continue; // taken away by somebody already
        if (!isUntouched(entry, findings)) {
            leave(entry);
            continue;
        }
        if (entry.decision == Decision::Created) {
            removed.append(entry.entityId);
            if (kind != Kind::Stage || !m_placeholders.contains(entry.entityId)) // not of the source, so not in the run's own counts
                ++m_counters.created;
        } else {
            PFX_TRY(restore(db, entry));
            ++m_counters.updated;
            if (m_mode == Mode::Preview)
                noteRestored(entry);
        }
    }
    if (m_mode == Mode::Preview) {
        for (const qint64 id : std::as_const(removed))
            m_gone.insert(keyOf(kind, id));
        return {};
    }
    if (!origins.isEmpty())
        PFX_TRY(crm::removeOrigins(db, origins));
    return removed.isEmpty() ? Result<void>() : remove(db, kind, removed);
}

/// What the record would point to then, so that what it points to now may go.
void Undo::noteRestored(const Entry &entry)
{
    const Key user = keyOf(entry.kind, entry.entityId);
    if (const auto earlier = m_restored.constFind(user); earlier != m_restored.cend())
        json::forEachLink(earlier->links, [&](Kind kind, qint64 id) { m_pointedTo[keyOf(kind, id)].remove(user); });
    const Restored restored{entry.version - 1, json::linksOf(entry.before)};
    json::forEachLink(restored.links, [&](Kind kind, qint64 id) { m_pointedTo[keyOf(kind, id)].insert(user); });
    m_restored.insert(user, restored);
}

Result<void> Undo::restore(Connection &db, const Entry &entry) const
{
    if (m_mode == Mode::Preview)
        return {};
    switch (entry.kind) {
    case Kind::Company:
        return crm::updateCompanies(db, {json::companyFrom(entry.before)});
    case Kind::Deal:
        return crm::updateDeals(db, {json::dealFrom(entry.before)});
    case Kind::Stage:
        return crm::updateStages(db, {json::stageFrom(entry.before)});
    case Kind::Contact:
        return crm::updateContacts(db, {json::contactFrom(entry.before)});
    default:
        return {};
    }
}

Result<void> Undo::remove(Connection &db, Kind kind, const QVector<qint64> &ids) const
{
    switch (kind) {
    case Kind::Pipeline:
        return crm::removePipelines(db, ids);
    case Kind::Stage:
        return crm::removeStages(db, ids);
    case Kind::Company:
        return crm::removeCompanies(db, ids);
    case Kind::Deal:
        return crm::removeDeals(db, ids);
    default:
        return crm::removeContacts(db, ids);
    }
}

} // namespace pfx::migration
