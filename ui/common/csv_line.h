// SPDX-License-Identifier: GPL-3.0-or-later
// CSV as a person's office program opens it. Any thread.
#pragma once

#include "core/formats/csv_line.h"

namespace pfx::ui {

using formats::csvLine;

/// A semicolon where the comma is the decimal sign.
QChar csvDelimiter();

} // namespace pfx::ui
