// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/day_plot.h"

#include "ui/common/formatting.h"
#include "ui/common/theme.h"

#include <QBarSet>
#include <QChart>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLegend>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <algorithm>

namespace pfx::ui {

DayPlot::DayPlot(const QString &objectName, const QString &accessibleName, QWidget *parent)
    : QChartView(parent), m_series(new QStackedBarSeries), m_before(new QBarSet({})), m_today(new QBarSet({})), m_across(new QValueAxis), m_height(new QValueAxis)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedHeight(64);
    m_series->append(m_before);
    m_series->append(m_today);
    m_series->setBarWidth(0.7);
    chart()->addSeries(m_series);
    for (const auto &[axis, side] : {std::pair{m_across, Qt::AlignBottom}, {m_height, Qt::AlignLeft}}) {
        chart()->addAxis(axis, side);
        m_series->attachAxis(axis); // without both of them the bars have no place
        axis->setVisible(false);
    }
    chart()->legend()->hide();
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setBackgroundRoundness(0);
    colour();
}

void DayPlot::setDays(const QVector<qint64> &perDay)
{
    m_before->remove(0, m_before->count());
    m_today->remove(0, m_today->count());
    QStringList said;
    for (qsizetype i = 0; i < perDay.size(); ++i) {
        const auto value = static_cast<qreal>(perDay[i]);
        const bool isToday = i == perDay.size() - 1;
        m_before->append(isToday ? 0 : value);
        m_today->append(isToday ? value : 0);
        said << number(perDay[i]);
    }
    const qint64 most = perDay.isEmpty() ? 0 : *std::max_element(perDay.cbegin(), perDay.cend());
    m_across->setRange(-0.5, static_cast<qreal>(perDay.size()) - 0.5);
    m_height->setRange(0, static_cast<qreal>(std::max<qint64>(most, 1)));
    setAccessibleDescription(said.join(QStringLiteral(", ")));
}

void DayPlot::colour()
{
    const QColor base = palette().color(QPalette::Base), accent = primaryFill(palette());
    const QColor pale = mix(accent, base, 0.4);
    chart()->setBackgroundBrush(base);
    setBackgroundBrush(base);
    for (const auto &[set, color] : {std::pair{m_before, pale}, {m_today, accent}}) {
        set->setBrush(color);
        set->setPen(Qt::NoPen);
    }
}

void DayPlot::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

} // namespace pfx::ui
