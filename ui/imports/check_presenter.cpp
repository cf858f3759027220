// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/check_presenter.h"

#include <QFileInfo>

namespace pfx::ui {

static constexpr int kPage = 256;

static qint64 of(const migration::Counters &counters, std::optional<migration::Decision> decision)
{
    if (!decision)
        return counters.read;
    switch (*decision) {
    case migration::Decision::Created:
        return counters.created;
    case migration::Decision::Updated:
        return counters.updated;
    case migration::Decision::Skipped:
        return counters.skipped;
    case migration::Decision::Failed:
        return counters.failed;
    }
    return 0;
}

static migration::Counters of(const migration::RunReport &report, std::optional<records::Kind> kind)
{
    if (!kind)
        return report.total();
    switch (*kind) {
    case records::Kind::Contact:
        return report.contacts;
    case records::Kind::Company:
        return report.companies;
    case records::Kind::Deal:
        return report.deals;
    case records::Kind::Pipeline:
        return report.pipelines;
    case records::Kind::Stage:
        return report.stages;
    case records::Kind::Employee:
        break;
    }
    return {};
}

qint64 CheckState::matching() const
{
    return search.isEmpty() ? of(of(report, kind), decision) : -1;
}

static std::pair<qint64, QDateTime> fileState(const QString &path)
{
    const QFileInfo file(path);
    return {file.size(), file.lastModified()};
}

CheckPresenter::CheckPresenter(ImportService &service, QObject *parent)
    : QObject(parent), m_service(service), m_download(service, this), m_warnings(service, ProblemsPresenter::Which::Warnings)
{
    connect(&m_download, &FailedRowsDownload::written, this, [this](const QString &path, qint64 rows) {
        m_state.done = tr("%n row(s) saved to %1", nullptr, static_cast<int>(rows)).arg(path);
        emit changed();
    });
    const auto show = [this](const base::Error &error) {
        m_state.error = error;
        emit changed();
    };
    connect(&m_download, &FailedRowsDownload::failed, this, show);
    connect(&m_warnings, &ProblemsPresenter::failed, this, show);
    connect(&m_warnings, &ProblemsPresenter::changed, this, [this] {
        if (const qint64 count = m_warnings.state().all(); count != m_state.warnings) {
            m_state.warnings = count;
            emit changed();
        }
    });
}

void CheckPresenter::reset()
{
    if (m_job) {
        disconnect(m_job, nullptr, this, nullptr);
        m_job->stop();
        m_ending = m_job;
    }
    m_job.clear();
    m_waiting.reset();
    ++m_question;
    m_state = CheckState();
    m_path.clear();
    m_options.clear();
    m_rows.clear();
    m_more = m_asking = false;
    m_warnings.show(0);
    emit rowsReset();
    emit changed();
}

void CheckPresenter::run(const QString &path, const migration::ImportOptions &options)
{
    migration::ImportOptions dry = options;
    dry.dryRun = true;
    const QByteArray wanted = dry.toJson();
    const auto file = fileState(path);
    const bool same = path == m_path && file == m_file && wanted == m_options;
    if (same && (m_state.phase == CheckState::Phase::Done || m_state.phase == CheckState::Phase::Running))
        return;
    reset();
    m_path = path;
    m_file = file;
    m_options = wanted;
    ImportJob *busy = m_service.current();
    if (busy == nullptr) {
        begin(dry);
    } else if (busy == m_ending) { // stops within moments
        m_state.phase = CheckState::Phase::Running;
        m_waiting = dry;
        connect(busy, &ImportJob::finished, this, &CheckPresenter::goOn, Qt::UniqueConnection);
        emit changed();
    } else {
        fail({base::ErrorCode::Busy, {}, {}});
        connect(busy, &ImportJob::finished, this, &CheckPresenter::forgetBusy, Qt::UniqueConnection);
    }
}

/// The other one has ended: nothing stands in the way of a check any more.
void CheckPresenter::forgetBusy()
{
    if (m_state.phase != CheckState::Phase::Failed || !m_state.error || m_state.error->code != base::ErrorCode::Busy)
        return;
    m_state.phase = CheckState::Phase::Stopped;
    m_state.error.reset();
    emit changed();
}

void CheckPresenter::goOn()
{
    if (m_job || m_state.phase != CheckState::Phase::Running)
        return; // nothing is wanted any more
    if (m_waiting) {
        begin(*std::exchange(m_waiting, {}));
        return;
    }
    m_state.phase = CheckState::Phase::Stopped;
    m_options.clear();
    emit changed();
}

void CheckPresenter::begin(const migration::ImportOptions &options)
{
    if (m_service.current() != nullptr)
        fail({base::ErrorCode::Busy, {}, {}});
    else
        follow(m_service.start(m_path, options));
}

void CheckPresenter::follow(ImportJob *job)
{
    m_job = job;
    m_state.phase = CheckState::Phase::Running;
    m_state.progress = job->progress();
    connect(job, &ImportJob::progressChanged, this, [this] {
        m_state.progress = m_job->progress();
        emit changed();
    });
    connect(job, &ImportJob::finished, this, [this] {
        if (m_job && m_job->result())
            finish(*m_job->result());
    });
    emit changed();
    if (job->result())
        finish(*job->result());
}

void CheckPresenter::stop()
{
    if (m_job)
        m_job->stop();
    m_waiting.reset();
}

void CheckPresenter::finish(const base::Result<migration::RunReport> &result)
{
    m_job.clear();
    if (!result) {
        if (result.error().where == QLatin1String("default-employee")) {
            m_state.phase = CheckState::Phase::Idle;
            m_options.clear();
            emit changed();
            emit refused(result.error());
            return;
        }
        fail(result.error());
        return;
    }
    m_state.report = *result;
    if (result->state == migration::RunState::Stopped || result->state == migration::RunState::Failed) {
        if (result->error && result->error->code != base::ErrorCode::Cancelled) {
            fail(*result->error);
            return;
        }
        m_state.phase = CheckState::Phase::Stopped;
        m_options.clear();
        emit changed();
        return;
    }
    m_state.phase = CheckState::Phase::Done;
    emit changed();
    if (result->dryRun) // an import tells its problems at its own place
        m_warnings.show(result->run);
    reloadRows();
}

void CheckPresenter::show(const migration::RunReport &report, const migration::ImportOptions &options)
{
    reset();
    m_path = report.path;
    m_file = fileState(m_path);
    m_options = options.toJson();
    finish(report);
}

void CheckPresenter::fail(const base::Error &error)
{
    m_options.clear();
    m_state.phase = CheckState::Phase::Failed;
    m_state.error = error;
    emit changed();
}

void CheckPresenter::setDecision(std::optional<migration::Decision> decision)
{
    if (decision == m_state.decision && !m_state.warningsShown)
        return;
    m_state.decision = decision;
    m_state.warningsShown = false;
    emit changed();
    reloadRows();
}

void CheckPresenter::setWarningsShown(bool shown)
{
    if (shown == m_state.warningsShown)
        return;
    setDecision({});
    m_state.warningsShown = shown;
    emit changed();
}

void CheckPresenter::setKind(std::optional<records::Kind> kind)
{
    if (kind == m_state.kind)
        return;
    m_state.kind = kind;
    emit changed();
    reloadRows();
}

void CheckPresenter::setSearch(const QString &text)
{
    if (text.trimmed() == m_state.search)
        return;
    m_state.search = text.trimmed();
    emit changed();
    reloadRows();
}

void CheckPresenter::reloadRows()
{
    if (m_state.phase != CheckState::Phase::Done)
        return;
    ++m_question;
    m_rows.clear();
    m_more = true;
    m_asking = false;
    emit rowsReset();
    fetchMore();
}

void CheckPresenter::fetchMore()
{
    if (!m_more || m_asking)
        return;
    m_asking = true;
    migration::runs::RowsQuery query;
    query.run = m_state.report.run;
    query.decision = m_state.decision;
    query.kind = m_state.kind;
    query.search = m_state.search;
    query.afterRow = m_rows.isEmpty() ? 0 : m_rows.last().rowNo;
    query.limit = kPage;
    m_service.rows(this, query, [this, question = m_question](base::Result<QVector<migration::RunRow>> rows) {
        if (question != m_question)
            return;
        m_asking = false;
        if (!rows) {
            m_more = false;
            m_state.error = rows.error();
            emit changed();
            return;
        }
        m_more = rows->size() == kPage;
        if (rows->isEmpty()) {
            emit changed();
            return;
        }
        const int first = static_cast<int>(m_rows.size());
        m_rows += *rows;
        emit rowsAppended(first, static_cast<int>(m_rows.size()) - 1);
        emit changed();
    });
}

} // namespace pfx::ui
