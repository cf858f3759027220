// SPDX-License-Identifier: GPL-3.0-or-later
// What the failed rows of a file point to, in amoCRM's own form: its users and its pipelines with their stages, and the account. A document of
// failed rows begins with them, so that owners and stages are found when it is imported. Any thread.
#pragma once

#include "core/records/records.h"

namespace pfx::amocrm {

QByteArray documentHeadOf(const QVector<records::Employee> &employees, const QVector<records::Pipeline> &pipelines);

/// A page's own link, which says the account before any row does; for an account's number the number.
QByteArray accountMemberOf(const QString &account);

} // namespace pfx::amocrm
