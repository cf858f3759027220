// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/result_presenter.h"

namespace pfx::ui {

static constexpr int kPage = 200;
static constexpr int kFewLines = 50;
static constexpr qint64 kMostCounted = 100'000;

ResultPresenter::ResultPresenter(ImportService &service, QObject *parent)
    : QObject(parent), m_service(service), m_download(service, this), m_rows(service)
{
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
    emit changed();
    // The list below asks anew with each filter: that must not make the answer to this question a stale one.
    m_service.problemCounts(this, report.run, [this, question = ++m_countsQuestion](base::Result<ImportService::ProblemCounts> counts) {
        if (question != m_countsQuestion)
            return;
        if (!counts)
            return fail(counts.error());
        m_state.counts = std::move(*counts);
        emit changed();
    });
    reloadProblems();
}

void ResultPresenter::setReason(std::optional<migration::ProblemCode> reason)
{
    if (reason == m_state.reason)
        return;
    m_state.reason = reason;
    emit changed();
    reloadProblems();
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

void ResultPresenter::reloadProblems()
{
    ++m_question;
    m_state.lines.clear();
    m_state.more = true;
    m_asking = false;
    emit linesReset();
    fetchMore();
}

void ResultPresenter::fetchMore()
{
    if (!m_state.more || m_asking)
        return;
    m_asking = true;
    m_service.problems(this, m_state.report.run, m_state.reason, m_state.lines.lastNumber(), kPage,
                       [this, question = m_question](base::Result<QVector<migration::Problem>> problems) {
                           if (question != m_question)
                               return;
                           m_asking = false;
                           if (!problems)
                               return fail(problems.error());
                           m_state.more = problems->size() == kPage;
                           for (const migration::Problem &problem : std::as_const(*problems)) {
                               const ProblemLines::Place place = m_state.lines.add(problem);
                               emit place.isNew ? lineAdded(place.line) : lineChanged(place.line);
                           }
                           emit pageAdded();
                           emit changed();
                           // Where many problems became few lines there is nothing to scroll: the next page would never be asked for.
                           if (m_state.lines.size() < kFewLines && m_state.lines.problems() < kMostCounted)
                               fetchMore();
                       });
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
        emit changed();
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
