// SPDX-License-Identifier: GPL-3.0-or-later
// Writing custom fields, people and files of a request into a row, as Planfix does: a field that the template does not have is dropped in
// silence, a label outside the list is kept as it is, a value of the wrong form is refused. Not thread-safe.
#pragma once

#include "app/demo/planfix/context.h"

namespace pfx::fake {

/// The answer of a refusal, or none. `attached`: numbers of the fields that the row's template has.
std::optional<Answer> writeCustomFields(Context &context, QJsonObject &row, const QJsonArray &given, const QJsonArray &attached);
/// {"users":[{"id"}],"groups":[{"id"}]} with names. Each user needs a prefix.
std::optional<Answer> writePeople(Context &context, QJsonObject &row, const QString &member, const QJsonObject &given);
std::optional<Answer> writeFiles(Context &context, QJsonObject &row, const QJsonArray &given);

} // namespace pfx::fake
