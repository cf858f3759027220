// SPDX-License-Identifier: GPL-3.0-or-later
// What an undo has to know before it takes something back: whether it is as the run left it, and who counts on it.
#include "core/migration/undo.h"

#include "core/migration/company_titles.h"

#include <map>

namespace pfx::migration {

using base::Result;
using records::Kind;
using store::Connection;
using store::Row;

namespace {

QString tableOf(Kind kind)
{
    switch (kind) {
    case Kind::Employee:
        return QStringLiteral("employees");
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

/// Those of the ids that there are.
Result<QSet<qint64>> existing(Connection &db, Kind kind, const QSet<qint64> &ids)
{
    QSet<qint64> found;
    PFX_TRY(db.forEach(QStringLiteral("SELECT t.id AS id FROM {ids} AS k CROSS JOIN %1 t WHERE t.id = k.value").arg(tableOf(kind)),
                       {{QStringLiteral("ids"), store::idSet(db.backend(), QVector<qint64>(ids.cbegin(), ids.cend()))}},
                       [&found](const Row &row) -> Result<void> {
                           found.insert(row.number(QStringLiteral("id")));
                           return {};
                       }));
    return found;
}

} // namespace

Result<void> Undo::prepare(Connection &db, const base::StopToken &stop)
{
    PFX_ASSIGN(const auto runs, run_table::newest(db, std::numeric_limits<int>::max()));
    for (const RunRecord &other : runs) {
        if (other.report.dryRun || other.report.state == RunState::Undone || other.report.run == m_run)
            continue;
        if (other.report.total().updated > 0)
            PFX_TRY(addPromised(db, other, stop));
        if (other.report.run > m_run && other.checkpoint.account == m_account)
            m_laterRuns.insert(other.report.run);
    }
    return db.forEach(QStringLiteral("SELECT r.kind AS kind, r.entity_id AS id FROM import_problems p"
                                     " JOIN import_rows r ON r.run_id = p.run_id AND r.row_no = p.row_no"
                                     " WHERE p.run_id = :run AND p.code = :code"),
                      {{QStringLiteral("run"), m_run}, {QStringLiteral("code"), name(ProblemCode::ChangedSince)}},
                      [this](const Row &row) -> Result<void> {
                          if (const auto kind = records::kindFromName(row.text(QStringLiteral("kind"))))
                              m_left.insert(keyOf(*kind, row.number(QStringLiteral("id"))));
                          return {};
                      });
}

/// What the other run's undo, or the rest of it, would point to again must not go before it.
Result<void> Undo::addPromised(Connection &db, const RunRecord &other, const base::StopToken &stop)
{
    const qint64 below = other.checkpoint.undoBefore == 0 ? lastRow : other.checkpoint.undoBefore;
    return db.forEach(QStringLiteral("SELECT before FROM import_rows WHERE run_id = :run AND row_no < :below AND before IS NOT NULL"),
                      {{QStringLiteral("run"), other.report.run}, {QStringLiteral("below"), below}}, [&](const Row &row) -> Result<void> {
                          if (stop.stop_requested())
                              return base::fail(base::ErrorCode::Cancelled);
                          json::forEachLink(json::linksOf(row.bytes(QStringLiteral("before"))),
                                            [this](Kind kind, qint64 id) { m_promised.insert(keyOf(kind, id)); });
                          return {};
                      });
}

Result<QHash<qint64, Undo::Present>> Undo::present(Connection &db, Kind kind, const QVector<qint64> &ids)
{
    QHash<qint64, Present> found;
    const bool uploads = kind == Kind::Contact || kind == Kind::Company || kind == Kind::Deal;
    const bool stages = kind == Kind::Stage;
    PFX_TRY(db.forEach(QStringLiteral("SELECT t.id AS id, t.version AS version, %2 AS planfix_id, %3 AS placeholder FROM %1 t"
                                      " WHERE t.id IN (SELECT k.value FROM {ids} AS k)")
                           .arg(tableOf(kind), uploads ? QStringLiteral("t.planfix_id") : QStringLiteral("NULL"),
                                stages ? QStringLiteral("t.placeholder") : QStringLiteral("0")),
                       {{QStringLiteral("ids"), store::idSet(db.backend(), ids)}}, [&](const Row &row) -> Result<void> {
                           if (row.number(QStringLiteral("placeholder")) != 0)
                               m_placeholders.insert(row.number(QStringLiteral("id")));
                           const qint64 id = row.number(QStringLiteral("id"));
                           const auto restored = m_restored.constFind(keyOf(kind, id));
                           const qint64 version = restored == m_restored.cend() ? row.number(QStringLiteral("version")) : restored->version;
                           found.insert(id, {version, row.number(QStringLiteral("planfix_id"))});
                           return {};
                       }));
    return found;
}

Result<void> Undo::addUsers(Connection &db, const QString &sql, Kind userKind, const QVector<qint64> &ids, QSet<qint64> &used) const
{
    return db.forEach(sql, {{QStringLiteral("ids"), store::idSet(db.backend(), ids)}}, [&](const Row &row) -> Result<void> {
        const Key user = keyOf(userKind, row.number(QStringLiteral("user_id")));
        if (!m_gone.contains(user) && !m_restored.contains(user))
            used.insert(row.number(QStringLiteral("id")));
        return {};
    });
}

/// Those that something points to which stays, or that another undo would point to again.
Result<QSet<qint64>> Undo::used(Connection &db, Kind kind, const QVector<qint64> &ids) const
{
    QSet<qint64> found;
    if (ids.isEmpty() || kind == Kind::Deal)
        return found;
    for (const qint64 id : ids) {
        const QSet<Key> pointing = m_pointedTo.value(keyOf(kind, id));
        const auto stays = [this](const Key &user) { return !m_gone.contains(user); };
        if (m_promised.contains(keyOf(kind, id)) || std::any_of(pointing.cbegin(), pointing.cend(), stays))
            found.insert(id);
    }
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

/// An origin is gone by when a row of a later run has it, or, as files of deals tell no stages, when such a run has put a deal there.
Result<void> Undo::lookAtOrigins(Connection &db, const QVector<Entry> &group, Findings &findings) const
{
    const Kind kind = group.first().kind;
    QMultiHash<qint64, const Entry *> adding;
    for (const Entry &entry : group) {
        if (entry.addsOrigin())
            adding.insert(entry.entityId, &entry);
    }
    if (adding.isEmpty() || m_laterRuns.isEmpty())
        return {};
    store::Params params{{QStringLiteral("ids"), store::idSet(db.backend(), adding.uniqueKeys())}, {QStringLiteral("run"), m_run}};
    const auto relyOn = [&](const Row &row, const std::function<bool(const Entry &)> &isMeant) {
        if (!m_laterRuns.contains(row.number(QStringLiteral("run"))))
            return;
        for (auto it = adding.constFind(row.number(QStringLiteral("id"))); it != adding.cend() && it.key() == row.number(QStringLiteral("id")); ++it) {
            if (isMeant(**it))
                findings.reliedOn.insert((*it)->rowNo);
        }
    };
    if (kind == Kind::Stage || kind == Kind::Pipeline) {
        PFX_TRY(db.forEach(QStringLiteral("SELECT d.%1 AS id, d.id AS deal, r.run_id AS run FROM {ids} AS k CROSS JOIN deals d CROSS JOIN import_rows r"
                                          " WHERE d.%1 = k.value AND r.kind = 'deal' AND r.entity_id = d.id AND r.run_id > :run")
                               .arg(kind == Kind::Stage ? QStringLiteral("stage_id") : QStringLiteral("pipeline_id")),
                           params, [&](const Row &row) -> Result<void> {
                               const bool isGone = m_gone.contains(keyOf(Kind::Deal, row.number(QStringLiteral("deal"))));
                               relyOn(row, [isGone](const Entry &) { return !isGone; });
                               return {};
                           }));
    }
    params.append({QStringLiteral("kind"), records::name(kind)});
    return db.forEach(QStringLiteral("SELECT r.entity_id AS id, r.external_id AS external_id, r.run_id AS run FROM {ids} AS k CROSS JOIN import_rows r"
                                     " WHERE r.kind = :kind AND r.entity_id = k.value AND r.run_id > :run AND r.decision <> 'failed'"),
                      params, [&](const Row &row) -> Result<void> {
                          relyOn(row, [&row](const Entry &entry) { return entry.externalId == row.text(QStringLiteral("external_id")); });
                          return {};
                      });
}

/// A link that a snapshot would put back can lead nowhere by now: then the record stays as it is.
Result<void> Undo::lookAtSnapshots(Connection &db, const QVector<Entry> &group, Findings &findings) const
{
    QHash<qint64, json::SnapshotLinks> snapshots;
    std::map<Kind, QSet<qint64>> wanted;
    for (const Entry &entry : group) {
        if (!entry.isChange() || entry.decision != Decision::Updated)
            continue;
        const auto links = json::linksOf(entry.before);
        json::forEachLink(links, [&wanted](Kind kind, qint64 id) { wanted[kind].insert(id); });
        findings.planfixBefore.insert(entry.rowNo, links.planfixId);
        snapshots.insert(entry.rowNo, links);
    }
    std::map<Kind, QSet<qint64>> there;
    for (const auto &[kind, ids] : wanted) {
        PFX_ASSIGN(there[kind], existing(db, kind, ids));
    }
    for (auto it = snapshots.cbegin(); it != snapshots.cend(); ++it) {
        json::forEachLink(it.value(), [&](Kind kind, qint64 id) {
            if (!there[kind].contains(id) || m_gone.contains(keyOf(kind, id)))
                findings.broken.insert(it.key());
        });
    }
    return {};
}

Result<Undo::Findings> Undo::findingsOf(Connection &db, const QVector<Entry> &group)
{
    const Kind kind = group.first().kind;
    QVector<qint64> touched, made;
    for (const Entry &entry : group) {
        if (!entry.isChange())
            continue;
        touched.append(entry.entityId);
        if (entry.decision == Decision::Created)
            made.append(entry.entityId);
    }
    Findings findings;
    PFX_ASSIGN(findings.present, present(db, kind, touched));
    PFX_ASSIGN(findings.used, used(db, kind, made));
    PFX_TRY(addForeign(db, group, made, findings.used));
    PFX_TRY(lookAtOrigins(db, group, findings));
    PFX_TRY(lookAtSnapshots(db, group, findings));
    return findings;
}

/// As the run left it, and free to be taken back.
bool Undo::isUntouched(const Entry &entry, const Findings &findings) const
{
    const Present now = findings.present.value(entry.entityId);
    return now.version == entry.version && now.planfixId == findings.planfixBefore.value(entry.rowNo)
        && !m_left.contains(keyOf(entry.kind, entry.entityId)) && !findings.used.contains(entry.entityId)
        && !findings.broken.contains(entry.rowNo);
}

} // namespace pfx::migration
