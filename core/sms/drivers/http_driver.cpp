// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/drivers/http_driver.h"

#include "core/http/rate_gate.h"

namespace pfx::sms {

using base::ErrorCode;
using base::Result;
using http::Response;

namespace {

constexpr qint64 submitMs = 30'000, probeMs = 5'000, askMs = 10'000;
constexpr qint64 mostAnswer = 1024 * 1024;

/// The lane keeps the pace.
class OpenGate : public http::RateGate {
public:
    Result<void> enter(const QString &, double, const base::StopToken &) override { return {}; }
    Result<void> holdBack(const QString &, qint64, ErrorCode, const QString &) override { return {}; }
};

OpenGate &openGate()
{
    static OpenGate gate; // has no state
    return gate;
}

http::ClientOptions oneAttempt()
{
    http::ClientOptions options;
    options.retry.attempts = 1; // the lane waits and asks again
    return options;
}

} // namespace

HttpDriver::Line::Line(const DriverTools &tools)
    : transport(tools.transport()), client(*transport, openGate(), tools.observer, tools.clock, oneAttempt())
{
}

HttpDriver::HttpDriver(QString provider, std::unique_ptr<HttpProtocol> protocol, QStringList secrets, const DriverTools &tools)
    : m_provider(std::move(provider)), m_protocol(std::move(protocol)), m_secrets(std::move(secrets)), m_tools(tools)
{
}

HttpDriver::~HttpDriver()
{
    stop();
}

void HttpDriver::stop()
{
    std::deque<Task> unbegun;
    std::vector<std::jthread> threads;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        unbegun.swap(m_tasks);
        threads.swap(m_threads);
    }
    for (const Task &task : unbegun)
        task.done(tl::unexpected(SubmitFailure{Trouble::Transient, {ErrorCode::Cancelled, {}, {}, base::Effected::No}, {}, {}}));
    for (std::jthread &thread : threads)
        thread.request_stop();
    m_wake.notify_all();
}

void HttpDriver::submit(const Outgoing &message, SubmitDone done)
{
    bool taken = false;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_stopping) {
            m_tasks.push_back({message, done});
            taken = true;
            if (int(m_tasks.size()) > m_free && int(m_threads.size()) < window())
                m_threads.emplace_back([this](const base::StopToken &stop) { work(stop); });
        }
    }
    if (taken)
        m_wake.notify_one();
    else
        done(tl::unexpected(SubmitFailure{Trouble::Transient, {ErrorCode::Cancelled, {}, {}, base::Effected::No}, {}, {}}));
}

void HttpDriver::work(const base::StopToken &stop)
{
    Line line(m_tools);
    while (true) {
        Task task;
        {
            std::unique_lock lock(m_mutex);
            ++m_free;
            m_wake.wait(lock, stop, [this] { return !m_tasks.empty(); });
            --m_free;
            if (m_tasks.empty())
                return; // asked to stop
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        task.done(send(line.client, task.message, stop));
    }
}

http::Request HttpDriver::prepared(http::Request request, qint64 rowId, http::Repeat repeat) const
{
    request.service = QStringLiteral("sms");
    request.account = QString();
    request.rowId = rowId;
    request.repeat = repeat;
    request.secrets += m_secrets;
    request.maxAnswerBytes = mostAnswer;
    return request;
}

SubmitResult HttpDriver::send(http::Client &client, const Outgoing &message, const base::StopToken &stop)
{
    http::Request request = prepared(m_protocol->submit(message), message.id, http::Repeat::Never);
    request.deadlineMs = submitMs;
    const auto answer = client.exchange(request, stop);
    if (!answer)
        return tl::unexpected(SubmitFailure{Trouble::Transient, answer.error(), {}, {}});
    if (answer->status == 429) {
        auto failure = notTaken(Trouble::Throttled, shortAnswer(*answer));
        failure.value().retryAfterMs = http::retryAfterMs(*answer, m_tools.clock.nowMs());
        return failure;
    }
    if (answer->status == 504) // a gateway on the way gave up waiting: nobody knows
        return unreadable(shortAnswer(*answer));
    if (answer->status >= 500) {
        auto failure = notTaken(Trouble::Transient, shortAnswer(*answer));
        failure.value().retryAfterMs = http::retryAfterMs(*answer, m_tools.clock.nowMs());
        return failure;
    }
    return m_protocol->readSubmit(message, *answer);
}

// --- on the lane's thread ---

Result<Response> HttpDriver::ask(http::Request request, qint64 deadlineMs, const base::StopToken &stop)
{
    if (!m_line)
        m_line = std::make_unique<Line>(m_tools);
    request = prepared(std::move(request), 0, http::Repeat::Safe);
    request.deadlineMs = deadlineMs;
    return m_line->client.exchange(request, stop);
}

tl::expected<void, SubmitFailure> HttpDriver::probe(const base::StopToken &stop)
{
    const auto answer = ask(m_protocol->probe(), probeMs, stop);
    if (!answer) {
        base::Error error = answer.error();
        error.effected = base::Effected::No;
        if (error.code != ErrorCode::BadAnswer) // something answered
            return tl::unexpected(SubmitFailure{Trouble::Transient, error, {}, {}});
    }
    return {};
}

Result<Sighting> HttpDriver::sight(const Outgoing &message, const base::StopToken &stop)
{
    PFX_ASSIGN(const Response answer, ask(m_protocol->sight(message), askMs, stop));
    return m_protocol->readSight(message, answer);
}

Result<std::vector<Receipt>> HttpDriver::states(const std::vector<Inquiry> &inquiries, const base::StopToken &stop)
{
    std::vector<Receipt> all;
    const size_t step = size_t(m_protocol->statesAtOnce());
    for (size_t from = 0; from < inquiries.size() && !stop.stop_requested(); from += step) {
        const std::vector<Inquiry> some(inquiries.begin() + std::ptrdiff_t(from),
                                        inquiries.begin() + std::ptrdiff_t(std::min(inquiries.size(), from + step)));
        const auto answer = ask(m_protocol->states(some), askMs, stop);
        const auto read = answer ? m_protocol->readStates(some, *answer) : Result<std::vector<Receipt>>(base::fail(answer.error()));
        if (!read && all.empty())
            return read;
        if (!read)
            break; // what is known already is worth having
        all.insert(all.end(), read->begin(), read->end());
    }
    return all;
}

Result<Balance> HttpDriver::balance(const base::StopToken &stop)
{
    PFX_ASSIGN(const Response answer, ask(m_protocol->balance(), askMs, stop));
    return m_protocol->readBalance(answer);
}

} // namespace pfx::sms
