// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the SMS service, in the language whose translator is installed: Planfix shows them as they are. Any thread once it is.
#pragma once

#include "core/sms/comment_lane.h"
#include "core/sms/message.h"
#include "core/sms/problem.h"

namespace pfx::texts {

/// A sentence that says what is wrong with the message and what to do.
QString smsProblem(const sms::Refusal &refusal);
QString text(sms::State state); ///< «Доставлено»
/// What a provider that pauses or is away wants: "no_money", "account", "transient".
QString smsTrouble(const QString &trouble);

/// The comment in a task: «SMS на +7 916 111-00-06: доставлено».
QString smsComment(const sms::CommentFacts &facts);

} // namespace pfx::texts
