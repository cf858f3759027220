// SPDX-License-Identifier: GPL-3.0-or-later
// UniSender as its documentation has it (unisender.com/en/support/api): a form to …/api/METHOD, errors with HTTP 200, equal titles refused, at
// most 500 contacts a call, who has unsubscribed stays so. Any thread.
#pragma once

#include "tests/support/fake_mailers/fake_mailer.h"

#include <QMap>
#include <QSet>
#include <QUrlQuery>

namespace pfx::test {

class FakeUniSender : public FakeMailer {
public:
    static constexpr char address[] = "https://mail.example.test/ru/api";
    static constexpr char key[] = "unisender-test";

    /// "anna@example.test Анна К." in order of address.
    QStringList members(int list) const;
    int listCount() const;
    void unsubscribe(const QString &email);

protected:
    http::Response answer(const http::Request &request) override;

private:
    http::Response importContacts(const QUrlQuery &form);

    QMap<int, QString> m_lists;
    QMap<QString, QString> m_names;
    QMap<int, QSet<QString>> m_members;
    QSet<QString> m_unsubscribed;
    int m_nextId = 123;
};

} // namespace pfx::test
