// SPDX-License-Identifier: GPL-3.0-or-later
// A writer for work under a lock: commits its jobs only while the lock is held, so that nobody who works under it can forget to ask. A job
// after the loss ends with lockLost() and without a trace. Of the threads it is as the writer behind it; neither writer nor lock is owned.
#pragma once

#include "core/store/store.h"

namespace pfx::store {

class HeldWriter : public Writer
{
public:
    HeldWriter(Writer &inner, const StoreLock &lock) : m_inner(inner), m_lock(lock) {}

    void submit(Job job, Done done) override { m_inner.submit(held(std::move(job)), std::move(done)); }
    base::Result<void> run(Job job) override { return m_inner.run(held(std::move(job))); }
    base::Result<void> runAlone(Job job) override { return m_inner.runAlone(held(std::move(job))); }
    base::Result<void> runResumable(Job job) override { return m_inner.runResumable(held(std::move(job))); }
    int advisedBatchRows() override { return m_inner.advisedBatchRows(); }

private:
    Job held(Job job) const
    {
        return [&lock = m_lock, job = std::move(job)](Connection &db) -> base::Result<void> {
            PFX_TRY(job(db));
            return lock.prove(db);
        };
    }

    Writer &m_inner;
    const StoreLock &m_lock;
};

} // namespace pfx::store
