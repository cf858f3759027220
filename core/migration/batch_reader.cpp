// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/batch_reader.h"

namespace pfx::migration {

using base::Result;
using records::Position;
using records::Section;

namespace {

constexpr size_t readAhead = 1; // one waits, one is read, one is written: more would only take memory

} // namespace

BatchReader::BatchReader(records::RecordSource &source, Preparer preparer, QVector<Section> sections, Position from, Rows rows)
    : m_source(source), m_preparer(std::move(preparer)), m_sections(std::move(sections)), m_from(from), m_rows(std::move(rows))
{
    m_thread = std::thread([this] { run(); });
}

BatchReader::~BatchReader()
{
    m_ending.request_stop();
    m_changed.notify_all();
    m_thread.join();
}

void BatchReader::run()
{
    Position from = m_from;
    for (const Section section : m_sections) {
        for (bool last = false; !last;) {
            auto batch = readBatch(section, from);
            if (!batch) {
                put(base::fail(batch.error()));
                return;
            }
            from = batch->next;
            last = batch->last;
            if (!put(std::optional(std::move(*batch))))
                return;
        }
        from = {};
    }
    put(std::optional<PreparedBatch>());
}

Result<PreparedBatch> BatchReader::readBatch(Section section, Position from)
{
    PFX_ASSIGN(auto batch, m_source.read(section, from, m_rows(), m_ending.get_token()));
    PreparedBatch prepared;
    prepared.section = section;
    prepared.next = batch.next;
    prepared.last = batch.last;
    prepared.items.reserve(static_cast<size_t>(batch.items.size()));
    for (records::SourceItem &item : batch.items) {
        prepared.items.push_back(m_preparer.prepare(std::move(item)));
        if (m_ending.stop_requested())
            return base::fail(base::ErrorCode::Cancelled);
    }
    return prepared;
}

bool BatchReader::put(Result<std::optional<PreparedBatch>> batch)
{
    std::vector<std::shared_ptr<void>> spent;
    {
        std::unique_lock lock(m_mutex);
        if (!m_changed.wait(lock, m_ending.get_token(), [this] { return m_queue.size() < readAhead; }))
            return false;
        m_queue.push_back(std::move(batch));
        spent.swap(m_spent);
    }
    m_changed.notify_all();
    return true;
}

Result<std::optional<PreparedBatch>> BatchReader::take(const base::StopToken &stop)
{
    std::unique_lock lock(m_mutex);
    if (!m_changed.wait(lock, stop, [this] { return !m_queue.empty(); }))
        return base::fail(base::ErrorCode::Cancelled);
    auto batch = std::move(m_queue.front());
    m_queue.pop_front();
    lock.unlock();
    m_changed.notify_all();
    return batch;
}

} // namespace pfx::migration
