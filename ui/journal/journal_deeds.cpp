// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/journal_deeds.h"

namespace pfx::ui {

using exchange::JournalDetails;
using exchange::JournalEntry;
using exchange::RowState;
using Kind = JournalDeed::Kind;

JournalDeed JournalDeeds::cancel()
{
    return {Kind::Cancel, tr("Give up"), tr("Give this up?"),
            tr("It is not tried again. What waits behind it for the same order or task goes on without it."), true};
}

QVector<JournalDeed> JournalDeeds::ofOutgoing(const JournalEntry &entry)
{
    const JournalDeed retry{Kind::Retry, tr("Send again"), tr("Send this again?"),
                            tr("It goes back to the queue and is sent as things stand now: an order goes with its present fields. What has "
                               "already arrived is recognised and not made twice."),
                            false};
    switch (entry.state) {
    case RowState::Attention:
    case RowState::Waiting:
        return {retry, cancel()};
    case RowState::Cancelled:
        return {retry};
    case RowState::Unknown:
        return {{Kind::Settle, tr("It was done"), tr("Was this done?"),
                 tr("The other side has it: nothing more is sent, and the entry counts as done."), false},
                {Kind::RetryInDoubt, tr("Send again"), tr("Send this again, perhaps twice?"),
                 tr("Nobody knows whether the first attempt arrived. If it did, the other side gets this a second time."), true},
                cancel()};
    default:
        return {};
    }
}

QVector<JournalDeed> JournalDeeds::ofIncoming(const JournalDetails &details)
{
    const JournalDeed replay{Kind::Replay, tr("Repeat"), tr("Work this request off once more?"),
                             tr("The request is worked off as if it had just come in, with the same body: what has changed meanwhile is read "
                                "anew, and what it had already led to is recognised."),
                             false};
    switch (details.entry.state) {
    case RowState::Attention:
    case RowState::Unknown:
        return {replay, cancel()};
    case RowState::Done:
    case RowState::Cancelled:
        return details.canReplay ? QVector<JournalDeed>{replay} : QVector<JournalDeed>();
    default:
        return {};
    }
}

QVector<JournalDeed> JournalDeeds::of(const JournalDetails &details)
{
    switch (details.entry.source) {
    case JournalEntry::Source::Outbox:
        return ofOutgoing(details.entry);
    case JournalEntry::Source::Inbox:
        return ofIncoming(details);
    case JournalEntry::Source::Exchange:
        break;
    }
    return {};
}

} // namespace pfx::ui
