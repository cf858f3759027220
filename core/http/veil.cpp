// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/veil.h"

#include "core/log/redact.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QUrlQuery>

#include <algorithm>

namespace pfx::http {

namespace {

constexpr qsizetype longestBody = 32 * 1024;
constexpr qsizetype longestSecret = 4 * 1024; // so much more is looked at, so that none is cut in two and half of it shown

const QString &hidden()
{
    static const QString mark = QStringLiteral("***");
    return mark;
}

/// Headers whose values say how the program works; every other value is hidden.
bool isHarmless(const QByteArray &name)
{
    static const QSet<QByteArray> allowed{"accept",     "accept-encoding", "allow",       "cache-control",     "connection",
                                          "age",        "content-encoding", "content-length", "content-type",   "date",
                                          "keep-alive", "retry-after",     "server",      "transfer-encoding", "user-agent", "vary"};
    const QByteArray lower = name.toLower();
    return allowed.contains(lower) || lower.startsWith("x-ratelimit-") || lower.startsWith("ratelimit");
}

QByteArray contentType(const Headers &headers)
{
    for (const Header &header : headers) {
        if (header.name.compare("content-type", Qt::CaseInsensitive) == 0)
            return header.value.toLower();
    }
    return {};
}

/// Text in UTF-8, whatever the header says: a key can stand in a body without a type too.
bool isText(const QByteArray &type, const QByteArray &body)
{
    for (const char *known : {"json", "text", "xml", "urlencoded", "html"}) {
        if (type.contains(known))
            return true;
    }
    return type.isEmpty() && !body.left(1024).contains('\0');
}

} // namespace

Veil::Veil(const Request &request)
{
    for (const QString &secret : request.secrets)
        add(secret);
    for (const Header &header : request.headers) {
        if (isHarmless(header.name))
            continue;
        const QString value = QString::fromUtf8(header.value).trimmed();
        const QString credential = value.section(u' ', 1); // behind "Bearer", "Basic"
        add(credential.isEmpty() ? value : credential);
    }
    add(request.url.password());
    std::sort(m_spellings.begin(), m_spellings.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
}

void Veil::add(const QString &secret)
{
    constexpr qsizetype shortest = 3; // "1" or "no" would blacken everything and hides nothing
    if (secret.size() < shortest)
        return;
    const QByteArray utf8 = secret.toUtf8();
    const QByteArray quoted = QJsonDocument(QJsonArray{secret}).toJson(QJsonDocument::Compact);
    const QString inJson = QString::fromUtf8(quoted.mid(2, quoted.size() - 4));
    const QString inUrl = QString::fromLatin1(utf8.toPercentEncoding());
    QString inForm = inUrl;
    inForm.replace(QLatin1String("%20"), QLatin1String("+"));
    const QByteArray base64 = utf8.toBase64(QByteArray::OmitTrailingEquals);
    const QByteArray base64Url = utf8.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    QString slashes = inJson;
    slashes.replace(u'/', QLatin1String("\\/"));
    for (const QString &spelling : {secret, inJson, slashes, inUrl, inForm, inUrl.toLower(), QString::fromLatin1(base64), QString::fromLatin1(base64Url)}) {
        if (!m_spellings.contains(spelling))
            m_spellings.append(spelling);
    }
}

QString Veil::hide(const QString &text) const
{
    QString out = text;
    for (const QString &spelling : m_spellings)
        out.replace(spelling, hidden());
    return out;
}

base::Error Veil::hide(base::Error error) const
{
    error.detail = hide(error.detail);
    error.where = hide(error.where);
    return error;
}

QString Veil::path(const QUrl &url) const
{
    const QString origin = QStringLiteral("https://host");
    return log::redact(origin + hide(url.path(QUrl::FullyEncoded))).mid(origin.size());
}

QString Veil::body(const Headers &headers, const QByteArray &body) const
{
    if (body.isEmpty())
        return {};
    const QByteArray type = contentType(headers);
    if (!isText(type, body))
        return QStringLiteral("<%1 bytes>").arg(body.size());
    QString text = hide(QString::fromUtf8(body.left(longestBody + longestSecret)));
    const bool cut = body.size() > longestBody;
    if (cut)
        text.truncate(longestBody);
    text = log::redact(text);
    return cut ? text + QStringLiteral("\n<… of %1 bytes>").arg(body.size()) : text;
}

QString Veil::text(const Request &request) const
{
    QString out;
    if (request.url.hasQuery())
        out += u'?' + log::redact(hide(request.url.query(QUrl::FullyEncoded))) + u'\n';
    for (const Header &header : request.headers)
        out += QString::fromLatin1(header.name) + QStringLiteral(": ") + (isHarmless(header.name) ? hide(QString::fromUtf8(header.value)) : hidden()) + u'\n';
    return out + u'\n' + body(request.headers, request.body);
}

QString Veil::text(const Response &answer) const
{
    QString out;
    for (const Header &header : answer.headers) {
        out += hide(QString::fromLatin1(header.name)) + QStringLiteral(": ");
        out += (isHarmless(header.name) ? log::redact(hide(QString::fromUtf8(header.value))) : hidden()) + u'\n';
    }
    return out + u'\n' + body(answer.headers, answer.body);
}

} // namespace pfx::http
