// SPDX-License-Identifier: GPL-3.0-or-later
// What the page says of messages, providers and texts. GUI thread.
#pragma once

#include "ui/common/chip.h"
#include "ui/sms/message_way.h"
#include "ui/sms/standing.h"

namespace pfx::ui {

Chip chipOf(sms::State state);
Chip chipOf(const ProviderView &provider);
/// Why it stands still; empty when it works.
QString troubleOf(const ProviderView &provider);
/// What to do about that.
QString adviceOn(const ProviderView &provider);
/// "812,30 ₽, сегодня, 10:31"; empty when it is not known.
QString balanceOf(const ProviderView &provider, qint64 nowMs);

/// The kinds of providers for people: «СМС-центр (smsc.ru)».
QString driverName(const QString &driver);
/// Where a person finds what the driver asks for.
QString driverHint(const QString &driver);
/// "Login", "Password", "API key" as the provider's own pages call it; `part` is "login", "password" or "key".
QString accessName(const QString &driver, const QString &part);

/// «93 символа».
QString charactersOf(const QString &text);
/// «UCS-2, кириллица».
QString encodingOf(const sms::Segments &segments);
/// «2 части, до третьей 41».
QString partsOf(const sms::Segments &segments);
/// So many times a price, exact: "5.80"; empty when the price is not known.
QString priceOf(const QString &price, int parts);

/// How a message has gone so far; `provider` null when it is not set up any more.
QVector<WayStep> wayOf(const MessageView &view, const ProviderView *provider);

} // namespace pfx::ui
