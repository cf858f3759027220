// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/chip.h"

#include "ui/common/icons.h"

#include <QFontMetrics>
#include <QPainter>

namespace pfx::ui {

namespace {
constexpr int Left = 6, Gap = 4, Right = 10;

QFont chipFont(const QFont &font)
{
    QFont result = scaled(font, TextRole::Caption);
    result.setWeight(QFont::Medium);
    return result;
}
} // namespace

QSize chipSize(const Chip &chip, const QFont &font)
{
    const int text = QFontMetrics(chipFont(font)).horizontalAdvance(chip.text);
    return {Left + metrics::IconSize + Gap + text + Right, qMax(metrics::ChipHeight, QFontMetrics(chipFont(font)).height() + 6)};
}

void paintChip(QPainter *painter, const QRect &rect, const Chip &chip, const QFont &font, const QPalette &palette)
{
    const QSize size = chipSize(chip, font);
    const QRect box(rect.left(), rect.top() + (rect.height() - size.height()) / 2, qMin(size.width(), rect.width()), size.height());
    const QColor color = toneColor(palette, chip.tone);
    const QColor tint = chipTint(palette, chip.tone);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tint);
    painter->drawRoundedRect(box, metrics::ChipRadius, metrics::ChipRadius);
    const QRect place(box.left() + Left, box.top() + (box.height() - metrics::IconSize) / 2, metrics::IconSize, metrics::IconSize);
    paintIcon(painter, place, chip.icon.isEmpty() ? toneIcon(chip.tone) : chip.icon, color, tint);
    painter->setFont(chipFont(font));
    painter->setPen(color);
    const QRect words(place.right() + 1 + Gap, box.top(), box.right() - place.right() - Gap - 4, box.height());
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft, painter->fontMetrics().elidedText(chip.text, Qt::ElideRight, words.width()));
    painter->restore();
}

ChipLabel::ChipLabel(const Chip &chip, QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setChip(chip);
}

void ChipLabel::setChip(const Chip &chip)
{
    m_chip = chip;
    setAccessibleName(chip.text);
    updateGeometry();
    update();
}

QSize ChipLabel::sizeHint() const
{
    return chipSize(m_chip, font());
}

void ChipLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(&painter, rect(), m_chip, font(), palette());
}

} // namespace pfx::ui
