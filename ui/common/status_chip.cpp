// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/status_chip.h"

#include "ui/common/icons.h"

#include <QPainter>

namespace pfx::ui {

StatusChip::StatusChip(const QString &objectName, QWidget *parent) : QToolButton(parent)
{
    setObjectName(objectName);
    setAutoRaise(true);
    setFont(scaled(font(), TextRole::Caption));
    setFocusPolicy(Qt::TabFocus);
}

void StatusChip::setState(Tone tone, const QString &words, const QString &detail)
{
    m_tone = tone;
    setText(words);
    setToolTip(detail);
    setAccessibleName(words);
    setAccessibleDescription(detail);
    updateGeometry();
    update();
}

QSize StatusChip::sizeHint() const
{
    return {6 + metrics::IconSize + 6 + fontMetrics().horizontalAdvance(text()) + 8, metrics::ControlHeight};
}

void StatusChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor surface = sideSurface(palette());
    if (underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mix(palette().color(QPalette::Text), surface, 0.06));
        painter.drawRoundedRect(rect(), metrics::FieldRadius, metrics::FieldRadius);
    }
    const QRect place(6, (height() - metrics::IconSize) / 2, metrics::IconSize, metrics::IconSize);
    paintIcon(&painter, place, toneIcon(m_tone), toneColor(palette(), m_tone), surface);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect().adjusted(6 + metrics::IconSize + 6, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(primaryFill(palette()), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::FieldRadius, metrics::FieldRadius);
    }
}

} // namespace pfx::ui
