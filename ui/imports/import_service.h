// SPDX-License-Identifier: GPL-3.0-or-later
// What the page «Импорт» needs from the rest of the program, so that its presenters can be tested without a store. Called from the GUI
// thread; answers come there later, and only while `context` lives. The jobs live on when the page goes.
#pragma once

#include "core/base/stop_token.h"
#include "core/crm/entities.h"
#include "core/migration/options.h"
#include "core/migration/runs.h"
#include "ui/imports/import_job.h"

#include <functional>

namespace pfx::ui {

class ImportService : public QObject
{
    Q_OBJECT

public:
    template<typename T>
    using Answer = std::function<void(base::Result<T>)>;
    using Bytes = std::function<void(qint64 done, qint64 total)>;
    using ProblemCounts = QVector<std::pair<migration::ProblemCode, qint64>>;

    using QObject::QObject;

    /// Looks once through the file without keeping it. `bytes` comes in the GUI thread.
    virtual void inspect(QObject *context, const QString &path, records::System system, base::StopToken stop, Bytes bytes,
                         Answer<records::SourceInfo> answer) = 0;

    virtual void runs(QObject *context, Answer<QVector<migration::RunReport>> answer) = 0;
    virtual void report(QObject *context, qint64 run, Answer<migration::RunReport> answer) = 0;
    virtual void options(QObject *context, qint64 run, Answer<migration::ImportOptions> answer) = 0;
    virtual void rows(QObject *context, const migration::runs::RowsQuery &query, Answer<QVector<migration::RunRow>> answer) = 0;
    virtual void problemCounts(QObject *context, qint64 run, std::optional<migration::Severity> severity, Answer<ProblemCounts> answer) = 0;
    virtual void problems(QObject *context, const migration::runs::ProblemsQuery &query, Answer<QVector<migration::Problem>> answer) = 0;
    virtual void failedRows(QObject *context, qint64 run, Answer<migration::runs::FailedRows> answer) = 0;
    /// The failed rows written to a file of ours that stays, to be imported again; answers its path.
    virtual void failedRowsFile(QObject *context, qint64 run, Answer<QString> answer) = 0;
    virtual void previewUndo(QObject *context, qint64 run, Answer<migration::runs::UndoPreview> answer) = 0;

    /// The default employee of the newest import; empty when there was none.
    virtual void lastEmployee(QObject *context, Answer<QString> answer) = 0;
    virtual void employees(QObject *context, Answer<QVector<crm::Employee>> answer) = 0;
    /// Adds (id 0) or changes one; answers its id.
    virtual void saveEmployee(QObject *context, const crm::Employee &employee, Answer<qint64> answer) = 0;
    virtual void pipelines(QObject *context, Answer<QVector<crm::Pipeline>> answer) = 0;

    virtual void mappingNames(QObject *context, records::System system, Answer<QStringList> answer) = 0;
    virtual void mapping(QObject *context, records::System system, const QString &name, Answer<migration::Mapping> answer) = 0;
    virtual void saveMapping(QObject *context, records::System system, const QString &name, const migration::Mapping &mapping,
                             Answer<void> answer) = 0;
    virtual void removeMapping(QObject *context, records::System system, const QString &name, Answer<void> answer) = 0;

    virtual void readFile(QObject *context, const QString &path, Answer<QByteArray> answer) = 0;
    virtual void writeFile(QObject *context, const QString &path, const QByteArray &content, Answer<void> answer) = 0;

    virtual QStringList recentFiles() const = 0;
    virtual void rememberFile(const QString &path) = 0;
    /// The bundled sample as a file of its own in the temporary folder.
    virtual base::Result<QString> sampleFile() = 0;

    /// Begin a job. Only one can be under way; then these return the one that is.
    virtual ImportJob *start(const QString &path, const migration::ImportOptions &options) = 0;
    virtual ImportJob *resume(const migration::RunReport &run) = 0;
    virtual ImportJob *undo(const migration::RunReport &run) = 0;
    /// The job under way, null when there is none.
    virtual ImportJob *current() const = 0;

signals:
    /// A run began, ended or was undone: lists are to be read again.
    void runsChanged();
};

} // namespace pfx::ui
