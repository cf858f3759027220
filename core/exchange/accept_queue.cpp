// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/accept_queue.h"

#include <utility>
#include <vector>

namespace pfx::exchange {

using base::ErrorCode;
using base::Result;

namespace {

constexpr size_t largestGroup = 512; // a few ms in the writer's transaction

bool isOfTheStore(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Storage:
    case ErrorCode::StorageFull:
    case ErrorCode::StorageReadOnly:
    case ErrorCode::StorageLocked:
    case ErrorCode::StorageDamaged:
        return true;
    default:
        return false;
    }
}

struct Batch
{
    std::vector<Inbound> requests;
    std::vector<AcceptQueue::Done> done;
    std::vector<Accepted> accepted;
};

} // namespace

struct AcceptQueue::State : std::enable_shared_from_this<AcceptQueue::State>
{
    State(store::Writer &w, Inbox &i) : writer(w), inbox(i) {}

    store::Writer &writer;
    Inbox &inbox;
    std::mutex mutex;
    std::deque<std::pair<Inbound, Done>> waiting;
    bool scheduled = false; ///< A job that will take what waits stands in the writer's queue.

    void schedule();
    void take(Batch &batch);
    void submit(const std::shared_ptr<Batch> &batch);
    void finish(Batch &batch, const Result<void> &result);
};

AcceptQueue::AcceptQueue(store::Writer &writer, Inbox &inbox) : m_state(std::make_shared<State>(writer, inbox)) {}

void AcceptQueue::accept(Inbound request, Done done)
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->waiting.emplace_back(std::move(request), std::move(done));
        if (std::exchange(m_state->scheduled, true))
            return;
    }
    m_state->schedule();
}

void AcceptQueue::State::schedule()
{
    const auto batch = std::make_shared<Batch>();
    writer.submit(
        [self = shared_from_this(), batch](store::Connection &db) -> Result<void> {
            self->take(*batch);
            PFX_ASSIGN(batch->accepted, self->inbox.accept(db, batch->requests));
            return {};
        },
        [self = shared_from_this(), batch](const Result<void> &result) {
            if (batch->requests.empty()) // the writer could not even begin: what waits hears of it now
                self->take(*batch);
            self->finish(*batch, result);
        });
}

void AcceptQueue::State::take(Batch &batch)
{
    bool more = false;
    {
        const std::lock_guard lock(mutex);
        while (!waiting.empty() && batch.requests.size() < largestGroup) {
            batch.requests.push_back(std::move(waiting.front().first));
            batch.done.push_back(std::move(waiting.front().second));
            waiting.pop_front();
        }
        more = !waiting.empty();
        scheduled = more;
    }
    if (more)
        schedule();
}

void AcceptQueue::State::submit(const std::shared_ptr<Batch> &batch)
{
    writer.submit(
        [self = shared_from_this(), batch](store::Connection &db) -> Result<void> {
            PFX_ASSIGN(batch->accepted, self->inbox.accept(db, batch->requests));
            return {};
        },
        [self = shared_from_this(), batch](const Result<void> &result) { self->finish(*batch, result); });
}

void AcceptQueue::State::finish(Batch &batch, const Result<void> &result)
{
    if (!result && batch.requests.size() > 1 && !isOfTheStore(result.error().code)) {
        for (size_t i = 0; i < batch.requests.size(); ++i) {
            auto one = std::make_shared<Batch>();
            one->requests.push_back(std::move(batch.requests[i]));
            one->done.push_back(std::move(batch.done[i]));
            submit(one);
        }
        return;
    }
    for (size_t i = 0; i < batch.done.size(); ++i) {
        if (result)
            batch.done[i](batch.accepted[i]);
        else
            batch.done[i](base::fail(result.error()));
    }
}

} // namespace pfx::exchange
