// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/texts/sms_texts.h"

#include "core/base/phone.h"

#include <QCoreApplication>

namespace pfx::texts {

namespace {

QString limitWords(const QString &limit)
{
    if (limit == QLatin1String("recipient"))
        return QCoreApplication::translate("Sms", "This number has got as many messages today as it may");
    if (limit == QLatin1String("day"))
        return QCoreApplication::translate("Sms", "As many messages have been sent today as may be");
    return QCoreApplication::translate("Sms", "Too many messages in a minute. Wait a minute and send it again");
}

QString senderWords(const sms::Refusal &refusal)
{
    if (refusal.number > refusal.most)
        return QCoreApplication::translate("Sms", "The sender “%1” is too long: %2 characters, at most %3")
            .arg(refusal.detail)
            .arg(refusal.number)
            .arg(refusal.most);
    return QCoreApplication::translate("Sms", "The sender “%1” may consist of Latin letters and digits only").arg(refusal.detail);
}

} // namespace

QString smsProblem(const sms::Refusal &refusal)
{
    using sms::Problem;
    switch (refusal.problem) {
    case Problem::Malformed:
        return refusal.detail.isEmpty() ? QCoreApplication::translate("Sms", "The request cannot be read: it is no form in UTF-8")
                                        : QCoreApplication::translate("Sms", "The field “%1” cannot be read").arg(refusal.detail);
    case Problem::Missing:
        return QCoreApplication::translate("Sms", "The field “%1” is missing").arg(refusal.detail);
    case Problem::BadPhone:
        return refusal.detail.isEmpty() ? QCoreApplication::translate("Sms", "The phone number is missing")
                                        : QCoreApplication::translate("Sms", "Wrong phone number: %1").arg(refusal.detail);
    case Problem::BadSender:
        return senderWords(refusal);
    case Problem::EmptyText:
        return QCoreApplication::translate("Sms", "The text is empty");
    case Problem::WrongCredentials:
        return QCoreApplication::translate("Sms", "Wrong login, password or key. Compare them with those in Planfix's SMS integration");
    case Problem::UnknownSender:
        return QCoreApplication::translate("Sms", "The sender “%1” is not among the allowed ones").arg(refusal.detail);
    case Problem::StopList:
        return refusal.detail.isEmpty() ? QCoreApplication::translate("Sms", "The number is on the stop list")
                                        : QCoreApplication::translate("Sms", "The number is on the stop list: %1").arg(refusal.detail);
    case Problem::TooLong:
        return QCoreApplication::translate("Sms", "The text is too long: %n part(s), at most %1", nullptr, refusal.number).arg(refusal.most);
    case Problem::TooMany:
        return limitWords(refusal.detail);
    case Problem::CannotStore:
        break;
    }
    return QCoreApplication::translate("Sms", "The message cannot be stored now. Send it again in a minute");
}

QString text(sms::State state)
{
    using sms::State;
    switch (state) {
    case State::Queued:
        return QCoreApplication::translate("Sms", "Queued");
    case State::Held:
        return QCoreApplication::translate("Sms", "Waits for the end of the quiet hours");
    case State::Sending:
        return QCoreApplication::translate("Sms", "Is being sent");
    case State::Sent:
        return QCoreApplication::translate("Sms", "Sent");
    case State::Delivered:
        return QCoreApplication::translate("Sms", "Delivered");
    case State::Undelivered:
        return QCoreApplication::translate("Sms", "Not delivered");
    case State::Expired:
        return QCoreApplication::translate("Sms", "Too late");
    case State::Rejected:
        return QCoreApplication::translate("Sms", "Refused");
    case State::Unknown:
        return QCoreApplication::translate("Sms", "Sent or not: unknown");
    case State::Blocked:
        return QCoreApplication::translate("Sms", "On the stop list");
    case State::Cancelled:
        break;
    }
    return QCoreApplication::translate("Sms", "Cancelled");
}

QString smsTrouble(const QString &trouble)
{
    if (trouble == QLatin1String("no_money"))
        return QCoreApplication::translate("Sms", "The provider's account has run out of money");
    if (trouble == QLatin1String("account"))
        return QCoreApplication::translate("Sms", "The provider does not accept the login, the password or the key");
    return trouble.isEmpty() ? QString() : QCoreApplication::translate("Sms", "The provider cannot be reached");
}

QString smsComment(const sms::CommentFacts &facts)
{
    const auto state = sms::stateNamed(facts.state);
    const QString words = QCoreApplication::translate("Sms", "SMS to %1: %2")
                              .arg(base::formatPhone(facts.recipient), state ? text(*state).toLower() : facts.state);
    return facts.detail.isEmpty() ? words : words + QStringLiteral(" (%1)").arg(facts.detail);
}

} // namespace pfx::texts
