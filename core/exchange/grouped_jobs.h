// SPDX-License-Identifier: GPL-3.0-or-later
// Many small requests in few jobs of the writer: what is handed in while the writer is busy goes into one job, so that a durable answer costs
// a row and not a transaction with its savepoint. `work` does a group at a time and gives an answer for each request, in their order; `done`
// is called on the writer's thread after the commit, or with the reason why nothing was stored. A group that fails for another reason
// than the store's is tried once more request by request, so that a bad one fails only itself. Any thread.
#pragma once

#include "core/base/result.h"
#include "core/store/writer.h"

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace pfx::exchange {

template<typename Request, typename Answer>
class GroupedJobs
{
public:
    using Work = std::function<base::Result<std::vector<Answer>>(store::Connection &, const std::vector<Request> &)>;
    using Done = std::function<void(const base::Result<Answer> &)>;

    /// The writer, and what `work` needs, outlive the jobs; these outlive this object by themselves.
    GroupedJobs(store::Writer &writer, Work work) : m_state(std::make_shared<State>(writer, std::move(work))) {}

    void submit(Request request, Done done)
    {
        {
            const std::lock_guard lock(m_state->mutex);
            m_state->waiting.emplace_back(std::move(request), std::move(done));
            if (std::exchange(m_state->scheduled, true))
                return;
        }
        m_state->schedule();
    }

private:
    static constexpr size_t largestGroup = 512; // a few ms in the writer's transaction

    struct Group
    {
        std::vector<Request> requests;
        std::vector<Done> done;
        std::vector<Answer> answers;
    };

    struct State : std::enable_shared_from_this<State>
    {
        State(store::Writer &w, Work f) : writer(w), work(std::move(f)) {}

        store::Writer &writer;
        const Work work;
        std::mutex mutex;
        std::deque<std::pair<Request, Done>> waiting;
        bool scheduled = false; ///< A job that will take what waits stands in the writer's queue.

        void schedule() { submit(std::make_shared<Group>()); }
        void submit(const std::shared_ptr<Group> &group);
        void take(Group &group);
        base::Result<void> run(store::Connection &db, Group &group);
        void finish(Group &group, const base::Result<void> &result);
    };

    static bool isOfTheStore(base::ErrorCode code);

    std::shared_ptr<State> m_state;
};

template<typename Request, typename Answer>
bool GroupedJobs<Request, Answer>::isOfTheStore(base::ErrorCode code)
{
    switch (code) {
    case base::ErrorCode::Storage:
    case base::ErrorCode::StorageFull:
    case base::ErrorCode::StorageReadOnly:
    case base::ErrorCode::StorageLocked:
    case base::ErrorCode::StorageDamaged:
        return true;
    default:
        return false;
    }
}

template<typename Request, typename Answer>
void GroupedJobs<Request, Answer>::State::submit(const std::shared_ptr<Group> &group)
{
    writer.submit(
        [self = this->shared_from_this(), group](store::Connection &db) {
            if (group->requests.empty())
                self->take(*group);
            return self->run(db, *group);
        },
        [self = this->shared_from_this(), group](const base::Result<void> &result) {
            if (group->requests.empty()) // the writer could not even begin: what waits hears of it now
                self->take(*group);
            self->finish(*group, result);
        });
}

template<typename Request, typename Answer>
void GroupedJobs<Request, Answer>::State::take(Group &group)
{
    bool more = false;
    {
        const std::lock_guard lock(mutex);
        while (!waiting.empty() && group.requests.size() < largestGroup) {
            group.requests.push_back(std::move(waiting.front().first));
            group.done.push_back(std::move(waiting.front().second));
            waiting.pop_front();
        }
        more = !waiting.empty();
        scheduled = more;
    }
    if (more)
        schedule();
}

template<typename Request, typename Answer>
base::Result<void> GroupedJobs<Request, Answer>::State::run(store::Connection &db, Group &group)
{
    PFX_ASSIGN(group.answers, work(db, group.requests));
    if (group.answers.size() != group.requests.size())
        return base::fail(base::ErrorCode::Internal, QStringLiteral("not as many answers as requests"));
    return {};
}

template<typename Request, typename Answer>
void GroupedJobs<Request, Answer>::State::finish(Group &group, const base::Result<void> &result)
{
    if (!result && group.requests.size() > 1 && !isOfTheStore(result.error().code)) {
        for (size_t i = 0; i < group.requests.size(); ++i) {
            auto one = std::make_shared<Group>();
            one->requests.push_back(std::move(group.requests[i]));
            one->done.push_back(std::move(group.done[i]));
            submit(one);
        }
        return;
    }
    for (size_t i = 0; i < group.done.size(); ++i) {
        if (result)
            group.done[i](group.answers[i]);
        else
            group.done[i](base::fail(result.error()));
    }
}

} // namespace pfx::exchange
