// SPDX-License-Identifier: GPL-3.0-or-later
// One request as a handler sees it: whole, within the limits, authorised as its route says. A value (implicitly shared); any thread.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QPair>
#include <QString>

#include <optional>

namespace pfx::server {

enum class Method { Get, Head, Post, Put, Patch, Delete, Options, Other };

/// "GET".
QByteArray name(Method method);

struct Request
{
    Method method = Method::Get;
    QByteArray path;                        ///< As sent, without the query. May hold a secret: never log it, `Route::pattern` is for that.
    QByteArray query;                       ///< As sent, without the question mark.
    QHash<QByteArray, QByteArray> captures; ///< `<name>` of the pattern -> decoded segment; `<rest...>` -> the rest with its slashes.
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QString client;               ///< Address of the caller; behind a trusted proxy the one that the proxy names.
    bool fromThisMachine = false; ///< The caller itself is on loopback, not a proxy beside us that is not trusted.
    bool secure = false;          ///< Came by TLS to us.
    qint64 receivedMs = 0;        ///< Clock::nowMs() when it was complete.

    /// The first header of that name (any case); empty when there is none.
    QByteArray header(const QByteArray &name) const;
    /// "application/json" of "Application/JSON; charset=utf-8"; empty when it is missing.
    QByteArray contentType() const;
    /// The token of "Authorization: Bearer …"; empty when there is none.
    QByteArray bearer() const;
    /// A decoded parameter of the query, the first of that name; no value when there is none.
    std::optional<QString> queryValue(const QString &name) const;
};

} // namespace pfx::server
