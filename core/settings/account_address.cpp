// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/account_address.h"

#include "core/base/web_address.h"

#include <QRegularExpression>

namespace pfx::settings {

using base::Failure;
using base::Result;

namespace {

Failure refuse(const QString &reason)
{
    return base::fail(base::ErrorCode::Validation, reason);
}

} // namespace

Result<QUrl> accountAddress(const QString &text)
{
    static const QRegularExpression bareName(QStringLiteral("^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$"),
                                             QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression scheme(QStringLiteral("^([a-z][a-z0-9+.-]*)://"), QRegularExpression::CaseInsensitiveOption);
    QString given = text.trimmed();
    if (given.isEmpty())
        return refuse(QStringLiteral("the account is empty"));
    if (bareName.match(given).hasMatch() && given.compare(QLatin1String("localhost"), Qt::CaseInsensitive) != 0)
        given += QStringLiteral(".planfix.ru");
    if (!scheme.match(given).hasMatch())
        given.prepend(QStringLiteral("https://"));

    const QUrl address(given, QUrl::TolerantMode);
    const QString host = address.host();
    if (!address.isValid() || host.isEmpty() || (!host.contains(QLatin1Char('.')) && !base::isLoopbackHost(host) && !host.contains(QLatin1Char(':'))))
        return refuse(QStringLiteral("not an address of an account"));
    static const QRegularExpression nobodys(QStringLiteral("^(?:www\\.)?planfix\\.(?:ru|com)$"));
    if (nobodys.match(host).hasMatch())
        return refuse(QStringLiteral("the name of the account is missing"));
    if (!address.userInfo().isEmpty())
        return refuse(QStringLiteral("an address must not contain a password"));
    if (address.scheme() != QLatin1String("https") && !(address.scheme() == QLatin1String("http") && base::isLoopbackHost(host)))
        return refuse(QStringLiteral("http is allowed for this computer only; expected https"));

    QUrl found;
    found.setScheme(address.scheme());
    found.setHost(host);
    found.setPort(address.port());
    // A person may paste the address of any page; only what stands before /rest can belong to the base (an installation under a path).
    const qsizetype rest = address.path().indexOf(QLatin1String("/rest"));
    found.setPath((rest > 0 ? address.path().left(rest) : QString()) + QLatin1String("/rest/"));
    return found;
}

} // namespace pfx::settings
