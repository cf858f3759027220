// SPDX-License-Identifier: GPL-3.0-or-later
// What a value of each kind must look like. Behind settings::checked().
#pragma once

#include "core/settings/definitions.h"

namespace pfx::settings {

/// `value` is trimmed; the error has no `where`.
base::Result<QString> checkedValue(const Definition &definition, const QString &value);

} // namespace pfx::settings
