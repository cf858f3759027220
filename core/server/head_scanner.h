// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the end of one HTTP/1.x request head in raw bytes and reads what decides the framing: version, length, transfer coding, connection.
// Strict, since a proxy in front may read leniently otherwise than we (RFC 9112 §2.2, §5, §6, §11.2). Pure; any thread.
#pragma once

#include "core/server/refusal.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace pfx::server {

struct Head
{
    QByteArray path;  ///< "/sms"; "*" of OPTIONS
    QByteArray query; ///< Without the question mark.
    QByteArray host;
    /// The same request without framing and hop-by-hop headers and without its address: what is safe to hand to a parser that knows no
    /// limits.
    QByteArray cleaned;
    std::optional<qint64> contentLength;
    bool chunked = false;
    bool http10 = false;
    bool keepAlive = true;
    bool expectsContinue = false;

    bool hasBody() const { return chunked || contentLength.value_or(0) > 0; }
};

struct HeadScan
{
    enum class State { NeedMore, Complete, Refused };
    State state = State::NeedMore;
    qsizetype used = 0; ///< Bytes of a complete head.
    Head head;
    Refusal refusal;
};

/// `from` is where the last scan of the same bytes ended (kept by the caller), so that a slow sender costs no more than a quick one.
HeadScan scanHead(QByteArrayView bytes, qint64 limit, qsizetype &from);

} // namespace pfx::server
