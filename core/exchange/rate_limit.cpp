// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/rate_limit.h"

#include <QRegularExpression>

namespace pfx::exchange {

using base::Result;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

Result<std::optional<RateLimit>> rateLimit(store::Connection &db, const QString &service)
{
    static const QRegularExpression header(s("^x-ratelimit-remaining:\\s*(\\d{1,12})\\s*$"),
                                           QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    // The newest of all services: a handful of rows, by the primary key. Only the head of an answer: its body is somebody's words.
    PFX_ASSIGN(const store::Rows rows, db.select(s("SELECT service, direction, at, substr(answer, 1, 2000) AS head FROM exchange_journal "
                                                   "ORDER BY id DESC LIMIT 100")));
    for (const store::Row &row : rows) {
        if (row.text(s("service")) != service || row.text(s("direction")) != s("out"))
            continue;
        const QString answer = row.text(s("head"));
        const auto match = header.match(answer.left(answer.indexOf(s("\n\n"))));
        if (match.hasMatch())
            return RateLimit{match.captured(1).toLongLong(), row.number(s("at"))};
    }
    return std::nullopt;
}

} // namespace pfx::exchange
