// SPDX-License-Identifier: GPL-3.0-or-later
// Who is told of every exchange with a service, each attempt by itself. What it gets is already without secrets and personal data. Called on
// the thread of the client; must not block for long.
#pragma once

#include "core/base/error.h"

#include <QString>

#include <optional>

namespace pfx::http {

struct Exchange
{
    QString service;
    QString account;
    qint64 rowId = 0;
    QString method;
    QString host;
    QString path;    ///< Redacted, without the query.
    int attempt = 1; ///< Counts retries and redirects.
    qint64 atMs = 0; ///< ms since 1970 UTC
    qint64 durationMs = 0;
    std::optional<int> status;
    std::optional<base::Error> error; ///< Of an attempt without an answer.
    QString request; ///< Redacted: query, headers, an empty line, the body (cut when it is long).
    QString answer;  ///< Redacted: headers, an empty line, the body (cut when it is long).
};

class ExchangeObserver
{
public:
    ExchangeObserver() = default;
    virtual ~ExchangeObserver() = default;
    ExchangeObserver(const ExchangeObserver &) = delete;
    ExchangeObserver &operator=(const ExchangeObserver &) = delete;

    virtual void exchanged(const Exchange &exchange) = 0;
};

} // namespace pfx::http
