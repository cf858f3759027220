// SPDX-License-Identifier: GPL-3.0-or-later
// Words of mailing lists, in the language whose translator is installed. Any thread once it is.
#pragma once

#include "core/mailing/entities.h"
#include "core/mailing/routes.h"

namespace pfx::texts {

/// What Planfix is told: «Список не найден».
mailing::RefusalWords mailingRefusals();
mailing::UnsubscribeWords unsubscribeWords();

QString text(mailing::Reason reason); ///< «Отписался»
QString text(mailing::Standing standing); ///< Short, for a chip: «Нет адреса»
QString text(mailing::ContactProblem::Kind kind); ///< «Неверный адрес»
/// "importContacts" as «Импорт контактов»; an unknown one as it is.
QString mailingAction(const QString &action);

} // namespace pfx::texts
