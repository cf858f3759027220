// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the public address leads to this server: fetches <public-url>/health with a fresh nonce and compares who answered with who
// should. Blocking, on a worker thread. The fetcher is the program's HTTP client (no redirects to elsewhere, TLS verified).
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <functional>

namespace pfx::server {

struct Fetched
{
    int status = 0;
    QByteArray body;
};
using Fetcher = std::function<base::Result<Fetched>(const QUrl &)>;

enum class Reach {
    Reached,        ///< It came here.
    AnotherProgram, ///< Something answers, but it is not Planfix Console (a proxy's page, another site).
    AnotherServer,  ///< Planfix Console answers, but it is not this one.
    Stale,          ///< An old answer came back: something between keeps answers.
    Refused,        ///< The proxy or tunnel answers, but nothing stands behind it (502, 503, 504).
    NotReached,     ///< No answer; `error` says why (name, route, time, certificate).
};

struct ReachReport
{
    Reach reach = Reach::NotReached;
    QUrl address;      ///< What was fetched, without the nonce.
    int status = 0;    ///< Of the answer; 0 when there was none.
    base::Error error; ///< Of NotReached.
};

/// Validation when the address is not an http(s) address. `instance` is ServerStatus::instance, or what instanceAt() says.
base::Result<ReachReport> checkReach(const QString &publicUrl, const QString &instance, const Fetcher &fetch);

/// Which server listens at an address of this machine ("127.0.0.1:8088"): for a program other than the one that serves. NotFound when
/// none of ours does.
base::Result<QString> instanceAt(const QString &listen, bool tls, const Fetcher &fetch);

} // namespace pfx::server
