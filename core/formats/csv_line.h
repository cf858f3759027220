// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of every CSV that we write (RFC 4180: quotes where needed, CR LF, UTF-8). Any thread.
#pragma once

#include <QByteArray>
#include <QChar>
#include <QStringList>

namespace pfx::formats {

/// Guarded: what an office program would calculate instead of showing it gets an apostrophe before it (OWASP, "CSV Injection"); phones and
/// numbers do not. AsTheyAre is for programs that read the file.
enum class Formulas { Guarded, AsTheyAre };

QByteArray csvLine(const QStringList &cells, QChar delimiter = QLatin1Char(','), Formulas formulas = Formulas::Guarded);

} // namespace pfx::formats
