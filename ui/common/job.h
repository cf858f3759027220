// SPDX-License-Identifier: GPL-3.0-or-later
// A long piece of work that outlives the page that started it, as the job bar shows it. GUI thread; whoever works on another thread hands
// its snapshots over (Latest).
#pragma once

#include <QObject>
#include <QString>
#include <QVariant>

#include <optional>

namespace pfx::ui {

struct JobSnapshot
{
    enum class State { Running, Pausing, Paused, Stopping, Finished, Stopped, Failed };
    State state = State::Running;
    qint64 done = 0, total = 0; ///< total 0: not known yet
    double perSecond = 0;       ///< records; 0: not known
    std::optional<qint64> leftMs;
    QString note;               ///< Instead of the rate when there is something better to say.

    bool isOver() const { return state == State::Finished || state == State::Stopped || state == State::Failed; }
};

class Job : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual QString title() const = 0;
    virtual QString iconName() const = 0;
    virtual bool canPause() const { return true; }
    virtual void pause() {}
    virtual void resume() {}
    /// Asks it to stop; it says finished() when it has.
    virtual void stop() = 0;
    /// What is lost or not when it is stopped: «Сделанное сохранится, импорт можно будет продолжить».
    virtual QString stopNote() const { return {}; }
    virtual QString pageId() const { return {}; } ///< The page that shows it, with `target` for Page::open.
    virtual QVariant target() const { return {}; }

    const JobSnapshot &snapshot() const { return m_snapshot; }

signals:
    void changed();
    void finished(); ///< Once.

protected:
    void setSnapshot(const JobSnapshot &snapshot);

private:
    JobSnapshot m_snapshot;
};

} // namespace pfx::ui
