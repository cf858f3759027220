// SPDX-License-Identifier: GPL-3.0-or-later
// An office that lets Planfix send SMS: the built pfxctl on a profile of its own with a login for Planfix and one provider, "main". All
// secrets come from the environment. The test's thread.
#pragma once

#include "tests/e2e/serve_process.h"

namespace pfx::test {

/// Of loopback, with nobody behind it at the moment; 0: none.
quint16 freePort();

class SmsOffice {
public:
    /// `provider`: driver, url… as `config set provider.main.…` takes them; its login is "office", its password "secret".
    explicit SmsOffice(const QHash<QString, QString> &provider);

    void set(const QString &key, const QString &value) const;
    /// What Planfix sends; `fields` as a form, beside login and password. From any thread.
    static QByteArray sms(const QByteArray &fields);
    QJsonArray messages(const char *state) const;
    int inState(const char *state) const { return int(messages(state).size()); }

    Ctl ctl;
    ServeProcess server{ctl};
};

} // namespace pfx::test
