// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/job_model.h"

#include "ui/common/icons.h"

namespace pfx::ui {

JobModel::~JobModel()
{
    qDeleteAll(m_jobs);
}

int JobModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_jobs.size());
}

QVariant JobModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Job *job = m_jobs[index.row()];
    if (role == Qt::DisplayRole)
        return job->title();
    if (role == Qt::DecorationRole)
        return icon(job->iconName());
    return {};
}

Job *JobModel::add(std::unique_ptr<Job> job)
{
    const int row = static_cast<int>(m_jobs.size());
    beginInsertRows({}, row, row);
    Job *added = job.release();
    m_jobs << added;
    endInsertRows();
    connect(added, &Job::changed, this, [this, added] {
        const QModelIndex changed = index(static_cast<int>(m_jobs.indexOf(added)));
        emit dataChanged(changed, changed);
    });
    connect(added, &Job::finished, this, [this, added] { remove(added); });
    emit jobAdded(added);
    if (added->snapshot().isOver())
        remove(added);
    return added;
}

void JobModel::remove(Job *job)
{
    const int row = static_cast<int>(m_jobs.indexOf(job));
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_jobs.removeAt(row);
    endRemoveRows();
    emit jobFinished(job);
    job->deleteLater();
    if (m_jobs.isEmpty())
        emit allFinished();
}

void JobModel::stopAll()
{
    const QVector<Job *> running = m_jobs;
    for (Job *job : running)
        job->stop();
}

} // namespace pfx::ui
