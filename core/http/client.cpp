// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/client.h"

#include "core/base/pause.h"
#include "core/http/status_error.h"
#include "core/http/veil.h"

#include <QRandomGenerator>

#include <algorithm>

namespace pfx::http {

using base::Effected;
using base::Error;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr int mostRedirects = 5;

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// 307 and 308 say that nothing was done, 301 that the address has moved for good. Behind 302 and 303 the work may be done already and the
/// new address be its result, so only what may be repeated goes there, and only what reads keeps its method behind 303 (RFC 9110 15.4).
bool mayFollow(const Request &request, int status)
{
    if (status == 303)
        return request.isReading();
    return status != 302 || request.mayRepeat();
}

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

bool isSameHost(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && portOf(a) == portOf(b);
}

} // namespace

/// One exchange on its way through attempts, redirects and pauses.
struct Client::Course
{
    Request request; ///< As it goes out next.
    const base::StopToken &stop;
    const Veil veil;
    qint64 leftMs;
    int attempt = 0;
    int retries = 0;
    int redirects = 0;
    Effected effected = Effected::No; ///< Of the attempts so far.

    Error marked(Error error) const
    {
        if (effected == Effected::Perhaps)
            error.effected = Effected::Perhaps;
        return veil.hide(std::move(error));
    }
};

Client::Client(Transport &transport, RateGate &gate, ExchangeObserver &observer, const base::Clock &clock, ClientOptions options)
    : m_transport(transport), m_gate(gate), m_observer(observer), m_clock(clock), m_options(std::move(options))
{
    if (!m_options.pause)
        m_options.pause = base::pause;
    if (!m_options.chance)
        m_options.chance = [] { return QRandomGenerator::global()->generateDouble(); };
}

Result<Response> Client::exchange(const Request &request, const base::StopToken &stop)
{
    Course course{request, stop, Veil(request), request.deadlineMs};
    std::optional<Result<Response>> last;
    while (true) {
        if (!request.account.isEmpty()) {
            const Result<void> entered = m_gate.enter(request.account, request.perSecond, stop);
            if (!entered && last && entered.error().code != ErrorCode::Cancelled)
                return std::move(*last); // what the service said is worth more than that we may not ask again
            if (!entered)
                return fail(course.marked(entered.error()));
        }
        last = attempt(course);
        if (*last && isRedirect((*last)->status) && request.redirect == Redirect::SameHost) {
            if (const Result<void> followed = follow(course, **last); !followed)
                return fail(course.marked(followed.error()));
            continue;
        }
        const bool again = waitToAskAgain(course, *last);
        if (stop.stop_requested() && again)
            return fail(course.marked({ErrorCode::Cancelled, {}, request.service}));
        if (!again)
            return *last ? std::move(*last) : Result<Response>(fail(course.marked(last->error())));
    }
}

Result<Response> Client::attempt(Course &course)
{
    ++course.attempt;
    course.request.deadlineMs = course.leftMs;
    const qint64 at = m_clock.nowMs();
    const qint64 begun = m_clock.monotonicMs();
    Result<Response> outcome = m_transport.exchange(course.request, course.stop);
    const qint64 took = std::max<qint64>(0, m_clock.monotonicMs() - begun);
    course.leftMs -= took;
    const Effected effected = outcome ? effectOf(course.request, outcome->status) : outcome.error().effected;
    if (effected == Effected::Perhaps)
        course.effected = Effected::Perhaps;
    report(course, at, took, outcome);
    return outcome;
}

void Client::report(const Course &course, qint64 atMs, qint64 durationMs, const Result<Response> &outcome)
{
    const Request &request = course.request;
    Exchange told;
    told.service = request.service;
    told.account = course.veil.hide(request.account);
    told.rowId = request.rowId;
    told.method = QString::fromLatin1(request.method);
    told.host = request.url.host();
    told.path = course.veil.path(request.url);
    told.attempt = course.attempt;
    told.atMs = atMs;
    told.durationMs = durationMs;
    told.request = course.veil.text(request);
    if (outcome) {
        told.status = outcome->status;
        told.answer = course.veil.text(*outcome);
    } else {
        told.error = course.veil.hide(outcome.error());
    }
    m_observer.exchanged(told);
}

Result<void> Client::follow(Course &course, const Response &answer)
{
    const QString where = course.request.service;
    const QString status = QString::number(answer.status);
    const Effected effected = course.request.isReading() || answer.status == 307 || answer.status == 308 ? Effected::No : Effected::Perhaps;
    const auto refuse = [&](const QString &why) {
        return fail(Error{ErrorCode::BadAnswer, QStringLiteral("HTTP %1: %2").arg(status, why), where, effected});
    };
    const QByteArray location = answer.header(QByteArrayLiteral("Location"));
    const QUrl target = course.request.url.resolved(QUrl::fromEncoded(location, QUrl::StrictMode));
    if (location.isEmpty() || !target.isValid())
        return refuse(QStringLiteral("a redirect to nowhere"));
    if (!isSameHost(course.request.url, target) || !target.userInfo().isEmpty())
        return refuse(QStringLiteral("a redirect to another host"));
    if (!mayFollow(course.request, answer.status))
        return refuse(QStringLiteral("a redirect that would do it twice"));
    if (++course.redirects > mostRedirects)
        return refuse(QStringLiteral("too many redirects"));
    course.request.url = target.adjusted(QUrl::RemoveFragment);
    return {};
}

bool Client::waitToAskAgain(Course &course, const Result<Response> &outcome)
{
    std::optional<qint64> wanted;
    if (outcome) {
        if (outcome->status == 429 || outcome->status == 503)
            wanted = retryAfterMs(*outcome, m_clock.nowMs());
        if (outcome->status == 429 && wanted && !course.request.account.isEmpty()) {
            // A store that refuses to keep the hold is no reason to lose the answer; the next one who is told 429 lays it again.
            (void)m_gate.holdBack(course.request.account, m_clock.nowMs() + *wanted, ErrorCode::RateLimited, QStringLiteral("HTTP 429"));
        }
    }
    if (++course.retries >= m_options.retry.attempts || course.stop.stop_requested())
        return false;
    if (outcome ? !mayAskAgain(course.request, *outcome) : !mayAskAgain(course.request, outcome.error()))
        return false;
    const qint64 pause = wanted.value_or(pauseMs(m_options.retry, course.retries, m_options.chance()));
    if (pause > m_options.retry.longestMs || pause >= course.leftMs)
        return false;
    m_options.pause(pause, course.stop);
    course.leftMs -= pause;
    return true;
}

} // namespace pfx::http
