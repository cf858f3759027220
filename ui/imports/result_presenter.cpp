// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/result_presenter.h"

namespace pfx::ui {

ResultPresenter::ResultPresenter(ImportService &service, QObject *parent)
    : QObject(parent), m_service(service), m_download(service, this), m_rows(service),
      m_problems(service, ProblemsPresenter::Which::All)
{
    connect(&m_problems, &ProblemsPresenter::changed, this, &ResultPresenter::changed);
    connect(&m_problems, &ProblemsPresenter::failed, this, &ResultPresenter::fail);
    connect(&m_download, &FailedRowsDownload::written, this, [this](const QString &path, qint64 rows) {
        m_state.done = tr("%n row(s) saved to %1", nullptr, static_cast<int>(rows)).arg(path);
        emit changed();
    });
    connect(&m_download, &FailedRowsDownload::failed, this, &ResultPresenter::fail);
}

void ResultPresenter::show(const migration::RunReport &report)
{
    using migration::RunState;
    const bool same = report.run == m_state.report.run;
    const QString done = same ? m_state.done : QString();
    m_state = ResultState();
    m_state.done = done;
    m_state.report = report;
    const bool over = report.state != RunState::Running && report.state != RunState::Paused;
    m_state.canDownload = report.total().failed > 0;
    m_state.canRetry = m_state.canDownload && report.state == RunState::Finished && !report.dryRun;
    m_state.canResume = !report.dryRun && !report.undoBegun && (report.state == RunState::Stopped || report.state == RunState::Failed);
    m_state.canUndo = !report.dryRun && over && report.state != RunState::Undone
        && report.total().created + report.total().updated > 0;
    m_state.nothingInside = report.state == RunState::Finished && report.total().read == 0;
    using Onward = ResultState::Onward;
    const bool somethingMade = report.state == RunState::Finished && m_state.canUndo;
    m_state.onward = !over ? Onward::Nothing : m_state.canResume ? Onward::Resume : somethingMade ? Onward::ShowRecords : Onward::NewImport;
    m_problems.show(report.run); // which tells that all has changed
}

void ResultPresenter::showRows(std::optional<records::Kind> kind, std::optional<migration::Decision> decision)
{
    migration::RunReport over = m_state.report;
    over.state = migration::RunState::Finished; // what a stopped run has done is looked at in the same way
    over.error.reset();
    m_rows.show(over, {});
    m_rows.setKind(kind);
    m_rows.setDecision(decision);
    m_state.rowsShown = true;
    emit changed();
}

void ResultPresenter::closeRows()
{
    m_state.rowsShown = false;
    emit changed();
}

void ResultPresenter::previewUndo()
{
    if (m_state.busy || !m_state.canUndo)
        return;
    m_state.busy = true;
    emit changed();
    m_service.previewUndo(this, m_state.report.run, [this](base::Result<migration::runs::UndoPreview> preview) {
        if (!preview)
            return fail(preview.error());
        m_state.busy = false;
        const bool nothing = preview->removed.created + preview->removed.updated == 0;
        if (nothing && !m_state.report.undoBegun) { // one that was begun is still to be brought to its end
            m_state.canUndo = false;
            m_state.nothingToUndo = preview->leftAlone;
        }
        emit changed();
        if (m_state.canUndo)
            emit undoPreviewed(*preview);
    });
}

void ResultPresenter::fail(const base::Error &error)
{
    m_state.busy = false;
    m_state.error = error;
    emit changed();
}

} // namespace pfx::ui
