// SPDX-License-Identifier: GPL-3.0-or-later
// The server's certificate and key from two PEM files, checked before they are used: readable, whole, of each other, in their time. Reads
// files, a few milliseconds; any thread.
#pragma once

#include "core/base/result.h"

#include <QSslConfiguration>

namespace pfx::server {

struct Certificate
{
    QSslConfiguration configuration;
    qint64 expiresMs = 0;
    QByteArray fingerprint; ///< Of both files' bytes: tells whether they have changed.
};

/// Validation: `where` is server.tls-cert or server.tls-key, `detail` says what is wrong with it.
base::Result<Certificate> loadCertificate(const QString &certificateFile, const QString &keyFile, qint64 nowMs);

/// The fingerprint of what the files hold now; empty when one of them cannot be read.
QByteArray certificateFingerprint(const QString &certificateFile, const QString &keyFile);

} // namespace pfx::server
