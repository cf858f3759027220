// SPDX-License-Identifier: GPL-3.0-or-later
// Why a message is not taken, and the checks that say so before anything is stored. Pure; any thread.
#pragma once

#include "core/sms/policy.h"

#include <QString>

#include <functional>

namespace pfx::sms {

enum class Problem {
    Malformed, ///< 400 `detail` names the field.
    Missing, ///< 400 `detail` names the field.
    BadPhone, ///< 400
    BadSender, ///< 400 Too long or with letters that no operator takes.
    EmptyText, ///< 400
    WrongCredentials, ///< 401
    UnknownSender, ///< 422 Not one of sms.senders.
    StopList, ///< 422 `detail` is the reason.
    TooLong, ///< 422 `number` parts.
    TooMany, ///< 429 `detail` says which limit.
    CannotStore, ///< 503
};

struct Refusal {
    Problem problem = Problem::Malformed;
    QString detail; ///< Harmless: a field's name, the number, the sender, a reason.
    int number = 0;
    int most = 0;
};

/// "bad_phone", "stop_list", …: what stands as "code".
QString name(Problem problem);
int statusOf(Problem problem);
/// Words for people: Planfix shows them as they are.
using ProblemWords = std::function<QString(const Refusal &)>;

/// E.164, or BadPhone. Short numbers, letters and switchboards' extensions are no recipients.
tl::expected<QString, Refusal> checkRecipient(const QString &to);
/// Trimmed. At most 11 Latin letters, digits and signs, or 15 digits (3GPP TS 23.040, 9.1.2.5).
tl::expected<QString, Refusal> checkSender(const QString &from, const Policy &policy);
/// What the text comes to, if it may be sent.
tl::expected<Segments, Refusal> checkText(const QString &text, const Policy &policy);

/// The message as it will be stored, with all that the policy decides.
struct Wish {
    Source source = Source::Planfix;
    QString credential, remote;
    QString from, to, text;
    qint64 taskId = 0;
};
tl::expected<NewMessage, Refusal> prepare(const Wish &wish, const Policy &policy, qint64 nowMs);

} // namespace pfx::sms
