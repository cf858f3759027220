// SPDX-License-Identifier: GPL-3.0-or-later
// Brings a SQLite file to the newest version: creates it, backs it up before an upgrade, refuses a newer one and a foreign one without
// touching it. Called while the store's upgrade lock is held.
#pragma once

#include "core/base/clock.h"
#include "core/store/schema.h"

namespace pfx::store {

enum class OtherPrograms { None, Present };

/// StorageNewer, StorageDamaged, StorageLocked (also when an upgrade is due and another program has the store open), Validation when the
/// file is another program's database, and the other Storage* codes.
base::Result<void> bringToNewest(const QString &file, const Schema &schema, const base::Clock &clock, OtherPrograms others);

/// The schema into an empty file that need not survive.
base::Result<void> createTemporary(const QString &file, const Schema &schema);

/// Validation when the file is no database of this program with data in it; nothing is changed.
base::Result<void> checkIsOurs(const QString &file);

/// A consistent copy of the file; Conflict when `target` exists.
base::Result<void> copyDatabase(const QString &file, const QString &target);

} // namespace pfx::store
