// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/crm/pipelines_presenter.h"

#include "ui/common/formatting.h"

#include <algorithm>

namespace pfx::ui {

QString StageColumn::sumText() const
{
    QStringList parts;
    for (const auto &[currency, sum] : sums)
        parts.append(amount(sum, currency));
    return parts.join(QStringLiteral(" · "));
}

const crm::Pipeline *PipelinesState::pipeline() const
{
    const auto found = std::find_if(pipelines.cbegin(), pipelines.cend(), [this](const crm::Pipeline &p) { return p.id == selected; });
    return found == pipelines.cend() ? nullptr : &*found;
}

PipelinesPresenter::PipelinesPresenter(CrmService &service, QObject *parent) : QObject(parent), m_service(service) {}

void PipelinesPresenter::reload()
{
    m_service.pipelines(this, [this](base::Result<QVector<crm::Pipeline>> pipelines) {
        if (!pipelines) {
            m_state.body = PipelinesState::Body::Failed;
            m_state.error = pipelines.error();
            emit changed();
            return;
        }
        m_state.error.reset();
        m_state.pipelines = std::move(*pipelines);
        std::stable_sort(m_state.pipelines.begin(), m_state.pipelines.end(),
                         [](const crm::Pipeline &a, const crm::Pipeline &b) { return a.position < b.position; });
        m_state.body = m_state.pipelines.isEmpty() ? PipelinesState::Body::Empty : PipelinesState::Body::Shown;
        if (!m_state.pipeline())
            m_state.selected = m_state.pipelines.isEmpty() ? 0 : m_state.pipelines.first().id;
        showColumns();
    });
}

void PipelinesPresenter::select(qint64 pipelineId)
{
    if (pipelineId == m_state.selected)
        return;
    m_state.selected = pipelineId;
    showColumns();
}

void PipelinesPresenter::showColumns()
{
    m_state.columns.clear();
    if (const crm::Pipeline *pipeline = m_state.pipeline()) {
        QVector<crm::Stage> stages = pipeline->stages;
        std::stable_sort(stages.begin(), stages.end(), [](const crm::Stage &a, const crm::Stage &b) { return a.position < b.position; });
        for (const crm::Stage &stage : std::as_const(stages))
            m_state.columns.append({stage, stage.name, {}, {}});
        readTotals();
    }
    emit columnsReplaced();
    emit changed();
}

void PipelinesPresenter::readTotals()
{
    const qint64 asked = m_state.selected;
    m_service.stageTotals(this, asked, [this, asked](base::Result<QVector<crm::StageTotal>> totals) {
        if (asked != m_state.selected)
            return;
        if (!totals) {
            m_state.totalsError = totals.error();
            emit changed();
            return;
        }
        m_state.totalsError.reset();
        for (StageColumn &column : m_state.columns)
            column.deals = 0;
        bool added = false;
        for (const crm::StageTotal &total : std::as_const(*totals)) {
            auto column = std::find_if(m_state.columns.begin(), m_state.columns.end(),
                                       [&total](const StageColumn &c) { return c.stage.id == total.stageId; });
            if (column == m_state.columns.end()) {
                if (total.stageId != 0 || total.deals == 0)
                    continue;
                m_state.columns.prepend({{}, tr("Without a stage"), {}, {}});
                column = m_state.columns.begin();
                added = true;
            }
            column->deals = total.deals;
            column->sums = total.sums;
        }
        if (added)
            emit columnsReplaced();
        emit changed();
    });
}

} // namespace pfx::ui
