// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/pipeline_book.h"

#include "core/migration/json_text.h"

#include <utility>

namespace pfx::migration {

using base::ErrorCode;
using base::Result;
using records::Kind;

namespace {

LoggedRow rowOf(Kind kind, const QString &externalId, const QString &place, const QString &title, Decision decision, Reason reason,
                qint64 id)
{
    LoggedRow row;
    row.kind = kind;
    row.externalId = externalId;
    row.place = place;
    row.title = title;
    row.decision = decision;
    row.reason = reason;
    row.entityId = id;
    row.version = 1;
    row.matchedId = decision == Decision::Created ? 0 : id;
    return row;
}

} // namespace

Result<void> PipelineBook::load(store::Connection &db)
{
    PFX_ASSIGN(auto pipelines, crm::loadPipelines(db));
    QVector<qint64> pipelineIds, stageIds;
    for (crm::Pipeline &pipeline : pipelines) {
        pipelineIds.append(pipeline.id);
        for (crm::Stage &stage : std::exchange(pipeline.stages, {})) {
            stageIds.append(stage.id);
            add(std::move(stage));
        }
        add(std::move(pipeline));
    }
    PFX_ASSIGN(auto origins, crm::loadOrigins(db, Kind::Pipeline, pipelineIds));
    PFX_ASSIGN(const auto stageOrigins, crm::loadOrigins(db, Kind::Stage, stageIds));
    origins += stageOrigins;
    for (const crm::Origin &origin : origins) {
        if (origin.accountId != m_account)
            continue;
        (origin.kind == Kind::Pipeline ? m_pipelineOrigins : m_stageOrigins).insert(origin.externalId, origin.entityId);
        m_withOrigin[origin.kind == Kind::Stage].insert(origin.entityId);
    }
    return {};
}

Result<void> PipelineBook::chooseTarget(store::Connection &db, RowLog &log)
{
    if (m_options.pipeline.trimmed().isEmpty())
        return {};
    bool isNumber = false;
    const qint64 id = m_options.pipeline.trimmed().toLongLong(&isNumber);
    if (isNumber && hasPipeline(id)) {
        m_target = id;
        return {};
    }
    m_target = pipelineByName(m_options.pipeline, false);
    if (m_target != 0)
        return {};
    if (isNumber)
        return base::fail(ErrorCode::NotFound, m_options.pipeline, QStringLiteral("pipeline"));
    PFX_ASSIGN(m_target, pipelineNamed(db, m_options.pipeline, log));
    return {};
}

void PipelineBook::learn(const records::Pipeline &pipeline)
{
    m_answers.clear();
    if (!pipeline.name.isEmpty())
        m_seenPipelines.insert(pipeline.externalId, pipeline.name);
    for (const records::Stage &stage : pipeline.stages)
        m_seen.insert(scoped(pipeline.externalId, stage.externalId), {pipeline.name, stage});
}

Result<void> PipelineBook::take(store::Connection &db, const records::Pipeline &pipeline, const QString &place, RowLog &log,
                                const base::StopToken &stop)
{
    const bool known = m_seenPipelines.contains(pipeline.externalId);
    learn(pipeline);
    const QString name = pipeline.name.isEmpty() ? m_seenPipelines.value(pipeline.externalId, pipeline.externalId) : pipeline.name;
    qint64 id = m_target;
    Decision decision = Decision::Skipped;
    Reason reason = Reason::SameName;
    bool originAdded = false;
    if (id == 0) {
        id = pipeline.externalId.isEmpty() ? 0 : m_pipelineOrigins.value(pipeline.externalId);
        reason = Reason::SameOrigin;
        if (id == 0) {
            id = pipelineByName(name, true);
            reason = Reason::SameName;
            originAdded = id != 0 && !pipeline.externalId.isEmpty();
            if (originAdded)
                addOrigin(Kind::Pipeline, pipeline.externalId, id);
        }
        if (id == 0) {
            PFX_ASSIGN(id, makePipeline(db, name, pipeline.externalId, pipeline.position));
            decision = Decision::Created;
            reason = Reason::New;
        }
    }
    // Stages that come by themselves name their pipeline each: it is one row of the report.
    if (!known) {
        LoggedRow row = rowOf(Kind::Pipeline, pipeline.externalId, place, name, decision, reason, id);
        row.originAdded = originAdded;
        log.add(std::move(row));
    }
    for (const records::Stage &stage : pipeline.stages) {
        if (stop.stop_requested())
            return base::fail(ErrorCode::Cancelled);
        PFX_TRY(takeStage(db, pipeline, id, stage, place, log));
    }
    return {};
}

Result<void> PipelineBook::takeStage(store::Connection &db, const records::Pipeline &pipeline, qint64 pipelineId,
                                     const records::Stage &stage, const QString &place, RowLog &log)
{
    const QString key = scoped(pipeline.externalId, stage.externalId);
    const QString name = stage.name.isEmpty() ? stage.externalId : stage.name;
    const bool toTarget = m_target != 0;
    qint64 id = toTarget || stage.externalId.isEmpty() ? 0 : m_stageOrigins.value(key);
    Reason reason = Reason::SameOrigin;
    bool originAdded = false;
    if (id == 0) {
        id = stageByName(pipelineId, name, !toTarget);
        reason = Reason::SameName;
        originAdded = id != 0 && !toTarget && !stage.externalId.isEmpty();
        if (originAdded)
            addOrigin(Kind::Stage, key, id);
    }
    if (id == 0) {
        PFX_ASSIGN(id, makeStage(db, pipelineId, stage, false));
        if (!toTarget && !stage.externalId.isEmpty())
            addOrigin(Kind::Stage, key, id);
        log.add(rowOf(Kind::Stage, key, place, name, Decision::Created, Reason::New, id));
        return {};
    }
    LoggedRow row = rowOf(Kind::Stage, key, place, name, Decision::Skipped, reason, id);
    row.originAdded = originAdded;
    crm::Stage *stored = stageById(id);
    if (stored && !toTarget && (stored->placeholder || m_options.duplicates == DuplicatePolicy::Update)) {
        const QByteArray before = json::snapshot(*stored);
        const auto differences = updateStage(*stored, stage);
        if (!differences.empty()) {
            ++stored->version;
            row.decision = Decision::Updated;
            row.reason = Reason::Changed;
            row.version = stored->version;
            row.before = before;
            row.differences = QVector<Difference>(differences.begin(), differences.end());
            m_changedStages.append(*stored);
        } else if (m_options.duplicates == DuplicatePolicy::Update) {
            row.reason = Reason::NothingToUpdate;
        }
    }
    log.add(std::move(row));
    return {};
}

std::vector<Difference> PipelineBook::updateStage(crm::Stage &stored, const records::Stage &stage)
{
    std::vector<Difference> differences;
    const bool all = stored.placeholder || m_options.update == UpdatePolicy::All;
    if (!stage.name.isEmpty() && all && stored.name != stage.name) {
        differences.push_back({QStringLiteral("name"), stored.name, stage.name});
        m_stageNames.remove(stored.pipelineId, stored.name, stored.id);
        stored.name = stage.name;
        m_stageNames.insert(stored.pipelineId, stored.name, stored.id);
    }
    if (!stage.color.isEmpty() && (all || stored.color.isEmpty()) && stored.color != stage.color) {
        differences.push_back({QStringLiteral("color"), stored.color, stage.color});
        stored.color = stage.color;
    }
    if (all && stored.semantics != stage.semantics) {
        differences.push_back({QStringLiteral("semantics"), records::name(stored.semantics), records::name(stage.semantics)});
        stored.semantics = stage.semantics;
    }
    if (stored.placeholder && differences.empty())
        differences.push_back({QStringLiteral("placeholder"), QStringLiteral("true"), QString()});
    if (all)
        stored.position = stage.position;
    stored.placeholder = false;
    return differences;
}

void PipelineBook::addOrigin(Kind kind, const QString &externalId, qint64 id)
{
    auto &known = kind == Kind::Pipeline ? m_pipelineOrigins : m_stageOrigins;
    if (known.contains(externalId))
        return;
    known.insert(externalId, id);
    m_withOrigin[kind == Kind::Stage].insert(id);
    m_newOrigins.append({m_account, kind, externalId, id});
}

Result<qint64> PipelineBook::makePipeline(store::Connection &db, const QString &name, const QString &externalId, qint64 position)
{
    crm::Pipeline pipeline;
    PFX_ASSIGN(pipeline.id, db.reserveIds(QStringLiteral("pipelines"), 1));
    pipeline.name = name;
    pipeline.position = position;
    add(pipeline);
    m_newPipelines.append(pipeline);
    if (!externalId.isEmpty())
        addOrigin(Kind::Pipeline, externalId, pipeline.id);
    return pipeline.id;
}

Result<qint64> PipelineBook::makeStage(store::Connection &db, qint64 pipelineId, const records::Stage &stage, bool placeholder)
{
    crm::Stage made;
    PFX_ASSIGN(made.id, db.reserveIds(QStringLiteral("stages"), 1));
    made.pipelineId = pipelineId;
    made.name = stage.name.isEmpty() ? stage.externalId : stage.name;
    made.color = stage.color;
    made.semantics = stage.semantics;
    made.position = stage.position;
    made.placeholder = placeholder;
    add(made);
    m_newStages.append(made);
    return made.id;
}

void PipelineBook::add(crm::Pipeline pipeline)
{
    m_pipelineNames.insert(0, pipeline.name, pipeline.id);
    m_pipelines.insert(pipeline.id, std::move(pipeline));
}

void PipelineBook::add(crm::Stage stage)
{
    ++m_stageCounts[stage.pipelineId];
    m_stageNames.insert(stage.pipelineId, stage.name, stage.id);
    m_stages.insert(stage.id, std::move(stage));
}

crm::Stage *PipelineBook::stageById(qint64 id)
{
    const auto found = m_stages.find(id);
    return found == m_stages.end() ? nullptr : &found.value();
}

qint64 PipelineBook::pipelineByName(const QString &name, bool withoutOrigin)
{
    return withoutOrigin ? m_pipelineNames.firstFree(0, name, m_withOrigin[0]) : m_pipelineNames.first(0, name);
}

qint64 PipelineBook::stageByName(qint64 pipelineId, const QString &name, bool withoutOrigin)
{
    return withoutOrigin ? m_stageNames.firstFree(pipelineId, name, m_withOrigin[1]) : m_stageNames.first(pipelineId, name);
}

QString PipelineBook::pipelineName(qint64 id) const
{
    return m_pipelines.value(id).name;
}

QString PipelineBook::stageName(qint64 id) const
{
    return m_stages.value(id).name;
}

Result<void> PipelineBook::write(store::Connection &db)
{
    if (!m_newPipelines.isEmpty())
        PFX_TRY(crm::insertPipelines(db, m_newPipelines));
    if (!m_newStages.isEmpty())
        PFX_TRY(crm::insertStages(db, m_newStages));
    if (!m_changedStages.isEmpty())
        PFX_TRY(crm::updateStages(db, m_changedStages));
    if (!m_newOrigins.isEmpty())
        PFX_TRY(crm::insertOrigins(db, m_newOrigins));
    m_newPipelines.clear();
    m_newStages.clear();
    m_changedStages.clear();
    m_newOrigins.clear();
    return {};
}

} // namespace pfx::migration
