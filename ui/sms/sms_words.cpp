// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sms/sms_words.h"

#include "core/base/phone.h"
#include "core/texts/sms_texts.h"
#include "core/texts/texts.h"
#include "ui/common/formatting.h"

#include <QCoreApplication>

#include <algorithm>

namespace pfx::ui {

using sms::State;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SmsWords)
};

const QString defaultCurrency = QStringLiteral("RUB");

/// What a step of the way says below its name.
QString sentenceOf(const sms::HistoryEntry &entry, const sms::Message &message, const ProviderView *provider)
{
    const auto state = sms::stateNamed(entry.state);
    if (!entry.detail.isEmpty())
        return entry.detail;
    if (!state)
        return Words::tr("Stored safely, number %1").arg(message.id);
    switch (*state) {
    case State::Sending:
        return entry.provider.isEmpty() ? QString() : Words::tr("Is handed to the provider “%1”").arg(entry.provider);
    case State::Sent:
        if (provider && provider->driver == QLatin1String("file"))
            return Words::tr("Written into the file of the provider “%1”; such a provider tells nothing of the delivery").arg(entry.provider);
        return entry.provider.isEmpty() ? QString() : Words::tr("The provider “%1” has taken it").arg(entry.provider);
    case State::Delivered:
        return Words::tr("The provider reports: the phone has got it");
    case State::Queued:
        return message.provider.isEmpty() ? Words::tr("There is no provider that takes it yet") : QString();
    default:
        return {};
    }
}

/// What is waited for at the end of a way that is not at its end.
std::optional<WayStep> expected(const sms::Message &message, const ProviderView *provider)
{
    const QString clock = QStringLiteral("clock");
    switch (message.state) {
    case State::Queued:
        if (message.provider.isEmpty())
            return WayStep{clock, Tone::Warning, Words::tr("Waits for a provider"), Words::tr("It goes out as soon as one is set up."), 0};
        if (provider && provider->paused)
            return WayStep{clock, Tone::Warning, Words::tr("Waits"), Words::tr("The provider “%1” is paused.").arg(provider->name), 0};
        if (message.attempts > 0 && message.dueAt.value_or(0) > 0)
            return WayStep{clock, Tone::Warning, Words::tr("Will be tried again"), Words::tr("At %1").arg(timeExact(*message.dueAt)), 0};
        return WayStep{clock, Tone::Muted, Words::tr("Waits for its turn"), {}, 0};
    case State::Held:
        return WayStep{clock, Tone::Warning, Words::tr("Waits for the end of the quiet hours"),
                       message.dueAt ? Words::tr("Until %1").arg(timeExact(*message.dueAt)) : QString(), 0};
    case State::Sending:
        return WayStep{clock, Tone::Muted, Words::tr("Waits for the provider's answer"), {}, 0};
    case State::Sent:
        if (provider && provider->driver == QLatin1String("file"))
            return {};
        return WayStep{clock, Tone::Muted, Words::tr("Waits for the report of the delivery"), {}, 0};
    default:
        return {};
    }
}

WayStep stepOf(const sms::HistoryEntry &entry, const sms::Message &message, const ProviderView *provider)
{
    const auto state = sms::stateNamed(entry.state);
    if (!state)
        return {QStringLiteral("vcs-normal"), Tone::Success, Words::tr("Accepted"), sentenceOf(entry, message, provider), entry.at};
    const Chip chip = chipOf(*state);
    const Tone tone = *state == State::Queued || *state == State::Sending || *state == State::Sent ? Tone::Success : chip.tone;
    return {tone == Tone::Success ? QStringLiteral("vcs-normal") : chip.icon, tone, texts::text(*state), sentenceOf(entry, message, provider), entry.at};
}

} // namespace

Chip chipOf(State state)
{
    switch (state) {
    case State::Queued:
        return {Tone::Info, QStringLiteral("clock"), texts::text(state)};
    case State::Held:
        return {Tone::Warning, QStringLiteral("clock"), Words::tr("Quiet hours")};
    case State::Sending:
        return {Tone::Info, QStringLiteral("view-refresh"), texts::text(state)};
    case State::Sent:
        return {Tone::Info, QStringLiteral("mail-send"), texts::text(state)};
    case State::Delivered:
        return {Tone::Success, QStringLiteral("vcs-normal"), texts::text(state)};
    case State::Unknown:
        return {Tone::Error, QStringLiteral("question"), Words::tr("In doubt")};
    case State::Undelivered:
    case State::Expired:
    case State::Rejected:
        return {Tone::Error, QStringLiteral("window-close"), texts::text(state)};
    case State::Blocked:
    case State::Cancelled:
        break;
    }
    return {Tone::Muted, QStringLiteral("go-next-skip"), texts::text(state)};
}

Chip chipOf(const ProviderView &provider)
{
    if (provider.problem)
        return {Tone::Error, QString(), Words::tr("Cannot be used")};
    if (provider.paused)
        return {Tone::Muted, QStringLiteral("media-playback-pause"), Words::tr("Paused")};
    const QString &state = provider.state.state;
    if (state == QLatin1String("up"))
        return {Tone::Success, QString(), Words::tr("Works")};
    if (state == QLatin1String("paused"))
        return {Tone::Error, QString(), Words::tr("Stands still")};
    if (state == QLatin1String("down") && !provider.state.trouble.isEmpty())
        return {Tone::Warning, QString(), Words::tr("Not reached")};
    return {Tone::Muted, QStringLiteral("clock"), Words::tr("Not used yet")};
}

QString troubleOf(const ProviderView &provider)
{
    if (provider.problem)
        return provider.problem->detail;
    return provider.paused ? QString() : texts::smsTrouble(provider.state.trouble);
}

QString adviceOn(const ProviderView &provider)
{
    if (provider.problem)
        return Words::tr("Look through what is set up: “Change”.");
    if (provider.state.trouble == QLatin1String("no_money"))
        return Words::tr("Top the account up at the provider, then “Try now”.");
    if (provider.state.trouble == QLatin1String("account"))
        return Words::tr("Compare them with those on the provider's pages: “Change”.");
    return Words::tr("It is tried again by itself; the messages wait or go through another provider.");
}

QString balanceOf(const ProviderView &provider, qint64 nowMs)
{
    const sms::ProviderState &state = provider.state;
    if (state.balance.isEmpty())
        return {};
    const QString sum = amount(state.balance, state.currency.isEmpty() ? defaultCurrency : state.currency);
    return Words::tr("Balance: %1 (%2)").arg(sum, timeShort(state.balanceAt, nowMs));
}

QString driverName(const QString &driver)
{
    if (driver == QLatin1String("smsc"))
        return Words::tr("SMSC.ru");
    if (driver == QLatin1String("smsru"))
        return Words::tr("SMS.ru");
    if (driver == QLatin1String("aero"))
        return Words::tr("SMS Aero");
    if (driver == QLatin1String("smpp"))
        return Words::tr("An operator over SMPP");
    if (driver == QLatin1String("kannel"))
        return Words::tr("Kannel gateway");
    if (driver == QLatin1String("http"))
        return Words::tr("Another one over HTTP");
    if (driver == QLatin1String("file"))
        return Words::tr("A file, for trying out");
    return driver;
}

QString driverHint(const QString &driver)
{
    if (driver == QLatin1String("smsc"))
        return Words::tr("Your login and password of smsc.ru, or an API key of its settings: one of both is enough.");
    if (driver == QLatin1String("smsru"))
        return Words::tr("The api_id stands on the start page of your account at sms.ru.");
    if (driver == QLatin1String("aero"))
        return Words::tr("The e-mail of your account and the API key of its settings at smsaero.ru.");
    if (driver == QLatin1String("smpp"))
        return Words::tr("The operator gives you the address, system_id and password of the connection.");
    if (driver == QLatin1String("kannel"))
        return Words::tr("Address of smsbox with /cgi-bin/sendsms, name and password of a sendsms-user.");
    if (driver == QLatin1String("http"))
        return Words::tr("Any service with an address for sending. How it is asked and how its answers are read stands in “Options” as JSON.");
    if (driver == QLatin1String("file"))
        return Words::tr("Nothing goes out: each message becomes a line of a file. Good for a first try.");
    return {};
}

QString accessName(const QString &driver, const QString &part)
{
    if (part == QLatin1String("key"))
        return driver == QLatin1String("smsru") ? Words::tr("api_id") : Words::tr("API key");
    if (part == QLatin1String("password"))
        return Words::tr("Password of the provider");
    if (driver == QLatin1String("smpp"))
        return Words::tr("Login (system_id)");
    return driver == QLatin1String("aero") ? Words::tr("E-mail of the account") : Words::tr("Login at the provider");
}

QString charactersOf(const QString &text)
{
    return Words::tr("%n character(s)", nullptr, int(text.toUcs4().size()));
}

QString encodingOf(const sms::Segments &segments)
{
    return segments.encoding == sms::Encoding::Gsm7 ? Words::tr("GSM-7, Latin letters") : Words::tr("UCS-2, Cyrillic and other letters");
}

QString partsOf(const sms::Segments &segments)
{
    const QString parts = Words::tr("%n part(s)", nullptr, segments.count());
    if (segments.count() == 0)
        return parts;
    if (segments.count() == 1)
        return Words::tr("%1, room for %2 more").arg(parts, number(segments.unitsLeft()));
    return Words::tr("%1, room for %2 more in the last one").arg(parts, number(segments.unitsLeft()));
}

QString priceOf(const QString &price, int parts)
{
    const qsizetype point = price.indexOf(QLatin1Char('.'));
    const QString fraction = point < 0 ? QString() : price.mid(point + 1);
    const qsizetype decimals = std::max<qsizetype>(2, fraction.size());
    bool isNumber = false;
    const qint64 units = (price.left(point) + fraction.leftJustified(decimals, QLatin1Char('0'))).toLongLong(&isNumber) * parts;
    if (!isNumber || units <= 0)
        return {};
    QString digits = QString::number(units).rightJustified(decimals + 1, QLatin1Char('0'));
    digits.insert(digits.size() - decimals, QLatin1Char('.'));
    return amount(digits, defaultCurrency);
}

QVector<WayStep> wayOf(const MessageView &view, const ProviderView *provider)
{
    QVector<WayStep> steps;
    for (const sms::HistoryEntry &entry : view.history)
        steps.append(stepOf(entry, view.message, provider));
    if (const auto next = expected(view.message, provider))
        steps.append(*next);
    return steps;
}

} // namespace pfx::ui
