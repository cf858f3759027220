// SPDX-License-Identifier: GPL-3.0-or-later
// Our pipelines and stages and which source ones they are: by origin, then by name, else made. Collects what must be written with the
// batch. Loaded anew when a run begins or is resumed, so that nothing depends on memory alone. Writer's thread.
#pragma once

#include "core/base/stop_token.h"
#include "core/crm/repository.h"
#include "core/migration/named_ids.h"
#include "core/migration/options.h"
#include "core/migration/row_log.h"

#include <QSet>

#include <vector>

namespace pfx::migration {

class PipelineBook
{
public:
    PipelineBook(const ImportOptions &options, qint64 accountId) : m_options(options), m_account(accountId) {}

    base::Result<void> load(store::Connection &db);
    /// Finds or makes the pipeline that all deals go to. NotFound where "pipeline" when it is an id that we don't have.
    base::Result<void> chooseTarget(store::Connection &db, RowLog &log);
    /// Remembers names and meanings of the source's stages without writing: done before a resumed run goes on.
    void learn(const records::Pipeline &pipeline);
    /// A pipeline of the source: rows and counters for it and its stages. Cancelled after a stop, in the midst of its stages; the book is of
    /// no use then.
    base::Result<void> take(store::Connection &db, const records::Pipeline &pipeline, const QString &place, RowLog &log,
                            const base::StopToken &stop);

    struct Place
    {
        qint64 pipelineId = 0, stageId = 0;
        QString pipelineMissing, stageMissing; ///< Names for the warnings; empty when found.
    };
    /// Where a deal goes; placeholders are made when the source never told of its pipeline or stage.
    base::Result<Place> placeOf(store::Connection &db, const records::Reference &pipeline, const records::Reference &stage,
                                std::optional<records::Semantics> semantics, RowLog &log);

    QString pipelineName(qint64 id) const;
    QString stageName(qint64 id) const;
    /// Writes what was made and changed since the last call.
    base::Result<void> write(store::Connection &db);

private:
    struct StageSeen
    {
        QString pipeline;
        records::Stage stage;
    };
    struct Answer
    {
        records::Reference pipeline, stage;
        std::optional<records::Semantics> semantics;
        Place place;
    };
    base::Result<Place> findPlace(store::Connection &db, const records::Reference &pipeline, const records::Reference &stage,
                                  std::optional<records::Semantics> semantics, RowLog &log);
    QString scoped(const QString &pipeline, const QString &stage) const { return pipeline + QLatin1Char('/') + stage; }
    void add(crm::Pipeline pipeline);
    void add(crm::Stage stage);
    crm::Stage *stageById(qint64 id);
    bool hasPipeline(qint64 id) const { return m_pipelines.contains(id); }
    qint64 pipelineByName(const QString &name, bool withoutOrigin);
    qint64 stageByName(qint64 pipelineId, const QString &name, bool withoutOrigin);
    base::Result<qint64> makePipeline(store::Connection &db, const QString &name, const QString &externalId, qint64 position);
    base::Result<qint64> makeStage(store::Connection &db, qint64 pipelineId, const records::Stage &stage, bool placeholder);
    void addOrigin(records::Kind kind, const QString &externalId, qint64 id);
    base::Result<void> takeStage(store::Connection &db, const records::Pipeline &pipeline, qint64 pipelineId, const records::Stage &stage,
                                 const QString &place, RowLog &log);
    std::vector<Difference> updateStage(crm::Stage &stored, const records::Stage &stage);
    base::Result<std::optional<Place>> mapped(store::Connection &db, const records::Reference &pipeline, const records::Reference &stage,
                                              std::optional<records::Semantics> semantics, RowLog &log);
    base::Result<qint64> pipelineNamed(store::Connection &db, const QString &idOrName, RowLog &log);
    base::Result<qint64> stageNamed(store::Connection &db, qint64 pipelineId, const QString &name, const records::Stage &like,
                                    bool placeholder, RowLog &log);

    const ImportOptions &m_options;
    qint64 m_account;
    qint64 m_target = 0;
    QHash<qint64, crm::Pipeline> m_pipelines; ///< Without their stages.
    QHash<qint64, crm::Stage> m_stages;
    QHash<qint64, int> m_stageCounts; ///< By pipeline.
    NamedIds m_pipelineNames, m_stageNames; ///< Pipelines have no owner (0).
    QHash<QString, qint64> m_pipelineOrigins, m_stageOrigins;
    QSet<qint64> m_withOrigin[2];      ///< Pipelines and stages that are some source one of this account.
    QHash<QString, StageSeen> m_seen;  ///< By "pipeline/stage".
    QHash<QString, QString> m_seenPipelines;
    std::vector<Answer> m_answers; ///< Of placeOf, while they hold: most deals stand in a few stages.
    QVector<crm::Pipeline> m_newPipelines;
    QVector<crm::Stage> m_newStages, m_changedStages;
    QVector<crm::Origin> m_newOrigins;
};

} // namespace pfx::migration
