// SPDX-License-Identifier: GPL-3.0-or-later
// How pfxctl ends with an error: the words and the exit status.
#pragma once

#include "app/ctl/command.h"
#include "core/texts/texts.h"

namespace pfx::ctl {

/// Where an error begins that is about the file of this option.
inline constexpr QLatin1String mappingOption{"--mapping"};

/// As core/texts has it; a wrong command line brings its words along.
texts::ErrorText describe(const base::Error &error);
Exit exitOf(const base::Error &error);
/// Prints the error: JSON on stdout when that was asked for, else words on stderr.
Exit reportFailure(Context &context, const base::Error &error);

} // namespace pfx::ctl
