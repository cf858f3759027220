// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to one thing, step after step, as it happens: saved › sent › task № with a link. Goes on in the next line where the room
// ends. Each step is one sentence to a screen reader. GUI thread.
#pragma once

#include <QString>
#include <QVector>
#include <QWidget>

namespace pfx::ui {

struct StripStep
{
    enum class State { Later, Current, Waiting, Done, Failed };
    State state = State::Later;
    QString fact;     ///< «Отправлена»
    QString sentence; ///< «ответ 201 за 0,6 с»
    QString link;     ///< Instead of the sentence: a button «Открыть в Планфиксе».

    bool operator==(const StripStep &) const = default;
};

class StepStrip : public QWidget
{
    Q_OBJECT
public:
    StepStrip(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);

    /// The widgets of a step stay while it stays a step, so that a link keeps the keyboard.
    void setSteps(const QVector<StripStep> &steps);
    const QVector<StripStep> &steps() const { return m_steps; }

signals:
    void linkActivated(int step);

private:
    class Item;
    QVector<StripStep> m_steps;
    QVector<Item *> m_items;
};

} // namespace pfx::ui
