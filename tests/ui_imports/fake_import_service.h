// SPDX-License-Identifier: GPL-3.0-or-later
// The import service of presenter tests: answers at once from what the test put in, or keeps the answers until answer() is called.
#pragma once

#include "ui/imports/import_service.h"

#include <QPointer>

#include <map>

namespace pfx::test {

class FakeImportJob : public ui::ImportJob
{
    Q_OBJECT

public:
    FakeImportJob(Kind kind, records::System system, const QString &path, QObject *parent)
        : ui::ImportJob(parent), m_kind(kind), m_system(system), m_path(path)
    {}
    Kind kind() const override { return m_kind; }
    records::System system() const override { return m_system; }
    QString path() const override { return m_path; }
    const migration::ImportProgress &progress() const override { return snapshot; }
    const std::optional<base::Result<migration::RunReport>> &result() const override { return m_result; }
    void pause() override
    {
        paused = true;
        emit progressChanged();
    }
    void resume() override
    {
        paused = false;
        emit progressChanged();
    }
    void stop() override { stopped = true; }
    bool isPaused() const override { return paused; }

    void advance(const migration::ImportProgress &progress)
    {
        snapshot = progress;
        emit progressChanged();
    }
    void end(base::Result<migration::RunReport> result)
    {
        m_result = std::move(result);
        emit finished();
    }

    migration::ImportProgress snapshot;
    bool paused = false;
    bool stopped = false;

private:
    Kind m_kind;
    records::System m_system;
    QString m_path;
    std::optional<base::Result<migration::RunReport>> m_result;
};

class FakeImportService : public ui::ImportService
{
    Q_OBJECT

public:
    struct File
    {
        base::Result<records::SourceInfo> info;
    };

    std::map<std::pair<QString, records::System>, base::Result<records::SourceInfo>> files;
    QVector<migration::RunReport> runList;
    std::map<qint64, migration::ImportOptions> runOptions;
    QVector<migration::RunRow> runRows;
    QVector<migration::Problem> runProblems;
    base::Result<migration::runs::FailedRows> failed = migration::runs::FailedRows{"[]", QStringLiteral("json"), 1};
    base::Result<migration::runs::UndoPreview> undoPreview = migration::runs::UndoPreview();
    QString last; ///< default employee of the newest import
    QVector<crm::Employee> staff;
    base::Result<qint64> saved = qint64(0);
    QVector<crm::Pipeline> ours;
    std::map<QString, migration::Mapping> mappings;
    std::map<QString, QByteArray> disk;
    QStringList recent;
    bool holdInspections = false;
    QVector<std::function<void()>> held;
    QStringList inspected;
    QVector<migration::runs::RowsQuery> queries;
    migration::ImportOptions started;
    QString startedPath;
    QPointer<FakeImportJob> job;

    void inspect(QObject *context, const QString &path, records::System system, base::StopToken stop, Bytes bytes,
                 Answer<records::SourceInfo> answer) override
    {
        Q_UNUSED(stop)
        inspected.append(path);
        const auto found = files.find({path, system});
        const base::Result<records::SourceInfo> info
            = found != files.end() ? found->second : base::fail(base::ErrorCode::SourceUnreadable, QStringLiteral("no such file"), path);
        const auto reply = [guard = QPointer(context), info, answer, bytes] {
            if (!guard)
                return;
            bytes(50, 100);
            answer(info);
        };
        if (holdInspections)
            held.append(reply);
        else
            reply();
    }
    void runs(QObject *, Answer<QVector<migration::RunReport>> answer) override { answer(runList); }
    void report(QObject *, qint64 run, Answer<migration::RunReport> answer) override
    {
        for (const migration::RunReport &report : std::as_const(runList)) {
            if (report.run == run)
                return answer(report);
        }
        answer(base::fail(base::ErrorCode::NotFound));
    }
    void options(QObject *, qint64 run, Answer<migration::ImportOptions> answer) override { answer(runOptions[run]); }
    void rows(QObject *, const migration::runs::RowsQuery &query, Answer<QVector<migration::RunRow>> answer) override
    {
        queries.append(query);
        QVector<migration::RunRow> page;
        for (const migration::RunRow &row : std::as_const(runRows)) {
            if (row.rowNo > query.afterRow && page.size() < query.limit && (!query.decision || *query.decision == row.decision)
                && (!query.kind || *query.kind == row.kind) && (query.search.isEmpty() || row.title.contains(query.search)))
                page.append(row);
        }
        answer(page);
    }
    void problemCounts(QObject *, qint64, std::optional<migration::Severity> severity, Answer<ProblemCounts> answer) override
    {
        std::map<migration::ProblemCode, qint64> counts;
        for (const migration::Problem &problem : std::as_const(runProblems)) {
            if (!severity || problem.severity == *severity)
                ++counts[problem.code];
        }
        ProblemCounts list;
        for (const auto &[code, count] : counts)
            list.append({code, count});
        answer(list);
    }
    void problems(QObject *, const migration::runs::ProblemsQuery &query, Answer<QVector<migration::Problem>> answer) override
    {
        QVector<migration::Problem> page;
        for (qsizetype i = query.afterProblem; i < runProblems.size() && page.size() < query.limit; ++i) {
            if ((query.code && runProblems[i].code != *query.code) || (query.severity && runProblems[i].severity != *query.severity))
                continue;
            page.append(runProblems[i]);
            page.last().number = i + 1;
        }
        answer(page);
    }
    void failedRows(QObject *, qint64, Answer<migration::runs::FailedRows> answer) override { answer(failed); }
    void failedRowsFile(QObject *, qint64 run, Answer<QString> answer) override { answer(QStringLiteral("/failed/%1.json").arg(run)); }
    void previewUndo(QObject *, qint64, Answer<migration::runs::UndoPreview> answer) override { answer(undoPreview); }
    void lastEmployee(QObject *, Answer<QString> answer) override { answer(last); }
    void employees(QObject *, Answer<QVector<crm::Employee>> answer) override { answer(staff); }
    void saveEmployee(QObject *, const crm::Employee &employee, Answer<qint64> answer) override
    {
        if (saved) {
            crm::Employee added = employee;
            added.id = *saved;
            staff.append(added);
        }
        answer(saved);
    }
    void pipelines(QObject *, Answer<QVector<crm::Pipeline>> answer) override { answer(ours); }
    void mappingNames(QObject *, records::System, Answer<QStringList> answer) override
    {
        QStringList names;
        for (const auto &[name, mapping] : mappings)
            names.append(name);
        answer(names);
    }
    void mapping(QObject *, records::System, const QString &name, Answer<migration::Mapping> answer) override { answer(mappings[name]); }
    void saveMapping(QObject *, records::System, const QString &name, const migration::Mapping &mapping, Answer<void> answer) override
    {
        mappings[name] = mapping;
        answer({});
    }
    void removeMapping(QObject *, records::System, const QString &name, Answer<void> answer) override
    {
        if (mappings.erase(name) == 0)
            answer(base::fail(base::ErrorCode::NotFound, name, QStringLiteral("mapping")));
        else
            answer({});
    }
    void readFile(QObject *, const QString &path, Answer<QByteArray> answer) override { answer(disk[path]); }
    void writeFile(QObject *, const QString &path, const QByteArray &content, Answer<void> answer) override
    {
        disk[path] = content;
        answer({});
    }
    QStringList recentFiles() const override { return recent; }
    void rememberFile(const QString &path) override { recent.prepend(path); }
    base::Result<QString> sampleFile() override { return QStringLiteral("/sample.json"); }
    ui::ImportJob *start(const QString &path, const migration::ImportOptions &options) override
    {
        startedPath = path;
        started = options;
        return begin(options.dryRun ? ui::ImportJob::Kind::DryRun : ui::ImportJob::Kind::Import, options.system, path);
    }
    ui::ImportJob *resume(const migration::RunReport &run) override { return begin(ui::ImportJob::Kind::Import, run.source, run.path, run.run); }
    ui::ImportJob *undo(const migration::RunReport &run) override { return begin(ui::ImportJob::Kind::Undo, run.source, run.path, run.run); }
    ui::ImportJob *current() const override { return job && !job->result() ? job.data() : nullptr; }

private:
    ui::ImportJob *begin(ui::ImportJob::Kind kind, records::System system, const QString &path, qint64 run = 0)
    {
        job = new FakeImportJob(kind, system, path, this);
        job->snapshot.run = run;
        return job;
    }
};

} // namespace pfx::test
