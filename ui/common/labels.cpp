// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/labels.h"

#include "ui/common/icons.h"

#include <QEvent>
#include <QPainter>

namespace pfx::ui {

TextLabel::TextLabel(const QString &text, TextRole role, Tone tone, QWidget *parent) : QLabel(text, parent), m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setRole(role);
    applyTone();
}

void TextLabel::setTone(Tone tone)
{
    m_tone = tone;
    applyTone();
}

void TextLabel::setRole(TextRole role)
{
    setTextRole(this, role);
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_applying)
        applyTone();
}

void TextLabel::applyTone()
{
    m_applying = true;
    QPalette colors = parentWidget() ? parentWidget()->palette() : QPalette();
    if (m_tone != Tone::Text)
        colors.setColor(QPalette::WindowText, toneColor(colors, m_tone));
    setPalette(colors);
    m_applying = false;
}

IconLabel::IconLabel(const QString &icon, Tone tone, int size, QWidget *parent) : QLabel(parent), m_icon(icon), m_tone(tone), m_size(size)
{
    setFixedSize(size, size);
}

void IconLabel::setIcon(const QString &icon, Tone tone)
{
    m_icon = icon;
    m_tone = tone;
    update();
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintIcon(&painter, rect(), m_icon, toneColor(palette(), m_tone), palette().color(QPalette::Base));
}

Hairline::Hairline(Qt::Orientation orientation, QWidget *parent) : QWidget(parent)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

void Hairline::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), hairline(palette()));
}

} // namespace pfx::ui
