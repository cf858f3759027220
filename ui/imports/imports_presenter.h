// SPDX-License-Identifier: GPL-3.0-or-later
// The page «Импорт» without widgets: the list of runs, which run or new import is shown, on which of the six steps, and what its buttons
// may do. Owns the presenters of the steps. GUI thread.
#pragma once

#include "ui/imports/check_presenter.h"
#include "ui/imports/fields_presenter.h"
#include "ui/imports/listed_runs.h"
#include "ui/imports/options_presenter.h"
#include "ui/imports/result_presenter.h"
#include "ui/imports/source_presenter.h"

namespace pfx::ui {

enum class ImportStep { Source, Options, Fields, Check, Progress, Result };

struct ImportsState
{
    enum class View { Loading, Empty, Steps };

    View view = View::Loading;
    ImportStep step = ImportStep::Source;
    QVector<migration::RunReport> runs;
    qint64 selected = 0;      ///< run; 0: the new import in preparation
    bool preparing = false;   ///< steps 1–4 belong to an import not yet begun
    ImportStep reached = ImportStep::Source; ///< up to where the steps can be clicked
    bool startEnabled = true; ///< «Начать импорт» on steps 2–4; false only while another job runs
    bool jobRunning = false;
    bool olderChecksShown = false;
    std::optional<ImportJob::Kind> busyWith; ///< the error is that this one is under way; gone with its end
    std::optional<base::Error> error; ///< the list or a run could not be read, or a job could not begin
};

class ImportsPresenter : public QObject
{
    Q_OBJECT

public:
    explicit ImportsPresenter(ImportService &service, QObject *parent = nullptr);

    const ImportsState &state() const { return m_state; }
    SourcePresenter &source() { return m_source; }
    OptionsPresenter &options() { return m_options; }
    FieldsPresenter &fields() { return m_fields; }
    CheckPresenter &check() { return m_check; }
    ResultPresenter &result() { return m_result; }
    /// The job whose progress step 5 shows; null when none.
    ImportJob *job() const { return m_job; }

    void reload();
    void newImport();
    void trySample();
    void select(qint64 run);
    /// What stands in the list at the left.
    ListedRuns listed() const { return listedRuns(m_state.runs, m_state.selected, m_state.olderChecksShown); }
    void showOlderChecks(bool shown);
    void goTo(ImportStep step);
    void next();
    void back();
    void startImport();
    void retryFailed();
    void resumeRun();
    void undoRun();
    /// The choices of the steps as one value.
    migration::ImportOptions chosen() const;

signals:
    void changed();
    void stepChanged(pfx::ui::ImportStep step); ///< focus goes to its first field

private:
    void setStep(ImportStep step);
    void readRuns();
    void showRun(const migration::RunReport &report);
    void adopt(const migration::RunReport &report, const migration::ImportOptions &options);
    void follow(ImportJob *job);
    void jobFinished(const base::Result<migration::RunReport> &result, ImportJob::Kind kind);
    void fail(const base::Error &error);
    void failBusy(const ImportJob &other);
    void setError(const std::optional<base::Error> &error);

    ImportService &m_service;
    ImportsState m_state;
    SourcePresenter m_source;
    OptionsPresenter m_options;
    FieldsPresenter m_fields;
    CheckPresenter m_check;
    ResultPresenter m_result;
    QPointer<ImportJob> m_job;
    qint64 m_jobRun = 0;       ///< of m_job, as soon as it is known: a job that cannot begin tells 0 again
    quint64 m_question = 0;
    bool m_runsFailed = false; ///< the error shown is of reading the runs
    bool m_loaded = false;
};

} // namespace pfx::ui
