// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/site_teller.h"

#include "core/http/status_error.h"
#include "core/orders/order_json.h"
#include "core/orders/repository.h"

#include <QJsonDocument>
#include <QMessageAuthenticationCode>

namespace pfx::orders {

using base::ErrorCode;
using base::Result;
using exchange::Done;
using exchange::Failed;

namespace {

const QString keySecret = QStringLiteral("orders.callback-key");

} // namespace

QByteArray signature(const QByteArray &body, const QByteArray &key)
{
    return "sha256=" + QMessageAuthenticationCode::hash(body, key, QCryptographicHash::Sha256).toHex();
}

exchange::Outcome SiteTeller::handle(const exchange::Job &job, const base::StopToken &stop)
{
    auto done = tell(job, stop);
    if (done)
        return std::move(*done);
    return Failed{std::move(done.error()), std::nullopt};
}

Result<Done> SiteTeller::tell(const exchange::Job &job, const base::StopToken &stop)
{
    PFX_ASSIGN(store::Connection *const db, m_desk.db());
    PFX_ASSIGN(const QString url, settings::value(*db, QStringLiteral("orders.callback-url")));
    PFX_ASSIGN(const qint64 id, effect::orderOf(job.body));
    const auto stored = load(*db, id);
    if (url.isEmpty() || (!stored && stored.error().code == ErrorCode::NotFound))
        return Done{}; // nobody wants to know any more, or there is nothing to know
    if (!stored)
        return base::fail(stored.error());

    http::Request request;
    request.service = effect::siteService;
    request.account = effect::siteService;
    request.rowId = job.id;
    request.method = "POST";
    request.url = QUrl(url);
    request.body = QJsonDocument(toJson(stored->order)).toJson(QJsonDocument::Compact);
    request.headers = {{"Content-Type", "application/json; charset=utf-8"}};
    request.repeat = http::Repeat::Safe;
    PFX_ASSIGN(const auto key, m_desk.office().secrets.read(keySecret));
    if (key && !key->isEmpty())
        request.headers.append({"X-Signature", signature(request.body, key->reveal().toUtf8())});
    PFX_ASSIGN(const http::Response answer, m_desk.client().exchange(request, stop));
    if (!answer.isSuccess())
        return base::fail(http::statusError(request, answer));
    return Done{};
}

} // namespace pfx::orders
