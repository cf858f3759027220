// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/imports_page.h"

#include "ui/common/empty_state.h"
#include "ui/common/services.h"
#include "ui/common/step_header.h"
#include "ui/imports/check_step.h"
#include "ui/imports/fields_step.h"
#include "ui/imports/imports_presenter.h"
#include "ui/imports/options_step.h"
#include "ui/imports/progress_step.h"
#include "ui/imports/result_step.h"
#include "ui/imports/runs_list.h"
#include "ui/imports/source_step.h"
#include "ui/common/step_parts.h"
#include "ui/imports/store_import_service.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>

namespace pfx::ui {

ImportsPage::ImportsPage(Services &services, QWidget *parent)
    : ImportsPage(services, std::make_unique<StoreImportService>(services), parent)
{}

ImportsPage::ImportsPage(Services &services, std::unique_ptr<ImportService> imports, QWidget *parent)
    : Page(parent), m_services(services), m_imports(std::move(imports)), m_presenter(std::make_unique<ImportsPresenter>(*m_imports))
{
    setObjectName(QStringLiteral("importsPage"));
    setAccessibleName(tr("Data migration"));
    m_views = new QStackedWidget;
    auto *loading = new QWidget;
    auto *split = new QWidget;
    auto *columns = new QHBoxLayout(split);
    columns->setContentsMargins({});
    columns->setSpacing(0);
    columns->addWidget(runsView());
    columns->addWidget(new Hairline(Qt::Vertical));
    columns->addWidget(stepsView(), 1);
    m_views->addWidget(loading);
    m_views->addWidget(emptyView());
    m_views->addWidget(split);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_views);

    connectSteps();
    addCommands();
    connect(m_presenter.get(), &ImportsPresenter::changed, this, &ImportsPage::refresh);
    connect(m_presenter.get(), &ImportsPresenter::stepChanged, this, &ImportsPage::stepChanged);
    refresh();
    m_presenter->reload();
}

ImportsPage::~ImportsPage()
{
    disconnect(m_presenter.get(), nullptr, this, nullptr);
    delete m_views; // the steps hold references to the presenters
}

QWidget *ImportsPage::emptyView()
{
    auto *view = new QWidget;
    auto *layout = new QVBoxLayout(view);
    layout->setContentsMargins(metrics::PageMargin, metrics::PageMargin, metrics::PageMargin, metrics::PageMargin);
    auto *head = new QHBoxLayout;
    head->addWidget(new TextLabel(tr("Data migration"), TextRole::PageTitle), 1);
    auto *needed = linkButton(tr("What you will need"), QStringLiteral("whatIsNeeded"));
    needed->setIconName(QStringLiteral("help-about"));
    head->addWidget(needed);
    layout->addLayout(head);
    auto *empty = new EmptyState(QStringLiteral("document-import"), tr("Bring your clients and deals over"),
                                 tr("Contacts, companies, deals and pipelines from AmoCRM or Bitrix24 — from an exported file."));
    m_emptyNew = empty->setPrimary(tr("New import"), QStringLiteral("newImportEmpty"), QStringLiteral("list-add"));
    Button *sample = empty->setLink(tr("Try it on a sample"), QStringLiteral("trySample"));
    empty->setReassurances({{QStringLiteral("view-visible"), tr("First we show"), tr("How many records will appear, what will change and where the errors are — before the beginning.")},
                            {QStringLiteral("chronometer"), tr("It can be interrupted"), tr("A pause, a closed window, a switched-off computer — it goes on from the same place.")},
                            {QStringLiteral("edit-undo"), tr("It can be undone"), tr("The whole import goes away with one button, your own changes stay.")}});
    layout->addWidget(empty, 1);
    connect(m_emptyNew, &QPushButton::clicked, m_presenter.get(), &ImportsPresenter::newImport);
    connect(sample, &QPushButton::clicked, m_presenter.get(), &ImportsPresenter::trySample);
    connect(needed, &QPushButton::clicked, this, [this] { emit helpRequested(helpAnchor()); });
    return view;
}

QWidget *ImportsPage::runsView()
{
    auto *view = new QWidget;
    view->setFixedWidth(metrics::SideListWidth);
    auto *layout = new QVBoxLayout(view);
    const int top = metrics::PageMargin - metrics::PairSpacing; // the title stands as high as on other pages
    layout->setContentsMargins(metrics::CardSpacing, top, 0, metrics::CardSpacing);
    layout->setSpacing(metrics::Spacing);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(0, 0, RunsList::BarRoom, 0);
    head->setSpacing(metrics::Spacing);
    layout->addLayout(head);
    head->addWidget(new TextLabel(tr("Data migration"), TextRole::PageTitle));
    m_new = plainButton(tr("New import"), QStringLiteral("newImport"), QStringLiteral("list-add"));
    head->addWidget(m_new);
    m_runsModel = new RunsModel(m_services.clock, this);
    m_runs = new RunsList(*m_runsModel);
    layout->addWidget(m_runs, 1);
    m_olderChecks = linkButton(tr("Hide older checks"), QStringLiteral("olderChecks"));
    layout->addWidget(m_olderChecks, 0, Qt::AlignLeft);
    connect(m_olderChecks, &QPushButton::clicked, m_presenter.get(),
            [this] { m_presenter->showOlderChecks(!m_presenter->state().olderChecksShown); });
    connect(m_new, &QPushButton::clicked, m_presenter.get(), &ImportsPresenter::newImport);
    connect(m_runs, &RunsList::chosen, m_presenter.get(), &ImportsPresenter::select);
    return view;
}

QWidget *ImportsPage::stepsView()
{
    auto *view = new QWidget;
    auto *layout = new QVBoxLayout(view);
    layout->setContentsMargins(metrics::PageMargin, metrics::CardSpacing, metrics::PageMargin, metrics::CardSpacing);
    layout->setSpacing(metrics::CardSpacing);
    m_stepTitles = {tr("Source"), tr("Options"), tr("Fields"), tr("Check"), tr("Progress"), tr("Result")};
    m_header = new StepHeader(m_stepTitles);
    m_banner = new Banner(QStringLiteral("importBanner"));
    m_steps = new QStackedWidget;
    m_source = new SourceStep(m_presenter->source(), m_services.prompt);
    m_options = new OptionsStep(m_presenter->options());
    m_fields = new FieldsStep(m_presenter->fields(), m_services.prompt);
    m_check = new CheckStep(m_presenter->check(), m_services.prompt, m_services.settings);
    m_progress = new ProgressStep;
    m_result = new ResultStep(m_presenter->result(), m_services.prompt, m_services.settings);
    for (QWidget *step : std::initializer_list<QWidget *>{m_source, m_options, m_fields, m_check, m_progress, m_result})
        m_steps->addWidget(step);
    layout->addWidget(m_header);
    layout->addWidget(m_banner);
    layout->addWidget(m_steps, 1);
    return view;
}

/// The tab of «Customers and deals» on which there is something of the run.
static QString tabWith(const migration::RunReport &report)
{
    const std::pair<const migration::Counters &, QString> tabs[] = {{report.contacts, QStringLiteral("contacts")},
                                                                    {report.deals, QStringLiteral("deals")},
                                                                    {report.companies, QStringLiteral("companies")}};
    for (const auto &[counters, tab] : tabs) {
        if (counters.created + counters.updated > 0)
            return tab;
    }
    return QStringLiteral("pipelines");
}

void ImportsPage::connectSteps()
{
    ImportsPresenter *presenter = m_presenter.get();
    const auto wire = [presenter](auto *step) {
        using Step = std::remove_pointer_t<decltype(step)>;
        connect(step, &Step::back, presenter, &ImportsPresenter::back);
        connect(step, &Step::start, presenter, &ImportsPresenter::startImport);
    };
    wire(m_options);
    wire(m_fields);
    wire(m_check);
    connect(m_options, &OptionsStep::next, presenter, &ImportsPresenter::next);
    connect(m_fields, &FieldsStep::next, presenter, &ImportsPresenter::next);
    connect(m_check, &CheckStep::checkAgain, presenter, [presenter] { presenter->check().run(presenter->source().state().path.trimmed(), presenter->chosen()); });
    connect(m_result, &ResultStep::retry, presenter, &ImportsPresenter::retryFailed);
    connect(m_result, &ResultStep::resumeRun, presenter, &ImportsPresenter::resumeRun);
    connect(m_result, &ResultStep::newImport, presenter, &ImportsPresenter::newImport);
    connect(m_result, &ResultStep::showRecords, this, [this] {
        emit goTo(pages::Crm, QVariantMap{{QStringLiteral("tab"), tabWith(m_presenter->result().state().report)}});
    });
    connect(m_result, &ResultStep::undo, presenter, &ImportsPresenter::undoRun);
    connect(m_header, &StepHeader::stepRequested, presenter, [presenter](int step) { presenter->goTo(static_cast<ImportStep>(step)); });
}

void ImportsPage::addCommands()
{
    const auto add = [this](const QString &text, auto slot) {
        auto *action = new QAction(text, this);
        connect(action, &QAction::triggered, m_presenter.get(), slot);
        m_commands.append(action);
    };
    add(tr("New import"), &ImportsPresenter::newImport);
    add(tr("Try it on a sample"), &ImportsPresenter::trySample);
}

Badge ImportsPage::badge() const
{
    return {};
}

QWidget *ImportsPage::searchField() const
{
    const ImportsState &state = m_presenter->state();
    if (state.view != ImportsState::View::Steps)
        return nullptr;
    return state.step == ImportStep::Check ? m_check->searchField() : state.step == ImportStep::Result ? m_result->searchField() : nullptr;
}

QString ImportsPage::helpAnchor() const
{
    const ImportsState &state = m_presenter->state();
    const QString chapter = state.view == ImportsState::View::Steps ? m_stepTitles.value(static_cast<int>(state.step)) : tr("What you will need");
    return id() + QLatin1Char('/') + chapter;
}

void ImportsPage::open(const QVariant &target)
{
    if (target.toMap().value(QStringLiteral("new")).toBool()) {
        m_presenter->newImport();
        return;
    }
    const qint64 run = target.toMap().value(QStringLiteral("run")).toLongLong();
    if (run != 0)
        m_presenter->select(run);
}

void ImportsPage::shown()
{
    if (std::exchange(m_wasShown, true))
        m_presenter->reload();
    m_focusDue = m_presenter->state().view == ImportsState::View::Loading;
    focusView();
}

void ImportsPage::focusView()
{
    if (m_presenter->state().view == ImportsState::View::Empty)
        m_emptyNew->setFocus(Qt::OtherFocusReason);
    else if (m_presenter->state().view == ImportsState::View::Steps)
        focusStep();
}

void ImportsPage::refresh()
{
    const ImportsState &state = m_presenter->state();
    m_views->setCurrentIndex(static_cast<int>(state.view));
    const ListedRuns listed = m_presenter->listed();
    m_runsModel->setRuns(listed.runs);
    m_olderChecks->setVisible(listed.olderChecks > 0);
    m_olderChecks->setText(state.olderChecksShown ? tr("Hide older checks") : tr("Older checks: %1").arg(listed.olderChecks));
    if (ImportJob *job = m_presenter->job())
        m_runsModel->setProgress(job->progress(), job->isPaused());
    else
        m_runsModel->clearProgress();
    m_runs->showRun(state.selected);
    m_header->setCurrent(static_cast<int>(state.step));
    QVector<bool> open(m_header->count(), false);
    for (int i = 0; state.preparing && i <= static_cast<int>(ImportStep::Check); ++i)
        open[i] = i <= static_cast<int>(state.reached);
    m_header->setEnabledSteps(open);
    parts::showError(m_banner, state.error);
    if (state.busyWith == ImportJob::Kind::Undo) // of which the error's own words know nothing
        m_banner->showMessage(Severity::Error, tr("An import is being undone"), tr("Wait until it has finished, or stop it, and begin again."));
    m_progress->follow(m_presenter->job());
    if (m_focusDue && state.view != ImportsState::View::Loading) {
        m_focusDue = false;
        focusView();
    }
}

void ImportsPage::stepChanged(ImportStep step)
{
    m_steps->setCurrentIndex(static_cast<int>(step));
    const QWidget *focus = QApplication::focusWidget();
    const bool inList = focus == m_runs; // somebody walks through the runs by arrow keys
    if (isVisible() && !inList)
        focusStep();
}

void ImportsPage::focusStep()
{
    switch (m_presenter->state().step) {
    case ImportStep::Source:
        return m_source->focusFirst();
    case ImportStep::Options:
        return m_options->focusFirst();
    case ImportStep::Fields:
        return m_fields->focusFirst();
    case ImportStep::Check:
        return m_check->focusFirst();
    case ImportStep::Progress:
        return m_progress->focusFirst();
    case ImportStep::Result:
        return m_result->focusFirst();
    }
}

QPushButton *ImportsPage::primary() const
{
    if (m_presenter->state().view != ImportsState::View::Steps)
        return m_emptyNew;
    switch (m_presenter->state().step) {
    case ImportStep::Source:
        return m_source->primary();
    case ImportStep::Options:
        return m_options->primary();
    case ImportStep::Fields:
        return m_fields->primary();
    case ImportStep::Check:
        return m_check->primary();
    case ImportStep::Progress:
        return nullptr;
    case ImportStep::Result:
        return m_result->primary();
    }
    return nullptr;
}

/// In a form Enter goes on; what is looked for, filtered or named by it elsewhere must not begin anything.
static bool keepsEnter(const QWidget *focus, ImportStep step)
{
    if (qobject_cast<const QAbstractItemView *>(focus) != nullptr)
        return true;
    const bool form = step == ImportStep::Source || step == ImportStep::Options;
    return !form
        && (qobject_cast<const QLineEdit *>(focus) != nullptr || qobject_cast<const QComboBox *>(focus) != nullptr
            || qobject_cast<const QAbstractSpinBox *>(focus) != nullptr);
}

void ImportsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
        Page::keyPressEvent(event);
        return;
    }
    QWidget *focus = QApplication::focusWidget();
    if (auto *button = qobject_cast<QAbstractButton *>(focus); button != nullptr && isAncestorOf(button)) {
        button->click();
        return;
    }
    if (keepsEnter(focus, m_presenter->state().step))
        return;
    if (QPushButton *button = primary())
        button->click();
}

} // namespace pfx::ui
