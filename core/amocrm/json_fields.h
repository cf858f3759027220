// SPDX-License-Identifier: GPL-3.0-or-later
// The fields that stand in the first rows of an amoCRM file, with samples, for the mapping step. Any thread.
#pragma once

#include "core/formats/json_dialect.h"

namespace pfx::amocrm {

QVector<records::SourceField> sourceFields(const formats::JsonFindings &findings);

/// Positive when the row's keys are amoCRM's, negative when they are Bitrix24's, 0 when they say nothing.
int amocrmLikeness(const formats::JsonView &row);

} // namespace pfx::amocrm
