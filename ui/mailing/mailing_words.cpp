// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailing/mailing_words.h"

#include "core/texts/mailing_texts.h"
#include "core/texts/texts.h"
#include "ui/common/formatting.h"

#include <QCoreApplication>

namespace pfx::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MailingWords)
};

} // namespace

Chip chipOf(mailing::Reason reason)
{
    switch (reason) {
    case mailing::Reason::Unsubscribed:
        return {Tone::Warning, QString(), texts::text(reason)};
    case mailing::Reason::Bounced:
    case mailing::Reason::Complained:
        return {Tone::Error, QString(), texts::text(reason)};
    case mailing::Reason::Manual:
        break;
    }
    return {Tone::Muted, QStringLiteral("user"), texts::text(reason)};
}

Chip chipOf(const mailing::Member &member)
{
    switch (member.standing) {
    case mailing::Standing::Writable:
        return {Tone::Success, QString(), texts::text(member.standing)};
    case mailing::Standing::Suppressed:
        return member.reason ? chipOf(*member.reason) : Chip{Tone::Warning, QString(), texts::text(member.standing)};
    case mailing::Standing::NoAddress:
        return {Tone::Muted, QString(), texts::text(member.standing)};
    case mailing::Standing::SharedAddress:
        break;
    }
    return {Tone::Info, QStringLiteral("group"), texts::text(member.standing)};
}

Chip chipOf(const mailing::RequestRecord &record)
{
    if (!record.error.isEmpty())
        return {Tone::Error, QString(), Words::tr("Refused")};
    if (record.counts.skipped > 0)
        return {Tone::Warning, QString(), Words::tr("Done, some passed over")};
    return {Tone::Success, QString(), Words::tr("Done")};
}

Chip chipOf(const ForwardView &forward)
{
    if (forward.open && (forward.open->state == exchange::RowState::Attention || forward.open->state == exchange::RowState::Unknown))
        return {Tone::Error, QString(), Words::tr("Needs attention")};
    if (forward.open && forward.open->error)
        return {Tone::Warning, QStringLiteral("clock"), Words::tr("Will be tried again")};
    if (forward.open || forward.counts.toPut + forward.counts.toTake > 0)
        return {Tone::Info, QStringLiteral("view-refresh"), Words::tr("Is being passed on")};
    return {Tone::Success, QString(), Words::tr("In step")};
}

QString sentenceOf(const ForwardView &forward, qint64 nowMs)
{
    const qint64 left = forward.counts.toPut + forward.counts.toTake;
    QStringList parts{Words::tr("Addresses there: %1").arg(number(forward.counts.told))};
    if (left > 0)
        parts.append(Words::tr("still to be told: %1").arg(number(left)));
    if (forward.forward.comparedAt)
        parts.append(Words::tr("compared: %1").arg(timeShort(*forward.forward.comparedAt, nowMs)));
    else if (forward.forward.inStepAt)
        parts.append(Words::tr("in step since: %1").arg(timeShort(*forward.forward.inStepAt, nowMs)));
    return parts.join(QStringLiteral(", "));
}

QString summaryOf(const mailing::RequestRecord &record)
{
    if (!record.error.isEmpty())
        return record.error;
    const mailing::IntakeCounts &counts = record.counts;
    QStringList parts;
    const auto add = [&parts](qint64 count, const QString &words) {
        if (count > 0)
            parts.append(words.arg(number(count)));
    };
    add(counts.received, Words::tr("contacts: %1"));
    add(counts.added, Words::tr("new: %1"));
    add(counts.updated, Words::tr("changed: %1"));
    add(counts.removed, Words::tr("taken out: %1"));
    add(counts.skipped, Words::tr("passed over: %1"));
    add(counts.suppressed, Words::tr("not written to: %1"));
    add(counts.withoutEmail, Words::tr("without an address: %1"));
    return parts.join(QStringLiteral(", "));
}

} // namespace pfx::ui
