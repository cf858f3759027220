// SPDX-License-Identifier: GPL-3.0-or-later
// A provider over HTTP: a few threads that ask what its protocol says, each with a connection of its own. See Driver.
#pragma once

#include "core/http/client.h"
#include "core/sms/drivers/http_protocol.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace pfx::sms {

class HttpDriver : public Driver {
public:
    HttpDriver(QString provider, std::unique_ptr<HttpProtocol> protocol, QStringList secrets, const DriverTools &tools);
    ~HttpDriver() override;

    Abilities abilities() const override { return m_protocol->abilities(); }
    int window() const override { return m_protocol->window(); }
    void stop() override;

    void submit(const Outgoing &message, SubmitDone done) override;
    tl::expected<void, SubmitFailure> probe(const base::StopToken &stop) override;
    base::Result<Sighting> sight(const Outgoing &message, const base::StopToken &stop) override;
    base::Result<std::vector<Receipt>> states(const std::vector<Inquiry> &inquiries, const base::StopToken &stop) override;
    base::Result<Balance> balance(const base::StopToken &stop) override;

private:
    struct Task {
        Outgoing message;
        SubmitDone done;
    };
    /// A transport with its client.
    struct Line {
        explicit Line(const DriverTools &tools);
        std::unique_ptr<http::Transport> transport;
        http::Client client;
    };

    void work(const base::StopToken &stop);
    SubmitResult send(http::Client &client, const Outgoing &message, const base::StopToken &stop);
    http::Request prepared(http::Request request, qint64 rowId, http::Repeat repeat) const;
    base::Result<http::Response> ask(http::Request request, qint64 deadlineMs, const base::StopToken &stop);

    const QString m_provider;
    const std::unique_ptr<HttpProtocol> m_protocol;
    const QStringList m_secrets;
    const DriverTools m_tools;
    std::unique_ptr<Line> m_line; ///< Of the lane's thread.

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Task> m_tasks;
    int m_free = 0;
    bool m_stopping = false;
    std::vector<std::jthread> m_threads;
};

} // namespace pfx::sms
