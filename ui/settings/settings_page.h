// SPDX-License-Identifier: GPL-3.0-or-later
// The page «Настройки»: the forms of the connections, the server, the database, the program; each value is checked beside its field and in
// force at once. GUI thread.
#pragma once

#include "ui/common/page.h"

#include <memory>

class QStackedWidget;
class QTabBar;

namespace pfx::ui {

class Banner;
class PlanfixForms;
class SaveBar;
class SettingsPresenter;
class StoreSection;
struct Services;

class SettingsPage : public Page {
    Q_OBJECT

public:
    enum Section { Planfix, Orders, Server, Store, Program };

    explicit SettingsPage(Services &services, QWidget *parent = nullptr);
    ~SettingsPage() override;

    QString id() const override { return pages::Settings; }
    QString title() const override { return tr("Settings"); }
    QString iconName() const override { return QStringLiteral("configure"); }
    QList<QAction *> commands() const override { return m_commands; }
    QString helpAnchor() const override;
    /// "server", or {"section": "server"}
    void open(const QVariant &target) override;
    void shown() override;

    SettingsPresenter &presenter() { return *m_presenter; }
    PlanfixForms &forms() { return *m_forms; }
    void showSection(Section section);

private:
    void build();
    void addCommands();
    void refreshBar();

    Services &m_services;
    std::unique_ptr<SettingsPresenter> m_presenter;
    std::unique_ptr<PlanfixForms> m_forms;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    SaveBar *m_bar;
    Banner *m_banner;
    StoreSection *m_store;
    QList<QAction *> m_commands;
};

} // namespace pfx::ui
