// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/journal.h"

#include "core/exchange/queue_table.h"
#include "core/log/categories.h"
#include "core/log/redact.h"

#include <atomic>
#include <mutex>
#include <utility>

namespace pfx::exchange {

using base::Result;
using store::orNull;

namespace {

constexpr size_t mostWaiting = 10'000;
constexpr qsizetype mostText = 64 * 1024; // of a request or an answer

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

// Redacted again, whoever did so before: this is the last place where it can be.
store::Value shown(const QString &text)
{
    return orNull(log::redact(text.left(mostText)));
}

Result<void> insert(store::Connection &db, const std::vector<JournalRecord> &records)
{
    PFX_ASSIGN(qint64 id, db.reserveIds(idSequence, static_cast<qint64>(records.size())));
    store::RowBlock block{s("exchange_journal"),
                          {s("id"), s("row_id"), s("direction"), s("service"), s("account"), s("method"), s("path"), s("remote"),
                           s("status"), s("error_code"), s("error_detail"), s("at"), s("duration_ms"), s("request"), s("answer")},
                          {}};
    for (const JournalRecord &record : records) {
        const auto add = [&block](store::Value value) { block.cells.push_back(std::move(value)); };
        add(id++);
        add(store::idOrNull(record.rowId));
        add(name(record.direction));
        add(record.service);
        add(record.account);
        add(record.method);
        add(record.path);
        add(orNull(record.remote));
        add(record.status ? store::Value(qint64(*record.status)) : store::Value());
        add(record.error ? store::Value(base::name(record.error->code)) : store::Value());
        add(record.error ? shown(record.error->detail) : store::Value());
        add(record.atMs);
        add(record.durationMs);
        add(shown(record.request));
        add(shown(record.answer));
    }
    return db.insert(block);
}

} // namespace

struct Journal::State : std::enable_shared_from_this<Journal::State>
{
    explicit State(store::Writer &w) : writer(w) {}

    store::Writer &writer;
    std::mutex mutex;
    std::vector<JournalRecord> waiting;
    bool scheduled = false;
    std::atomic<qint64> dropped = 0;

    void schedule()
    {
        const auto records = std::make_shared<std::vector<JournalRecord>>();
        writer.submit(
            [self = shared_from_this(), records](store::Connection &db) -> Result<void> {
                self->take(*records);
                return records->empty() ? Result<void>() : insert(db, *records);
            },
            [self = shared_from_this(), records](const Result<void> &result) {
                if (result)
                    return;
                self->take(*records); // the writer may not even have begun
                self->dropped += static_cast<qint64>(records->size());
                qCWarning(log::exchange).noquote() << "the journal lacks" << records->size() << "entries:" << result.error().detail;
            });
    }

    void take(std::vector<JournalRecord> &records)
    {
        const std::lock_guard lock(mutex);
        scheduled = false;
        records.insert(records.end(), std::make_move_iterator(waiting.begin()), std::make_move_iterator(waiting.end()));
        waiting.clear();
    }
};

Journal::Journal(store::Writer &writer) : m_state(std::make_shared<State>(writer)) {}

void Journal::write(JournalRecord record)
{
    {
        const std::lock_guard lock(m_state->mutex);
        if (m_state->waiting.size() >= mostWaiting) {
            ++m_state->dropped;
            return;
        }
        m_state->waiting.push_back(std::move(record));
        if (std::exchange(m_state->scheduled, true))
            return;
    }
    m_state->schedule();
}

void Journal::exchanged(const http::Exchange &exchange)
{
    JournalRecord record;
    record.rowId = exchange.rowId;
    record.direction = Direction::Out;
    record.service = exchange.service;
    record.account = exchange.account;
    record.method = exchange.method;
    record.path = exchange.host + exchange.path;
    record.status = exchange.status;
    record.error = exchange.error;
    record.atMs = exchange.atMs;
    record.durationMs = exchange.durationMs;
    record.request = exchange.request;
    record.answer = exchange.answer;
    write(std::move(record));
}

qint64 Journal::dropped() const
{
    return m_state->dropped;
}

} // namespace pfx::exchange
