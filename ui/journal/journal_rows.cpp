// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/journal_rows.h"

#include "ui/common/formatting.h"
#include "ui/common/table.h"
#include "ui/journal/journal_words.h"

namespace pfx::ui {

using exchange::JournalEntry;

JournalRows::JournalRows(Background &background, const base::Clock &clock, QObject *parent)
    : KeysetModel(background, parent), m_clock(clock)
{}

void JournalRows::show(const exchange::JournalFilter &filter)
{
    Source source;
    source.page = [filter](store::Connection &db, std::optional<qint64> from, bool inclusive, int limit) {
        return exchange::journalPage(db, filter, from ? *from + (inclusive ? 1 : 0) : 0, limit);
    };
    source.keyOf = [](const JournalEntry &entry) { return entry.id; };
    setSource(std::move(source)); // without a count: it would read every row for a number that nobody needs
}

qint64 JournalRows::idAt(int row) const
{
    const JournalEntry *entry = rowAt(row);
    return entry ? entry->id : 0;
}

int JournalRows::rowOf(qint64 id) const
{
    for (int row = 0; row < qMin(rowCount(), PageRows); ++row) {
        if (idAt(row) == id)
            return row;
    }
    return -1;
}

int JournalRows::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString JournalRows::text(const JournalEntry &entry, int column) const
{
    switch (column) {
    case Time:
        return JournalWords::time(entry, m_clock.nowMs());
    case Direction:
        return JournalWords::direction(entry.direction);
    case Who:
        return JournalWords::who(entry);
    case What:
        return JournalWords::what(entry);
    case Subject:
        return JournalWords::subject(entry.subject);
    case Result:
        return JournalWords::result(entry, m_clock.nowMs()).text;
    case Duration:
        return entry.durationMs > 0 ? duration(entry.durationMs) : QString();
    case Number:
        return number(entry.id);
    default:
        return {};
    }
}

QVariant JournalRows::data(const QModelIndex &index, int role) const
{
    const JournalEntry *entry = index.isValid() ? rowAt(index.row()) : nullptr;
    if (!entry)
        return role == SkeletonRole ? QVariant(true) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return text(*entry, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Time)
            return timeExact(entry->timeMs);
        return index.column() == Result ? JournalWords::reason(*entry) : text(*entry, index.column());
    case ChipRole:
        return index.column() == Result ? QVariant::fromValue(JournalWords::result(*entry, m_clock.nowMs())) : QVariant();
    case IconNameRole:
        if (index.column() == What)
            return entry->direction == exchange::Direction::In ? QStringLiteral("go-down") : QStringLiteral("go-up");
        return {};
    case ToneRole:
        return index.column() == Direction || index.column() == Who ? QVariant(static_cast<int>(Tone::Muted)) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Duration || index.column() == Number ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

QVariant JournalRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const int widths[] = {110, 104, 110, 150, 90, 170, 80, 80};
    switch (role) {
    case Qt::DisplayRole: {
        const QString words[] = {tr("Time"), tr("Direction"), tr("Who"), tr("What"), tr("About"), tr("Result"), tr("Duration"), tr("No.")};
        return section >= 0 && section < ColumnCount ? words[section] : QString();
    }
    case MinimumWidthRole:
        return section >= 0 && section < ColumnCount ? QVariant(widths[section]) : QVariant();
    case StretchRole:
        return section == What;
    case Qt::TextAlignmentRole:
        return section == Duration || section == Number ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

} // namespace pfx::ui
