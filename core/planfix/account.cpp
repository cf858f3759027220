// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planfix/account.h"

#include "core/base/web_address.h"

#include <QRegularExpression>

namespace pfx::planfix {

using base::ErrorCode;
using base::Failure;
using base::Result;

namespace {

Failure refuse(const QString &reason)
{
    return base::fail(ErrorCode::Validation, reason, QStringLiteral("planfix.account"));
}

} // namespace

Result<Account> Account::parse(const QString &text)
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

    Account account;
    account.m_rest.setScheme(address.scheme());
    account.m_rest.setHost(host);
    account.m_rest.setPort(address.port());
    // A person may paste the address of any page; only what stands before /rest can belong to the base (an installation under a path).
    const qsizetype rest = address.path().indexOf(QLatin1String("/rest"));
    account.m_rest.setPath((rest > 0 ? address.path().left(rest) : QString()) + QLatin1String("/rest/"));
    return account;
}

QString Account::host() const
{
    return m_rest.port() < 0 ? m_rest.host() : m_rest.host() + QLatin1Char(':') + QString::number(m_rest.port());
}

QUrl Account::page(const QString &path) const
{
    QUrl url = m_rest;
    url.setPath(path);
    return url;
}

QUrl Account::taskPage(qint64 task) const
{
    return page(QStringLiteral("/task/%1").arg(task));
}

QUrl Account::contactPage(qint64 contact) const
{
    return page(QStringLiteral("/contact/%1").arg(contact));
}

} // namespace pfx::planfix
