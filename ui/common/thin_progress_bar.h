// SPDX-License-Identifier: GPL-3.0-or-later
// A bar of 6 px (10 for a total) without a number inside; the number stands beside it. Counts of any size. GUI thread.
#pragma once

#include "ui/common/theme.h"

#include <QProgressBar>

namespace pfx::ui {

class ThinProgressBar : public QProgressBar
{
    Q_OBJECT
public:
    ThinProgressBar(const QString &objectName, const QString &accessibleName, int thickness = 6, QWidget *parent = nullptr);
    /// `total` 0: nothing is known yet, the bar stays empty.
    void setProgress(qint64 done, qint64 total);
    void setTone(Tone tone); ///< Primary, Success when finished, Error.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_thickness;
    Tone m_tone = Tone::Primary;
};

} // namespace pfx::ui
