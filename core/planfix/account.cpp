// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planfix/account.h"

#include "core/settings/account_address.h"

namespace pfx::planfix {

using base::Result;

Result<Account> Account::parse(const QString &text)
{
    auto address = settings::accountAddress(text);
    if (!address)
        return base::fail(base::ErrorCode::Validation, address.error().detail, QStringLiteral("planfix.account"));
    Account account;
    account.m_rest = std::move(*address);
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
