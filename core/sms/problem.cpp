// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/problem.h"

#include "core/base/phone.h"

#include <algorithm>

namespace pfx::sms {

namespace {

constexpr qsizetype mostLetters = 11, mostDigits = 15, leastDigits = 10;
constexpr qsizetype longestDetail = 40;

tl::unexpected<Refusal> refuse(Problem problem, const QString &detail = {})
{
    return tl::unexpected(Refusal{problem, detail.left(longestDetail), 0, 0});
}

bool isDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

QString name(Problem problem)
{
    switch (problem) {
    case Problem::Malformed:
        return QStringLiteral("malformed");
    case Problem::Missing:
        return QStringLiteral("missing");
    case Problem::BadPhone:
        return QStringLiteral("bad_phone");
    case Problem::BadSender:
        return QStringLiteral("bad_sender");
    case Problem::EmptyText:
        return QStringLiteral("empty_text");
    case Problem::WrongCredentials:
        return QStringLiteral("unauthorized");
    case Problem::UnknownSender:
        return QStringLiteral("sender");
    case Problem::StopList:
        return QStringLiteral("stop_list");
    case Problem::TooLong:
        return QStringLiteral("too_long");
    case Problem::TooMany:
        return QStringLiteral("too_many");
    case Problem::CannotStore:
        break;
    }
    return QStringLiteral("unavailable");
}

int statusOf(Problem problem)
{
    switch (problem) {
    case Problem::Malformed:
    case Problem::Missing:
    case Problem::BadPhone:
    case Problem::BadSender:
    case Problem::EmptyText:
        return 400;
    case Problem::WrongCredentials:
        return 401;
    case Problem::UnknownSender:
    case Problem::StopList:
    case Problem::TooLong:
        return 422;
    case Problem::TooMany:
        return 429;
    case Problem::CannotStore:
        break;
    }
    return 503;
}

tl::expected<QString, Refusal> checkRecipient(const QString &to)
{
    const auto phone = base::normalizePhone(to);
    if (!phone || !phone->extension.isEmpty() || phone->e164.size() - 1 < leastDigits || phone->e164.size() - 1 > mostDigits)
        return refuse(Problem::BadPhone, to.simplified());
    return phone->e164;
}

tl::expected<QString, Refusal> checkSender(const QString &from, const Policy &policy)
{
    const QString sender = from.trimmed();
    if (sender.isEmpty())
        return sender;
    const bool isNumber = isDigits(sender.startsWith(QLatin1Char('+')) ? QStringView(sender).mid(1) : QStringView(sender));
    const bool isPlain = std::all_of(sender.begin(), sender.end(), [](QChar c) { return c >= u' ' && c <= u'~'; });
    const qsizetype length = isNumber && sender.startsWith(QLatin1Char('+')) ? sender.size() - 1 : sender.size();
    if (!isPlain || length > (isNumber ? mostDigits : mostLetters)) {
        Refusal refusal{Problem::BadSender, sender.left(longestDetail), int(length), int(isNumber ? mostDigits : mostLetters)};
        return tl::unexpected(refusal);
    }
    if (!policy.senders.isEmpty() && !policy.senders.contains(sender))
        return refuse(Problem::UnknownSender, sender);
    return sender;
}

tl::expected<Segments, Refusal> checkText(const QString &text, const Policy &policy)
{
    if (QStringView(text).trimmed().isEmpty())
        return refuse(Problem::EmptyText);
    Segments segments = segmentsOf(text);
    if (segments.count() > policy.mostSegments)
        return tl::unexpected(Refusal{Problem::TooLong, {}, segments.count(), policy.mostSegments});
    return segments;
}

tl::expected<NewMessage, Refusal> prepare(const Wish &wish, const Policy &policy, qint64 nowMs)
{
    NewMessage message;
    auto recipient = checkRecipient(wish.to);
    if (!recipient)
        return tl::unexpected(recipient.error());
    auto sender = checkSender(wish.from, policy);
    if (!sender)
        return tl::unexpected(sender.error());
    const auto segments = checkText(wish.text, policy);
    if (!segments)
        return tl::unexpected(segments.error());
    if (const auto stopped = policy.stopList.constFind(*recipient); stopped != policy.stopList.cend())
        return refuse(Problem::StopList, *stopped);
    message.source = wish.source;
    message.credential = wish.credential;
    message.remote = wish.remote;
    message.sender = *std::move(sender);
    message.recipient = *std::move(recipient);
    message.text = wish.text;
    message.encoding = segments->encoding;
    message.segments = segments->count();
    message.taskId = wish.taskId;
    message.provider = policy.route(message.sender, message.recipient, message.segments, message.credential, message.text);
    message.validUntil = nowMs + policy.validityMs;
    if (const auto until = policy.quietHours.heldUntil(message.recipient, nowMs)) {
        message.state = State::Held;
        message.dueAt = *until;
        message.validUntil = *until + policy.validityMs; // its time begins when it may be sent
    }
    return message;
}

} // namespace pfx::sms
