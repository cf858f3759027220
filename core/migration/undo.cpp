// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/undo.h"

#include "core/migration/company_titles.h"
#include "core/migration/json_text.h"
#include "core/migration/row_log.h"

namespace pfx::migration {

using base::Result;
using records::Kind;
using store::Connection;
using store::Row;

namespace {

std::pair<int, qint64> keyOf(Kind kind, qint64 id)
{
    return {static_cast<int>(kind), id};
}

QString tableOf(Kind kind)
{
    switch (kind) {
    case Kind::Pipeline:
        return QStringLiteral("pipelines");
    case Kind::Stage:
        return QStringLiteral("stages");
    case Kind::Company:
        return QStringLiteral("companies");
    case Kind::Deal:
        return QStringLiteral("deals");
    default:
        return QStringLiteral("contacts");
    }
}

} // namespace

Result<QVector<Undo::Entry>> Undo::entries(Connection &db, qint64 before, int limit) const
{
    QVector<Entry> found;
    PFX_TRY(db.forEach(QStringLiteral("SELECT row_no, kind, external_id, place, title, decision, entity_id, version, before, detail"
                                      " FROM import_rows WHERE run_id = :run AND (:before = 0 OR row_no < :before)"
                                      " ORDER BY row_no DESC LIMIT :limit"),
                       {{QStringLiteral("run"), m_run}, {QStringLiteral("before"), before}, {QStringLiteral("limit"), qint64(limit)}},
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

Result<QHash<qint64, qint64>> Undo::versions(Connection &db, Kind kind, const QVector<qint64> &ids)
{
    QHash<qint64, qint64> found;
    const bool uploads = kind == Kind::Contact || kind == Kind::Company || kind == Kind::Deal;
    const bool stages = kind == Kind::Stage;
    PFX_TRY(db.forEach(QStringLiteral("SELECT t.id AS id, t.version AS version, %2 AS planfix_id, %3 AS placeholder FROM %1 t"
                                      " WHERE t.id IN (SELECT k.value FROM {ids} AS k)")
                           .arg(tableOf(kind), uploads ? QStringLiteral("t.planfix_id") : QStringLiteral("NULL"),
                                stages ? QStringLiteral("t.placeholder") : QStringLiteral("0")),
                       {{QStringLiteral("ids"), store::idSet(db.backend(), ids)}}, [&](const Row &row) -> Result<void> {
                           if (row.number(QStringLiteral("placeholder")) != 0)
                               m_placeholders.insert(row.number(QStringLiteral("id")));
                           // What was uploaded since has no version that could be taken back.
                           found.insert(row.number(QStringLiteral("id")),
                                        row.isNull(QStringLiteral("planfix_id")) ? row.number(QStringLiteral("version")) : -1);
                           return {};
                       }));
    return found;
}

Result<void> Undo::addUsers(Connection &db, const QString &sql, Kind userKind, const QVector<qint64> &ids, QSet<qint64> &used) const
{
    return db.forEach(sql, {{QStringLiteral("ids"), store::idSet(db.backend(), ids)}}, [&](const Row &row) -> Result<void> {
        if (!m_gone.contains(keyOf(userKind, row.number(QStringLiteral("user_id")))))
            used.insert(row.number(QStringLiteral("id")));
        return {};
    });
}

/// Those that something points to which stays.
Result<QSet<qint64>> Undo::used(Connection &db, Kind kind, const QVector<qint64> &ids) const
{
    QSet<qint64> found;
    if (ids.isEmpty() || kind == Kind::Deal)
        return found;
    const auto users = [](const char *column, const char *user, const char *table) {
        return QStringLiteral("SELECT u.%1 AS id, u.%2 AS user_id FROM {ids} AS k CROSS JOIN %3 u WHERE u.%1 = k.value")
            .arg(QLatin1String(column), QLatin1String(user), QLatin1String(table));
    };
    switch (kind) {
    case Kind::Contact:
        PFX_TRY(addUsers(db, users("contact_id", "deal_id", "deal_contacts"), Kind::Deal, ids, found));
        break;
    case Kind::Company:
        PFX_TRY(addUsers(db, users("company_id", "id", "contacts"), Kind::Contact, ids, found));
        PFX_TRY(addUsers(db, users("company_id", "id", "deals"), Kind::Deal, ids, found));
        break;
    case Kind::Stage:
        PFX_TRY(addUsers(db, users("stage_id", "id", "deals"), Kind::Deal, ids, found));
        break;
    case Kind::Pipeline:
        PFX_TRY(addUsers(db, users("pipeline_id", "id", "stages"), Kind::Stage, ids, found));
        PFX_TRY(addUsers(db, users("pipeline_id", "id", "deals"), Kind::Deal, ids, found));
        break;
    default:
        break;
    }
    return found;
}

/// Those that somebody else's origin points to: another import found them by phone, e-mail or name and counts on them.
Result<void> Undo::addForeign(Connection &db, const QVector<Entry> &group, const QVector<qint64> &made, QSet<qint64> &used) const
{
    const Kind kind = group.first().kind;
    if (made.isEmpty() || kind == Kind::Deal)
        return {};
    QHash<qint64, QString> own;
    for (const Entry &entry : group)
        own.insert(entry.entityId, entry.externalId);
    PFX_ASSIGN(const auto origins, crm::loadOrigins(db, kind, made));
    for (const crm::Origin &origin : origins) {
        const bool ours = origin.accountId == m_account
            && (origin.externalId == own.value(origin.entityId) || isTitleOrigin(origin.externalId)
                || m_released.contains({static_cast<int>(kind), origin.externalId}));
        if (!ours)
            used.insert(origin.entityId);
    }
    return {};
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
    QVector<qint64> touched, made;
    QSet<qint64> touchedSet;
    for (const Entry &entry : group) {
        if (entry.entityId == 0 || (entry.decision != Decision::Created && entry.decision != Decision::Updated))
            continue;
        touched.append(entry.entityId);
        touchedSet.insert(entry.entityId);
        if (entry.decision == Decision::Created)
            made.append(entry.entityId);
    }
    PFX_ASSIGN(const auto now, versions(db, kind, touched));
    PFX_ASSIGN(auto inUse, used(db, kind, made));
    PFX_TRY(addForeign(db, group, made, inUse));
    QVector<qint64> removed;
    QVector<crm::Origin> origins;
    for (const Entry &entry : group) {
        const auto key = keyOf(kind, entry.entityId);
        if (entry.originAdded && !entry.externalId.isEmpty()) {
            origins.append({m_account, kind, entry.externalId, entry.entityId});
            if (m_mode == Mode::Preview)
                m_released.insert({static_cast<int>(kind), entry.externalId});
        }
        if (!touchedSet.contains(entry.entityId) || (entry.decision != Decision::Created && entry.decision != Decision::Updated))
            continue;
        if (!now.contains(entry.entityId) || m_gone.contains(key))
            continue; // taken away by somebody already
        const qint64 version = m_restored.value(key, now.value(entry.entityId));
        if (version != entry.version || m_left.contains(key) || inUse.contains(entry.entityId)) {
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
                m_restored.insert(key, entry.version - 1);
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
