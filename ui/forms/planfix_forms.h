// SPDX-License-Identifier: GPL-3.0-or-later
// The forms of the connection with Planfix together, as the set-up and the settings have them: what is kept, what has been typed and not
// saved, and the saving: first the keychain, then the settings. GUI thread.
#pragma once

#include "ui/forms/connection_presenter.h"
#include "ui/forms/feedback_presenter.h"
#include "ui/forms/mapping_presenter.h"

namespace pfx::ui {

struct SavingState {
    enum class Phase { Idle, Running, Done, Failed };

    Phase phase = Phase::Idle;
    std::optional<base::Error> error; ///< Of Failed.
    bool keyLeftOut = false; ///< Saved without the key, since the keychain could not be used.
    QStringList unsaved; ///< What saving would write, for people.

    bool isUnsaved() const { return !unsaved.isEmpty(); }
};

class PlanfixForms : public QObject {
    Q_OBJECT

public:
    enum class Keys { Kept, LeftOut };
    enum class Part { None, Account, Task, Feedback };

    explicit PlanfixForms(Services &services, QObject *parent = nullptr);

    const SavingState &state() const { return m_state; }
    ConnectionPresenter &connection() { return *m_connection; }
    MappingPresenter &mapping() { return *m_mapping; }
    FeedbackPresenter &feedback() { return *m_feedback; }

    /// What is kept now; what was typed stays.
    void reload();
    /// What was typed goes.
    void revert();
    /// Says the reason beside its field when something is not acceptable, and which part it is in.
    Part save(Keys keys);
    /// Takes the kept key out of the keychain.
    void removeKey();

signals:
    void changed();
    void saved();

private:
    void refresh();
    void read(std::function<void()> then);
    void fail(const base::Error &error);
    PlanfixDraft draft() const;

    PlanfixService m_service;
    std::unique_ptr<ConnectionPresenter> m_connection;
    std::unique_ptr<MappingPresenter> m_mapping;
    std::unique_ptr<FeedbackPresenter> m_feedback;
    SavingState m_state;
    quint64 m_question = 0; ///< Only the newest answer counts.
};

} // namespace pfx::ui
