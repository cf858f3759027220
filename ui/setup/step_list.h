// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of the set-up one below the other, each with a word about its state; any of them may be gone to at any time. Up and Down move
// between them, Return goes there. GUI thread.
#pragma once

#include "ui/common/theme.h"

#include <QVector>
#include <QWidget>

namespace pfx::ui {

struct StepMark {
    enum class State { Open, Done, Trouble };
    State state = State::Open;
    QString note; ///< «нет одного права»

    bool operator==(const StepMark &) const = default;
};

class StepList : public QWidget {
    Q_OBJECT

public:
    explicit StepList(const QStringList &titles, QWidget *parent = nullptr);
    void setSteps(int current, const QVector<StepMark> &marks);

signals:
    void stepRequested(int step);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Step;
    QVector<Step *> m_steps;
};

} // namespace pfx::ui
