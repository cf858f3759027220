// SPDX-License-Identifier: GPL-3.0-or-later
// «Воронки»: the pipelines at the left, the stages of the chosen one with colour, meaning, order, number of deals and sums. GUI thread.
#pragma once

#include "ui/crm/pipelines_presenter.h"

#include <QWidget>

class QStackedWidget;
class QStandardItemModel;

namespace pfx::ui {

class Banner;
class Button;
class Table;
class TextLabel;
struct Services;

class PipelinesTab : public QWidget
{
    Q_OBJECT

public:
    PipelinesTab(PipelinesPresenter &presenter, Services &services, QWidget *parent = nullptr);

signals:
    void importRequested();
    /// The deals of a stage, in the table.
    void stageOpened(qint64 pipelineId, qint64 stageId);

private:
    void showState();
    void showPipelines();
    void showStages();

    PipelinesPresenter &m_presenter;
    QStackedWidget *m_body;
    Banner *m_error;
    Table *m_pipelines, *m_stages;
    QStandardItemModel *m_pipelineModel, *m_stageModel;
    TextLabel *m_title, *m_hint;
    Button *m_deals = nullptr;
    bool m_filling = false;
};

} // namespace pfx::ui
