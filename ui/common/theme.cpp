// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

#include "ui/common/style.h"

#include <QApplication>
#include <QGuiApplication>
#include <QWidget>

namespace pfx::ui {

namespace {

struct ToneColors
{
    QRgb light, dark;
};

ToneColors colorsOf(Tone tone)
{
    switch (tone) {
    case Tone::Success:
        return {0xff1a7434, 0xff5fcb7e};
    case Tone::Warning:
        return {0xff8a5a00, 0xffe3b341};
    case Tone::Error:
        return {0xffc0242e, 0xffff8a84};
    case Tone::Info:
        return {0xff1b5fc1, 0xff7db3ff};
    case Tone::Muted:
        return {0xff5b6470, 0xffa4adb8};
    case Tone::Primary:
    case Tone::Text:
        break;
    }
    return {0xff1f66cc, 0xff2b6fd2};
}

struct Shades
{
    QRgb window, base, alternate, text, muted, button, highlight, link, disabled;
};

QPalette paletteOf(const Shades &shades)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb color) { palette.setColor(role, QColor(color)); };
    set(QPalette::Window, shades.window);
    set(QPalette::Base, shades.base);
    set(QPalette::AlternateBase, shades.alternate);
    set(QPalette::Button, shades.button);
    set(QPalette::ToolTipBase, shades.base);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        set(role, shades.text);
    set(QPalette::PlaceholderText, shades.muted);
    set(QPalette::Highlight, shades.highlight);
    set(QPalette::HighlightedText, 0xffffffff);
    set(QPalette::Link, shades.link);
    set(QPalette::LinkVisited, shades.link);
    set(QPalette::Light, mix(QColor(Qt::white), QColor(shades.button), 0.3).rgb());
    set(QPalette::Midlight, mix(QColor(shades.text), QColor(shades.base), 0.08).rgb());
    set(QPalette::Mid, mix(QColor(shades.text), QColor(shades.base), 0.3).rgb());
    set(QPalette::Dark, mix(QColor(shades.text), QColor(shades.base), 0.45).rgb());
    set(QPalette::Shadow, 0xff000000);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(shades.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(shades.disabled));
    return palette;
}

} // namespace

QFont scaled(const QFont &base, TextRole role)
{
    qreal factor = 1;
    QFont::Weight weight = base.weight() > QFont::Normal ? QFont::Weight(base.weight()) : QFont::Normal;
    switch (role) {
    case TextRole::Small:
        factor = 0.86;
        break;
    case TextRole::Caption:
        factor = 0.93;
        break;
    case TextRole::Body:
        break;
    case TextRole::Section:
        factor = 1.08;
        weight = QFont::DemiBold;
        break;
    case TextRole::PageTitle:
        factor = 1.5;
        weight = QFont::DemiBold;
        break;
    case TextRole::Number:
        factor = 1.75;
        weight = QFont::DemiBold;
        break;
    case TextRole::BigNumber:
        factor = 2.4;
        weight = QFont::DemiBold;
        break;
    }
    QFont font = base;
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(base.pixelSize() * factor));
    font.setWeight(weight);
    return font;
}

void setTextRole(QWidget *widget, TextRole role)
{
    widget->setFont(scaled(QApplication::font(), role));
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Base).lightnessF() < 0.5F;
}

QColor toneColor(const QPalette &palette, Tone tone)
{
    if (tone == Tone::Text)
        return palette.color(QPalette::Text);
    if (tone == Tone::Primary)
        return primaryFill(palette);
    const ToneColors colors = colorsOf(tone);
    return QColor(isDark(palette) ? colors.dark : colors.light);
}

QColor mix(const QColor &over, const QColor &under, qreal part)
{
    const auto blend = [part](int a, int b) { return qRound(a * part + b * (1 - part)); };
    return QColor(blend(over.red(), under.red()), blend(over.green(), under.green()), blend(over.blue(), under.blue()));
}

QColor chipTint(const QPalette &palette, Tone tone)
{
    return mix(toneColor(palette, tone), palette.color(QPalette::Base), isDark(palette) ? 0.17 : 0.11);
}

QColor primaryFill(const QPalette &palette)
{
    const QColor highlight = palette.color(QPalette::Active, QPalette::Highlight);
    const QColor own(isDark(palette) ? colorsOf(Tone::Primary).dark : colorsOf(Tone::Primary).light);
    // A light accent of the system would make white words unreadable: then ours stands in.
    return highlight.lightnessF() < 0.62F ? highlight : own;
}

QColor onPrimary(const QPalette &)
{
    return QColor(Qt::white);
}

QColor fieldEdge(const QPalette &palette)
{
    return QColor(isDark(palette) ? 0xff737c88 : 0xff868f9b);
}

QColor hairline(const QPalette &palette)
{
    return mix(palette.color(QPalette::Active, QPalette::Text), palette.color(QPalette::Active, QPalette::Base), isDark(palette) ? 0.16 : 0.13);
}

QColor sideSurface(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Window);
    return isDark(palette) ? mix(QColor(Qt::black), window, 0.14) : mix(palette.color(QPalette::Text), window, 0.035);
}

QColor selectionFill(const QPalette &palette)
{
    return mix(primaryFill(palette), palette.color(QPalette::Base), isDark(palette) ? 0.36 : 0.13);
}

QColor hoverFill(const QPalette &palette)
{
    return mix(palette.color(QPalette::Text), palette.color(QPalette::Base), isDark(palette) ? 0.08 : 0.05);
}

QColor trackFill(const QPalette &palette)
{
    return mix(palette.color(QPalette::Text), palette.color(QPalette::Base), isDark(palette) ? 0.18 : 0.13);
}

QColor linkColor(const QPalette &palette)
{
    return toneColor(palette, Tone::Info);
}

QPalette lightPalette()
{
    return paletteOf({0xfff3f4f6, 0xffffffff, 0xfff7f8fa, 0xff1b1f26, 0xff5b6470, 0xffffffff, 0xff1f66cc, 0xff1b5fc1, 0xff9aa2ad});
}

QPalette darkPalette()
{
    return paletteOf({0xff1c1f24, 0xff25282e, 0xff2a2e35, 0xffe8eaed, 0xffa4adb8, 0xff333840, 0xff2b6fd2, 0xff7db3ff, 0xff6b737d});
}

ColorScheme colorSchemeFromName(const QString &name)
{
    if (name == QLatin1String("light"))
        return ColorScheme::Light;
    return name == QLatin1String("dark") ? ColorScheme::Dark : ColorScheme::System;
}

void applyTheme(QApplication &application, ColorScheme scheme)
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    const bool ownStyle = false;
#else
    const bool ownStyle = true;
#endif
    if (ownStyle)
        application.setStyle(new FlatStyle);
    if (scheme == ColorScheme::Dark)
        QApplication::setPalette(darkPalette());
    else if (scheme == ColorScheme::Light)
        QApplication::setPalette(lightPalette());
    else if (ownStyle && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORMTHEME") && qEnvironmentVariableIsEmpty("XDG_CURRENT_DESKTOP"))
        QApplication::setPalette(lightPalette()); // no desktop gives a palette: Fusion's own grey would be nobody's choice
}

} // namespace pfx::ui
