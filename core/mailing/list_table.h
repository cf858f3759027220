// SPDX-License-Identifier: GPL-3.0-or-later
// The only code that reads and writes the lists themselves. Functions of one connection; the writing ones belong into an open write
// transaction. Failures: the Connection's; NotFound where "list"; Ambiguous for a name that several lists bear.
#pragma once

#include "core/base/result.h"
#include "core/mailing/entities.h"
#include "core/store/connection.h"

namespace pfx::mailing {

/// How long a deleted list can be brought back.
inline constexpr qint64 keepDeletedMs = 30LL * 24 * 3600 * 1000;

base::Result<MailingList> addList(store::Connection &db, const QString &name, qint64 nowMs);
/// Nothing changes when it is deleted already.
base::Result<void> deleteList(store::Connection &db, qint64 id, qint64 nowMs);
base::Result<void> restoreList(store::Connection &db, qint64 id, qint64 nowMs);

/// Also one that is deleted.
base::Result<std::optional<MailingList>> listByCode(store::Connection &db, const QString &code);
base::Result<std::optional<MailingList>> listById(store::Connection &db, qint64 id);
/// By what a person types: the code, or the name of one list that is not deleted.
base::Result<MailingList> findList(store::Connection &db, const QString &text);

enum class Deleted { Left, Included };
/// Newest first.
base::Result<QVector<MailingList>> lists(store::Connection &db, Deleted deleted);

/// Locks the list against others who change its members (PostgreSQL; SQLite has one writer), and marks it as changed.
base::Result<void> touchList(store::Connection &db, qint64 id, qint64 nowMs);

/// The lists whose time to be brought back is over.
base::Result<QVector<qint64>> expiredLists(store::Connection &db, qint64 nowMs);
/// Takes away at most `most` rows of such a list; the list itself goes with the last. How many members went.
base::Result<qint64> purgeList(store::Connection &db, qint64 id, qint64 nowMs, int most);

} // namespace pfx::mailing
