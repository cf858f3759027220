// SPDX-License-Identifier: GPL-3.0-or-later
// Writes exchanges over the network into the journal, redacted, without anybody waiting for it: what comes while the writer is busy goes into
// one job. When the database cannot keep up or refuses, entries are dropped and counted, since the journal must not hold up the work. Any
// thread; the rest of a queue is written by the writer before the store closes.
#pragma once

#include "core/exchange/journal_pages.h"
#include "core/http/exchange_observer.h"
#include "core/store/writer.h"

#include <memory>

namespace pfx::exchange {

struct JournalRecord
{
    qint64 rowId = 0; ///< The row of a queue on whose behalf it was; 0: none.
    Direction direction = Direction::Out;
    QString service, account;
    QString method, path; ///< Without query; of what went out with the host.
    QString remote;
    std::optional<int> status;
    std::optional<base::Error> error;
    qint64 atMs = 0;
    qint64 durationMs = 0;
    QString request, answer;
};

class Journal : public http::ExchangeObserver
{
public:
    /// The writer outlives the journal.
    explicit Journal(store::Writer &writer);

    void write(JournalRecord record);
    /// What the HTTP client did.
    void exchanged(const http::Exchange &exchange) override;
    /// Entries that could not be written since the start.
    qint64 dropped() const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace pfx::exchange
