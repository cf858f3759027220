// SPDX-License-Identifier: GPL-3.0-or-later
// The page «Клиенты и сделки»: contacts, companies, deals (table or board), pipelines, employees. Reads from the store as it is looked at;
// open({"contact": 5}) shows a record, also "company", "deal", "tab" ("contacts", "companies", "deals", "pipelines", "employees"). GUI thread.
#pragma once

#include "ui/common/page.h"
#include "ui/common/services.h"
#include "ui/crm/record_view.h"

class QComboBox;
class QStackedWidget;
class QTabBar;

namespace pfx::ui {

class BoardView;
class Button;
class CrmService;
class EmployeesPresenter;
class EmployeesTab;
class ListPresenter;
class PipelinesPresenter;
class RecordList;
class Segmented;
class TextLabel;
enum class ListKind;

class CrmPage : public Page
{
    Q_OBJECT

public:
    enum Tab { Contacts, Companies, Deals, Pipelines, Employees, TabCount };

    explicit CrmPage(Services &services, QWidget *parent = nullptr);
    /// With another source of everything but the tables' rows; for tests.
    CrmPage(Services &services, CrmService &service, QWidget *parent = nullptr);
    ~CrmPage() override;

    QString id() const override { return pages::Crm; }
    QString title() const override;
    QString iconName() const override { return QStringLiteral("view-pim-contacts"); }
    QList<QAction *> commands() const override { return m_commands; }
    QWidget *searchField() const override;
    void open(const QVariant &target) override;
    void shown() override;
    QString runningWork() const override;

    Tab tab() const;
    void setTab(Tab tab);
    void showBoard(bool board);

private:
    void build();
    void buildDealFilters();
    void buildCommands();
    void tabChosen(int tab);
    void load(int tab);
    void follow(ListKind from, const RecordLink &link);
    void openRecord(ListKind kind, qint64 id);
    void fillPipelines();
    void fillStages();
    void dropGoneFilter();
    void filterDeals();
    void showTotals();
    ListPresenter *presenter(ListKind kind) const;

    Services &m_services;
    CrmService &m_service;
    ListPresenter *m_lists[3] = {};
    RecordList *m_views[3] = {};
    PipelinesPresenter *m_pipelines;
    EmployeesPresenter *m_employees;
    EmployeesTab *m_employeesTab = nullptr;
    BoardView *m_board = nullptr;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    Segmented *m_dealsView;
    QComboBox *m_pipeline, *m_stage;
    TextLabel *m_subtitle;
    Button *m_import = nullptr;
    QList<QAction *> m_commands;
    bool m_loaded[TabCount] = {};
    bool m_wasShown = false, m_filling = false;
};

} // namespace pfx::ui
