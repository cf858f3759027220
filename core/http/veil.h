// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the secrets of one request out of whatever is told about it: by value in every spelling in which they travel (as they are, in a
// form, in JSON, in base64), then whatever core/log takes out of any text. Any thread.
#pragma once

#include "core/http/exchange_observer.h"
#include "core/http/request.h"

namespace pfx::http {

class Veil
{
public:
    /// Hides Request::secrets, credentials in headers and in the address.
    explicit Veil(const Request &request);

    /// Without the request's own secrets; what else it says stays.
    QString hide(const QString &text) const;
    base::Error hide(base::Error error) const;

    /// Redacted, without query.
    QString path(const QUrl &url) const;
    /// Query, headers and body, redacted and cut.
    QString text(const Request &request) const;
    QString text(const Response &answer) const;

private:
    void add(const QString &secret);
    QString body(const Headers &headers, const QByteArray &body) const;

    QStringList m_spellings; ///< The longest first.
};

} // namespace pfx::http
