// SPDX-License-Identifier: GPL-3.0-or-later
// What the flat style draws: panels with one edge, focus rings, marks. Internal to the style. GUI thread.
#pragma once

#include <QColor>
#include <QPalette>
#include <QRect>

class QPainter;
class QStyleOption;
class QWidget;

namespace pfx::ui {

/// Of ButtonKindProperty.
int buttonKind(const QWidget *widget);
/// An invalid colour: without filling, without edge.
void drawPanel(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &edge, qreal radius, qreal width = 1);
void drawFocusRing(QPainter *painter, const QRect &rect, const QPalette &palette, qreal radius);
void drawButtonPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget);
void drawFieldPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget);
void drawCheck(const QStyleOption *option, QPainter *painter, bool round);

} // namespace pfx::ui
