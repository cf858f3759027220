// SPDX-License-Identifier: GPL-3.0-or-later
// The set-up of Planfix: which step is shown, how each stands, and «Готово», which alone writes. Leaving the page keeps everything. GUI
// thread.
#pragma once

#include "ui/common/test_order.h"
#include "ui/forms/planfix_forms.h"
#include "ui/setup/step_list.h"

namespace pfx::ui {

enum class SetupStep { Account, Key, Task, Feedback, TestOrder };

struct SetupState {
    SetupStep step = SetupStep::Account;
    QVector<StepMark> marks;
};

class SetupPresenter : public QObject {
    Q_OBJECT

public:
    explicit SetupPresenter(Services &services, QObject *parent = nullptr);

    const SetupState &state() const { return m_state; }
    const SavingState &saving() const { return m_forms.state(); }
    ConnectionPresenter &connection() { return m_forms.connection(); }
    MappingPresenter &mapping() { return m_forms.mapping(); }
    FeedbackPresenter &feedback() { return m_forms.feedback(); }
    TestOrder &testOrder() { return m_testOrder; }

    bool hasAccount() { return !connection().state().host.isEmpty(); }
    bool hasKey() { return connection().state().hasAnyKey(); }
    /// What was entered is saved, so that an order has a way to go.
    bool canTest();
    /// Back to what keeps the test order from becoming a task.
    void mendTestOrder();

    void reload() { m_forms.reload(); }
    void goTo(SetupStep step);
    void back();
    /// Goes on when the step is in order, else says what is missing.
    void next();
    /// Goes on without.
    void later();
    void finish();
    /// After a keychain that cannot be used: the settings without the key, which must then come from the environment.
    void finishWithoutKeys();

signals:
    void changed();
    void stepChanged();

private:
    void refresh();
    void save(PlanfixForms::Keys keys);
    StepMark mark(SetupStep step);
    StepMark keyMark();
    StepMark testMark();

    PlanfixForms m_forms;
    TestOrder m_testOrder;
    SetupState m_state;
};

} // namespace pfx::ui
