// SPDX-License-Identifier: GPL-3.0-or-later
// Where messages are taken: those that come together are stored by one job, each once within the window, and nobody is told before they are
// on disk. Any thread.
#pragma once

#include "core/exchange/grouped_jobs.h"
#include "core/sms/ledger.h"
#include "core/sms/policy_holder.h"

#include <functional>
#include <set>

namespace pfx::sms {

struct Taken {
    Entry::Kind kind = Entry::Kind::New;
    qint64 id = 0;
    QString limit; ///< Of TooMany.
};

class Intake {
public:
    using Done = std::function<void(const base::Result<Taken> &)>;
    /// Called on the writer's thread, inside the transaction, with the providers that have got something to send.
    using Ring = std::function<void(const std::set<QString> &providers)>;

    /// All of it outlives the intake and its jobs.
    Intake(store::Writer &writer, const base::Clock &clock, const PolicyHolder &policy, Ring ring);

    /// `done` is called on the writer's thread after the commit.
    void take(NewMessage message, Done done);

    /// How many were stored since the start.
    qint64 taken() const;

    /// For those who have a transaction open already (a command, a test of the screen): one message, without a window of its own.
    static base::Result<Taken> takeNow(store::Connection &db, NewMessage message, qint64 nowMs);

private:
    struct Book;
    std::shared_ptr<Book> m_book;
    exchange::GroupedJobs<NewMessage, Taken> m_jobs;
};

} // namespace pfx::sms
