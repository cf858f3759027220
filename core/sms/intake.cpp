// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/intake.h"

#include "core/sms/repository.h"

namespace pfx::sms {

using base::Result;
using store::Connection;

struct Intake::Book {
    const base::Clock &clock;
    const PolicyHolder &policy;
    const Ring ring;
    std::unique_ptr<Ledger> ledger; ///< Of the writer's thread, as is all below.
    std::vector<qint64> entered; ///< By the last job; nobody knows yet whether it was committed.

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
    std::vector<Taken> taken;
    std::vector<NewMessage> fresh;
    std::set<QString> providers;
    taken.reserve(messages.size());
    for (size_t i = 0; i < messages.size(); ++i) {
        taken.push_back({entries[i].kind, entries[i].id, entries[i].limit});
        if (entries[i].kind != Entry::Kind::New)
            continue;
        providers.insert(messages[i].provider);
        fresh.push_back(std::move(messages[i]));
    }
    if (const auto inserted = insert(db, fresh, nowMs); !inserted)
        return base::fail(inserted.error());
    ring(providers);
    return taken;
}

Intake::Intake(store::Writer &writer, const base::Clock &clock, const PolicyHolder &policy, Ring ring)
    : m_book(std::make_shared<Book>(Book{clock, policy, std::move(ring), nullptr, {}})),
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

Result<Taken> Intake::takeNow(Connection &db, NewMessage message, qint64 nowMs)
{
    PFX_ASSIGN(message.id, reserveIds(db, 1));
    PFX_TRY(insert(db, {message}, nowMs));
    return Taken{Entry::Kind::New, message.id, {}};
}

} // namespace pfx::sms
