// SPDX-License-Identifier: GPL-3.0-or-later
// Work off the GUI thread. `read` runs a function on one of two reading threads, each with its own connection; `run` runs one that needs
// none on a thread of its own (long jobs; they must look at a stop token). The answer comes in the GUI thread, and only if `context` still
// lives. All methods: GUI thread only. Destruction drops what has not begun and waits for what has.
#pragma once

#include "core/base/result.h"
#include "core/store/connection.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace pfx::store {
class Store;
}

namespace pfx::ui {

class Background : public QObject
{
    Q_OBJECT
public:
    using Connect = std::function<base::Result<std::unique_ptr<store::Connection>>()>;

    enum class Length { Short, Long };

    explicit Background(Connect connect, QObject *parent = nullptr);
    explicit Background(store::Store &store, QObject *parent = nullptr);
    ~Background() override;

    /// `fn(store::Connection &) -> base::Result<T>`, `then(base::Result<T>)`. With a `newestOf` key only the newest answer of that key and
    /// context is delivered, and older ones that have not begun are dropped. Of the long ones (counting a table) one runs at a time, so that
    /// the other thread is free for what is waited for, and they take turns on the threads, so that each connection knows what they found.
    template<typename Fn, typename Then>
    void read(QObject *context, Fn fn, Then then, const QString &newestOf = {}, Length length = Length::Short)
    {
        using Answer = std::invoke_result_t<Fn, store::Connection &>;
        enqueueRead(
            context, newestOf, length,
            [fn = std::move(fn)](base::Result<store::Connection *> db) mutable -> std::shared_ptr<void> {
                if (!db)
                    return std::make_shared<Answer>(base::fail(std::move(db).error()));
                return std::make_shared<Answer>(fn(**db));
            },
            [then = std::move(then)](const std::shared_ptr<void> &answer) mutable {
                then(std::move(*std::static_pointer_cast<Answer>(answer)));
            });
    }

    /// `fn() -> T` (usually a Result), `then(T)`.
    template<typename Fn, typename Then>
    void run(QObject *context, Fn fn, Then then)
    {
        using Answer = std::invoke_result_t<Fn>;
        enqueueRun(
            context, [fn = std::move(fn)]() mutable -> std::shared_ptr<void> { return std::make_shared<Answer>(fn()); },
            [then = std::move(then)](const std::shared_ptr<void> &answer) mutable {
                then(std::move(*std::static_pointer_cast<Answer>(answer)));
            });
    }

    /// Forgets what was asked under the key and has not been delivered.
    void forget(QObject *context, const QString &newestOf);
    /// True when nothing is waiting, running or undelivered.
    bool isIdle() const;

private:
    using Work = std::function<std::shared_ptr<void>(base::Result<store::Connection *>)>;
    using Deliver = std::function<void(const std::shared_ptr<void> &)>;
    struct Shared;
    struct Ticket
    {
        QPointer<QObject> context;
        QString key;
        Deliver deliver;
    };
    using Key = std::pair<const QObject *, QString>;

    void enqueueRead(QObject *context, const QString &key, Length length, Work work, Deliver deliver);
    void enqueueRun(QObject *context, std::function<std::shared_ptr<void>()> work, Deliver deliver);
    quint64 newTicket(QObject *context, const QString &key, Deliver deliver);
    void drain();
    void drop(quint64 ticket);

    Connect m_connect;
    std::shared_ptr<Shared> m_shared;
    QHash<quint64, Ticket> m_tickets;
    QHash<Key, quint64> m_newest;
    quint64 m_lastTicket = 0;
};

} // namespace pfx::ui
