// SPDX-License-Identifier: GPL-3.0-or-later
// The addresses of the embedded server that concern mailing lists: `/mailing`, which Planfix calls, and `/u/<token>`, by which people
// unsubscribe. The handlers run where the server says; what is acknowledged is on disk.
#pragma once

#include "core/exchange/journal.h"
#include "core/mailing/list_desk.h"
#include "core/mailing/unsubscribe_link.h"
#include "core/server/route.h"

namespace pfx::mailing {

/// The words of the page behind an unsubscribe link, in plain text.
struct UnsubscribeWords {
    QString language; ///< Of the page: "ru".
    QString title, question, button, done, doneHint;
    /// `question` and `done` have %1 for the address.
};

/// What the routes work with; all of it outlives them.
struct Door {
    store::Writer &writer;
    const base::Clock &clock;
    exchange::Outbox &outbox;
    exchange::Journal &journal;
    server::SharedSecret token; ///< mailing.token; empty: everybody is refused.
    UnsubscribeLinks links;
    RefusalWords words;
    UnsubscribeWords unsubscribeWords;
};

std::vector<server::Route> routes(const Door &door);

/// The address to paste into Planfix, behind the public one.
inline const QString mailingPath = QStringLiteral("/mailing");

} // namespace pfx::mailing
