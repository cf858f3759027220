// SPDX-License-Identifier: GPL-3.0-or-later
// One of the facts at the window's bottom right: state icon and words («База SQLite»), with detail as tool tip and an action when pressed.
#pragma once

#include "ui/common/theme.h"

#include <QToolButton>

namespace pfx::ui {

class StatusChip : public QToolButton
{
    Q_OBJECT
public:
    explicit StatusChip(const QString &objectName, QWidget *parent = nullptr);
    void setState(Tone tone, const QString &words, const QString &detail = {});

protected:
    void paintEvent(QPaintEvent *event) override;
    QSize sizeHint() const override;

private:
    Tone m_tone = Tone::Muted;
};

} // namespace pfx::ui
