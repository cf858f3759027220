// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/import_bar_job.h"

#include "ui/common/page.h"
#include "ui/imports/run_words.h"

namespace pfx::ui {

ImportBarJob::ImportBarJob(StoreImportJob::What what, StoreImportJob::Work work)
    : m_work(new StoreImportJob(std::move(what), std::move(work), this))
{
    connect(m_work, &ImportJob::progressChanged, this, &ImportBarJob::refresh);
    connect(m_work, &ImportJob::finished, this, [this] {
        refresh();
        emit finished();
    });
}

QString ImportBarJob::title() const
{
    const QString system = RunWords::system(m_work->system());
    switch (m_work->kind()) {
    case ImportJob::Kind::DryRun:
        return tr("Check of %1").arg(system);
    case ImportJob::Kind::Undo:
        return tr("Undoing the import");
    case ImportJob::Kind::Import:
        break;
    }
    return tr("Import from %1").arg(system);
}

void ImportBarJob::stop()
{
    m_stopping = true;
    m_work->stop();
    refresh();
}

QString ImportBarJob::stopNote() const
{
    return m_work->kind() == ImportJob::Kind::DryRun ? tr("Nothing has been changed yet") : tr("What is done stays, the import can be continued");
}

QString ImportBarJob::pageId() const
{
    return pages::Imports;
}

QVariant ImportBarJob::target() const
{
    return QVariantMap{{QStringLiteral("run"), m_work->progress().run}};
}

void ImportBarJob::refresh()
{
    const migration::ImportProgress &progress = m_work->progress();
    JobSnapshot snapshot;
    snapshot.done = progress.done;
    snapshot.total = progress.total;
    snapshot.perSecond = progress.rowsPerSecond;
    snapshot.leftMs = progress.leftMs;
    using State = JobSnapshot::State;
    if (const auto &result = m_work->result()) {
        const bool stopped = *result ? (*result)->state == migration::RunState::Stopped : result->error().code == base::ErrorCode::Cancelled;
        const bool failed = *result ? (*result)->state == migration::RunState::Failed : !stopped;
        snapshot.state = stopped ? State::Stopped : failed ? State::Failed : State::Finished;
    } else {
        snapshot.state = m_stopping ? State::Stopping : m_work->isPaused() ? State::Paused : State::Running;
    }
    setSnapshot(snapshot);
}

} // namespace pfx::ui
