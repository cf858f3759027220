// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sms/messages_model.h"

#include "core/base/phone.h"
#include "ui/common/formatting.h"
#include "ui/common/table.h"
#include "ui/sms/sms_words.h"

namespace pfx::ui {

using sms::Message;

MessagesModel::MessagesModel(Background &background, const base::Clock &clock, QObject *parent) : KeysetModel(background, parent), m_clock(clock) { }

void MessagesModel::show(const sms::MessageQuery &query)
{
    Source source;
    source.page = [query](store::Connection &db, std::optional<qint64> from, bool inclusive, int limit) {
        return sms::page(db, query, from ? *from + (inclusive ? 1 : 0) : 0, limit);
    };
    source.keyOf = [](const Message &message) { return message.id; };
    setSource(std::move(source)); // without a count: it would walk a queue of millions for a number that nobody needs
}

qint64 MessagesModel::idAt(int row) const
{
    const Message *message = rowAt(row);
    return message ? message->id : 0;
}

int MessagesModel::rowOf(qint64 id) const
{
    for (int row = 0; row < qMin(rowCount(), PageRows); ++row) {
        if (idAt(row) == id)
            return row;
    }
    return -1;
}

int MessagesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MessagesModel::text(const Message &message, int column) const
{
    switch (column) {
    case Time:
        return timeShort(message.createdAt, m_clock.nowMs());
    case To:
        return base::formatPhone(message.recipient);
    case Text:
        return message.text.simplified();
    case State:
        return chipOf(message.state).text;
    case Provider:
        return message.provider;
    case Sender:
        return message.sender;
    case Parts:
        return number(message.segments);
    case Retries:
        return message.attempts > 0 ? number(message.attempts) : QString();
    case Number:
        return QString::number(message.id);
    default:
        return {};
    }
}

QVariant MessagesModel::data(const QModelIndex &index, int role) const
{
    const Message *message = index.isValid() ? rowAt(index.row()) : nullptr;
    if (!message)
        return role == SkeletonRole ? QVariant(true) : QVariant();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(*message, column);
    case Qt::ToolTipRole:
        if (column == Time)
            return timeExact(message->createdAt);
        if (column == Text)
            return message->text;
        return column == State && !message->errorDetail.isEmpty() ? message->errorDetail : text(*message, column);
    case ChipRole:
        return column == State ? QVariant::fromValue(chipOf(message->state)) : QVariant();
    case BoldRole:
        return column == To;
    case ToneRole:
        return column == Time || column == Provider ? QVariant(static_cast<int>(Tone::Muted)) : QVariant();
    case Qt::TextAlignmentRole:
        return column == Parts || column == Retries || column == Number ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

QVariant MessagesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const int widths[] = {118, 138, 90, 130, 90, 100, 60, 70, 80};
    switch (role) {
    case Qt::DisplayRole: {
        const QString words[] = {tr("Time"),   tr("To"),    tr("Text"),    tr("State"), tr("Provider"),
                                 tr("Sender"), tr("Parts"), tr("Retries"), tr("No.")};
        return words[section];
    }
    case MinimumWidthRole:
        return widths[section];
    case StretchRole:
        return section == Text;
    case Qt::TextAlignmentRole:
        return section == Parts || section == Retries || section == Number ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

} // namespace pfx::ui
