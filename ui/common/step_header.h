// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of a flow in a row: done with a tick, the current one filled, later ones as a ring. Steps that may be returned to are buttons:
// Left/Right and Tab move between them, Space or Return goes there. GUI thread.
#pragma once

#include <QStringList>
#include <QVector>
#include <QWidget>

namespace pfx::ui {

class StepHeader : public QWidget
{
    Q_OBJECT
public:
    explicit StepHeader(const QStringList &titles, QWidget *parent = nullptr);

    int current() const { return m_current; }
    /// Steps before `current` are done.
    void setCurrent(int current);
    /// Which steps may be gone to (the finished ones unless told otherwise).
    void setEnabledSteps(const QVector<bool> &enabled);
    bool isStepEnabled(int step) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int count() const { return static_cast<int>(m_steps.size()); }

signals:
    void stepRequested(int step);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Step;
    void refresh();
    void arrange();
    void moveFocus(int from, int direction);

    QVector<Step *> m_steps;
    QVector<bool> m_enabled;
    int m_current = 0;
};

} // namespace pfx::ui
