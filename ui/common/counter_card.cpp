// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/counter_card.h"

#include "ui/common/formatting.h"
#include "ui/common/icons.h"

#include <QPainter>

namespace pfx::ui {

namespace {
constexpr int Margin = 14;
}

CounterCard::CounterCard(const QString &objectName, const QString &icon, Tone tone, const QString &word, Shape shape, QWidget *parent)
    : QAbstractButton(parent), m_icon(icon), m_number(ui::number(0)), m_tone(tone), m_shape(shape)
{
    setObjectName(objectName);
    setText(word);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFilter(false);
    nameIt();
}

void CounterCard::setNumber(qint64 number)
{
    setNumberText(ui::number(number));
}

void CounterCard::setNumberText(const QString &text)
{
    m_number = text;
    nameIt();
    update();
}

void CounterCard::setNote(const QString &note)
{
    m_note = note;
    nameIt();
    update();
}

void CounterCard::setFilter(bool filter)
{
    setCheckable(filter);
    setFocusPolicy(filter ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(filter ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setAttribute(Qt::WA_Hover, filter);
}

void CounterCard::nameIt()
{
    setAccessibleName(QStringLiteral("%1: %2").arg(text(), m_number));
    setAccessibleDescription(m_note);
}

QSize CounterCard::sizeHint() const
{
    const int line = QFontMetrics(scaled(font(), TextRole::Caption)).height();
    const int big = QFontMetrics(scaled(font(), m_shape == Shape::Tall ? TextRole::Number : TextRole::PageTitle)).height();
    const int words = fontMetrics().horizontalAdvance(text()) + metrics::IconSize + 8 + 2 * Margin;
    if (m_shape == Shape::Flat)
        return {words, big + line + 14};
    return {words, fontMetrics().height() + big + line + 18};
}

QSize CounterCard::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), 120), sizeHint().height()};
}

void CounterCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor base = palette().color(QPalette::Base);
    const QColor fill = isChecked() ? mix(primaryFill(palette()), base, isDark(palette()) ? 0.25 : 0.08)
                        : isCheckable() && underMouse() ? mix(palette().color(QPalette::Text), base, 0.03)
                                                        : base;
    const bool strong = isChecked() || hasFocus();
    const qreal width_ = hasFocus() ? 2 : 1;
    painter.setPen(QPen(strong ? primaryFill(palette()) : hairline(palette()), width_));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(width_ / 2, width_ / 2, -width_ / 2, -width_ / 2), metrics::CardRadius, metrics::CardRadius);

    const QColor tone = toneColor(palette(), m_tone);
    const QColor muted = toneColor(palette(), Tone::Muted);
    const QColor text_ = palette().color(QPalette::Text);
    const QFont numberFont = scaled(font(), m_shape == Shape::Tall ? TextRole::Number : TextRole::PageTitle);
    const QFont caption = scaled(font(), TextRole::Caption);
    const int big = QFontMetrics(numberFont).height();
    const int wordsHeight = fontMetrics().height();
    const auto line = [&](const QFont &font, const QColor &color, int x, int y, int height, const QString &words) {
        painter.setFont(font);
        painter.setPen(color);
        const QRect place(x, y, width() - x - Margin, height);
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft, painter.fontMetrics().elidedText(words, Qt::ElideRight, place.width()));
    };
    if (m_shape == Shape::Flat) {
        const int size = 20;
        paintIcon(&painter, QRect(Margin, (height() - size) / 2, size, size), m_icon, tone, base);
        const int x = Margin + size + 12;
        line(numberFont, text_, x, 6, big, m_number);
        line(caption, muted, x, 6 + big, QFontMetrics(caption).height(), text());
        return;
    }
    int y = 9;
    paintIcon(&painter, QRect(Margin, y + (wordsHeight - metrics::IconSize) / 2, metrics::IconSize, metrics::IconSize), m_icon, tone, base);
    line(font(), text_, Margin + metrics::IconSize + 8, y, wordsHeight, text());
    y += wordsHeight;
    line(numberFont, text_, Margin, y, big, m_number);
    y += big;
    line(caption, muted, Margin, y, QFontMetrics(caption).height(), m_note);
}

} // namespace pfx::ui
