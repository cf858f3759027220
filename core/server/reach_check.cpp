// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/reach_check.h"

#include "core/base/json.h"

#include <QUrlQuery>
#include <QUuid>

namespace pfx::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

struct Health
{
    QString nonce, instance;
};

/// No value when it is not the answer of a server of ours.
std::optional<Health> readHealth(const Fetched &fetched)
{
    const auto reader = base::JsonReader::parse(fetched.body);
    if (fetched.status != 200 || !reader)
        return std::nullopt;
    const auto nonce = reader->text(QStringLiteral("nonce"), QString());
    const auto instance = reader->text(QStringLiteral("instance"), QString());
    if (!nonce || !instance || instance->isEmpty())
        return std::nullopt;
    return Health{*nonce, *instance};
}

QString freshNonce()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QUrl withNonce(QUrl address, const QString &nonce)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("nonce"), nonce);
    address.setQuery(query);
    return address;
}

} // namespace

Result<ReachReport> checkReach(const QString &publicUrl, const QString &instance, const Fetcher &fetch)
{
    ReachReport report;
    report.address = QUrl(publicUrl.trimmed(), QUrl::StrictMode);
    const QString scheme = report.address.scheme();
    if (!report.address.isValid() || report.address.host().isEmpty()
        || (scheme != QLatin1String("https") && scheme != QLatin1String("http")))
        return fail(ErrorCode::Validation, QStringLiteral("expected https://host"), QStringLiteral("server.public-url"));
    QString path = report.address.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    report.address.setPath(path + QStringLiteral("/health"));
    report.address.setQuery(QString());
    report.address.setFragment({});

    const QString nonce = freshNonce();
    const Result<Fetched> fetched = fetch(withNonce(report.address, nonce));
    if (!fetched) {
        if (fetched.error().code == ErrorCode::Cancelled)
            return fail(fetched.error());
        report.error = fetched.error();
        if (fetched.error().code == ErrorCode::BadAnswer) // no HTTP, or far too much of it
            report.reach = Reach::AnotherProgram;
        return report;
    }
    report.status = fetched->status;
    const std::optional<Health> health = readHealth(*fetched);
    if (report.status >= 502 && report.status <= 504)
        report.reach = Reach::Refused;
    else if (!health)
        report.reach = Reach::AnotherProgram;
    else if (health->instance != instance)
        report.reach = Reach::AnotherServer;
    else
        report.reach = health->nonce == nonce ? Reach::Reached : Reach::Stale;
    return report;
}

Result<QString> instanceAt(const QString &listen, bool tls, const Fetcher &fetch)
{
    QUrl address(QStringLiteral("%1://%2/health").arg(tls ? QStringLiteral("https") : QStringLiteral("http"), listen));
    // Bound to all addresses: it also listens on loopback.
    if (address.host() == QLatin1String("0.0.0.0"))
        address.setHost(QStringLiteral("127.0.0.1"));
    else if (address.host() == QLatin1String("::"))
        address.setHost(QStringLiteral("::1"));
    const QString nonce = freshNonce();
    PFX_ASSIGN(const Fetched fetched, fetch(withNonce(address, nonce)));
    const std::optional<Health> health = readHealth(fetched);
    if (!health || health->nonce != nonce)
        return fail(ErrorCode::NotFound, QStringLiteral("another program listens there"), listen);
    return health->instance;
}

} // namespace pfx::server
