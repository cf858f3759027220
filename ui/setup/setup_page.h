// SPDX-License-Identifier: GPL-3.0-or-later
// The page «Настройка»: the way from nothing to the first task in Planfix, five steps at the left, each of which can be left for later. Its
// state stays when pages change. GUI thread.
#pragma once

#include "ui/common/page.h"

#include <memory>

class QStackedWidget;

namespace pfx::ui {

class AccountField;
class Banner;
class Button;
class CheckList;
class KeyField;
class MappingForm;
class SetupPresenter;
class StepList;
class TestStep;
class TextLabel;
struct Services;

class SetupPage : public Page {
    Q_OBJECT

public:
    explicit SetupPage(Services &services, QWidget *parent = nullptr);
    ~SetupPage() override;

    QString id() const override { return pages::Setup; }
    QString title() const override { return tr("Set-up"); }
    QString iconName() const override { return QStringLiteral("tools-wizard"); }
    Badge badge() const override;
    QList<QAction *> commands() const override { return m_commands; }
    QString helpAnchor() const override;
    /// {"step": 1}
    void open(const QVariant &target) override;
    void shown() override;

    SetupPresenter &presenter() { return *m_presenter; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *sideView();
    QWidget *stepsView();
    QWidget *accountStep();
    QWidget *keyStep();
    QWidget *taskStep();
    QWidget *feedbackStep();
    QWidget *testStep();
    QWidget *footer();
    void addCommands();
    void refresh();
    void refreshFooter();
    void showSaving();
    void focusStep();

    Services &m_services;
    std::unique_ptr<SetupPresenter> m_presenter;
    QStringList m_titles;
    StepList *m_list;
    QStackedWidget *m_steps;
    TextLabel *m_stepTitle;
    AccountField *m_account;
    KeyField *m_key;
    CheckList *m_check;
    MappingForm *m_mapping;
    TestStep *m_test;
    Banner *m_banner;
    Button *m_back;
    Button *m_later;
    Button *m_next;
    Button *m_quietNext; ///< In its place while the primary is the one that mends something.
    Button *m_finish;
    QList<QAction *> m_commands;
    QString m_savingShown;
};

} // namespace pfx::ui
