// SPDX-License-Identifier: GPL-3.0-or-later
// The pipelines with their stages: for the page «Воронки», the filter of the deals and the board. Without widgets; GUI thread.
#pragma once

#include "ui/crm/crm_service.h"

#include <optional>

namespace pfx::ui {

struct StageColumn
{
    crm::Stage stage;                 ///< id 0: deals without a stage.
    QString name;
    std::optional<qint64> deals;      ///< No value while it is being counted.
    QVector<std::pair<QString, QString>> sums;

    /// What ListQuery::stageId is for it.
    qint64 queryId() const { return stage.id == 0 ? -1 : stage.id; }
    /// «1 250 000 ₽ · 300 $»; empty while unknown or when nothing has an amount.
    QString sumText() const;
};

struct PipelinesState
{
    enum class Body { Loading, Empty, Shown, Failed };

    Body body = Body::Loading;
    QVector<crm::Pipeline> pipelines;
    qint64 selected = 0;                ///< Of the board and of the page «Воронки».
    QVector<StageColumn> columns;       ///< Of the selected pipeline, in its order.
    std::optional<base::Error> error;   ///< Pipelines could not be read.
    std::optional<base::Error> totalsError;

    const crm::Pipeline *pipeline() const;
};

class PipelinesPresenter : public QObject
{
    Q_OBJECT

public:
    explicit PipelinesPresenter(CrmService &service, QObject *parent = nullptr);

    const PipelinesState &state() const { return m_state; }
    void reload();
    void select(qint64 pipelineId);

signals:
    void changed();
    /// Other columns than before (not only other numbers in them).
    void columnsReplaced();

private:
    void showColumns();
    void readTotals();

    CrmService &m_service;
    PipelinesState m_state;
};

} // namespace pfx::ui
