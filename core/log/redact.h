// SPDX-License-Identifier: GPL-3.0-or-later
// Takes secrets and personal data out of a text before it is written anywhere. Works by what is allowed: of `name=value` pairs and JSON
// members only the values of known harmless names stay; of addresses only host and path; e-mails, phones and anything that looks like a key
// go wherever they stand. Names of people cannot be recognised: they must not be logged. Any thread.
#pragma once

#include <QString>

namespace pfx::log {

QString redact(const QString &text);

} // namespace pfx::log
