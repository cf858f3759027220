// SPDX-License-Identifier: GPL-3.0-or-later
// Step 6 of an import, without widgets: what a run did, its problems by reason, the failed rows, what an undo would do. GUI thread.
#pragma once

#include "core/texts/texts.h"
#include "ui/imports/check_presenter.h"
#include "ui/imports/problems_presenter.h"

namespace pfx::ui {

struct ResultState
{
    /// What the big button offers.
    enum class Onward { Nothing, Resume, ShowRecords, NewImport };

    bool loading = false;
    migration::RunReport report;
    bool canDownload = false, canRetry = false, canResume = false, canUndo = false;
    bool nothingInside = false;                        ///< it is over, and the file had no records
    Onward onward = Onward::Nothing;
    bool busy = false;                                 ///< a button's work is under way
    bool rowsShown = false;                            ///< the rows instead of the sums
    std::optional<qint64> nothingToUndo;               ///< an undo would change nothing; so many records were changed or used since
    QString done;
    std::optional<base::Error> error;
};

class ResultPresenter : public QObject
{
    Q_OBJECT

public:
    explicit ResultPresenter(ImportService &service, QObject *parent = nullptr);

    const ResultState &state() const { return m_state; }
    void show(const migration::RunReport &report);
    ProblemsPresenter &problems() { return m_problems; }
    FailedRowsDownload &download() { return m_download; }
    /// The rows of the run with their decisions, as those of a check.
    CheckPresenter &rows() { return m_rows; }
    /// Those of a kind and of an outcome; none: of all.
    void showRows(std::optional<records::Kind> kind, std::optional<migration::Decision> decision);
    void closeRows();
    /// Asks what an undo would do; answers with undoPreviewed(), or with a state in which there is nothing to undo.
    void previewUndo();

signals:
    void changed();
    void undoPreviewed(const pfx::migration::runs::UndoPreview &preview);

private:
    void fail(const base::Error &error);

    ImportService &m_service;
    FailedRowsDownload m_download;
    CheckPresenter m_rows;
    ProblemsPresenter m_problems;
    ResultState m_state;
};

} // namespace pfx::ui
