// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/thin_progress_bar.h"

#include <QPainter>

namespace pfx::ui {

namespace {
constexpr int Steps = 10'000; // of QProgressBar's own int range, since counts may be larger
}

ThinProgressBar::ThinProgressBar(const QString &objectName, const QString &accessibleName, int thickness, QWidget *parent)
    : QProgressBar(parent), m_thickness(thickness)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setTextVisible(false);
    setRange(0, Steps);
    setValue(0);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ThinProgressBar::setProgress(qint64 done, qint64 total)
{
    setValue(total > 0 ? static_cast<int>(double(qBound(qint64(0), done, total)) / double(total) * Steps) : 0);
    update();
}

void ThinProgressBar::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

QSize ThinProgressBar::sizeHint() const
{
    return {120, m_thickness};
}

QSize ThinProgressBar::minimumSizeHint() const
{
    return {40, m_thickness};
}

void ThinProgressBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const qreal radius = m_thickness / 2.0;
    QRectF track(0, (height() - m_thickness) / 2.0, width(), m_thickness);
    painter.setBrush(trackFill(palette()));
    painter.drawRoundedRect(track, radius, radius);
    if (value() <= 0)
        return;
    const qreal filled = qMax<qreal>(m_thickness, track.width() * value() / Steps);
    track.setWidth(filled);
    if (layoutDirection() == Qt::RightToLeft)
        track.moveRight(width());
    painter.setBrush(toneColor(palette(), m_tone));
    painter.drawRoundedRect(track, radius, radius);
}

} // namespace pfx::ui
