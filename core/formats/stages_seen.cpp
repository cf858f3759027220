// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/stages_seen.h"

#include "core/base/text_keys.h"

namespace pfx::formats {

void StagesSeen::note(const QString &pipeline, const QString &stage)
{
    const bool isName = !stage.isEmpty() && stage.size() <= longestNameSeen && pipeline.size() <= longestNameSeen;
    if (!isName || (stage == m_lastStage && pipeline == m_lastPipeline))
        return;
    m_lastPipeline = pipeline;
    m_lastStage = stage;
    const auto place = m_places.constFind(base::searchKey(pipeline));
    qsizetype at = 0;
    if (place != m_places.cend()) {
        at = *place;
    } else {
        if (m_pipelines.size() == mostPipelinesSeen)
            return;
        at = m_pipelines.size();
        m_places.insert(base::searchKey(pipeline), at);
        records::Pipeline seen;
        seen.name = pipeline;
        m_pipelines.append(seen);
    }
    const QPair<qsizetype, QString> key(at, base::searchKey(stage));
    if (m_known.contains(key) || m_pipelines[at].stages.size() == mostStagesSeen)
        return;
    m_known.insert(key);
    records::Stage seen;
    seen.name = stage;
    m_pipelines[at].stages.append(seen);
}

} // namespace pfx::formats
