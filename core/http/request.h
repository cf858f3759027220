// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of a service over HTTP, and what came back. Values; any thread. Never stream a Request into a log: it holds keys.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <QVector>

namespace pfx::http {

struct Header
{
    QByteArray name;
    QByteArray value;
};

using Headers = QVector<Header>;

/// Whether the request may go out a second time when the first one's fate is unknown.
enum class Repeat {
    Never, ///< It creates something, or costs money: sent at most once unless it surely did not arrive or was refused unread.
    Safe,  ///< Twice is the same as once.
};

/// What becomes of an answer 301, 302, 303, 307 or 308.
enum class Redirect {
    SameHost, ///< Followed to the same scheme, host and port with the method kept; any other is a BadAnswer.
    Report,   ///< Given to the caller: a file that lies elsewhere must be fetched without the key.
};

struct Request
{
    QString service; ///< Short name for the journal: "planfix".
    QString account; ///< Whose pace and quota; empty: none.
    double perSecond = 0; ///< The account's pace; 0: none.
    qint64 rowId = 0;     ///< The row of a queue on whose behalf it is; 0: none.

    QByteArray method = QByteArrayLiteral("GET");
    QUrl url; ///< https, or http on loopback.
    Headers headers;
    QByteArray body;

    Repeat repeat = Repeat::Never; ///< GET and HEAD are always Safe.
    Redirect redirect = Redirect::SameHost;
    qint64 deadlineMs = 30'000; ///< For all of it, with the retries and their pauses; waiting for the account's turn does not count.
    qint64 maxAnswerBytes = 16 * 1024 * 1024; ///< Unpacked.
    QStringList secrets; ///< Values that no journal, log or error may show, besides those in headers.

    bool isReading() const;  ///< GET or HEAD.
    bool mayRepeat() const { return repeat == Repeat::Safe || isReading(); }
};

struct Response
{
    int status = 0;
    Headers headers;
    QByteArray body; ///< Unpacked.

    /// The first of that name, in any case; empty when there is none.
    QByteArray header(const QByteArray &name) const;
    bool isSuccess() const { return status >= 200 && status < 300; }
};

} // namespace pfx::http
