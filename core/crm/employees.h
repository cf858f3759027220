// SPDX-License-Identifier: GPL-3.0-or-later
// Employees of the office: owners of contacts and deals, the «Пользователь по умолчанию» of an import. Functions of the calling thread's
// connection; add, update and remove belong into a Writer job.
#pragma once

#include "core/crm/entities.h"
#include "core/store/connection.h"

namespace pfx::crm::employees {

base::Result<QVector<Employee>> list(store::Connection &db);

/// By id, e-mail or name (in this order; names compared by search key). NotFound, or Ambiguous with the candidates.
base::Result<Employee> find(store::Connection &db, const QString &idEmailOrName);

/// Returns the new id. Validation (empty name, bad e-mail), Conflict (the e-mail is taken).
base::Result<qint64> add(store::Connection &db, const Employee &employee, qint64 nowMs);
base::Result<void> update(store::Connection &db, const Employee &employee);
/// Conflict when contacts, companies or deals belong to the employee. Knows nothing of imports: migration::removeEmployee does.
base::Result<void> remove(store::Connection &db, qint64 id);

} // namespace pfx::crm::employees
