// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts to begin with, made of tests/data/planfix and data/account.json: three orders, two contacts and a company, three employees, a
// template with five fields. As AccountState takes and saves them.
#pragma once

#include "app/demo/planfix/account_state.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace pfx::fake {

/// The key that all of them know.
QString usualKey();
/// Every right.
QJsonObject fullAccount();
/// task_add, task_readonly, task_update.
QJsonObject quickStartAccount();
/// The key is known and may nothing.
QJsonObject noRightsAccount();
/// Every right, and neither tasks nor contacts nor comments.
QJsonObject emptyAccount();
/// By the names full, quick-start, no-rights, empty; none for another name.
std::optional<QJsonObject> account(const QString &name);

/// One of tests/data/planfix, as it is.
QByteArray fixture(const QString &name);

} // namespace pfx::fake
