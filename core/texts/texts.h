// SPDX-License-Identifier: GPL-3.0-or-later
// Words for people: from codes to translated texts that say what happened, why, and what to do next. Used by the screen, pfxctl and the
// server alike, in the language whose translator is installed. Any thread once the translators are installed.
#pragma once

#include "core/base/error.h"
#include "core/migration/progress.h"
#include "core/migration/report.h"

namespace pfx::texts {

struct ErrorText
{
    QString message; ///< What happened: «Ошибка чтения файла: строка 3, столбец 14…»
    QString advice;  ///< The next step; never empty.
};

ErrorText describe(const base::Error &error);

QString text(records::Kind kind);             ///< «Контакт»
QString text(migration::RunState state);
QString text(migration::Decision decision);
QString text(migration::Phase phase);
QString text(migration::ProblemCode code);    ///< Short, for a chip: «Контакт не найден»
QString text(const migration::Problem &problem); ///< A sentence; a failed row's begins with its place («contacts[3]…»).
QString reason(const migration::RunRow &row);
/// What a setting is for; empty for an unknown key.
QString setting(const QString &key);
/// A field of ours ("position") for people.
QString field(const QString &name);

} // namespace pfx::texts
