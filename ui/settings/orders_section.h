// SPDX-License-Identifier: GPL-3.0-or-later
// The section «Заявки»: statuses both ways, what comes back from Planfix, the company's site. GUI thread.
#pragma once

#include <QWidget>

namespace pfx::ui {

class Button;
class PlanfixForms;
class SettingsPresenter;
struct Services;

class OrdersSection : public QWidget {
    Q_OBJECT

public:
    OrdersSection(Services &services, PlanfixForms &forms, SettingsPresenter &settings, QWidget *parent = nullptr);

private:
    void refresh();

    PlanfixForms &m_forms;
    Button *m_makeAddress;
};

} // namespace pfx::ui
