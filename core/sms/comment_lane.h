// SPDX-License-Identifier: GPL-3.0-or-later
// Brings the comments of comments.h into their tasks. A comment whose answer was lost is not written twice: a person sees it in the journal.
#pragma once

#include "core/exchange/dispatcher.h"
#include "core/orders/planfix_desk.h"

namespace pfx::sms {

/// What a comment tells.
struct CommentFacts {
    QString recipient;
    QString state; ///< name(State)
    QString detail;
};
using CommentWords = std::function<QString(const CommentFacts &)>;

/// `office` outlives the dispatcher.
exchange::Lane commentLane(const orders::Office &office, CommentWords words);

} // namespace pfx::sms
