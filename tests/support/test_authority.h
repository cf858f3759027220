// SPDX-License-Identifier: GPL-3.0-or-later
// A certificate authority that lives as long as a test, and certificates of it for any name and time; made by the openssl program. One thread.
#pragma once

#include "core/base/result.h"
#include "tests/support/raw_server.h"

#include <QTemporaryDir>

namespace pfx::test {

class TestAuthority
{
public:
    base::Result<void> create();

    /// PEM.
    QByteArray certificate() const { return m_certificate; }
    /// `names` as openssl writes them: "DNS:localhost,IP:127.0.0.1". A negative number of days: expired.
    base::Result<ServerIdentity> issue(const QString &names, int days = 2);

private:
    base::Result<void> openssl(const QStringList &arguments);
    QString file(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    QByteArray m_certificate;
    int m_issued = 0;
};

} // namespace pfx::test
