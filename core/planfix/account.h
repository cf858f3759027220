// SPDX-License-Identifier: GPL-3.0-or-later
// A Planfix account: where its REST API and its pages stand. Values; any thread.
#pragma once

#include "core/base/result.h"

#include <QUrl>

namespace pfx::planfix {

class Account
{
public:
    /// "konigkomfort", "konigkomfort.planfix.ru" and "https://konigkomfort.planfix.ru/rest/" are the same. http is accepted for loopback
    /// only (settings::accountAddress). Validation where "planfix.account" otherwise.
    static base::Result<Account> parse(const QString &text);

    /// "https://konigkomfort.planfix.ru/rest/"
    const QUrl &restUrl() const { return m_rest; }
    /// "konigkomfort.planfix.ru" (with the port where there is one): the key of pace and quota, and what is shown.
    QString host() const;
    /// Pages that a person opens.
    QUrl taskPage(qint64 task) const;
    QUrl contactPage(qint64 contact) const;

    bool operator==(const Account &) const = default;

private:
    QUrl page(const QString &path) const;

    QUrl m_rest;
};

} // namespace pfx::planfix
