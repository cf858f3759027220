// SPDX-License-Identifier: GPL-3.0-or-later
// Technical words of an Error (its detail and where) put into people's words when they are known, else as they are. Any thread.
#pragma once

#include <QString>

namespace pfx::texts {

/// "expected a string" → «ожидалась строка»; what is not known comes back as it is.
QString technical(const QString &detail);

/// "3:14" → «строка 3, столбец 14»; a path or a file name comes back as it is.
QString place(const QString &where);

} // namespace pfx::texts
