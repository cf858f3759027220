// SPDX-License-Identifier: GPL-3.0-or-later
// Values that people keep under names of their own and that the table of definitions does not know, such as the named mappings of imports
// ("import.mapping.<system>.<name>"). Functions of the calling thread's connection.
#pragma once

#include "core/store/connection.h"

namespace pfx::settings {

/// Belongs into a Writer job. NotFound when there is no such value, Validation for a key of the table of definitions.
base::Result<void> removeLoose(store::Connection &db, const QString &key);

} // namespace pfx::settings
