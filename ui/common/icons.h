// SPDX-License-Identifier: GPL-3.0-or-later
// Icons by their Breeze name, bundled as SVG (resources/icons.txt lists them), drawn in the colour of a tone of the palette that is in
// force when they are painted. GUI thread. An unknown name gives an empty icon and a warning in the log.
#pragma once

#include "ui/common/theme.h"

#include <QIcon>

class QPainter;

namespace pfx::ui {

/// Text tone follows the palette's text colour; disabled icons are pale.
QIcon icon(const QString &name, Tone tone = Tone::Text);
/// In one fixed colour (white on a primary button).
QIcon icon(const QString &name, const QColor &color);
void paintIcon(QPainter *painter, const QRectF &rect, const QString &name, const QColor &color, const QColor &hole);
/// Breeze's name of the icon that stands for a tone beside its word: "vcs-normal" for Success.
QString toneIcon(Tone tone);
QStringList bundledIcons();
/// The program's own icon.
QIcon applicationIcon();

} // namespace pfx::ui
