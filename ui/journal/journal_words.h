// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the journal, in words: services, operations, states, causes. Pure; any thread with translators installed.
#pragma once

#include "core/exchange/journal_pages.h"
#include "ui/common/chip.h"

#include <QCoreApplication>

namespace pfx::ui {

class JournalWords
{
    Q_DECLARE_TR_FUNCTIONS(pfx::ui::JournalWords)
public:
    static QString service(const QString &name);
    static QString direction(exchange::Direction direction);
    /// «Заявка → задача», or method and path of a bare exchange.
    static QString what(const exchange::JournalEntry &entry);
    /// Who it came from or went to: «Планфикс», with the caller's address when it is known.
    static QString who(const exchange::JournalEntry &entry);
    static Chip result(const exchange::JournalEntry &entry, qint64 nowMs);
    /// Why it failed, and what to do; empty for what went well.
    static QString reason(const exchange::JournalEntry &entry);
    static QString state(exchange::RowState state);
    static QString time(const exchange::JournalEntry &entry, qint64 nowMs);
    /// «Заявка», for an entry that concerns one; empty otherwise.
    static QString subject(const QString &subject);
    /// The order of ours that the subject names; 0: none.
    static qint64 orderOf(const QString &subject);

private:
    static Chip ofExchange(const exchange::JournalEntry &entry);
};

} // namespace pfx::ui
