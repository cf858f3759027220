// SPDX-License-Identifier: GPL-3.0-or-later
// The runs at the left of the page: number, source, when, file, state chip, number of records. GUI thread.
#pragma once

#include "core/base/clock.h"
#include "core/migration/progress.h"
#include "ui/common/chip.h"
#include "ui/common/theme.h"

#include <QAbstractListModel>
#include <QListView>

namespace pfx::ui {

class RunsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { RunRole = Qt::UserRole, TitleRole, WhenRole, FileRole, CountRole, RunChipRole };

    explicit RunsModel(const base::Clock &clock, QObject *parent = nullptr) : QAbstractListModel(parent), m_clock(clock) {}

    void setRuns(const QVector<migration::RunReport> &runs);
    /// The run under way: its chip shows the progress.
    void setProgress(const migration::ImportProgress &progress, bool paused);
    void clearProgress();
    int rowOf(qint64 run) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    Chip chip(const migration::RunReport &report) const;
    qint64 count(const migration::RunReport &report) const;

    const base::Clock &m_clock;
    QVector<migration::RunReport> m_runs;
    migration::ImportProgress m_progress;
    bool m_paused = false;
};

class RunsList : public QListView
{
    Q_OBJECT

public:
    static constexpr int BarRoom = metrics::CardSpacing; ///< Right of the cards, for the scroll bar; as wide as the page's margin there.

    explicit RunsList(RunsModel &model, QWidget *parent = nullptr);

    void showRun(qint64 run);

signals:
    void chosen(qint64 run);

private:
    RunsModel &m_model;
    bool m_showing = false;
};

} // namespace pfx::ui
