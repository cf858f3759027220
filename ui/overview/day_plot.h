// SPDX-License-Identifier: GPL-3.0-or-later
// A fortnight as bars, today in full accent, without axes; the ends are named below by the page. Its numbers are said in the accessible
// description. GUI thread.
#pragma once

#include <QChartView>

class QBarSet;
class QStackedBarSeries;
class QValueAxis;

namespace pfx::ui {

class DayPlot : public QChartView
{
    Q_OBJECT
public:
    DayPlot(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);
    void setDays(const QVector<qint64> &perDay);

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();

    QStackedBarSeries *m_series;
    QBarSet *m_before, *m_today;
    QValueAxis *m_across;
    QValueAxis *m_height;
};

} // namespace pfx::ui
