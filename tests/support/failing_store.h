// SPDX-License-Identifier: GPL-3.0-or-later
// A store that fails at a chosen database call: wraps a real one and counts every call of a Connection, on all connections and in the
// writer's jobs together. For the suites "fail the i-th database call until none fails". The counter may be used from any thread.
#pragma once

#include "core/store/store.h"

#include <atomic>

namespace pfx::test {

/// Shared by the wrapped connections; a call fails with `error` when the count reaches `failAt` (1 = the first; 0 = never).
class FailurePlan
{
public:
    explicit FailurePlan(int failAt = 0, base::ErrorCode code = base::ErrorCode::Storage) : m_failAt(failAt), m_code(code) {}

    /// Counts a call; its failure when it is the chosen one.
    base::Result<void> step(const QString &what);
    int calls() const { return m_calls; }
    /// Whether the chosen call was reached.
    bool hasFailed() const { return m_failAt > 0 && m_calls >= m_failAt; }
    void restart(int failAt);

private:
    std::atomic<int> m_calls = 0;
    std::atomic<int> m_failAt;
    base::ErrorCode m_code;
};

class FailingConnection : public store::Connection
{
public:
    FailingConnection(store::Connection &inner, FailurePlan &plan) : m_inner(inner), m_plan(plan) {}
    FailingConnection(std::unique_ptr<store::Connection> inner, FailurePlan &plan)
        : m_owned(std::move(inner)), m_inner(*m_owned), m_plan(plan)
    {}

    store::Backend backend() const override { return m_inner.backend(); }
    base::Result<store::Rows> select(const QString &sql, const store::Params &params) override;
    base::Result<void> forEach(const QString &sql, const store::Params &params,
                               const std::function<base::Result<void>(const store::Row &)> &each) override;
    base::Result<qint64> execute(const QString &sql, const store::Params &params) override;
    base::Result<qint64> executeLong(const QString &sql, const base::StopToken &stop) override;
    base::Result<void> executeMany(const QString &sql, const std::vector<store::Params> &sets) override;
    base::Result<void> insert(const store::RowBlock &rows, store::OnConflict onConflict) override;
    base::Result<qint64> reserveIds(const QString &table, qint64 count) override;
    base::Result<void> begin() override;
    base::Result<void> commit() override;
    base::Result<void> rollback() override { return m_inner.rollback(); }

private:
    std::unique_ptr<store::Connection> m_owned;
    store::Connection &m_inner;
    FailurePlan &m_plan;
};

class FailingWriter : public store::Writer
{
public:
    FailingWriter(store::Writer &inner, FailurePlan &plan) : m_inner(inner), m_plan(plan) {}
    void submit(Job job, Done done) override { m_inner.submit(wrap(std::move(job)), std::move(done)); }
    base::Result<void> run(Job job) override { return m_inner.run(wrap(std::move(job))); }
    base::Result<void> runAlone(Job job) override { return m_inner.runAlone(wrap(std::move(job))); }
    base::Result<void> runResumable(Job job) override { return m_inner.runResumable(wrap(std::move(job))); }
    int advisedBatchRows() override { return m_inner.advisedBatchRows(); }

private:
    /// The job on a counted connection; its end counts as one call more, which stands for the commit.
    Job wrap(Job job);

    store::Writer &m_inner;
    FailurePlan &m_plan;
};

/// Neither the inner store nor the plan is owned: both outlive this.
class FailingStore : public store::Store
{
public:
    FailingStore(store::Store &inner, FailurePlan &plan) : m_inner(inner), m_plan(plan) {}

    const store::StoreUrl &url() const override { return m_inner.url(); }
    base::Result<std::unique_ptr<store::Connection>> connect() override;
    store::Writer &writer() override;
    base::Result<store::StoreInfo> info() override { return m_inner.info(); }
    base::Result<void> check() override { return m_inner.check(); }
    base::Result<void> backup(const QString &file) override { return m_inner.backup(file); }
    base::Result<std::unique_ptr<store::StoreLock>> tryLock(const QString &name) override { return m_inner.tryLock(name); }
    base::Result<QStringList> heldLocks() override { return m_inner.heldLocks(); }
    bool usedByOthers() override { return m_inner.usedByOthers(); }

private:
    store::Store &m_inner;
    FailurePlan &m_plan;
    std::unique_ptr<FailingWriter> m_writer;
};

} // namespace pfx::test
