// SPDX-License-Identifier: GPL-3.0-or-later
// Members of lists as rows of the database. Functions of one connection; the writing ones belong into an open write transaction. Failures:
// the Connection's.
#pragma once

#include "core/base/result.h"
#include "core/mailing/entities.h"
#include "core/store/connection.h"

namespace pfx::mailing {

/// The columns of mailing_members as `m` that memberFrom() reads.
extern const QString memberColumns;
Member memberFrom(const store::Row &row);

/// The condition under which a row `m` of mailing_members is the one of its address that is written to, whoever is suppressed.
extern const QString isFirstOfAddress;
/// The condition under which a row `m` is written to.
extern const QString isWritable;

base::Result<void> insertMembers(store::Connection &db, const std::vector<const Member *> &members);
/// All fields by their id; the version grows.
base::Result<void> updateMembers(store::Connection &db, const std::vector<const Member *> &members);

} // namespace pfx::mailing
