// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mailing/unsubscribe_link.h"

#include "core/mailing/address.h"
#include "core/server/secret.h"

#include <QMessageAuthenticationCode>

namespace pfx::mailing {

namespace {

constexpr auto form = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qsizetype signatureBytes = 16; // 128 bits of the HMAC
constexpr qsizetype longestToken = 1024;

} // namespace

QByteArray UnsubscribeLinks::signature(const QByteArray &payload) const
{
    return QMessageAuthenticationCode::hash("unsubscribe " + payload, m_key, QCryptographicHash::Sha256).left(signatureBytes);
}

QByteArray UnsubscribeLinks::token(const Unsubscribing &who) const
{
    const QByteArray payload = QByteArray::number(who.listId, 36) + ' ' + who.email.toUtf8();
    return payload.toBase64(form) + '.' + signature(payload).toBase64(form);
}

std::optional<Unsubscribing> UnsubscribeLinks::read(const QByteArray &token) const
{
    if (!areUsable() || token.size() > longestToken)
        return std::nullopt;
    const qsizetype dot = token.indexOf('.');
    const auto payload = QByteArray::fromBase64Encoding(token.left(dot), form | QByteArray::AbortOnBase64DecodingErrors);
    const auto signedAs = QByteArray::fromBase64Encoding(token.mid(dot + 1), form | QByteArray::AbortOnBase64DecodingErrors);
    if (dot < 0 || !payload || !signedAs || !server::equalInConstantTime(*signedAs, signature(*payload)))
        return std::nullopt;
    const qsizetype space = (*payload).indexOf(' ');
    Unsubscribing who;
    who.listId = (*payload).left(space).toLongLong(nullptr, 36);
    who.email = QString::fromUtf8((*payload).mid(space + 1));
    if (space < 0 || !readAddress(who.email))
        return std::nullopt;
    return who;
}

QString UnsubscribeLinks::url(const QString &publicUrl, const Unsubscribing &who) const
{
    if (!areUsable() || publicUrl.isEmpty())
        return {};
    const QString base = publicUrl.endsWith(QLatin1Char('/')) ? publicUrl.chopped(1) : publicUrl;
    return base + QStringLiteral("/u/") + QString::fromLatin1(token(who));
}

} // namespace pfx::mailing
