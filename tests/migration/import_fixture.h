// SPDX-License-Identifier: GPL-3.0-or-later
// What the import tests share: a store with one employee, files written from JSON, runs of them, and the whole database as text without its
// times, so that two databases can be compared. A test's main thread.
#pragma once

#include "core/base/clock.h"
#include "core/migration/runs.h"
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"

namespace pfx::test {

/// A batch size of its own, so that small files have many batches.
class SmallBatches : public store::Store
{
public:
    SmallBatches(store::Store &inner, int rows) : m_inner(inner), m_writer(inner.writer(), rows) {}

    const store::StoreUrl &url() const override { return m_inner.url(); }
    base::Result<std::unique_ptr<store::Connection>> connect() override { return m_inner.connect(); }
    store::Writer &writer() override { return m_writer; }
    base::Result<store::StoreInfo> info() override { return m_inner.info(); }
    base::Result<void> check() override { return m_inner.check(); }
    base::Result<void> backup(const QString &file) override { return m_inner.backup(file); }
    base::Result<std::unique_ptr<store::StoreLock>> tryLock(const QString &name) override { return m_inner.tryLock(name); }
    base::Result<QStringList> heldLocks() override { return m_inner.heldLocks(); }
    bool usedByOthers() override { return m_inner.usedByOthers(); }
    /// Called once, when so many of the writer's jobs are done.
    void afterJobs(int jobs, std::function<void()> action) { m_writer.afterJobs(jobs, std::move(action)); }
    /// Called once, inside the transaction of that batch (1: the first), before anything of it is decided.
    void inBatch(int batch, std::function<void(store::Connection &)> action) { m_writer.inBatch(batch, std::move(action)); }

private:
    class SmallWriter : public store::Writer
    {
    public:
        SmallWriter(store::Writer &inner, int rows) : m_inner(inner), m_rows(rows) {}
        void submit(Job job, Done done) override { m_inner.submit(std::move(job), std::move(done)); }
        base::Result<void> run(Job job) override { return count(m_inner.run(std::move(job))); }
        base::Result<void> runAlone(Job job) override { return count(m_inner.runAlone(std::move(job))); }
        base::Result<void> runResumable(Job job) override
        {
            return count(m_inner.runResumable([this, job = std::move(job)](store::Connection &db) {
                if (--m_batchesLeft == 0)
                    m_inBatch(db);
                return job(db);
            }));
        }
        int advisedBatchRows() override { return m_rows; }
        void afterJobs(int jobs, std::function<void()> action)
        {
            m_jobsLeft = jobs;
            m_action = std::move(action);
        }
        void inBatch(int batch, std::function<void(store::Connection &)> action)
        {
            m_batchesLeft = batch;
            m_inBatch = std::move(action);
        }

    private:
        base::Result<void> count(base::Result<void> result)
        {
            if (--m_jobsLeft == 0)
                m_action();
            return result;
        }

        store::Writer &m_inner;
        int m_rows;
        int m_jobsLeft = 0;
        std::function<void()> m_action;
        int m_batchesLeft = 0;
        std::function<void(store::Connection &)> m_inBatch;
    };

    store::Store &m_inner;
    SmallWriter m_writer;
};

/// Adds "Администратор" <admin@example.com>, whose id is 1; the error's text.
QString addEmployee(store::Store &store, const QString &name = QStringLiteral("Администратор"),
                    const QString &email = QStringLiteral("admin@example.com"));

migration::ImportOptions amoOptions();
migration::ImportOptions bitrixOptions();

/// Writes the text into a file of the folder and returns its path.
QString writeFile(const QString &folder, const QString &name, const QByteArray &text);

base::Result<migration::RunReport> importFile(store::Store &store, const QString &path, const migration::ImportOptions &options);
base::Result<migration::RunReport> importFile(store::Store &store, const QString &path, const migration::ImportOptions &options,
                                              migration::RunControl &control, const migration::Importer::Progress &progress = {});

/// Goes on with a run, to its end.
base::Result<migration::RunReport> resumeRun(store::Store &store, qint64 run);

/// Companies by title, links by id, unknown stages, bad rows, repeated contacts: something for each table.
QByteArray richFile(int contacts, int deals);

/// Every table but its times; with or without what only the run itself knows (rows, problems, checkpoints).
enum class Dump { Everything, WithoutRuns };
QString dump(store::Store &store, Dump what = Dump::Everything);

/// "read created updated skipped failed".
QString text(const migration::Counters &counters);
QStringList codes(const migration::RunReport &report);
qint64 countOf(store::Store &store, const QString &table);

extern const char *const amoExample;    ///< The migration guide's example.
extern const char *const bitrixExample;

} // namespace pfx::test
