// SPDX-License-Identifier: GPL-3.0-or-later
// What a person can do about an entry of the journal, and what each deed would do, in words. Pure; any thread with translators installed.
#pragma once

#include "core/exchange/journal_pages.h"

#include <QCoreApplication>

namespace pfx::ui {

struct JournalDeed
{
    enum class Kind {
        Retry,        ///< An effect goes back to the queue.
        RetryInDoubt, ///< The same, though it may have been done already.
        Replay,       ///< A request that came in is worked off once more.
        Settle,       ///< An effect whose outcome nobody knew: the person says that it was done.
        Cancel,       ///< It is given up.
    };
    Kind kind = Kind::Retry;
    QString verb;     ///< The button: «Отправить снова».
    QString title;    ///< The question.
    QString sentence; ///< What it would do.
    bool dangerous = false;

    bool operator==(const JournalDeed &) const = default;
};

class JournalDeeds
{
    Q_DECLARE_TR_FUNCTIONS(pfx::ui::JournalDeeds)
public:
    /// The first is the one that helps most.
    static QVector<JournalDeed> of(const exchange::JournalDetails &details);

private:
    static QVector<JournalDeed> ofOutgoing(const exchange::JournalEntry &entry);
    static QVector<JournalDeed> ofIncoming(const exchange::JournalDetails &details);
    static JournalDeed cancel();
};

} // namespace pfx::ui
