// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/handler_runner.h"

#include <QTimer>

#include <atomic>
#include <chrono>

namespace pfx::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

/// One answer that is owed.
class Owed
{
public:
    Owed(std::shared_ptr<ServerMailbox> mailbox, quint64 connection, quint64 slot)
        : m_mailbox(std::move(mailbox)), m_connection(connection), m_slot(slot)
    {
    }
    ~Owed() { pay(fail(ErrorCode::Busy, QStringLiteral("nobody answered"))); }
    Owed(const Owed &) = delete;
    Owed &operator=(const Owed &) = delete;

    void pay(Result<Response> result)
    {
        if (!m_paid.exchange(true))
            m_mailbox->post(Completion{m_connection, m_slot, std::move(result)});
    }

private:
    const std::shared_ptr<ServerMailbox> m_mailbox;
    const quint64 m_connection;
    const quint64 m_slot;
    std::atomic<bool> m_paid = false;
};

bool isOfTheStore(ErrorCode code)
{
    return code == ErrorCode::Storage || code == ErrorCode::StorageDamaged || code == ErrorCode::StorageLocked
        || code == ErrorCode::StorageReadOnly || code == ErrorCode::StorageFull;
}

} // namespace

HandlerRunner::HandlerRunner(std::shared_ptr<ServerMailbox> mailbox, store::Store *store, const Limits &limits, int readers, int askers)
    : m_mailbox(std::move(mailbox)),
      m_limits(limits),
      m_readers(readers, limits.waitingTasks, store),
      m_askers(askers, limits.waitingTasks, nullptr)
{
}

HandlerRunner::~HandlerRunner()
{
    for (const auto &running : m_running) {
        if (const auto stop = running.lock())
            stop->request_stop();
    }
}

std::optional<Result<Response>> HandlerRunner::run(quint64 connection, quint64 slot, const Incoming &incoming)
{
    const auto owe = [&]() -> Answer {
        return [owed = std::make_shared<Owed>(m_mailbox, connection, slot)](Result<Response> result) { owed->pay(std::move(result)); };
    };
    if (const auto *accept = std::get_if<AcceptHandler>(&incoming.route->handler)) {
        auto outcome = (*accept)(incoming.request);
        if (auto *response = std::get_if<Response>(&outcome))
            return std::move(*response);
        std::get<HandIn>(outcome)(owe());
    } else if (const auto *reader = std::get_if<ReadHandler>(&incoming.route->handler)) {
        read(*reader, incoming.request, owe());
    } else {
        ask(std::get<Ask>(incoming.route->handler), incoming.request, owe());
    }
    return std::nullopt;
}

void HandlerRunner::read(const ReadHandler &handler, const Request &request, Answer answer)
{
    const Result<void> queued = m_readers.submit([handler, request, answer](Desk &desk) {
        const Result<store::Connection *> connection = desk.connection();
        if (!connection) {
            answer(fail(connection.error()));
            return;
        }
        Result<Response> result = handler(request, **connection);
        if (!result && isOfTheStore(result.error().code))
            desk.forget();
        answer(std::move(result));
    });
    if (!queued)
        answer(fail(queued.error()));
}

void HandlerRunner::ask(const Ask &route, const Request &request, Answer answer)
{
    auto stop = std::make_shared<base::StopSource>();
    const Result<void> queued = m_askers.submit([handler = route.handler, request, answer, stop](Desk &) {
        if (!stop->stop_requested())
            answer(handler(request, stop->get_token()));
    });
    if (!queued) {
        answer(fail(queued.error()));
        return;
    }
    std::erase_if(m_running, [](const auto &running) { return running.expired(); });
    m_running.push_back(stop);
    const std::chrono::milliseconds deadline(route.deadlineMs > 0 ? route.deadlineMs : m_limits.askMs);
    QTimer::singleShot(deadline, Qt::PreciseTimer, this, [tooLate = route.tooLate, answer, stop] {
        stop->request_stop();
        answer(tooLate ? Result<Response>(*tooLate) : fail(ErrorCode::Timeout));
    });
}

} // namespace pfx::server
