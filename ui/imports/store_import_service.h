// SPDX-License-Identifier: GPL-3.0-or-later
// The import service over the store: reading in the background, jobs on threads of their own inside the program's job list, so that a page
// that comes later finds them. GUI thread.
#pragma once

#include "ui/common/services.h"
#include "ui/imports/import_bar_job.h"
#include "ui/imports/import_service.h"

namespace pfx::ui {

class StoreImportService : public ImportService
{
    Q_OBJECT

public:
    explicit StoreImportService(Services &services, QObject *parent = nullptr);

    void inspect(QObject *context, const QString &path, records::System system, base::StopToken stop, Bytes bytes,
                 Answer<records::SourceInfo> answer) override;
    void runs(QObject *context, Answer<QVector<migration::RunReport>> answer) override;
    void report(QObject *context, qint64 run, Answer<migration::RunReport> answer) override;
    void options(QObject *context, qint64 run, Answer<migration::ImportOptions> answer) override;
    void rows(QObject *context, const migration::runs::RowsQuery &query, Answer<QVector<migration::RunRow>> answer) override;
    void problemCounts(QObject *context, qint64 run, std::optional<migration::Severity> severity, Answer<ProblemCounts> answer) override;
    void problems(QObject *context, const migration::runs::ProblemsQuery &query, Answer<QVector<migration::Problem>> answer) override;
    void failedRows(QObject *context, qint64 run, Answer<migration::runs::FailedRows> answer) override;
    void failedRowsFile(QObject *context, qint64 run, Answer<QString> answer) override;
    void previewUndo(QObject *context, qint64 run, Answer<migration::runs::UndoPreview> answer) override;
    void lastEmployee(QObject *context, Answer<QString> answer) override;
    void employees(QObject *context, Answer<QVector<crm::Employee>> answer) override;
    void saveEmployee(QObject *context, const crm::Employee &employee, Answer<qint64> answer) override;
    void pipelines(QObject *context, Answer<QVector<crm::Pipeline>> answer) override;
    void mappingNames(QObject *context, records::System system, Answer<QStringList> answer) override;
    void mapping(QObject *context, records::System system, const QString &name, Answer<migration::Mapping> answer) override;
    void removeMapping(QObject *context, records::System system, const QString &name, Answer<void> answer) override;
    void saveMapping(QObject *context, records::System system, const QString &name, const migration::Mapping &mapping,
                     Answer<void> answer) override;
    void readFile(QObject *context, const QString &path, Answer<QByteArray> answer) override;
    void writeFile(QObject *context, const QString &path, const QByteArray &content, Answer<void> answer) override;
    QStringList recentFiles() const override;
    void rememberFile(const QString &path) override;
    base::Result<QString> sampleFile() override;
    ImportJob *start(const QString &path, const migration::ImportOptions &options) override;
    ImportJob *resume(const migration::RunReport &run) override;
    ImportJob *undo(const migration::RunReport &run) override;
    ImportJob *current() const override;

private:
    ImportJob *begin(StoreImportJob::What what, StoreImportJob::Work work);

    Services &m_services;
};

} // namespace pfx::ui
