// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/store_import_service.h"

#include "core/crm/employees.h"
#include "core/crm/repository.h"
#include "ui/common/background.h"
#include "ui/common/job_model.h"
#include "ui/common/latest.h"
#include "ui/common/view_settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

static void initializeSample()
{
#ifdef PFX_IMPORT_SAMPLE
    Q_INIT_RESOURCE(import_sample);
#endif
}

namespace pfx::ui {

using store::Connection;

static constexpr int kRecentKept = 8;
static const auto kRecentKey = QStringLiteral("imports/recent");
static const auto kSampleResource = QStringLiteral(":/samples/amocrm.json");

static base::Result<void> write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return base::fail(base::ErrorCode::StorageReadOnly, file.errorString(), path);
    return {};
}

StoreImportService::StoreImportService(Services &services, QObject *parent) : ImportService(parent), m_services(services)
{
    connect(&services.jobs, &JobModel::jobFinished, this, [this](Job *job) {
        if (qobject_cast<ImportBarJob *>(job) != nullptr)
            emit runsChanged();
    });
}

void StoreImportService::inspect(QObject *context, const QString &path, records::System system, base::StopToken stop, Bytes bytes,
                                 Answer<records::SourceInfo> answer)
{
    using Seen = std::pair<qint64, qint64>;
    auto latest = std::make_shared<Latest<Seen>>(context, [bytes = std::move(bytes)](Seen seen) { bytes(seen.first, seen.second); });
    m_services.background.run(
        context,
        [path, system, stop, post = latest->poster()]() -> base::Result<records::SourceInfo> {
            PFX_ASSIGN(const auto source, migration::openFile(path, system));
            return source->inspect(stop, [&post](qint64 done, qint64 total) { post({done, total}); });
        },
        [latest, answer = std::move(answer)](base::Result<records::SourceInfo> info) { answer(std::move(info)); });
}

void StoreImportService::runs(QObject *context, Answer<QVector<migration::RunReport>> answer)
{
    m_services.background.read(
        context, [&store = m_services.store](Connection &db) { return migration::runs::list(store, db); }, std::move(answer),
        QStringLiteral("imports.runs"));
}

void StoreImportService::report(QObject *context, qint64 run, Answer<migration::RunReport> answer)
{
    m_services.background.read(
        context, [&store = m_services.store, run](Connection &db) { return migration::runs::report(store, db, run, 0); }, std::move(answer));
}

void StoreImportService::options(QObject *context, qint64 run, Answer<migration::ImportOptions> answer)
{
    m_services.background.read(context, [run](Connection &db) { return migration::runs::options(db, run); }, std::move(answer));
}

void StoreImportService::rows(QObject *context, const migration::runs::RowsQuery &query, Answer<QVector<migration::RunRow>> answer)
{
    m_services.background.read(
        context, [query](Connection &db) { return migration::runs::rows(db, query); }, std::move(answer), QStringLiteral("imports.rows"));
}

void StoreImportService::problemCounts(QObject *context, qint64 run, std::optional<migration::Severity> severity, Answer<ProblemCounts> answer)
{
    m_services.background.read(
        context, [run, severity](Connection &db) { return migration::runs::problemCounts(db, run, severity); }, std::move(answer));
}

void StoreImportService::problems(QObject *context, const migration::runs::ProblemsQuery &query, Answer<QVector<migration::Problem>> answer)
{
    m_services.background.read(
        context, [query](Connection &db) { return migration::runs::problems(db, query); }, std::move(answer), QStringLiteral("imports.problems"));
}

void StoreImportService::failedRows(QObject *context, qint64 run, Answer<migration::runs::FailedRows> answer)
{
    m_services.background.read(context, [run](Connection &db) { return migration::runs::failedRows(db, run); }, std::move(answer));
}

void StoreImportService::failedRowsFile(QObject *context, qint64 run, Answer<QString> answer)
{
    const QString folder = m_services.profileDir + QStringLiteral("/retries/");
    m_services.background.read(
        context,
        [run, folder](Connection &db) -> base::Result<QString> {
            PFX_ASSIGN(const migration::runs::FailedRows rows, migration::runs::failedRows(db, run));
            const QString path = folder + QStringLiteral("import-%1-failed.%2").arg(run).arg(rows.suffix);
            PFX_TRY(write(path, rows.document));
            return path;
        },
        std::move(answer));
}

void StoreImportService::previewUndo(QObject *context, qint64 run, Answer<migration::runs::UndoPreview> answer)
{
    m_services.background.read(context, [run](Connection &db) { return migration::runs::previewUndo(db, run); }, std::move(answer));
}

void StoreImportService::lastEmployee(QObject *context, Answer<QString> answer)
{
    m_services.background.read(context, [](Connection &db) { return migration::runs::lastDefaultEmployee(db); }, std::move(answer));
}

void StoreImportService::employees(QObject *context, Answer<QVector<crm::Employee>> answer)
{
    m_services.background.read(
        context, [](Connection &db) { return crm::employees::list(db); }, std::move(answer), QStringLiteral("imports.employees"));
}

void StoreImportService::saveEmployee(QObject *context, const crm::Employee &employee, Answer<qint64> answer)
{
    m_services.background.run(
        context,
        [&store = m_services.store, employee, now = m_services.clock.nowMs()]() -> base::Result<qint64> {
            qint64 id = employee.id;
            PFX_TRY(store.writer().run([&id, &employee, now](Connection &db) -> base::Result<void> {
                if (employee.id != 0)
                    return crm::employees::update(db, employee);
                PFX_ASSIGN(id, crm::employees::add(db, employee, now));
                return {};
            }));
            return id;
        },
        std::move(answer));
}

void StoreImportService::pipelines(QObject *context, Answer<QVector<crm::Pipeline>> answer)
{
    m_services.background.read(
        context, [](Connection &db) { return crm::loadPipelines(db); }, std::move(answer), QStringLiteral("imports.pipelines"));
}

void StoreImportService::mappingNames(QObject *context, records::System system, Answer<QStringList> answer)
{
    m_services.background.read(context, [system](Connection &db) { return migration::runs::mappingNames(db, system); }, std::move(answer));
}

void StoreImportService::mapping(QObject *context, records::System system, const QString &name, Answer<migration::Mapping> answer)
{
    m_services.background.read(
        context, [system, name](Connection &db) { return migration::runs::mapping(db, system, name); }, std::move(answer));
}

void StoreImportService::saveMapping(QObject *context, records::System system, const QString &name, const migration::Mapping &mapping,
                                     Answer<void> answer)
{
    m_services.background.run(
        context, [&store = m_services.store, system, name, mapping] { return migration::runs::saveMapping(store, system, name, mapping); },
        std::move(answer));
}

void StoreImportService::removeMapping(QObject *context, records::System system, const QString &name, Answer<void> answer)
{
    m_services.background.run(
        context, [&store = m_services.store, system, name] { return migration::runs::removeMapping(store, system, name); }, std::move(answer));
}

void StoreImportService::readFile(QObject *context, const QString &path, Answer<QByteArray> answer)
{
    m_services.background.run(
        context,
        [path]() -> base::Result<QByteArray> {
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly))
                return base::fail(base::ErrorCode::SourceUnreadable, file.errorString(), path);
            return file.readAll();
        },
        std::move(answer));
}

void StoreImportService::writeFile(QObject *context, const QString &path, const QByteArray &content, Answer<void> answer)
{
    m_services.background.run(context, [path, content] { return write(path, content); }, std::move(answer));
}

QStringList StoreImportService::recentFiles() const
{
    QStringList files = m_services.settings.value(kRecentKey).toStringList();
    files.removeIf([](const QString &file) { return !QFileInfo::exists(file); });
    return files;
}

void StoreImportService::rememberFile(const QString &path)
{
    if (path.startsWith(m_services.profileDir + QLatin1Char('/')))
        return; // the sample and rows to be retried
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    m_services.settings.setValue(kRecentKey, files.mid(0, kRecentKept));
}

base::Result<QString> StoreImportService::sampleFile()
{
    initializeSample();
    QFile sample(kSampleResource);
    if (!sample.open(QIODevice::ReadOnly))
        return base::fail(base::ErrorCode::NotFound, sample.errorString(), kSampleResource);
    const QString path = m_services.profileDir + QStringLiteral("/samples/amocrm.json");
    PFX_TRY(write(path, sample.readAll()));
    return path;
}

ImportJob *StoreImportService::start(const QString &path, const migration::ImportOptions &options)
{
    const QString file = QFileInfo(path).absoluteFilePath();
    const auto kind = options.dryRun ? ImportJob::Kind::DryRun : ImportJob::Kind::Import;
    return begin({kind, options.system, file, 0},
                 [&store = m_services.store, &clock = m_services.clock, file, options](
                     migration::RunControl &control, const migration::Importer::Progress &progress) -> base::Result<migration::RunReport> {
                     PFX_ASSIGN(const auto source, migration::openFile(file, options.system));
                     return migration::Importer(store, clock).run(file, *source, options, control, progress);
                 });
}

ImportJob *StoreImportService::resume(const migration::RunReport &run)
{
    return begin({ImportJob::Kind::Import, run.source, run.path, run.run},
                 [&store = m_services.store, &clock = m_services.clock, id = run.run](
                     migration::RunControl &control, const migration::Importer::Progress &progress) {
                     return migration::Importer(store, clock).resume(id, control, progress);
                 });
}

/// The snapshots of an undo know only how far it is: of how many rows, its run's report tells.
static migration::ImportProgress outOf(migration::ImportProgress progress, qint64 rows)
{
    progress.total = std::max(progress.total, rows);
    for (migration::PhaseProgress &phase : progress.phases)
        phase.total = std::max(phase.total, rows);
    if (progress.rowsPerSecond > 0)
        progress.leftMs = qint64(1000 * double(progress.total - progress.done) / progress.rowsPerSecond);
    return progress;
}

ImportJob *StoreImportService::undo(const migration::RunReport &run)
{
    return begin({ImportJob::Kind::Undo, run.source, run.path, run.run},
                 [&store = m_services.store, &clock = m_services.clock, id = run.run, rows = run.total().read](
                     migration::RunControl &control, const migration::Importer::Progress &progress) {
                     const auto told = [&progress, rows](const migration::ImportProgress &snapshot) { progress(outOf(snapshot, rows)); };
                     return migration::runs::undo(store, clock, id, control, told);
                 });
}

ImportJob *StoreImportService::begin(StoreImportJob::What what, StoreImportJob::Work work)
{
    if (ImportJob *running = current())
        return running;
    auto job = std::make_unique<ImportBarJob>(std::move(what), std::move(work));
    ImportJob *started = &job->work();
    m_services.jobs.add(std::move(job));
    emit runsChanged();
    return started;
}

ImportJob *StoreImportService::current() const
{
    for (Job *job : m_services.jobs.jobs()) {
        auto *import = qobject_cast<ImportBarJob *>(job);
        if (import != nullptr && !import->work().result())
            return &import->work();
    }
    return nullptr;
}

} // namespace pfx::ui
