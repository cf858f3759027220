// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a route's handler where its kind belongs and brings the answer back through the mailbox. An answer that is never given (its job was
// thrown away) comes as 503; a second one is ignored. Used on the server's thread; answers come from any.
#pragma once

#include "core/server/incoming.h"
#include "core/server/mailbox.h"
#include "core/server/workers.h"

#include <variant>

namespace pfx::server {

/// The answer to one slot of one connection.
struct Completion
{
    quint64 connection = 0;
    quint64 slot = 0;
    base::Result<Response> result;
};

struct NewRoutes
{
    std::vector<Route> routes;
};
struct LookAtCertificate
{
};
struct StopServing
{
};

/// All that other threads tell the server's.
using Message = std::variant<Completion, NewRoutes, LookAtCertificate, StopServing>;
using ServerMailbox = Mailbox<Message>;

class HandlerRunner : public QObject
{
    Q_OBJECT

public:
    HandlerRunner(std::shared_ptr<ServerMailbox> mailbox, store::Store *store, const Limits &limits, int readers, int askers);

    /// Stops the asks that still run and waits for them.
    ~HandlerRunner() override;

    /// The answer, when it is there at once; else a Completion comes.
    std::optional<base::Result<Response>> run(quint64 connection, quint64 slot, const Incoming &incoming);

private:
    void read(const ReadHandler &handler, const Request &request, Answer answer);
    void ask(const Ask &route, const Request &request, Answer answer);

    const std::shared_ptr<ServerMailbox> m_mailbox;
    const Limits m_limits;
    std::vector<std::weak_ptr<base::StopSource>> m_running; ///< Asks.
    Workers m_readers;
    Workers m_askers;
};

} // namespace pfx::server
