// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/crm/crm_page.h"

#include "ui/common/buttons.h"
#include "ui/common/formatting.h"
#include "ui/common/job_model.h"
#include "ui/common/labels.h"
#include "ui/common/segmented.h"
#include "ui/crm/board_view.h"
#include "ui/crm/employees_tab.h"
#include "ui/crm/pipelines_tab.h"
#include "ui/crm/record_list.h"
#include "ui/crm/record_pane.h"
#include "ui/crm/store_crm_service.h"

#include <QComboBox>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace pfx::ui {

namespace {

constexpr ListKind Kinds[] = {ListKind::Contacts, ListKind::Companies, ListKind::Deals};
const QString TabNames[] = {QStringLiteral("contacts"), QStringLiteral("companies"), QStringLiteral("deals"), QStringLiteral("pipelines"),
                            QStringLiteral("employees")};

int at(ListKind kind)
{
    return static_cast<int>(kind);
}

} // namespace

CrmPage::CrmPage(Services &services, QWidget *parent)
    : CrmPage(services, *new StoreCrmService(services.store, services.background, services.clock), parent)
{
    m_service.setParent(this);
}

CrmPage::CrmPage(Services &services, CrmService &service, QWidget *parent)
    : Page(parent), m_services(services), m_service(service), m_pipelines(new PipelinesPresenter(service, this)),
      m_employees(new EmployeesPresenter(service, this)), m_tabs(new QTabBar), m_stack(new QStackedWidget),
      m_dealsView(new Segmented(QStringLiteral("dealsView"), tr("How the deals are shown"))), m_pipeline(new QComboBox),
      m_stage(new QComboBox), m_subtitle(new TextLabel({}, TextRole::Body, Tone::Muted))
{
    setObjectName(QStringLiteral("crmPage"));
    for (const ListKind kind : Kinds) {
        m_lists[at(kind)] = new ListPresenter(kind, service, this);
        m_views[at(kind)] = new RecordList(*m_lists[at(kind)], services);
        connect(m_views[at(kind)], &RecordList::linkFollowed, this, [this, kind](const RecordLink &link) { follow(kind, link); });
        connect(m_views[at(kind)], &RecordList::clearRequested, m_lists[at(kind)], &ListPresenter::clearFilter);
    }
    m_employeesTab = new EmployeesTab(*m_employees, services);
    build();
    buildDealFilters();
    buildCommands();
    connect(&services.jobs, &QAbstractItemModel::rowsRemoved, this, [this] {
        std::fill(std::begin(m_loaded), std::end(m_loaded), false); // an import has ended
        if (isVisible())
            shown();
    });
}

CrmPage::~CrmPage() = default;

QString CrmPage::title() const
{
    return tr("Customers and deals");
}

void CrmPage::build()
{
    auto *title = new TextLabel(this->title(), TextRole::PageTitle);
    auto *head = new QVBoxLayout;
    head->setSpacing(metrics::PairSpacing);
    head->addWidget(title);
    head->addWidget(m_subtitle);
    m_import = plainButton(tr("New import"), QStringLiteral("crmNewImport"), QStringLiteral("document-import"));
    auto *top = new QHBoxLayout;
    top->addLayout(head, 1);
    top->addWidget(m_import, 0, Qt::AlignTop);

    m_tabs->setObjectName(QStringLiteral("crmTabs"));
    m_tabs->setAccessibleName(tr("What is shown"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    for (const QString &text : {tr("Contacts"), tr("Companies"), tr("Deals"), tr("Pipelines"), tr("Employees")})
        m_tabs->addTab(text);
    m_dealsView->addChoice(tr("Table"), QStringLiteral("dealsAsTable"));
    m_dealsView->addChoice(tr("Board"), QStringLiteral("dealsAsBoard"));
    m_dealsView->setVisible(false);
    QSizePolicy room = m_dealsView->sizePolicy();
    room.setRetainSizeWhenHidden(true); // nothing moves when another tab is chosen
    m_dealsView->setSizePolicy(room);
    auto *tabRow = new QHBoxLayout;
    tabRow->addWidget(m_tabs);
    tabRow->addStretch();
    tabRow->addWidget(m_dealsView);

    auto *pipelines = new PipelinesTab(*m_pipelines, m_services);
    for (RecordList *view : m_views)
        m_stack->addWidget(view);
    m_stack->addWidget(pipelines);
    m_stack->addWidget(m_employeesTab);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::PageMargin, metrics::PageMargin - metrics::PairSpacing, metrics::PageMargin, metrics::PageMargin);
    layout->setSpacing(metrics::CardSpacing);
    layout->addLayout(top);
    layout->addLayout(tabRow);
    layout->addWidget(m_stack, 1);

    const auto toImport = [this] { emit goTo(pages::Imports, QVariantMap{{QStringLiteral("new"), true}}); };
    connect(m_import, &QAbstractButton::clicked, this, toImport);
    for (RecordList *view : m_views)
        connect(view, &RecordList::importRequested, this, toImport);
    connect(pipelines, &PipelinesTab::importRequested, this, toImport);
    connect(pipelines, &PipelinesTab::stageOpened, this, [this](qint64 pipeline, qint64 stage) {
        setTab(Deals);
        showBoard(false);
        presenter(ListKind::Deals)->clearFilter();
        presenter(ListKind::Deals)->setFilter(pipeline, stage);
        fillPipelines();
    });
    connect(m_tabs, &QTabBar::currentChanged, this, &CrmPage::tabChosen);
    connect(m_dealsView, &Segmented::currentChanged, this, [this](int view) { showBoard(view == 1); });
}

void CrmPage::buildDealFilters()
{
    m_pipeline->setObjectName(QStringLiteral("dealsPipeline"));
    m_pipeline->setAccessibleName(tr("Pipeline"));
    m_stage->setObjectName(QStringLiteral("dealsStage"));
    m_stage->setAccessibleName(tr("Stage"));
    for (QComboBox *box : {m_pipeline, m_stage}) {
        box->setMinimumWidth(130);
        box->setMaximumWidth(200);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContentsOnFirstShow);
    }
    RecordList *deals = m_views[at(ListKind::Deals)];
    deals->addFilter(m_pipeline);
    deals->addFilter(m_stage);
    m_board = new BoardView(*m_pipelines, m_services.background, m_services.clock);
    deals->setAlternative(m_board);
    connect(m_board, &BoardView::dealSelected, presenter(ListKind::Deals), &ListPresenter::select);
    connect(m_board, &BoardView::dealActivated, this, [deals] { deals->details()->setFocus(); });
    connect(m_board, &BoardView::failed, presenter(ListKind::Deals), &ListPresenter::queryFailed);
    connect(m_pipelines, &PipelinesPresenter::columnsReplaced, this, [this] {
        dropGoneFilter();
        fillPipelines();
    });
    connect(m_pipeline, &QComboBox::activated, this, [this] {
        fillStages();
        filterDeals();
    });
    connect(m_stage, &QComboBox::activated, this, &CrmPage::filterDeals);
    fillPipelines();
}

void CrmPage::buildCommands()
{
    const QString words[] = {tr("Contacts"), tr("Companies"), tr("Deals"), tr("Pipelines"), tr("Employees")};
    for (int i = 0; i < TabCount; ++i) {
        auto *action = new QAction(words[i], this);
        action->setObjectName(QStringLiteral("crmShow_") + TabNames[i]);
        connect(action, &QAction::triggered, this, [this, i] { setTab(static_cast<Tab>(i)); });
        m_commands.append(action);
    }
    auto *board = new QAction(tr("Board of deals by stage"), this);
    board->setObjectName(QStringLiteral("crmShow_board"));
    connect(board, &QAction::triggered, this, [this] {
        setTab(Deals);
        showBoard(true);
    });
    auto *employee = new QAction(tr("New employee"), this);
    employee->setObjectName(QStringLiteral("crmNewEmployee"));
    connect(employee, &QAction::triggered, this, [this] {
        setTab(Employees);
        m_employees->newEmployee();
    });
    m_commands << board << employee;
}

ListPresenter *CrmPage::presenter(ListKind kind) const
{
    return m_lists[at(kind)];
}

CrmPage::Tab CrmPage::tab() const
{
    return static_cast<Tab>(m_tabs->currentIndex());
}

void CrmPage::setTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void CrmPage::tabChosen(int tab)
{
    m_stack->setCurrentIndex(tab);
    m_dealsView->setVisible(tab == Deals);
    if (m_wasShown)
        load(tab);
}

void CrmPage::shown()
{
    m_wasShown = true;
    load(m_tabs->currentIndex()); // before the totals: the rows are waited for
    showTotals();
}

void CrmPage::load(int tab)
{
    if (m_loaded[tab])
        return;
    m_loaded[tab] = true;
    if (tab == Employees) {
        m_employees->reload();
        return;
    }
    if (tab != Pipelines)
        m_lists[tab]->reload();
    if (tab == Deals || tab == Pipelines)
        m_pipelines->reload();
}

void CrmPage::showTotals()
{
    m_service.totals(this, [this](base::Result<crm::Totals> totals) {
        if (!totals) {
            m_subtitle->clear(); // the list below says why
            return;
        }
        // While there is nothing, the page below has the button and says what it is for.
        const bool anything = totals->contacts + totals->companies + totals->deals > 0;
        m_import->setVisible(anything);
        m_subtitle->setVisible(anything);
        m_subtitle->setText(tr("Contacts: %1, companies: %2, deals: %3")
                                .arg(number(totals->contacts), number(totals->companies), number(totals->deals)));
    });
}

QWidget *CrmPage::searchField() const
{
    if (tab() == Employees)
        return m_employeesTab->searchField();
    return tab() == Pipelines ? nullptr : m_views[tab()]->searchField();
}

QString CrmPage::runningWork() const
{
    for (const ListPresenter *list : m_lists) {
        if (list->state().exporting == ListState::Export::Running)
            return tr("A list is being saved as CSV; the file is made only when it is whole.");
    }
    return {};
}

void CrmPage::open(const QVariant &target)
{
    const QVariantMap map = target.toMap();
    const QString tabName = map.value(QStringLiteral("tab")).toString();
    for (int i = 0; i < TabCount; ++i) {
        if (tabName == TabNames[i])
            setTab(static_cast<Tab>(i));
    }
    const std::pair<QString, ListKind> records[] = {{QStringLiteral("contact"), ListKind::Contacts},
                                                    {QStringLiteral("company"), ListKind::Companies},
                                                    {QStringLiteral("deal"), ListKind::Deals}};
    for (const auto &[name, kind] : records) {
        if (map.contains(name))
            openRecord(kind, map.value(name).toLongLong());
    }
}

void CrmPage::openRecord(ListKind kind, qint64 id)
{
    setTab(static_cast<Tab>(at(kind)));
    presenter(kind)->select(id);
    m_views[at(kind)]->details()->setFocus();
}

void CrmPage::follow(ListKind from, const RecordLink &link)
{
    const QString name = presenter(from)->state().record.title;
    switch (link.to) {
    case RecordLink::To::Nothing:
        return;
    case RecordLink::To::Contact:
        openRecord(ListKind::Contacts, link.id);
        return;
    case RecordLink::To::Company:
        openRecord(ListKind::Companies, link.id);
        return;
    case RecordLink::To::Deal:
        openRecord(ListKind::Deals, link.id);
        return;
    case RecordLink::To::DealsOfContact:
    case RecordLink::To::DealsOfCompany:
        m_loaded[Deals] = true; // the scope reads the list
        setTab(Deals);
        showBoard(false);
        presenter(ListKind::Deals)
            ->setScope(link.to == RecordLink::To::DealsOfCompany ? link.id : 0, link.to == RecordLink::To::DealsOfContact ? link.id : 0, name);
        m_pipelines->reload();
        return;
    case RecordLink::To::ContactsOfCompany:
        m_loaded[Contacts] = true;
        setTab(Contacts);
        presenter(ListKind::Contacts)->setScope(link.id, 0, name);
        return;
    }
}

void CrmPage::showBoard(bool board)
{
    m_dealsView->setCurrent(board ? 1 : 0);
    m_stage->setVisible(!board);
    fillPipelines();
    m_board->setActive(board);
    m_views[at(ListKind::Deals)]->showAlternative(board);
}

void CrmPage::fillPipelines()
{
    const bool board = m_dealsView->current() == 1;
    const qint64 wanted = board ? m_pipelines->state().selected : presenter(ListKind::Deals)->state().query.pipelineId;
    m_pipeline->clear();
    if (!board)
        m_pipeline->addItem(tr("All pipelines"), qint64(0));
    for (const crm::Pipeline &pipeline : m_pipelines->state().pipelines)
        m_pipeline->addItem(pipeline.name, pipeline.id);
    m_pipeline->setCurrentIndex(std::max(0, m_pipeline->findData(wanted)));
    m_pipeline->setEnabled(m_pipeline->count() > 0);
    fillStages();
}

/// An undo may have taken the chosen pipeline or stage away: nothing would be found, and the boxes could not say why.
void CrmPage::dropGoneFilter()
{
    const crm::ListQuery query = presenter(ListKind::Deals)->state().query;
    const auto &pipelines = m_pipelines->state().pipelines;
    const auto pipeline = std::find_if(pipelines.cbegin(), pipelines.cend(), [&](const crm::Pipeline &p) { return p.id == query.pipelineId; });
    if (query.pipelineId == 0)
        return;
    if (pipeline == pipelines.cend()) {
        presenter(ListKind::Deals)->setFilter(0, 0);
        return;
    }
    const auto isChosen = [&](const crm::Stage &stage) { return stage.id == query.stageId; };
    if (query.stageId > 0 && std::none_of(pipeline->stages.cbegin(), pipeline->stages.cend(), isChosen))
        presenter(ListKind::Deals)->setFilter(query.pipelineId, 0);
}

void CrmPage::fillStages()
{
    const qint64 wanted = presenter(ListKind::Deals)->state().query.stageId;
    const qint64 pipelineId = m_pipeline->currentData().toLongLong();
    m_stage->clear();
    m_stage->addItem(tr("All stages"), qint64(0));
    for (const crm::Pipeline &pipeline : m_pipelines->state().pipelines) {
        if (pipeline.id != pipelineId)
            continue;
        for (const crm::Stage &stage : pipeline.stages)
            m_stage->addItem(stage.name, stage.id);
        m_stage->addItem(tr("Without a stage"), qint64(-1));
    }
    m_stage->setCurrentIndex(std::max(0, m_stage->findData(wanted)));
    m_stage->setEnabled(m_stage->count() > 1);
}

void CrmPage::filterDeals()
{
    const qint64 pipelineId = m_pipeline->currentData().toLongLong();
    if (m_dealsView->current() == 1)
        m_pipelines->select(pipelineId);
    else
        presenter(ListKind::Deals)->setFilter(pipelineId, m_stage->currentData().toLongLong());
}

} // namespace pfx::ui
