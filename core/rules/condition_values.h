// SPDX-License-Identifier: GPL-3.0-or-later
// Comparing one fact with one condition: both brought to the field's format first. Behind Condition. Pure; any thread.
#pragma once

#include "core/rules/condition.h"

namespace pfx::rules {

/// Fills what `node.value` means for its field; Validation without a place when it cannot.
base::Result<void> prepare(Node &node);

/// Every operator but is_null and the negative ones is false for a missing value.
bool holds(const Node &node, const QJsonValue &actual);

} // namespace pfx::rules
