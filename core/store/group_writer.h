// SPDX-License-Identifier: GPL-3.0-or-later
// The writer thread: takes jobs from a mutex-guarded queue, runs as many as wait in one transaction and tells their callers after the
// commit. The first job of a group needs no savepoint (it is undone by undoing the group), so a lone import batch costs nothing extra.
#pragma once

#include "core/store/driver_connection.h"
#include "core/store/writer.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace pfx::store {

/// How a writer behaves while it has the store to itself and while it shares it.
struct WriterPace
{
    int batchRowsAlone = 1000;
    int batchRowsShared = 200;
    int groupMs = 8;     ///< No further job joins a group after this, so that a lock is held no longer than 10 ms.
    int gapMs = 2;       ///< Left to the others after each transaction while the store is shared.
};

class GroupWriter : public Writer
{
public:
    GroupWriter(OpenConnection open, std::function<bool()> isShared, const WriterPace &pace);
    /// Finishes what was handed in.
    ~GroupWriter() override;

    void submit(Job job, Done done) override;
    base::Result<void> run(Job job) override;
    base::Result<void> runAlone(Job job) override;
    base::Result<void> runResumable(Job job) override;
    int advisedBatchRows() override;

private:
    /// Jobs share a transaction with their like.
    enum class Kind { Common, Resumable, Alone };
    struct Item
    {
        Job job;
        Done done;
        base::Result<void> result;
        Kind kind = Kind::Common;
    };

    void loop();
    void runGroup();
    void put(Item item);
    base::Result<void> runAndWait(Job job, Kind kind);
    bool takeNext(Item &item);
    bool takeCompanion(Kind kind, Item &item);
    base::Result<void> beginFor(Kind kind);
    base::Result<void> runBehindSavepoint(Item &item);
    /// Runs waiting jobs in the open transaction; the error of the whole group when the database has ended it.
    base::Result<void> runJobs(std::vector<Item> &group);
    base::Result<void> ensureConnection();
    void leaveGap();

    const OpenConnection m_open;
    const std::function<bool()> m_isShared;
    const WriterPace m_pace;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Item> m_queue;
    bool m_stopping = false;

    std::unique_ptr<DriverConnection> m_connection; // the thread's own
    std::thread m_thread;
};

} // namespace pfx::store
