// SPDX-License-Identifier: GPL-3.0-or-later
// Fusion, flattened: buttons, fields, choices, tabs and headers without gradients, 32 high, with one edge and a clear focus ring. Native
// styles are not touched. GUI thread.
#pragma once

#include <QProxyStyle>

namespace pfx::ui {

class FlatStyle : public QProxyStyle
{
    Q_OBJECT
public:
    FlatStyle();
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub, const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;

private:
    void drawTab(const QStyleOption *option, QPainter *painter) const;
};

/// The button kinds tell the style what they are by this dynamic property (0 normal, 1 primary, 2 danger, 3 link).
inline constexpr const char *ButtonKindProperty = "pfxButtonKind";

} // namespace pfx::ui
