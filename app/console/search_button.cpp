// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/search_button.h"

#include "ui/common/icons.h"

#include <QPainter>

namespace pfx::console {

using namespace ui;

SearchButton::SearchButton(QWidget *parent) : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("openCommandPalette"));
    setText(tr("Find…"));
    setAccessibleName(tr("Find a page or an action"));
    setToolTip(tr("Find a page or an action (Ctrl+K)"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize SearchButton::sizeHint() const
{
    return {32, qMax(metrics::ControlHeight, fontMetrics().height() + 12)};
}

void SearchButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor base = palette().color(QPalette::Base);
    const qreal line = hasFocus() ? 2 : 1;
    painter.setPen(QPen(hasFocus() ? primaryFill(palette()) : mix(fieldEdge(palette()), base, 0.8), line));
    painter.setBrush(underMouse() ? mix(palette().color(QPalette::Text), base, 0.03) : base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), metrics::FieldRadius, metrics::FieldRadius);
    const QColor muted = toneColor(palette(), Tone::Muted);
    const bool narrow = width() < 100;
    const int side = metrics::IconSize;
    const int x = narrow ? (width() - side) / 2 : 8;
    paintIcon(&painter, QRect(x, (height() - side) / 2, side, side), QStringLiteral("edit-find"), muted, base);
    if (narrow)
        return;
    painter.setPen(muted);
    const QRect words = rect().adjusted(31, 0, -10, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, text());
    painter.setFont(scaled(font(), TextRole::Small));
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignRight, QStringLiteral("Ctrl+K"));
}

} // namespace pfx::console
