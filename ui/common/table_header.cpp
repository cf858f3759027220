// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/table_header.h"

#include "ui/common/icons.h"
#include "ui/common/table_sorting.h"

#include <QPainter>

namespace pfx::ui {

namespace {
constexpr int Padding = 8, Arrow = 16;

QFont headerFont(const QFont &base)
{
    QFont font = scaled(base, TextRole::Caption);
    font.setWeight(QFont::Medium);
    return font;
}
} // namespace

TableHeader::TableHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setMinimumSectionSize(48);
    viewport()->setAttribute(Qt::WA_Hover);
}

QSize TableHeader::sectionSizeFromContents(int logicalIndex) const
{
    const QString text = model()->headerData(logicalIndex, orientation()).toString();
    const int arrow = isSortIndicatorShown() && TableSorting::isSortable(*model(), logicalIndex) ? Arrow + 2 : 0;
    return {QFontMetrics(headerFont(font())).horizontalAdvance(text) + 2 * Padding + arrow, sizeHint().height()};
}

QSize TableHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), QFontMetrics(headerFont(font())).height() + 18};
}

void TableHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    painter->save();
    painter->fillRect(rect, palette().color(QPalette::Base));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1),
                      mix(palette().color(QPalette::Text), palette().color(QPalette::Base), 0.2));
    QRect cell = rect.adjusted(Padding, 0, -Padding, -1);
    const QVariant alignment = model()->headerData(logicalIndex, orientation(), Qt::TextAlignmentRole);
    const Qt::Alignment horizontal = alignment.isValid() ? Qt::Alignment(alignment.toInt()) & Qt::AlignHorizontal_Mask : Qt::AlignLeft;
    const QString text = model()->headerData(logicalIndex, orientation()).toString();
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == logicalIndex;
    const QColor color = sorted ? palette().color(QPalette::Active, QPalette::Text) : toneColor(palette(), Tone::Muted);
    painter->setFont(headerFont(font()));
    painter->setPen(color);
    const int room = cell.width() - (sorted ? Arrow + 2 : 0);
    const QString words = painter->fontMetrics().elidedText(text, Qt::ElideRight, room);
    const int width = painter->fontMetrics().horizontalAdvance(words);
    if (sorted) {
        const int x = horizontal & Qt::AlignRight ? cell.right() - Arrow + 1 : cell.left() + width + 4;
        paintIcon(painter, QRect(x, cell.center().y() - Arrow / 2 + 1, Arrow, Arrow),
                  sortIndicatorOrder() == Qt::AscendingOrder ? QStringLiteral("go-down") : QStringLiteral("go-up"), color,
                  palette().color(QPalette::Base));
        if (horizontal & Qt::AlignRight)
            cell.setRight(x - 3);
    }
    painter->drawText(cell, int(horizontal | Qt::AlignVCenter) | Qt::TextSingleLine, words);
    painter->restore();
}

} // namespace pfx::ui
