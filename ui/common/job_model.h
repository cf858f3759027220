// SPDX-License-Identifier: GPL-3.0-or-later
// The jobs of the program. Owns them and lets them go when they are over. GUI thread.
#pragma once

#include "ui/common/job.h"

#include <QAbstractListModel>
#include <QVector>

#include <memory>

namespace pfx::ui {

class JobModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    ~JobModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    /// The model owns it from now on; it is deleted (later) when it has finished.
    Job *add(std::unique_ptr<Job> job);
    QVector<Job *> jobs() const { return m_jobs; }
    bool hasRunning() const { return !m_jobs.isEmpty(); }
    void stopAll();

signals:
    void jobAdded(pfx::ui::Job *job);
    void jobFinished(pfx::ui::Job *job); ///< Still alive in the slots.
    void allFinished();

private:
    void remove(Job *job);

    QVector<Job *> m_jobs;
};

} // namespace pfx::ui
