// SPDX-License-Identifier: GPL-3.0-or-later
// CSV as a person's office program opens it. Any thread.
#pragma once

#include <QByteArray>
#include <QChar>
#include <QStringList>

namespace pfx::ui {

/// One line, quoted where needed. A text that an office program would take for a formula gets an apostrophe before it (phones and numbers do
/// not).
QByteArray csvLine(const QStringList &cells, QChar delimiter);
/// A semicolon where the comma is the decimal sign.
QChar csvDelimiter();

} // namespace pfx::ui
