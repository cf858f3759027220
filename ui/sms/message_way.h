// SPDX-License-Identifier: GPL-3.0-or-later
// The states that a message has gone through, one below the other, with the time of each. Each step is one sentence to a screen reader.
// GUI thread.
#pragma once

#include "ui/common/theme.h"

#include <QVector>
#include <QWidget>

class QVBoxLayout;

namespace pfx::ui {

struct WayStep {
    QString icon;
    Tone tone = Tone::Muted;
    QString fact, sentence;
    qint64 at = 0; ///< 0: not yet.

    bool operator==(const WayStep &) const = default;
};

class MessageWay : public QWidget {
    Q_OBJECT

public:
    MessageWay(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);
    void setSteps(const QVector<WayStep> &steps);
    const QVector<WayStep> &steps() const { return m_steps; }

private:
    QWidget *stepRow(const WayStep &step, bool last);

    QVector<WayStep> m_steps;
    QVBoxLayout *m_rows;
};

} // namespace pfx::ui
