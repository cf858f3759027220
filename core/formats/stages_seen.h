// SPDX-License-Identifier: GPL-3.0-or-later
// The pipelines and stages that a table's deals name, in the order in which they come: a table has no list of them. Bounded, whatever the
// column holds. One thread.
#pragma once

#include "core/records/records.h"

#include <QHash>
#include <QSet>

namespace pfx::formats {

constexpr int mostPipelinesSeen = 200, mostStagesSeen = 200; ///< The stages: of one pipeline.
constexpr qsizetype longestNameSeen = 256; ///< Whatever is longer names no stage.

class StagesSeen
{
public:
    /// Names as they stand in the row; without a stage there is nothing to note.
    void note(const QString &pipeline, const QString &stage);
    QVector<records::Pipeline> take() { return std::move(m_pipelines); }

private:
    QVector<records::Pipeline> m_pipelines;
    QHash<QString, qsizetype> m_places; ///< By search key.
    QSet<QPair<qsizetype, QString>> m_known; ///< Stages, by their pipeline's place and search key.
    QString m_lastPipeline, m_lastStage; ///< Rows come in runs.
};

} // namespace pfx::formats
