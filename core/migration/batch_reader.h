// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and prepares the batches of a run on its own thread, a few ahead of the writer. take() is called by the import's thread. The thread
// ends when the object goes.
#pragma once

#include "core/migration/prepare.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace pfx::migration {

class BatchReader
{
public:
    using Rows = std::function<int()>;

    /// Begins at the position of the first section; the sections that follow are read from their beginning.
    BatchReader(records::RecordSource &source, Preparer preparer, QVector<records::Section> sections, records::Position from, Rows rows);
    ~BatchReader();
    BatchReader(const BatchReader &) = delete;
    BatchReader &operator=(const BatchReader &) = delete;

    /// The next batch; no value at the end of the last section.
    base::Result<std::optional<PreparedBatch>> take(const base::StopToken &stop);

    /// Frees on the reading thread, which has time, what nobody needs any more.
    template<typename Spent>
    void discard(Spent spent)
    {
        auto held = std::make_shared<Spent>(std::move(spent));
        const std::lock_guard lock(m_mutex);
        m_spent.push_back(std::move(held));
    }

private:
    void run();
    base::Result<PreparedBatch> readBatch(records::Section section, records::Position from);
    bool put(base::Result<std::optional<PreparedBatch>> batch);

    records::RecordSource &m_source;
    const Preparer m_preparer;
    const QVector<records::Section> m_sections;
    const records::Position m_from;
    const Rows m_rows;

    base::StopSource m_ending;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<base::Result<std::optional<PreparedBatch>>> m_queue;
    std::vector<std::shared_ptr<void>> m_spent;
    std::thread m_thread;
};

} // namespace pfx::migration
