// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/intake.h"

#include "core/sms/repository.h"

#include <atomic>

namespace pfx::sms {

using base::Result;
using store::Connection;

struct Intake::Book {
    Book(const base::Clock &c, const PolicyHolder &p, Ring r) : clock(c), policy(p), ring(std::move(r)) { }

    const base::Clock &clock;
    const PolicyHolder &policy;
    const Ring ring;
    std::unique_ptr<Ledger> ledger; ///< Of the writer's thread.
    std::atomic<qint64> taken = 0;

    Result<std::vector<Taken>> store(Connection &db, std::vector<NewMessage> messages);
};

Result<std::vector<Taken>> Intake::Book::store(Connection &db, std::vector<NewMessage> messages)
{
    if (!ledger)
        ledger = Ledger::forBackend(db.backend());
    const SharedPolicy now = policy.get();
    const qint64 nowMs = clock.nowMs();
    PFX_ASSIGN(qint64 id, reserveIds(db, static_cast<qint64>(messages.size())));
    for (NewMessage &message : messages)
        message.id = id++;
    PFX_ASSIGN(auto entries, ledger->enter(db, messages, *now, nowMs));
    std::vector<Taken> answers;
    std::vector<NewMessage> fresh;
    std::set<QString> providers;
    answers.reserve(messages.size());
    for (size_t i = 0; i < messages.size(); ++i) {
        answers.push_back({entries[i].kind, entries[i].id, entries[i].limit});
        if (entries[i].kind != Entry::Kind::New)
            continue;
        providers.insert(messages[i].provider);
        fresh.push_back(std::move(messages[i]));
    }
    if (const auto inserted = insert(db, fresh, nowMs); !inserted)
        return base::fail(inserted.error());
    ring(providers);
    taken += static_cast<qint64>(fresh.size());
    return answers;
}

Intake::Intake(store::Writer &writer, const base::Clock &clock, const PolicyHolder &policy, Ring ring)
    : m_book(std::make_shared<Book>(clock, policy, std::move(ring))),
      m_jobs(writer, [book = m_book](Connection &db, const std::vector<NewMessage> &messages) { return book->store(db, messages); })
{
}

void Intake::take(NewMessage message, Done done)
{
    m_jobs.submit(std::move(message), [book = m_book, done = std::move(done)](const Result<Taken> &taken) {
        if (!taken && book->ledger)
            book->ledger->forget({});
        done(taken);
    });
}

qint64 Intake::taken() const
{
    return m_book->taken;
}

Result<Taken> Intake::takeNow(Connection &db, NewMessage message, qint64 nowMs)
{
    PFX_ASSIGN(message.id, reserveIds(db, 1));
    PFX_TRY(insert(db, {message}, nowMs));
    return Taken{Entry::Kind::New, message.id, {}};
}

} // namespace pfx::sms
