// SPDX-License-Identifier: GPL-3.0-or-later
// How `planfix check` shows what it found. Main thread.
#pragma once

#include "app/ctl/command.h"
#include "core/planfix/diagnosis.h"

namespace pfx::ctl {

class Context;

/// One line for the terminal, as soon as it is known.
QString checkLine(const planfix::CheckLine &line);
Exit printDiagnosis(Context &context, const planfix::Diagnosis &diagnosis);

} // namespace pfx::ctl
