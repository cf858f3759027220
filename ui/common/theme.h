// SPDX-License-Identifier: GPL-3.0-or-later
// The measures, type sizes and colours of the screen. The only place with fixed colours; each is chosen for light or dark from the
// palette it is asked for. GUI thread.
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

class QApplication;
class QWidget;

namespace pfx::ui {

namespace metrics {
constexpr int PairSpacing = 4;     ///< within a pair
constexpr int Spacing = 8;         ///< between controls
constexpr int CardSpacing = 16;    ///< between cards and inside them
constexpr int PageMargin = 24;
constexpr int ControlHeight = 32;
constexpr int RowHeight = 34;
constexpr int DenseRowHeight = 30; ///< rows in details
constexpr int ChipHeight = 24;
constexpr int IconSize = 16;
constexpr int CardRadius = 8;
constexpr int FieldRadius = 6;
constexpr int ChipRadius = 4;
constexpr int NavigationWidth = 216;
constexpr int NavigationNarrowWidth = 56;
constexpr int NarrowWindow = 1100; ///< below this width the navigation shows icons only
constexpr int SideListWidth = 248; ///< list of runs, list of steps beside a page
constexpr int JobBarHeight = 40;
} // namespace metrics

enum class TextRole { Small, Caption, Body, Section, PageTitle, Number, BigNumber };

/// The font `base` in the size and weight of the role.
QFont scaled(const QFont &base, TextRole role);
/// Gives the widget the role's font and keeps it when the system font changes.
void setTextRole(QWidget *widget, TextRole role);

/// What a colour means. Only these mean something; the accent (Primary) is for action and selection.
enum class Tone { Text, Muted, Success, Warning, Error, Info, Primary };

bool isDark(const QPalette &palette);
QColor toneColor(const QPalette &palette, Tone tone);
/// The tone's tint over `Base`: 11 % (dark 17 %), as chips have it.
QColor chipTint(const QPalette &palette, Tone tone);
QColor mix(const QColor &over, const QColor &under, qreal part);

QColor primaryFill(const QPalette &palette);
QColor onPrimary(const QPalette &palette);
QColor fieldEdge(const QPalette &palette);
QColor hairline(const QPalette &palette);
QColor sideSurface(const QPalette &palette);      ///< navigation and job bar: a step darker than the page
QColor selectionFill(const QPalette &palette);    ///< selected row: pale Highlight
QColor hoverFill(const QPalette &palette);
QColor trackFill(const QPalette &palette);        ///< the empty part of a progress bar
QColor linkColor(const QPalette &palette);

QPalette lightPalette();
QPalette darkPalette();

enum class ColorScheme { System, Light, Dark };
/// "light", "dark"; anything else is the system's.
ColorScheme colorSchemeFromName(const QString &name);
/// Installs style and palette: where the platform's own style is good (Windows, macOS) it stays; elsewhere Fusion, flattened.
void applyTheme(QApplication &application, ColorScheme scheme);


} // namespace pfx::ui
