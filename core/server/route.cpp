// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/route.h"

namespace pfx::server {

HandIn storeJob(store::Writer &writer, store::Writer::Job job, std::function<base::Result<Response>()> answer)
{
    return [&writer, job = std::move(job), answer = std::move(answer)](Answer done) {
        writer.submit(job, [answer, done = std::move(done)](const base::Result<void> &result) {
            done(result ? answer() : base::fail(result.error()));
        });
    };
}

Authorisation Authorisation::body()
{
    Authorisation authorisation;
    authorisation.inBody = true;
    return authorisation;
}

Authorisation Authorisation::bearer(SharedSecret secret)
{
    Authorisation authorisation;
    authorisation.allows = [secret = std::move(secret)](const Request &request) { return secret && secret->matches(request.bearer()); };
    return authorisation;
}

Authorisation Authorisation::inPath(SharedSecret secret, const QByteArray &capture)
{
    Authorisation authorisation;
    authorisation.refusedAs = RefusalCode::NotFound;
    authorisation.allows = [secret = std::move(secret), capture](const Request &request) {
        return secret && secret->matches(request.captures.value(capture));
    };
    return authorisation;
}

Authorisation Authorisation::loopbackOrBearer(SharedSecret secret)
{
    Authorisation authorisation;
    authorisation.allows = [secret = std::move(secret)](const Request &request) {
        return request.fromThisMachine || (secret && secret->matches(request.bearer()));
    };
    return authorisation;
}

} // namespace pfx::server
