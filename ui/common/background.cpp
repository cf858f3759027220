// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/background.h"

#include "core/store/store.h"

#include <QThread>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace pfx::ui {

namespace {
constexpr int ReadingThreads = 2;
}

/// What the threads and the GUI share. Outlives neither: the destructor joins every thread.
struct Background::Shared
{
    struct Task
    {
        quint64 ticket = 0;
        Length length = Length::Short;
        Work work;
    };
    struct Answer
    {
        quint64 ticket = 0;
        std::shared_ptr<void> value;
    };

    std::mutex mutex;
    std::condition_variable wake;
    std::deque<Task> waiting;
    bool longRuns = false;
    int longTurn = 0; ///< The thread whose turn it is.
    std::vector<Answer> answers;
    std::vector<std::thread> readers;
    std::vector<std::unique_ptr<QThread>> runners;
    bool leaving = false;
    bool told = false; ///< a wake-up of the GUI thread is on its way
    QObject *receiver = nullptr;
    std::function<void()> drain;

    void answer(quint64 ticket, std::shared_ptr<void> value)
    {
        const std::lock_guard lock(mutex);
        answers.push_back({ticket, std::move(value)});
        if (!told && !leaving) {
            told = true;
            QMetaObject::invokeMethod(receiver, drain, Qt::QueuedConnection);
        }
    }

    /// The first that this thread may begin.
    std::deque<Task>::iterator next(int thread)
    {
        return std::find_if(waiting.begin(), waiting.end(), [this, thread](const Task &task) {
            return task.length == Length::Short || (!longRuns && longTurn == thread);
        });
    }

    void ended(Length length)
    {
        if (length == Length::Short)
            return;
        {
            const std::lock_guard lock(mutex);
            longRuns = false;
            longTurn = (longTurn + 1) % ReadingThreads;
        }
        wake.notify_all();
    }

    void readLoop(const Connect &connect, int thread)
    {
        std::unique_ptr<store::Connection> connection;
        for (;;) {
            Task task;
            {
                std::unique_lock lock(mutex);
                wake.wait(lock, [this, thread] { return leaving || next(thread) != waiting.end(); });
                if (leaving)
                    return;
                const auto chosen = next(thread);
                task = std::move(*chosen);
                waiting.erase(chosen);
                longRuns = longRuns || task.length == Length::Long;
            }
            base::Result<store::Connection *> db(connection.get());
            if (!connection) {
                auto opened = connect(); // tried again for each task: the store may be back
                if (opened) {
                    connection = std::move(*opened);
                    db = connection.get();
                } else {
                    db = base::fail(std::move(opened).error());
                }
            }
            auto value = task.work(std::move(db));
            task.work = nullptr; // what it captured goes before the answer is told
            ended(task.length);
            answer(task.ticket, std::move(value));
        }
    }
};

Background::Background(Connect connect, QObject *parent)
    : QObject(parent), m_connect(std::move(connect)), m_shared(std::make_shared<Shared>())
{
    m_shared->receiver = this;
    m_shared->drain = [this] { drain(); };
}

Background::Background(store::Store &store, QObject *parent) : Background([&store] { return store.connect(); }, parent) {}

Background::~Background()
{
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->leaving = true;
        m_shared->waiting.clear();
    }
    m_shared->wake.notify_all();
    for (std::thread &reader : m_shared->readers)
        reader.join();
    for (const auto &runner : m_shared->runners)
        runner->wait();
}

quint64 Background::newTicket(QObject *context, const QString &key, Deliver deliver)
{
    const quint64 ticket = ++m_lastTicket;
    if (!key.isEmpty()) {
        const Key newest(context, key);
        if (const quint64 older = m_newest.value(newest))
            drop(older);
        m_newest.insert(newest, ticket);
    }
    m_tickets.insert(ticket, {context, key, std::move(deliver)});
    return ticket;
}

void Background::drop(quint64 ticket)
{
    m_tickets.remove(ticket);
    const std::lock_guard lock(m_shared->mutex);
    std::erase_if(m_shared->waiting, [ticket](const Shared::Task &task) { return task.ticket == ticket; });
}

void Background::enqueueRead(QObject *context, const QString &key, Length length, Work work, Deliver deliver)
{
    const quint64 ticket = newTicket(context, key, std::move(deliver));
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->waiting.push_back({ticket, length, std::move(work)});
    }
    if (m_shared->readers.empty()) {
        for (int i = 0; i < ReadingThreads; ++i)
            m_shared->readers.emplace_back([shared = m_shared.get(), connect = m_connect, i] { shared->readLoop(connect, i); });
    }
    m_shared->wake.notify_all(); // not every thread may take every task
}

void Background::enqueueRun(QObject *context, std::function<std::shared_ptr<void>()> work, Deliver deliver)
{
    const quint64 ticket = newTicket(context, {}, std::move(deliver));
    std::erase_if(m_shared->runners, [](const auto &runner) { return runner->isFinished(); });
    std::unique_ptr<QThread> thread(QThread::create([shared = m_shared.get(), ticket, work = std::move(work)]() mutable {
        auto value = work();
        work = nullptr;
        shared->answer(ticket, std::move(value));
    }));
    thread->start();
    m_shared->runners.push_back(std::move(thread));
}

void Background::forget(QObject *context, const QString &newestOf)
{
    if (const quint64 ticket = m_newest.take(Key(context, newestOf)))
        drop(ticket);
}

bool Background::isIdle() const
{
    return m_tickets.isEmpty();
}

void Background::drain()
{
    std::vector<Shared::Answer> answers;
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->told = false;
        answers.swap(m_shared->answers);
    }
    const QPointer<Background> self(this);
    for (const Shared::Answer &answer : answers) {
        const Ticket ticket = m_tickets.take(answer.ticket);
        if (!ticket.key.isEmpty()) {
            // By value: the context itself may be gone and another object may stand at its address.
            m_newest.removeIf([&answer](const auto &entry) { return entry.value() == answer.ticket; });
        }
        if (ticket.deliver && ticket.context)
            ticket.deliver(answer.value);
        if (!self)
            return;
    }
}

} // namespace pfx::ui
