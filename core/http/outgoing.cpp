// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/outgoing.h"

#include "core/base/web_address.h"

#include <algorithm>

namespace pfx::http {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

bool isToken(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    });
}

bool breaksLine(const QByteArray &text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

bool belongsToTransport(const QByteArray &name)
{
    const QByteArray lower = name.toLower();
    return lower == "host" || lower == "content-length" || lower == "transfer-encoding" || lower == "connection" || lower == "expect"
           || lower == "accept-encoding";
}

bool has(const Headers &headers, const char *name)
{
    return std::any_of(headers.begin(), headers.end(), [&](const Header &header) { return header.name.compare(name, Qt::CaseInsensitive) == 0; });
}

Result<void> append(HeaderList &list, const QByteArray &line)
{
    curl_slist *longer = curl_slist_append(list.get(), line.constData());
    if (!longer)
        return fail(ErrorCode::Internal, QStringLiteral("no memory for a header"));
    (void)list.release();
    list.reset(longer);
    return {};
}

} // namespace

Result<void> checkOutgoing(const Request &request)
{
    const QUrl &url = request.url;
    const QString where = QStringLiteral("url");
    if (!url.isValid() || url.host().isEmpty())
        return fail(ErrorCode::Validation, QStringLiteral("not an address"), where);
    const bool plain = url.scheme() == QLatin1String("http");
    if (!plain && url.scheme() != QLatin1String("https"))
        return fail(ErrorCode::Validation, QStringLiteral("only https"), where);
    if (plain && !base::isLoopbackHost(url.host()))
        return fail(ErrorCode::Validation, QStringLiteral("http without encryption only on this computer"), where);
    if (!url.userInfo().isEmpty())
        return fail(ErrorCode::Validation, QStringLiteral("a password in the address"), where);
    if (!isToken(request.method))
        return fail(ErrorCode::Validation, QStringLiteral("not a method"), QStringLiteral("method"));
    for (const Header &header : request.headers) {
        const QString name = QString::fromLatin1(header.name.left(100));
        if (!isToken(header.name) || breaksLine(header.value))
            return fail(ErrorCode::Validation, QStringLiteral("not a header"), isToken(header.name) ? name : QStringLiteral("headers"));
        if (belongsToTransport(header.name))
            return fail(ErrorCode::Validation, QStringLiteral("the transport sets this header"), name);
    }
    return {};
}

Result<HeaderList> fill(CURL *handle, const Request &request)
{
    HeaderList list;
    for (const Header &header : request.headers) {
        const QByteArray value = header.value.trimmed();
        PFX_TRY(append(list, value.isEmpty() ? header.name + ';' : header.name + ": " + value));
    }
    if (!has(request.headers, "user-agent"))
        PFX_TRY(append(list, "User-Agent: planfix-console"));
    if (!has(request.headers, "accept"))
        PFX_TRY(append(list, "Accept: */*"));
    if (!has(request.headers, "content-type"))
        PFX_TRY(append(list, "Content-Type:")); // libcurl would call every body a form
    PFX_TRY(append(list, "Expect:"));           // many servers never answer it

    curl_easy_setopt(handle, CURLOPT_URL, request.url.toEncoded(QUrl::RemoveFragment).constData());
    curl_easy_setopt(handle, CURLOPT_PATH_AS_IS, 1L);
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, list.get());
    if (request.method == "HEAD") {
        curl_easy_setopt(handle, CURLOPT_NOBODY, 1L);
        return list;
    }
    const bool hasBody = !request.body.isEmpty() || request.method == "POST" || request.method == "PUT" || request.method == "PATCH";
    if (hasBody) {
        curl_easy_setopt(handle, CURLOPT_POST, 1L);
        curl_easy_setopt(handle, CURLOPT_POSTFIELDS, request.body.constData());
        curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    }
    curl_easy_setopt(handle, CURLOPT_CUSTOMREQUEST, request.method.constData());
    return list;
}

} // namespace pfx::http
