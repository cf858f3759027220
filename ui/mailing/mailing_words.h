// SPDX-License-Identifier: GPL-3.0-or-later
// What the page says of its rows in chips. GUI thread.
#pragma once

#include "ui/common/chip.h"
#include "ui/mailing/mailing_service.h"

namespace pfx::ui {

Chip chipOf(const mailing::Member &member);
Chip chipOf(mailing::Reason reason);
Chip chipOf(const mailing::RequestRecord &record);
Chip chipOf(const ForwardView &forward);
/// "12 of 30 told, waits until 10:31" for people.
QString sentenceOf(const ForwardView &forward, qint64 nowMs);
/// What a request did, in one line: "contacts: 5, new: 3, passed over: 1".
QString summaryOf(const mailing::RequestRecord &record);

} // namespace pfx::ui
