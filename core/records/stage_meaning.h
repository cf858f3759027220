// SPDX-License-Identifier: GPL-3.0-or-later
// What a stage means when only its name is known (tables name stages and say no more): the fixed last stages of amoCRM and the ready-made
// ones of Bitrix24, in Russian and English. Pure; any thread.
#pragma once

#include "core/records/records.h"

namespace pfx::records {

/// Nothing for any other name: an office may call its own stages as it likes.
std::optional<Semantics> stageMeaning(const QString &name);

} // namespace pfx::records
