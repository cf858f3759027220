// SPDX-License-Identifier: GPL-3.0-or-later
// The status chip: icon and word in the colour of a tone on its tint. One paint function for the widget and for tables. GUI thread.
#pragma once

#include "ui/common/theme.h"

#include <QMetaType>
#include <QWidget>

namespace pfx::ui {

struct Chip
{
    Tone tone = Tone::Muted;
    QString icon; ///< Breeze name; empty: the tone's own.
    QString text;

    bool operator==(const Chip &) const = default;
};

QSize chipSize(const Chip &chip, const QFont &font);
/// Left-aligned and vertically centred in `rect`.
void paintChip(QPainter *painter, const QRect &rect, const Chip &chip, const QFont &font, const QPalette &palette);

class ChipLabel : public QWidget
{
    Q_OBJECT
public:
    explicit ChipLabel(const Chip &chip = {}, QWidget *parent = nullptr);
    void setChip(const Chip &chip);
    const Chip &chip() const { return m_chip; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Chip m_chip;
};

} // namespace pfx::ui

Q_DECLARE_METATYPE(pfx::ui::Chip)
