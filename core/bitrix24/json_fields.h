// SPDX-License-Identifier: GPL-3.0-or-later
// The fields that stand in the first rows of a Bitrix24 file, with samples, for the mapping step. Any thread.
#pragma once

#include "core/formats/json_dialect.h"

namespace pfx::bitrix24 {

QVector<records::SourceField> sourceFields(const formats::JsonFindings &findings);

/// Positive when the row's keys are Bitrix24's, negative when they are amoCRM's, 0 when they say nothing.
int bitrixLikeness(const formats::JsonView &row);

} // namespace pfx::bitrix24
