// SPDX-License-Identifier: GPL-3.0-or-later
// Where a deal goes: by the mapping, into the chosen pipeline, or to what its source says.
#include "core/migration/pipeline_book.h"

#include "core/base/text_keys.h"

namespace pfx::migration {

using base::Result;
using records::Kind;

namespace {

constexpr size_t mostAnswers = 16;

bool fits(const QString &wanted, const QString &id, const QString &name)
{
    return wanted.isEmpty() || wanted == id || (!name.isEmpty() && base::searchKey(wanted) == base::searchKey(name));
}

QString systemName(records::System system)
{
    return system == records::System::Amocrm ? QStringLiteral("amoCRM") : QStringLiteral("Bitrix24");
}

LoggedRow made(Kind kind, const QString &externalId, const QString &name, qint64 id)
{
    LoggedRow row;
    row.kind = kind;
    row.externalId = externalId;
    row.title = name;
    row.entityId = id;
    row.version = 1;
    return row;
}

} // namespace

Result<qint64> PipelineBook::pipelineNamed(store::Connection &db, const QString &idOrName, RowLog &log)
{
    bool isNumber = false;
    const qint64 number = idOrName.toLongLong(&isNumber);
    if (isNumber && hasPipeline(number))
        return number;
    if (const qint64 id = pipelineByName(idOrName, false))
        return id;
    PFX_ASSIGN(const qint64 id, makePipeline(db, idOrName.trimmed(), {}, m_pipelines.size()));
    log.add(made(Kind::Pipeline, {}, idOrName.trimmed(), id));
    return id;
}

Result<qint64> PipelineBook::stageNamed(store::Connection &db, qint64 pipelineId, const QString &name, const records::Stage &like,
                                        bool placeholder, RowLog &log)
{
    if (const qint64 id = stageByName(pipelineId, name, false))
        return id;
    records::Stage stage = like;
    stage.name = name;
    PFX_ASSIGN(const qint64 id, makeStage(db, pipelineId, stage, placeholder));
    log.add(made(Kind::Stage, {}, name, id), placeholder ? RowLog::Counting::Uncounted : RowLog::Counting::Counted);
    return id;
}

Result<std::optional<PipelineBook::Place>> PipelineBook::mapped(store::Connection &db, const records::Reference &pipeline,
                                                               const records::Reference &stage,
                                                               std::optional<records::Semantics> semantics, RowLog &log)
{
    if (m_options.mapping.stages.isEmpty())
        return std::nullopt;
    const StageSeen seen = m_seen.value(scoped(pipeline.externalId, stage.externalId));
    const QString pipelineName = pipeline.name.isEmpty() ? m_seenPipelines.value(pipeline.externalId) : pipeline.name;
    const QString stageName = stage.name.isEmpty() ? seen.stage.name : stage.name;
    for (const StageMapping &line : m_options.mapping.stages) {
        if (!fits(line.pipeline, pipeline.externalId, pipelineName) || !fits(line.stage, stage.externalId, stageName))
            continue;
        Place place;
        PFX_ASSIGN(place.pipelineId, pipelineNamed(db, line.toPipeline, log));
        const QString wanted = line.toStage.isEmpty() ? stageName : line.toStage;
        // Only a mapping speaks of our own ids: a source's id or name may be the same number by chance.
        const crm::Stage *ours = stageById(line.toStage.toLongLong());
        if (ours && ours->pipelineId == place.pipelineId) {
            place.stageId = ours->id;
        } else if (!wanted.isEmpty()) {
            records::Stage like = seen.stage;
            like.semantics = semantics.value_or(like.semantics);
            PFX_ASSIGN(place.stageId, stageNamed(db, place.pipelineId, wanted, like, false, log));
        }
        return place;
    }
    return std::nullopt;
}

Result<PipelineBook::Place> PipelineBook::placeOf(store::Connection &db, const records::Reference &pipeline,
                                                  const records::Reference &stage, std::optional<records::Semantics> semantics,
                                                  RowLog &log)
{
    for (const Answer &answer : m_answers) {
        if (answer.stage == stage && answer.pipeline == pipeline && answer.semantics == semantics)
            return answer.place;
    }
    const auto made = m_newPipelines.size() + m_newStages.size();
    PFX_ASSIGN(const Place place, findPlace(db, pipeline, stage, semantics, log));
    if (m_newPipelines.size() + m_newStages.size() != made)
        m_answers.clear(); // what was missing is there now
    else if (m_answers.size() < mostAnswers)
        m_answers.push_back({pipeline, stage, semantics, place});
    return place;
}

Result<PipelineBook::Place> PipelineBook::findPlace(store::Connection &db, const records::Reference &pipeline,
                                                    const records::Reference &stage, std::optional<records::Semantics> semantics,
                                                    RowLog &log)
{
    PFX_ASSIGN(const auto byMapping, mapped(db, pipeline, stage, semantics, log));
    if (byMapping)
        return *byMapping;
    Place place;
    const QString key = scoped(pipeline.externalId, stage.externalId);
    const StageSeen seen = m_seen.value(key);
    records::Stage like = seen.stage;
    like.externalId = stage.externalId;
    like.semantics = semantics.value_or(like.semantics);
    const QString stageName = !stage.name.isEmpty() ? stage.name : seen.stage.name;
    if (m_target != 0) {
        place.pipelineId = m_target;
        if (stage.isEmpty())
            return place;
        const bool unknown = stageName.isEmpty();
        if (unknown && stageByName(m_target, stage.externalId, false) == 0)
            place.stageMissing = stage.externalId;
        PFX_ASSIGN(place.stageId, stageNamed(db, m_target, unknown ? stage.externalId : stageName, like, unknown, log));
        return place;
    }
    // Bitrix24's deals without a category belong to its first funnel: by itself that says nothing.
    const bool says = !pipeline.name.isEmpty() || (!pipeline.externalId.isEmpty() && pipeline.externalId != QLatin1String("0"));
    place.pipelineId = pipeline.externalId.isEmpty() ? 0 : m_pipelineOrigins.value(pipeline.externalId);
    if (place.pipelineId == 0 && !pipeline.name.isEmpty())
        place.pipelineId = pipelineByName(pipeline.name, false);
    if (place.pipelineId == 0 && !says && stage.isEmpty())
        return place;
    if (place.pipelineId == 0) {
        const bool unknown = pipeline.name.isEmpty();
        const QString name = !unknown ? pipeline.name
                             : says   ? systemName(m_options.system) + QLatin1Char(' ') + pipeline.externalId
                                      : systemName(m_options.system);
        place.pipelineId = !says ? pipelineByName(name, false) : 0;
        if (place.pipelineId == 0) {
            PFX_ASSIGN(place.pipelineId, makePipeline(db, name, pipeline.externalId, m_pipelines.size()));
            log.add(made(Kind::Pipeline, pipeline.externalId, name, place.pipelineId),
                    unknown ? RowLog::Counting::Uncounted : RowLog::Counting::Counted);
            if (unknown && says)
                place.pipelineMissing = pipeline.externalId;
        }
    }
    if (stage.isEmpty())
        return place;
    place.stageId = stage.externalId.isEmpty() ? 0 : m_stageOrigins.value(key);
    if (place.stageId == 0 && !stageName.isEmpty())
        place.stageId = stageByName(place.pipelineId, stageName, false);
    if (place.stageId != 0)
        return place;
    const bool unknown = stageName.isEmpty();
    like.name = unknown ? stage.externalId : stageName;
    like.position = m_stageCounts.value(place.pipelineId);
    PFX_ASSIGN(place.stageId, makeStage(db, place.pipelineId, like, unknown));
    if (!stage.externalId.isEmpty())
        addOrigin(Kind::Stage, key, place.stageId);
    log.add(made(Kind::Stage, stage.externalId.isEmpty() ? QString() : key, like.name, place.stageId),
            unknown ? RowLog::Counting::Uncounted : RowLog::Counting::Counted);
    if (unknown)
        place.stageMissing = stage.externalId;
    return place;
}

} // namespace pfx::migration
