// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/chip_texts.h"

#include "core/secrets/secret_store.h"
#include "core/texts/texts.h"
#include "ui/common/formatting.h"

namespace pfx::console {

using base::Error;
using base::ErrorCode;
using ui::Tone;

namespace {

QString sentences(const Error &error)
{
    const texts::ErrorText text = texts::describe(error);
    return text.message + QLatin1Char('\n') + text.advice;
}

/// "18:00" today, with the day otherwise.
QString clock(qint64 ms, qint64 nowMs)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms), now = QDateTime::fromMSecsSinceEpoch(nowMs);
    return time.toString(time.date() == now.date() ? QStringLiteral("HH:mm") : QStringLiteral("dd.MM HH:mm"));
}

} // namespace

ChipText ChipTexts::held(const ui::PlanfixState &state, qint64 nowMs)
{
    QString detail = sentences(*state.held);
    const QString until = state.heldUntilMs ? clock(*state.heldUntilMs, nowMs) : QString();
    if (!until.isEmpty())
        detail += QLatin1Char('\n') + tr("Everything for Planfix waits and goes on by itself at %1.").arg(until);
    switch (state.held->code) {
    case ErrorCode::Unauthorized:
        return {Tone::Error, tr("Planfix refuses the key"), detail};
    case ErrorCode::QuotaExhausted:
        return {Tone::Warning, until.isEmpty() ? tr("Planfix quota used up") : tr("Planfix quota used up until %1").arg(until), detail};
    case ErrorCode::RateLimited:
        return {Tone::Info, tr("Planfix asks to wait"), detail};
    case ErrorCode::Keychain:
        return {Tone::Error, tr("Planfix key cannot be read"), detail};
    case ErrorCode::Certificate:
        return {Tone::Error, tr("Planfix certificate refused"), detail};
    default:
        return {Tone::Warning, tr("Planfix is not reached"), detail};
    }
}

ChipText ChipTexts::planfix(const ui::PlanfixState &state, const std::optional<Error> &secretsTrouble, qint64 nowMs)
{
    if (state.account.isEmpty())
        return {Tone::Muted, tr("Planfix is not set up"), tr("Press to connect your account.")};
    if (secretsTrouble && !state.hasKey)
        return {Tone::Error, tr("Planfix key cannot be read"), sentences(*secretsTrouble)};
    if (!state.hasKey)
        return {Tone::Warning, tr("No Planfix key"), sentences({ErrorCode::Unauthorized, {}, QStringLiteral("planfix.api-key")})};
    if (state.held)
        return held(state, nowMs);
    if (!state.lastSuccessMs)
        return {Tone::Info, tr("Planfix is set up"), tr("%1. Nothing has been asked of it yet.").arg(state.account)};
    return {Tone::Success, tr("Planfix works"), tr("%1, last answer: %2.").arg(state.account, ui::timeShort(*state.lastSuccessMs, nowMs))};
}

ChipText ChipTexts::server(const ui::ServerState &state)
{
    if (state.isListening()) {
        const QString address = (state.tls ? QStringLiteral("https://") : QStringLiteral("http://")) + state.address;
        const QString outside = state.publicUrl.isEmpty() ? tr("It has no public address yet: only programs of this computer reach it.")
                                                          : tr("From outside: %1").arg(state.publicUrl);
        return {Tone::Success, tr("Server %1").arg(state.address), address + QLatin1Char('\n') + outside};
    }
    if (!state.isWanted)
        return {Tone::Muted, tr("Server is off"), tr("Nothing from outside is taken. Press to switch it on.")};
    if (!state.error)
        return {Tone::Muted, tr("Server is starting"), {}};
    const QString again = tr("It is tried again by itself.");
    if (state.error->code == ErrorCode::Conflict)
        return {Tone::Error, tr("Server: the port is taken"),
                tr("Another program listens there already (perhaps a second window, or pfxctl serve). Stop it, or choose another port in "
                   "the settings.")
                    + QLatin1Char('\n') + again};
    return {Tone::Error, tr("Server does not start"), sentences(*state.error) + QLatin1Char('\n') + again};
}

QString ChipTexts::request(const server::RecentRequest &request)
{
    const QString route = request.route.isEmpty() ? tr("unknown address") : QString::fromUtf8(request.route);
    return tr("%1  %2 %3 → %4")
        .arg(QDateTime::fromMSecsSinceEpoch(request.timeMs).toString(QStringLiteral("HH:mm:ss")), QString::fromLatin1(request.method), route)
        .arg(request.status);
}

} // namespace pfx::console
