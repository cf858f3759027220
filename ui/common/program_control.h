// SPDX-License-Identifier: GPL-3.0-or-later
// What a page may ask of the whole program: things for which all pages are taken down and shown anew, the asking one too. Each method
// returns at once and does its work from the event loop. GUI thread.
#pragma once

#include "core/base/error.h"

#include <QString>

#include <optional>

namespace pfx::ui {

/// What became of a deed with the store, for the page that comes after it.
struct StoreNews {
    enum class Kind { None, Moved, InUse, Restored, Failed };

    Kind kind = Kind::None;
    QString place; ///< Moved, InUse: the address of the store; Restored: the file with the data of before, empty when there was none.
    qint64 rows = 0; ///< Moved.
    std::optional<base::Error> error; ///< Of Failed: everything is as it was.
};

class ProgramControl {
public:
    ProgramControl() = default;
    virtual ~ProgramControl() = default;
    ProgramControl(const ProgramControl &) = delete;
    ProgramControl &operator=(const ProgramControl &) = delete;

    /// What the deeds below would interrupt, for people; empty: nothing.
    virtual QString runningWork() const = 0;
    /// The window in the language that is chosen now (ui::program::language).
    virtual void showInLanguage() = 0;

    /// False where the command line, the environment or --demo say where the store is.
    virtual bool canChangeStore() const = 0;
    /// Brings everything into the empty database of the address and goes on there.
    virtual void moveStore(const QString &address) = 0;
    /// Goes on with the data that is at the address already.
    virtual void useStore(const QString &address) = 0;
    /// The backup in the place of the store's file.
    virtual void restoreStore(const QString &backup) = 0;
    /// Once.
    virtual StoreNews takeStoreNews() = 0;
};

} // namespace pfx::ui
