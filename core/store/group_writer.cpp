// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/group_writer.h"

#include <chrono>
#include <future>
#include <optional>

namespace pfx::store {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {
const auto savepoint = QLatin1String("pfx_job");
}

GroupWriter::GroupWriter(OpenConnection open, std::function<bool()> isShared, const WriterPace &pace)
    : m_open(std::move(open)), m_isShared(std::move(isShared)), m_pace(pace), m_thread([this] { loop(); })
{}

GroupWriter::~GroupWriter()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void GroupWriter::put(Item item)
{
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back(std::move(item));
    }
    m_wake.notify_one();
}

void GroupWriter::submit(Job job, Done done)
{
    put({std::move(job), std::move(done), {}, Kind::Common});
}

Result<void> GroupWriter::run(Job job)
{
    return runAndWait(std::move(job), Kind::Common);
}

Result<void> GroupWriter::runAlone(Job job)
{
    return runAndWait(std::move(job), Kind::Alone);
}

Result<void> GroupWriter::runResumable(Job job)
{
    return runAndWait(std::move(job), Kind::Resumable);
}

Result<void> GroupWriter::runAndWait(Job job, Kind kind)
{
    if (std::this_thread::get_id() == m_thread.get_id())
        return fail(ErrorCode::Internal, QStringLiteral("a job must not wait for another job of the same writer"));
    std::promise<Result<void>> promise;
    auto answer = promise.get_future();
    put({std::move(job), [&promise](const Result<void> &result) { promise.set_value(result); }, {}, kind});
    return answer.get();
}

int GroupWriter::advisedBatchRows()
{
    return m_isShared() ? m_pace.batchRowsShared : m_pace.batchRowsAlone;
}

void GroupWriter::loop()
{
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
            if (m_queue.empty())
                break;
        }
        runGroup();
        leaveGap();
    }
    m_connection.reset(); // by the thread that opened it
}

bool GroupWriter::takeNext(Item &item)
{
    const std::lock_guard lock(m_mutex);
    if (m_queue.empty())
        return false;
    item = std::move(m_queue.front());
    m_queue.pop_front();
    return true;
}

/// For a group that has begun, in the order in which the jobs were handed in.
bool GroupWriter::takeCompanion(Kind kind, Item &item)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_queue.empty() || m_queue.front().kind != kind)
            return false;
    }
    return takeNext(item); // only this thread takes
}

Result<void> GroupWriter::ensureConnection()
{
    if (m_connection && m_connection->isUsable())
        return {};
    m_connection.reset();
    PFX_ASSIGN(m_connection, m_open());
    return {};
}

Result<void> GroupWriter::beginFor(Kind kind)
{
    PFX_TRY(ensureConnection());
    PFX_TRY(m_connection->setDurability(kind == Kind::Resumable ? Durability::Resumable : Durability::Disk));
    return m_connection->begin();
}

Result<void> GroupWriter::runBehindSavepoint(Item &item)
{
    PFX_TRY(m_connection->executeScript(QStringLiteral("SAVEPOINT %1").arg(savepoint)));
    item.result = item.job(*m_connection);
    if (!m_connection->inTransaction())
        return item.result ? fail(ErrorCode::Internal, QStringLiteral("a job has ended the writer's transaction")) : item.result;
    if (!item.result)
        PFX_TRY(m_connection->executeScript(QStringLiteral("ROLLBACK TO SAVEPOINT %1").arg(savepoint)));
    return m_connection->executeScript(QStringLiteral("RELEASE SAVEPOINT %1").arg(savepoint));
}

Result<void> GroupWriter::runJobs(std::vector<Item> &group)
{
    const Kind kind = group.front().kind;
    if (kind == Kind::Alone)
        return {};
    const auto began = std::chrono::steady_clock::now();
    const auto limit = std::chrono::milliseconds(m_pace.groupMs);
    Item item;
    while (std::chrono::steady_clock::now() - began < limit && takeCompanion(kind, item)) {
        group.push_back(std::move(item));
        PFX_TRY(runBehindSavepoint(group.back()));
    }
    return {};
}

void GroupWriter::runGroup()
{
    std::vector<Item> group(1);
    if (!takeNext(group.front()))
        return;
    Result<void> outcome = beginFor(group.front().kind);
    if (outcome) {
        Item &first = group.front();
        first.result = first.job(*m_connection);
        if (!first.result)
            outcome = first.result; // alone so far: undoing the transaction undoes just this job
        else if (!m_connection->inTransaction())
            outcome = fail(ErrorCode::Internal, QStringLiteral("a job has ended the writer's transaction"));
        else
            outcome = runJobs(group);
        if (outcome)
            outcome = m_connection->commit();
        // A rollback that fails leaves a connection that nobody can use any more; the next group opens another one.
        if (!outcome && !m_connection->rollback())
            m_connection.reset();
    }
    for (Item &item : group) {
        if (!outcome && item.result)
            item.result = outcome;
        if (item.done)
            item.done(item.result);
    }
}

void GroupWriter::leaveGap()
{
    if (!m_isShared())
        return;
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, std::chrono::milliseconds(m_pace.gapMs), [this] { return m_stopping; });
}

} // namespace pfx::store
