// SPDX-License-Identifier: GPL-3.0-or-later
// E-mail addresses to the form in which they are compared: trimmed, lower-cased, the domain in its IDNA (ASCII) form. Any thread.
#pragma once

#include <QString>

#include <optional>

namespace pfx::base {

/// No value when the text is no address (one @, a local part, a domain with a dot or "localhost", at most 254 characters).
std::optional<QString> normalizeEmail(QStringView text);
/// As people read it: the domain in its own letters instead of "xn--…". What is no address comes back as it is.
QString formatEmail(const QString &address);

} // namespace pfx::base
