// SPDX-License-Identifier: GPL-3.0-or-later
// A message as `pfxctl sms` prints it.
#pragma once

#include "app/ctl/context.h"
#include "core/sms/pages.h"
#include "core/sms/problem.h"

namespace pfx::ctl {

class JsonWriter;

/// The members of the contract, without the history.
void writeMessage(JsonWriter &json, const sms::Message &message);
void printMessage(Context &context, const sms::Message &message, const QVector<sms::HistoryEntry> &history);
/// A message that is not taken, as the command's failure.
base::Failure smsRefused(const sms::Refusal &refusal);

} // namespace pfx::ctl
