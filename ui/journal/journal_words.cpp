// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/journal_words.h"

#include "core/exchange/open_rows.h"
#include "core/orders/lanes.h"
#include "core/texts/texts.h"
#include "ui/common/formatting.h"

namespace pfx::ui {

using exchange::Direction;
using exchange::JournalEntry;
using exchange::RowState;

namespace {

/// A 404 is an answer; what the other side refuses or breaks at is not.
bool isRefusal(int status)
{
    return status >= 400;
}

const QString orderPrefix = QStringLiteral("order:");
const QString taskPrefix = QStringLiteral("task:");

} // namespace

QString JournalWords::service(const QString &name)
{
    if (name == QLatin1String("planfix"))
        return tr("Planfix");
    if (name == QLatin1String("orders"))
        return tr("Orders");
    if (name == QLatin1String("site"))
        return tr("Company's site");
    if (name == QLatin1String("server"))
        return tr("Server");
    if (name == QLatin1String("sms"))
        return tr("SMS");
    if (name == QLatin1String("mailing"))
        return tr("Mailings");
    return name;
}

QString JournalWords::direction(Direction direction)
{
    return direction == Direction::In ? tr("Incoming") : tr("Outgoing");
}

QString JournalWords::what(const JournalEntry &entry)
{
    if (entry.operation == orders::effect::push)
        return tr("Order to its task");
    if (entry.operation == orders::effect::tellSite)
        return tr("News of an order");
    if (entry.operation == orders::effect::closeTask)
        return tr("Close the task of a removed order");
    if (entry.operation == orders::taskChanged)
        return entry.method == QLatin1String("LOOK") ? tr("Task has changed (found by looking)") : tr("Task has changed");
    if (entry.operation.isEmpty())
        return entry.path.isEmpty() ? entry.method : entry.method + QLatin1Char(' ') + entry.path;
    return entry.operation;
}

QString JournalWords::who(const JournalEntry &entry)
{
    const QString name = service(entry.service);
    return entry.remote.isEmpty() ? name : tr("%1 (%2)", "service, address").arg(name, entry.remote);
}

QString JournalWords::state(RowState state)
{
    switch (state) {
    case RowState::Queued:
        return tr("Queued");
    case RowState::Leased:
        return tr("In work");
    case RowState::Waiting:
        return tr("Waiting");
    case RowState::Done:
        return tr("Done");
    case RowState::Attention:
        return tr("Needs you");
    case RowState::Unknown:
        return tr("Outcome unknown");
    case RowState::Cancelled:
        return tr("Cancelled");
    }
    return {};
}

Chip JournalWords::ofExchange(const JournalEntry &entry)
{
    const QString status = entry.status ? QString::number(*entry.status) : QString();
    if (entry.status && isRefusal(*entry.status))
        return {Tone::Error, {}, tr("Refused, %1", "HTTP status").arg(status)};
    if (!entry.errorCode.isEmpty())
        return {Tone::Error, {}, tr("No answer")};
    return {Tone::Success, {}, status.isEmpty() ? tr("Done") : tr("Done, %1", "HTTP status").arg(status)};
}

Chip JournalWords::result(const JournalEntry &entry, qint64 nowMs)
{
    if (entry.source == JournalEntry::Source::Exchange)
        return ofExchange(entry);
    switch (entry.state) {
    case RowState::Queued:
    case RowState::Leased:
        return {Tone::Info, QStringLiteral("view-refresh"), state(entry.state)};
    case RowState::Waiting:
        if (entry.dueMs && *entry.dueMs > nowMs)
            return {Tone::Warning, QStringLiteral("clock"), tr("Again at %1").arg(QDateTime::fromMSecsSinceEpoch(*entry.dueMs).toString(QStringLiteral("HH:mm")))};
        return {Tone::Warning, QStringLiteral("clock"), state(entry.state)};
    case RowState::Done:
        return {Tone::Success, {}, state(entry.state)};
    case RowState::Attention:
        return {Tone::Error, {}, state(entry.state)};
    case RowState::Unknown:
        return {Tone::Warning, QStringLiteral("question"), state(entry.state)};
    case RowState::Cancelled:
        return {Tone::Muted, QStringLiteral("dialog-close"), state(entry.state)};
    }
    return {};
}

QString JournalWords::reason(const JournalEntry &entry)
{
    if (entry.errorCode.isEmpty())
        return {};
    const texts::ErrorText text = texts::describe({exchange::errorCodeNamed(entry.errorCode), entry.errorDetail, {}});
    return text.message + QStringLiteral(". ") + text.advice;
}

QString JournalWords::time(const JournalEntry &entry, qint64 nowMs)
{
    return timeShort(entry.timeMs, nowMs);
}

QString JournalWords::subject(const QString &subject)
{
    if (subject.startsWith(orderPrefix))
        return tr("Order");
    return subject.startsWith(taskPrefix) ? tr("Task %1").arg(subject.mid(taskPrefix.size())) : subject;
}

qint64 JournalWords::orderOf(const QString &subject)
{
    return subject.startsWith(orderPrefix) ? subject.mid(orderPrefix.size()).toLongLong() : 0;
}

} // namespace pfx::ui
