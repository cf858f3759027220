// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/style_paint.h"

#include "ui/common/style.h"
#include "ui/common/theme.h"

#include <QLineEdit>
#include <QPainter>
#include <QStyleOption>

namespace pfx::ui {

int buttonKind(const QWidget *widget)
{
    return widget ? widget->property(ButtonKindProperty).toInt() : 0;
}

void drawPanel(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &edge, qreal radius, qreal width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edge.isValid() ? QPen(edge, width) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal inset = width / 2;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

void drawFocusRing(QPainter *painter, const QRect &rect, const QPalette &palette, qreal radius)
{
    drawPanel(painter, rect, {}, primaryFill(palette), radius, 2);
}

void drawButtonPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const QPalette &palette = option->palette;
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool down = option->state & QStyle::State_Sunken;
    const bool hover = enabled && (option->state & QStyle::State_MouseOver);
    const bool focus = option->state & QStyle::State_HasFocus;
    const bool checked = option->state & QStyle::State_On;
    const int kind = buttonKind(widget);
    if (kind == 3) {
        if (focus)
            drawFocusRing(painter, option->rect, palette, metrics::ChipRadius);
        return;
    }
    if (kind == 1) {
        QColor fill = enabled ? primaryFill(palette) : trackFill(palette);
        if (down || hover)
            fill = mix(QColor(Qt::black), fill, down ? 0.18 : 0.08);
        drawPanel(painter, option->rect, fill, fill, metrics::FieldRadius);
        if (focus)
            drawPanel(painter, option->rect.adjusted(2, 2, -2, -2), {}, onPrimary(palette), metrics::FieldRadius - 2, 1.5);
        return;
    }
    QColor fill = palette.color(QPalette::Button);
    if (checked)
        fill = selectionFill(palette);
    else if (down || hover)
        fill = mix(palette.color(QPalette::Text), fill, down ? 0.12 : 0.05);
    QColor edge = enabled ? mix(fieldEdge(palette), palette.color(QPalette::Base), 0.7) : hairline(palette);
    if (checked)
        edge = primaryFill(palette);
    drawPanel(painter, option->rect, fill, edge, metrics::FieldRadius);
    if (focus)
        drawFocusRing(painter, option->rect, palette, metrics::FieldRadius);
}

void drawFieldPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const QPalette &palette = option->palette;
    const bool enabled = option->state & QStyle::State_Enabled;
    const QColor fill = enabled ? palette.color(QPalette::Base) : palette.color(QPalette::Window);
    const bool wrong = widget && widget->property("pfxError").toBool();
    const QColor edge = wrong ? toneColor(palette, Tone::Error) : enabled ? fieldEdge(palette) : hairline(palette);
    drawPanel(painter, option->rect, fill, edge, metrics::FieldRadius);
    if (option->state & QStyle::State_HasFocus)
        drawFocusRing(painter, option->rect, palette, metrics::FieldRadius);
}

void drawCheck(const QStyleOption *option, QPainter *painter, bool round)
{
    const QPalette &palette = option->palette;
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & QStyle::State_On;
    const bool partly = option->state & QStyle::State_NoChange;
    const QRect box = option->rect.adjusted(0, 0, 0, 0);
    const QColor fill = on || partly ? (enabled ? primaryFill(palette) : trackFill(palette)) : palette.color(QPalette::Base);
    drawPanel(painter, box, fill, on || partly ? fill : fieldEdge(palette), round ? box.height() / 2.0 : metrics::ChipRadius);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF inner(box);
    if (round && on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(onPrimary(palette));
        painter->drawEllipse(inner.center(), inner.width() / 5, inner.height() / 5);
    } else if (partly) {
        painter->setPen(QPen(onPrimary(palette), 2));
        painter->drawLine(QPointF(inner.left() + 4, inner.center().y()), QPointF(inner.right() - 4, inner.center().y()));
    } else if (on) {
        painter->setPen(QPen(onPrimary(palette), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolyline(QPolygonF({{inner.left() + inner.width() * 0.22, inner.top() + inner.height() * 0.52},
                                         {inner.left() + inner.width() * 0.42, inner.top() + inner.height() * 0.72},
                                         {inner.left() + inner.width() * 0.78, inner.top() + inner.height() * 0.3}}));
    }
    painter->restore();
    if (option->state & QStyle::State_HasFocus)
        drawFocusRing(painter, box.adjusted(-2, -2, 2, 2), palette, round ? box.height() : metrics::ChipRadius + 2);
}

} // namespace pfx::ui
