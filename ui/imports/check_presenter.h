// SPDX-License-Identifier: GPL-3.0-or-later
// Step 4 of an import, without widgets: the dry run as a job, its counters as filters, the rows page by page, the selected one field by
// field, its warnings. GUI thread.
#pragma once

#include "core/texts/texts.h"
#include "ui/imports/failed_rows_download.h"
#include "ui/imports/problems_presenter.h"

#include <QDateTime>
#include <QPointer>

#include <utility>

namespace pfx::ui {

struct CheckState
{
    enum class Phase { Idle, Running, Done, Stopped, Failed };

    Phase phase = Phase::Idle;
    migration::ImportProgress progress;  ///< while running
    migration::RunReport report;         ///< when done
    qint64 warnings = 0;                 ///< of it: what is imported and yet deserves a look
    bool warningsShown = false;          ///< in place of the rows
    bool outdated = false;               ///< file or choices changed since
    std::optional<migration::Decision> decision;
    std::optional<records::Kind> kind;
    QString search;
    bool filtered() const { return decision || kind || !search.isEmpty(); }
    qint64 matching() const;             ///< rows behind the filters by decision and kind; -1 when a search is on
    std::optional<base::Error> error;
    QString done;                        ///< what just went well
};

class CheckPresenter : public QObject
{
    Q_OBJECT

public:
    explicit CheckPresenter(ImportService &service, QObject *parent = nullptr);

    const CheckState &state() const { return m_state; }
    const QVector<migration::RunRow> &rows() const { return m_rows; }
    bool hasMore() const { return m_more; }

    /// Runs the check when none was made of just these choices.
    void run(const QString &path, const migration::ImportOptions &options);
    void stop();
    /// Shows the finished check of an earlier day.
    void show(const migration::RunReport &report, const migration::ImportOptions &options);
    void reset();

    void setDecision(std::optional<migration::Decision> decision);
    void setKind(std::optional<records::Kind> kind);
    void setSearch(const QString &text);
    /// Takes away the filter by decision: a warning is no decision.
    void setWarningsShown(bool shown);
    ProblemsPresenter &warnings() { return m_warnings; }
    void fetchMore();
    FailedRowsDownload &download() { return m_download; }

signals:
    void changed();
    void rowsReset();
    void rowsAppended(int first, int last);
    void refused(const base::Error &error); ///< «Пользователь не найден»: belongs to step 2

private:
    void goOn();
    void forgetBusy();
    void begin(const migration::ImportOptions &options);
    void follow(ImportJob *job);
    void finish(const base::Result<migration::RunReport> &result);
    void reloadRows();
    void fail(const base::Error &error);

    ImportService &m_service;
    CheckState m_state;
    QVector<migration::RunRow> m_rows;
    FailedRowsDownload m_download;
    ProblemsPresenter m_warnings;
    QPointer<ImportJob> m_job;
    QPointer<ImportJob> m_ending; ///< the check before this one, told to stop
    std::optional<migration::ImportOptions> m_waiting; ///< what begins at its end
    QString m_path;
    std::pair<qint64, QDateTime> m_file; ///< size and time of what was checked
    QByteArray m_options;
    quint64 m_question = 0;
    bool m_more = false;
    bool m_asking = false;
};

} // namespace pfx::ui
