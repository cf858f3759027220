// SPDX-License-Identifier: GPL-3.0-or-later
// When each service was last reached, and when it last reached us, from the newest rows of journal and inbox: enough to say whether a
// connection works, and cheap enough for every look of the screen. For the thread of the connection. Failures: the Connection's.
#pragma once

#include "core/base/result.h"
#include "core/exchange/journal_pages.h"
#include "core/store/connection.h"

#include <QVector>

#include <optional>

namespace pfx::exchange {

struct ServiceHealth
{
    QString service;
    Direction direction = Direction::Out;
    std::optional<qint64> goodMs; ///< The newest exchange that was answered as it should be, ms since 1970 UTC.
    std::optional<qint64> badMs;  ///< The newest other one.
    std::optional<int> badStatus; ///< Its HTTP status; none when there was no answer.
    QString badCode;              ///< Name of its error's code; may be empty.

    bool isGood() const { return goodMs && (!badMs || *goodMs >= *badMs); }
};

/// One for each service and direction that occurs among the newest `rows` of journal and inbox.
base::Result<QVector<ServiceHealth>> serviceHealth(store::Connection &db, int rows = 500);

} // namespace pfx::exchange
