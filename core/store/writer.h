// SPDX-License-Identifier: GPL-3.0-or-later
// The single writer thread of a process. Jobs are run in the order in which they were handed in, several in one transaction (group
// commit, each behind a savepoint, so that one job's failure undoes only that job); nobody is told of success before the commit is on disk.
// Safe to call from any thread but the writer's own.
#pragma once

#include "core/base/result.h"
#include "core/store/connection.h"

#include <functional>

namespace pfx::store {

class Writer
{
public:
    using Job = std::function<base::Result<void>(Connection &)>;
    using Done = std::function<void(const base::Result<void> &)>;

    Writer() = default;
    virtual ~Writer() = default;
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    /// `done` is called on the writer's thread after the commit (or with the reason of the failure).
    virtual void submit(Job job, Done done) = 0;
    /// Waits until the job is committed or has failed.
    virtual base::Result<void> run(Job job) = 0;
    /// The same in a transaction that no other job shares: for a job whose statements may be broken off (Connection::executeLong), which
    /// takes the whole transaction with it.
    virtual base::Result<void> runAlone(Job job) { return run(std::move(job)); }
    /// Waits for the commit but not for the disk: for a batch that its owner does again from its last checkpoint when it is gone (an
    /// import's). A power failure, never the program's own end, may take back the last such batches, whole and in order, until another
    /// job has been committed after them.
    virtual base::Result<void> runResumable(Job job) { return run(std::move(job)); }
    /// How many rows a long job should hand in at once now: 1,000 when alone on the store (a stop takes effect in time, memory stays small), 200 when shared (then the writer leaves
    /// 2 ms between transactions to the others).
    virtual int advisedBatchRows() = 0;
};

} // namespace pfx::store
