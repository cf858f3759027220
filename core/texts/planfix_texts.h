// SPDX-License-Identifier: GPL-3.0-or-later
// Words for what Planfix refuses: each of its error codes says what happened and what to do, and each right where it is switched on. Any thread
// once the translators are installed.
#pragma once

#include "core/planfix/diagnosis.h"
#include "core/texts/texts.h"

#include <optional>

namespace pfx::texts {

/// No value when the error is not one of Planfix's, or of a code that it has not published.
std::optional<ErrorText> planfixError(const base::Error &error);

/// «task_add (task.create): создание задач»
QString scopeLine(const planfix::Scope &scope);
QString scopeMeaning(const QString &scope);
/// «Управление аккаунтом → Доступ к API → REST API»
QString whereScopesAre();
QString text(planfix::Feature feature);
QString text(planfix::CheckStep step);

} // namespace pfx::texts
