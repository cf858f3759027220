// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/imports_presenter.h"

#include <algorithm>

namespace pfx::ui {

using migration::RunState;

ImportsPresenter::ImportsPresenter(ImportService &service, QObject *parent)
    : QObject(parent), m_service(service), m_source(service), m_options(service), m_fields(service), m_check(service), m_result(service)
{
    connect(&m_service, &ImportService::runsChanged, this, &ImportsPresenter::readRuns);
    connect(&m_source, &SourcePresenter::changed, this, [this] {
        if (m_source.state().phase != SourceState::Phase::Ready && m_state.preparing)
            m_state.reached = std::min(m_state.reached, m_state.step);
        emit changed();
    });
    connect(&m_source, &SourcePresenter::recognised, this, [this] {
        m_fields.setSource(m_source.state().info);
        m_fields.loadNames();
    });
    connect(&m_source, &SourcePresenter::accepted, this, [this] {
        if (m_state.step == ImportStep::Source)
            setStep(ImportStep::Options);
    });
    connect(&m_options, &OptionsPresenter::changed, this, [this] {
        m_fields.setPipelines(m_options.state().pipelines, m_options.state().pipeline);
    });
    connect(&m_check, &CheckPresenter::refused, this, [this](const base::Error &error) {
        m_options.refuse(error);
        setStep(ImportStep::Options);
    });
}

void ImportsPresenter::reload()
{
    m_options.reload();
    readRuns();
    ImportJob *job = m_service.current();
    if (job != nullptr && job != m_job)
        follow(job);
}

void ImportsPresenter::readRuns()
{
    m_service.runs(this, [this, question = ++m_question](base::Result<QVector<migration::RunReport>> runs) {
        if (question != m_question)
            return;
        if (!runs) {
            if (m_state.view != ImportsState::View::Steps)
                newImport(); // the empty page has no place for an error
            m_runsFailed = true;
            fail(runs.error());
            return;
        }
        if (std::exchange(m_runsFailed, false)) // any other error stays until somebody goes on
            setError({});
        m_state.runs = std::move(*runs);
        const bool first = !std::exchange(m_loaded, true);
        const bool idle = !m_state.preparing && m_state.selected == 0 && m_job == nullptr;
        if (idle)
            m_state.view = m_state.runs.isEmpty() ? ImportsState::View::Empty : ImportsState::View::Steps;
        emit changed();
        if (first && idle && !m_state.runs.isEmpty())
            select(m_state.runs.first().run);
    });
}

void ImportsPresenter::newImport()
{
    m_state.view = ImportsState::View::Steps;
    m_state.preparing = true;
    m_state.selected = 0;
    m_state.reached = ImportStep::Source;
    setError({});
    m_source.reset();
    m_options.reset();
    m_options.reload();
    m_fields.reset();
    m_check.reset();
    setStep(ImportStep::Source);
}

void ImportsPresenter::trySample()
{
    const base::Result<QString> file = m_service.sampleFile();
    newImport();
    if (!file) {
        fail(file.error());
        return;
    }
    m_source.open(*file);
}

void ImportsPresenter::select(qint64 run)
{
    const auto found = std::find_if(m_state.runs.begin(), m_state.runs.end(),
                                    [run](const migration::RunReport &report) { return report.run == run; });
    if (found == m_state.runs.end())
        return;
    const migration::RunReport report = *found;
    m_state.view = ImportsState::View::Steps;
    m_state.selected = run;
    setError({});
    if (m_job != nullptr && m_job->kind() != ImportJob::Kind::DryRun && m_job->progress().run == run) {
        m_state.preparing = false;
        setStep(ImportStep::Progress);
        return;
    }
    if (!report.dryRun) {
        m_state.preparing = false;
        showRun(report);
        return;
    }
    if (m_check.state().phase == CheckState::Phase::Done && m_check.state().report.run == run && m_state.preparing) {
        setStep(ImportStep::Check);
        return;
    }
    m_service.options(this, run, [this, report](base::Result<migration::ImportOptions> options) {
        if (m_state.selected != report.run)
            return;
        if (options)
            adopt(report, *options);
        else
            fail(options.error());
    });
}

void ImportsPresenter::showOlderChecks(bool shown)
{
    if (shown == m_state.olderChecksShown)
        return;
    m_state.olderChecksShown = shown;
    emit changed();
}

void ImportsPresenter::adopt(const migration::RunReport &report, const migration::ImportOptions &options)
{
    m_state.preparing = true;
    m_source.reset();
    m_source.setSystem(report.source);
    m_source.open(report.path);
    m_options.adopt(options);
    m_options.reload();
    m_fields.reset();
    m_fields.setMapping(options.mapping);
    m_check.show(report, options);
    setStep(ImportStep::Check);
}

void ImportsPresenter::showRun(const migration::RunReport &report)
{
    m_result.show(report);
    setStep(ImportStep::Result);
}

void ImportsPresenter::setStep(ImportStep step)
{
    m_state.step = step;
    if (m_state.preparing)
        m_state.reached = std::max(m_state.reached, step);
    else
        m_state.reached = step;
    emit changed();
    emit stepChanged(step);
}

migration::ImportOptions ImportsPresenter::chosen() const
{
    migration::ImportOptions options;
    options.system = m_source.state().system;
    options.mapping = m_fields.mapping();
    m_options.apply(options);
    return options;
}

void ImportsPresenter::goTo(ImportStep step)
{
    if (!m_state.preparing || step > ImportStep::Check || step == m_state.step)
        return;
    if (step < m_state.step || step <= m_state.reached)
        setStep(step);
    if (step == ImportStep::Check)
        m_check.run(m_source.state().path.trimmed(), chosen());
}

void ImportsPresenter::next()
{
    switch (m_state.step) {
    case ImportStep::Source:
        m_source.next();
        return;
    case ImportStep::Options:
        if (m_options.check())
            setStep(ImportStep::Fields);
        return;
    case ImportStep::Fields:
        setStep(ImportStep::Check);
        m_check.run(m_source.state().path.trimmed(), chosen());
        return;
    default:
        return;
    }
}

void ImportsPresenter::back()
{
    if (m_state.preparing && m_state.step > ImportStep::Source && m_state.step <= ImportStep::Check)
        setStep(static_cast<ImportStep>(static_cast<int>(m_state.step) - 1));
}

void ImportsPresenter::startImport()
{
    if (!m_options.check()) {
        if (m_state.step != ImportStep::Options)
            setStep(ImportStep::Options);
        return;
    }
    if (m_check.state().phase == CheckState::Phase::Running) { // the import shows the same, and for good
        connect(&m_check, &CheckPresenter::changed, this, &ImportsPresenter::startImport, Qt::SingleShotConnection);
        m_check.stop();
        return;
    }
    if (const ImportJob *other = m_service.current())
        return failBusy(*other);
    follow(m_service.start(m_source.state().path.trimmed(), chosen()));
}

void ImportsPresenter::retryFailed()
{
    const migration::RunReport report = m_result.state().report;
    m_service.options(this, report.run, [this, report](base::Result<migration::ImportOptions> options) {
        if (!options)
            return fail(options.error());
        options->account = report.account; // the rows alone may not tell it
        m_service.failedRowsFile(this, report.run, [this, options = *options](base::Result<QString> file) {
            if (!file)
                return fail(file.error());
            if (const ImportJob *other = m_service.current())
                return failBusy(*other);
            follow(m_service.start(*file, options));
        });
    });
}

void ImportsPresenter::resumeRun()
{
    if (const ImportJob *other = m_service.current())
        return failBusy(*other);
    follow(m_service.resume(m_result.state().report));
}

void ImportsPresenter::undoRun()
{
    if (const ImportJob *other = m_service.current())
        return failBusy(*other);
    follow(m_service.undo(m_result.state().report));
}

void ImportsPresenter::follow(ImportJob *job)
{
    if (m_job != nullptr)
        disconnect(m_job, nullptr, this, nullptr);
    m_job = job;
    m_jobRun = job->progress().run;
    const ImportJob::Kind kind = job->kind();
    m_state.jobRunning = true;
    setError({});
    connect(job, &ImportJob::progressChanged, this, [this] {
        const qint64 run = m_job->progress().run;
        if (run != 0)
            m_jobRun = run;
        if (m_state.step == ImportStep::Progress && m_state.selected != run && run != 0) {
            m_state.selected = run;
            readRuns();
        }
        emit changed();
    });
    connect(job, &ImportJob::finished, this, [this, kind] {
        if (m_job && m_job->result())
            jobFinished(*m_job->result(), kind);
    });
    if (kind != ImportJob::Kind::DryRun) {
        m_state.view = ImportsState::View::Steps;
        m_state.preparing = false;
        m_state.selected = job->progress().run;
        setStep(ImportStep::Progress);
    }
    if (job->result())
        jobFinished(*job->result(), kind);
}

void ImportsPresenter::jobFinished(const base::Result<migration::RunReport> &result, ImportJob::Kind kind)
{
    const qint64 run = std::exchange(m_jobRun, 0);
    m_job.clear();
    m_state.jobRunning = false;
    readRuns();
    if (kind == ImportJob::Kind::DryRun) {
        emit changed();
        return;
    }
    const bool shown = m_state.step == ImportStep::Progress;
    if (result) {
        if (shown) {
            m_state.selected = result->run;
            showRun(*result);
        }
        return;
    }
    if (kind == ImportJob::Kind::Import && run == 0 && shown) { // nothing was begun: back to where it can be mended
        m_state.preparing = true;
        m_state.selected = 0;
        m_state.reached = ImportStep::Check;
        if (result.error().where == QLatin1String("default-employee")) {
            m_options.refuse(result.error());
            setStep(ImportStep::Options);
            return;
        }
        setStep(m_check.state().phase == CheckState::Phase::Done ? ImportStep::Check : ImportStep::Options);
    } else if (shown) { // what could not be gone on with stays in sight, with what its run has done
        const auto stands = std::find_if(m_state.runs.begin(), m_state.runs.end(),
                                         [run](const migration::RunReport &report) { return report.run == run; });
        if (stands != m_state.runs.end())
            showRun(migration::RunReport(*stands));
        else
            setStep(ImportStep::Result);
    }
    fail(result.error());
}

void ImportsPresenter::fail(const base::Error &error)
{
    setError(error);
    emit changed();
}

void ImportsPresenter::setError(const std::optional<base::Error> &error)
{
    m_state.error = error;
    m_state.busyWith.reset();
}

/// Once the other one has ended there is nothing to be said any more.
void ImportsPresenter::failBusy(const ImportJob &other)
{
    setError(base::Error{base::ErrorCode::Busy, {}, {}});
    m_state.busyWith = other.kind();
    connect(&other, &ImportJob::finished, this, [this] {
        if (!m_state.busyWith)
            return;
        setError({});
        emit changed();
    }, Qt::SingleShotConnection);
    emit changed();
}

} // namespace pfx::ui
