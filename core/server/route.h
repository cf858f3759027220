// SPDX-License-Identifier: GPL-3.0-or-later
// What a domain hands to the server: where, who may, how much, and what is done. The three kinds differ in where the handler runs; none
// may answer success before what it promises is on disk.
#pragma once

#include "core/base/result.h"
#include "core/base/stop_token.h"
#include "core/server/limits.h"
#include "core/server/refusal.h"
#include "core/server/request.h"
#include "core/server/response.h"
#include "core/server/secret.h"
#include "core/store/writer.h"

#include <functional>
#include <optional>
#include <variant>
#include <vector>

namespace pfx::server {

/// Called once, from any thread. An error becomes a refusal: 503 with Retry-After for all that may pass.
using Answer = std::function<void(base::Result<Response>)>;
/// Begins the work of an accepted request and returns at once; `Answer` is called after the commit.
using HandIn = std::function<void(Answer)>;

/// On the server's thread: must be pure and quick (no SQL, no files, no waiting). Either an answer (a refusal) or what is to be handed in.
using AcceptHandler = std::function<std::variant<Response, HandIn>(const Request &)>;
/// On a reader thread with its own connection.
using ReadHandler = std::function<base::Result<Response>(const Request &, store::Connection &)>;
/// On a worker; the token is stopped when the deadline has passed, and what comes later is thrown away.
using AskHandler = std::function<base::Result<Response>(const Request &, base::StopToken)>;

/// A job of the store's writer; `answer` makes the answer from its result on the writer's thread, after the commit. The writer outlives it.
HandIn storeJob(store::Writer &writer, store::Writer::Job job, std::function<base::Result<Response>()> answer);

struct Ask
{
    AskHandler handler;
    int deadlineMs = 0;              ///< 0: Limits::askMs.
    std::optional<Response> tooLate; ///< The answer at the deadline; without it 503.
};

struct Authorisation
{
    /// False when the caller did not present what it must. Sees everything but the body, on the server's thread. None: everybody may.
    std::function<bool(const Request &)> allows;
    /// The refusal: 401, or 404 for a secret in the path.
    RefusalCode refusedAs = RefusalCode::Unauthorized;
    /// The handler looks at credentials in the body and says `credentialsRefused`.
    bool inBody = false;

    static Authorisation none() { return {}; }
    static Authorisation body();
    static Authorisation bearer(SharedSecret secret);
    /// The capture of that name must be the secret.
    static Authorisation inPath(SharedSecret secret, const QByteArray &capture = "secret");
    static Authorisation loopbackOrBearer(SharedSecret secret);
};

struct Route
{
    std::vector<Method> methods; ///< GET implies HEAD; OPTIONS is answered by the server.
    /// "/uis/<secret>/<event>"; a last segment "<rest...>" takes one or more segments. A more literal pattern goes first.
    QByteArray pattern;
    Authorisation authorisation;
    qint64 bodyBytes = 1 * MiB;
    int sendMs = 0;                       ///< 0: Limits::sendMs.
    std::vector<QByteArray> contentTypes; ///< Of bodies that are taken; empty: any.
    RefusalShape refusalShape;
    std::variant<AcceptHandler, ReadHandler, Ask> handler;
};

} // namespace pfx::server
