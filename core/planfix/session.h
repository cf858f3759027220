// SPDX-License-Identifier: GPL-3.0-or-later
// One key's conversation with one Planfix account: makes the requests, reads the envelope {"result","code","error"}, and turns what it
// refuses into an Error (error_codes.h). No retries or store of its own: the HTTP client paces and repeats. The thread of the client.
// Source: OpenAPI 1.6.9 and help wiki «REST API»; reference facts are cited where they are used.
#pragma once

#include "core/base/json.h"
#include "core/base/stop_token.h"
#include "core/http/client.h"
#include "core/planfix/account.h"

#include <QJsonObject>
#include <QUrlQuery>

namespace pfx::planfix {

struct SessionOptions
{
    double perSecond = 1;       ///< Setting planfix.requests-per-second.
    qint64 rowId = 0;           ///< The queue's row on whose behalf the requests are made.
    qint64 deadlineMs = 30'000;
};

/// An answer that says success.
struct Answer
{
    int status = 200;
    base::JsonReader body{QJsonObject()}; ///< Empty for an empty 2xx, which is success too.
    std::optional<qint64> requestsLeft;   ///< X-RateLimit-Remaining: about how many requests of the day are left.

    /// 202: taken, but something else is changing the object; it will be applied later.
    bool isQueued() const { return status == 202; }
};


class Session
{
public:
    /// The client outlives the session. `key` is the bearer token; it is hidden from every journal and error.
    Session(http::Client &client, Account account, QString key, SessionOptions options = {});

    const Account &account() const { return m_account; }

    base::Result<Answer> get(const QString &path, const QUrlQuery &query, const base::StopToken &stop);
    /// `repeat` Safe for lists and for updates that give the same when made twice.
    base::Result<Answer> post(const QString &path, const QJsonObject &body, http::Repeat repeat, const base::StopToken &stop,
                              const QUrlQuery &query = {});
    /// multipart/form-data with the field "file".
    base::Result<Answer> upload(const QString &path, const QUrlQuery &query, const QString &fileName, const QByteArray &content,
                                const base::StopToken &stop);
    /// The bytes behind GET /file/{id}/download, whose redirect leads to another host, where the key must not go.
    base::Result<QByteArray> download(const QString &path, const base::StopToken &stop);

    /// What the last refused request was told of its waiting; for whoever lays a hold on the account.
    const std::optional<qint64> &resetMs() const { return m_resetMs; }
    /// Of the last answer that said it.
    const std::optional<qint64> &requestsLeft() const { return m_requestsLeft; }

private:
    http::Request request(const QByteArray &method, const QString &path, const QUrlQuery &query) const;
    base::Result<Answer> read(const http::Request &request, const http::Response &response);

    http::Client &m_client;
    Account m_account;
    QString m_key;
    SessionOptions m_options;
    std::optional<qint64> m_resetMs;
    std::optional<qint64> m_requestsLeft;
};

/// How long "timeToReset" of a code 22 means: clients have seen ms (above 1000) and s. A limit of pace and not of the day has none.
std::optional<qint64> timeToReset(const QJsonObject &refusal);

} // namespace pfx::planfix
