// SPDX-License-Identifier: GPL-3.0-or-later
// Hands the newest value of a working thread to the GUI thread: intermediate values may be skipped, the last never is. `post` may be called
// from any thread, also after the object has gone (then nothing happens); everything else belongs to the GUI thread.
#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace pfx::ui {

template<typename Value>
class Latest
{
public:
    /// `take` is called in the thread of `context`, while `context` lives.
    Latest(QObject *context, std::function<void(Value)> take) : m_state(std::make_shared<State>())
    {
        m_state->receiver = new QObject(context);
        m_state->take = std::move(take);
        QObject::connect(m_state->receiver, &QObject::destroyed, m_state->receiver, [state = std::weak_ptr(m_state)] {
            if (const auto living = state.lock()) {
                const std::lock_guard lock(living->mutex);
                living->receiver = nullptr;
            }
        });
    }
    ~Latest() { m_state->close(); }
    Latest(const Latest &) = delete;
    Latest &operator=(const Latest &) = delete;

    /// A function to give to the working thread.
    std::function<void(const Value &)> poster() const
    {
        return [state = m_state](const Value &value) { State::post(state, value); };
    }

private:
    struct State
    {
        std::mutex mutex;
        QObject *receiver = nullptr;
        std::function<void(Value)> take;
        std::optional<Value> value;

        static void post(const std::shared_ptr<State> &state, const Value &value)
        {
            const std::lock_guard lock(state->mutex);
            const bool wasWaiting = state->value.has_value();
            state->value = value;
            if (wasWaiting || !state->receiver)
                return;
            QMetaObject::invokeMethod(state->receiver, [state] { deliver(state); }, Qt::QueuedConnection);
        }
        static void deliver(const std::shared_ptr<State> &state)
        {
            std::optional<Value> taken;
            {
                const std::lock_guard lock(state->mutex);
                taken.swap(state->value);
            }
            if (taken && state->take)
                state->take(std::move(*taken));
        }
        void close()
        {
            QObject *leaving = nullptr;
            {
                const std::lock_guard lock(mutex);
                std::swap(leaving, receiver);
            }
            delete leaving;
        }
    };
    std::shared_ptr<State> m_state;
};

} // namespace pfx::ui
