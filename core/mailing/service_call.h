// SPDX-License-Identifier: GPL-3.0-or-later
// One mailing service as a driver calls it: its address, pace and account, and the HTTP client of the thread. Values and references; the
// thread of the client.
#pragma once

#include "core/base/json.h"
#include "core/http/client.h"
#include "core/secrets/secret.h"

namespace pfx::mailing {

struct ServiceCall {
    http::Client &client;
    QString target; ///< Its name in the settings.
    QUrl url;
    qint64 rowId = 0;
    double perSecond = 0;

    http::Request request(const QByteArray &method, const QString &path) const;
    base::Result<http::Response> send(const http::Request &request, const base::StopToken &stop) const;
};

/// The account whose pace and holds the requests share.
QString accountOf(const QString &target);

} // namespace pfx::mailing
