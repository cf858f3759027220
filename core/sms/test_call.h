// SPDX-License-Identifier: GPL-3.0-or-later
// Plays Planfix's dialog against any address: the form of one message by login or by key, and the exact answer. Blocks; for a worker thread.
#pragma once

#include "core/http/client.h"
#include "core/secrets/secret.h"

#include <QUrl>

namespace pfx::sms {

struct TestCall {
    QUrl url;
    QString login; ///< With `password`; else `key`.
    secrets::Secret password, key;
    QString from, to, text;
};

struct TestAnswer {
    int status = 0;
    QString body; ///< As it came, cut at 64 KiB.
    qint64 elapsedMs = 0;
    bool accepted = false; ///< A success that is no error inside.
    QString id; ///< Of the message, where the answer names it.
};

/// Failures: those of the client.
base::Result<TestAnswer> callAsPlanfix(http::Client &client, const base::Clock &clock, const TestCall &call, const base::StopToken &stop);

} // namespace pfx::sms
