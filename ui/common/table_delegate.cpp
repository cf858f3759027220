// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/table_delegate.h"

#include "ui/common/icons.h"
#include "ui/common/table.h"

#include <QPainter>
#include <QTextLayout>
#include <QTextOption>
#include <QtMath>

namespace pfx::ui {

namespace {

constexpr int Padding = 8, IconGap = 6, NoteGap = 8;

QColor rowFill(const QStyleOptionViewItem &option)
{
    if (option.state & QStyle::State_Selected)
        return selectionFill(option.palette);
    return {};
}

QFont cellFont(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QFont font = option.font;
    if (index.data(BoldRole).toBool())
        font.setWeight(QFont::DemiBold);
    return font;
}

/// A path of a field is longer than a narrow column: such a word is broken rather than cut.
QTextOption wrapping(Qt::Alignment alignment)
{
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

bool isFirstVisible(const QTableView *view, int column)
{
    for (int visual = 0; visual < view->model()->columnCount(); ++visual) {
        const int logical = view->horizontalHeader()->logicalIndex(visual);
        if (!view->isColumnHidden(logical))
            return logical == column;
    }
    return false;
}

} // namespace

int TableDelegate::wordsWidth(int columnWidth)
{
    return columnWidth - 2 * Padding;
}

int TableDelegate::wordsHeight(const QFont &font, const QString &text, int width)
{
    QTextLayout layout(oneLine(text), font);
    layout.setTextOption(wrapping(Qt::AlignLeft));
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        height += line.height();
    }
    layout.endLayout();
    return qCeil(height);
}

QString TableDelegate::oneLine(const QString &text)
{
    const auto breaks = [](QChar c) { return c.isSpace() && c != QChar(0xa0) && c != QChar(0x202f); };
    QString line;
    line.reserve(text.size());
    for (const QChar c : text) {
        if (!breaks(c))
            line += c;
        else if (!line.isEmpty() && line.back() != QLatin1Char(' '))
            line += QLatin1Char(' ');
    }
    if (line.endsWith(QLatin1Char(' ')))
        line.chop(1);
    return line;
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant chip = index.data(ChipRole);
    int width = 0;
    if (chip.isValid()) {
        width = chipSize(chip.value<Chip>(), option.font).width();
    } else {
        width = QFontMetrics(cellFont(option, index)).horizontalAdvance(index.data().toString());
        if (!index.data(IconNameRole).toString().isEmpty())
            width += metrics::IconSize + IconGap;
        const QString note = index.data(NoteRole).toString();
        if (!note.isEmpty())
            width += NoteGap + option.fontMetrics.horizontalAdvance(note);
    }
    return {width + 2 * Padding + 1, metrics::RowHeight};
}

void TableDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QTableView *>(option.widget);
    painter->save();
    const QColor fill = rowFill(option);
    if (fill.isValid())
        painter->fillRect(option.rect, fill);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), hairline(option.palette));
    if (fill.isValid() && view && isFirstVisible(view, index.column()))
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), primaryFill(option.palette));
    const QRect cell = option.rect.adjusted(Padding, 0, -Padding, -1);
    const QVariant chip = index.data(ChipRole);
    if (index.data(SkeletonRole).toBool()) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(mix(option.palette.color(QPalette::Text), option.palette.color(QPalette::Base), 0.08));
        const int width = cell.width() * (55 + (index.row() * 7 + index.column() * 13) % 35) / 100;
        painter->drawRoundedRect(QRect(cell.left(), cell.center().y() - 5, width, 10), 5, 5);
    } else if (chip.isValid() && !chip.value<Chip>().text.isEmpty()) {
        paintChip(painter, cell, chip.value<Chip>(), option.font, option.palette);
    } else {
        paintWords(painter, option, index, cell);
    }
    if ((option.state & QStyle::State_HasFocus) && view && view->selectionBehavior() == QAbstractItemView::SelectItems) {
        painter->setPen(QPen(primaryFill(option.palette), 2));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -2));
    }
    painter->restore();
}

void TableDelegate::paintWords(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, const QRect &cell) const
{
    const QVariant toneValue = index.data(ToneRole);
    const Tone tone = toneValue.isValid() ? static_cast<Tone>(toneValue.toInt()) : Tone::Text;
    QPalette palette = option.palette;
    palette.setCurrentColorGroup(QPalette::Active);
    const QColor color = tone == Tone::Primary ? linkColor(palette) : toneColor(palette, tone);
    QRect rest = cell;
    const QString iconName = index.data(IconNameRole).toString();
    if (!iconName.isEmpty()) {
        const QRect place(rest.left(), rest.center().y() - metrics::IconSize / 2 + 1, metrics::IconSize, metrics::IconSize);
        paintIcon(painter, place, iconName, color, palette.color(QPalette::Base));
        rest.setLeft(place.right() + 1 + IconGap);
    }
    painter->setFont(cellFont(option, index));
    const bool wordsInTone = iconName.isEmpty() || tone == Tone::Muted;
    painter->setPen(wordsInTone ? color : palette.color(QPalette::Text));
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    const Qt::Alignment horizontal = alignment.isValid() ? Qt::Alignment(alignment.toInt()) & Qt::AlignHorizontal_Mask : Qt::AlignLeft;
    const QString text = oneLine(index.data().toString());
    const auto *table = qobject_cast<const Table *>(option.widget);
    if (table && table->wrappedColumn() == index.column()) {
        painter->drawText(QRectF(rest), text, wrapping(horizontal | Qt::AlignVCenter));
        return;
    }
    const QString words = painter->fontMetrics().elidedText(text, Qt::ElideRight, rest.width());
    painter->drawText(rest, int(horizontal | Qt::AlignVCenter) | Qt::TextSingleLine, words);
    const QString note = index.data(NoteRole).toString();
    if (note.isEmpty())
        return;
    rest.setLeft(rest.left() + painter->fontMetrics().horizontalAdvance(words) + NoteGap);
    painter->setFont(option.font);
    painter->setPen(toneColor(palette, Tone::Muted));
    painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(note, Qt::ElideRight, rest.width()));
}

} // namespace pfx::ui
