// SPDX-License-Identifier: GPL-3.0-or-later
// A request or answer of the journal as people read it: JSON with indents, form fields one a line, everything else as it is. Never fails and
// never grows beyond a few times its size; the text is redacted already. Any thread.
#pragma once

#include <QString>

namespace pfx::ui {

QString prettyText(const QString &text);

} // namespace pfx::ui
