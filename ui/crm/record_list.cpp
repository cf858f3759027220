// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/crm/record_list.h"

#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/empty_state.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/prompt.h"
#include "ui/common/services.h"
#include "ui/crm/list_models.h"
#include "ui/crm/record_pane.h"

#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace pfx::ui {

namespace {

/// Object names begin with it: "contactsSearch".
QString stem(ListKind kind)
{
    switch (kind) {
    case ListKind::Contacts:
        return QStringLiteral("contacts");
    case ListKind::Companies:
        return QStringLiteral("companies");
    case ListKind::Deals:
        return QStringLiteral("deals");
    }
    return {};
}

constexpr int DetailsWidth = 320;

} // namespace

RecordList::RecordList(ListPresenter &presenter, Services &services, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_rows(makeRecordModel(presenter.state().kind, services.background, services.clock, this)),
      m_search(new QLineEdit), m_filters(new QHBoxLayout), m_views(new QStackedWidget), m_body(new QStackedWidget),
      m_scope(new QWidget), m_scopeText(new TextLabel({}, TextRole::Body)), m_footer(new TextLabel({}, TextRole::Caption, Tone::Muted))
{
    const QString name = stem(presenter.state().kind);
    const ListKind kind = presenter.state().kind;
    m_error = new Banner(name + QStringLiteral("Error"));
    m_exportBanner = new Banner(name + QStringLiteral("ExportState"));
    m_table = new Table(name + QStringLiteral("Table"),
                        kind == ListKind::Contacts ? tr("Contacts") : kind == ListKind::Companies ? tr("Companies") : tr("Deals"));
    m_details = new RecordPane(name + QStringLiteral("Details"),
                               kind == ListKind::Contacts ? tr("Choose a contact to see phones, deals and where it came from.")
                               : kind == ListKind::Companies ? tr("Choose a company to see its contacts and deals.")
                                                             : tr("Choose a deal to see its customers, stage and where it came from."));
    m_table->setModel(m_rows->model());
    for (const int column : m_rows->columnsHiddenAtFirst())
        m_table->setColumnHidden(column, true);
    m_table->remember(services.settings, QStringLiteral("crm/") + name);
    m_table->setEmptyText(tr("Nothing found"), searchHint());
    m_views->addWidget(m_table);

    auto *scope = new QHBoxLayout(m_scope);
    scope->setContentsMargins({});
    scope->addWidget(m_scopeText);
    Button *all = linkButton(tr("Show all"), name + QStringLiteral("ShowAll"));
    scope->addWidget(all);
    scope->addStretch();
    connect(all, &QAbstractButton::clicked, this, &RecordList::clearRequested);

    auto *toolbar = new QHBoxLayout;
    buildToolbar(toolbar, services);
    auto *card = new Card;
    card->body()->setSpacing(metrics::Spacing);
    card->body()->addLayout(toolbar);
    card->body()->addWidget(m_scope);
    card->body()->addWidget(m_exportBanner);
    card->body()->addWidget(m_error);
    card->body()->addWidget(m_views, 1);
    card->body()->addWidget(m_footer);
    m_details->setMinimumWidth(DetailsWidth - 40);

    auto *work = new QSplitter(Qt::Horizontal);
    work->setObjectName(name + QStringLiteral("Splitter"));
    work->setChildrenCollapsible(false);
    work->setHandleWidth(metrics::CardSpacing);
    work->addWidget(card);
    work->addWidget(m_details);
    work->setStretchFactor(0, 1);
    work->setSizes({10'000, DetailsWidth});
    m_body->addWidget(work);
    buildEmpty();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_body);

    m_rows->sorted = [this](crm::SortBy by, bool descending) { m_presenter.setSort(by, descending); };
    const QHeaderView *header = m_table->horizontalHeader();
    m_rows->model()->sort(header->sortIndicatorSection(), header->sortIndicatorOrder()); // as it was remembered
    connect(m_search, &QLineEdit::textEdited, &m_presenter, &ListPresenter::setTyped);
    connect(m_search, &QLineEdit::returnPressed, &m_presenter, &ListPresenter::searchNow);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (!current.isValid())
                    return;
                // Coming in by Tab makes the first row the current one without selecting it.
                if (!m_table->selectionModel()->hasSelection())
                    m_table->selectionModel()->select(current, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
                m_presenter.select(m_rows->idAt(current.row()));
            });
    connect(m_table, &Table::rowActivated, this, [this] { m_details->setFocus(); });
    connect(m_details, &RecordPane::linkFollowed, this, &RecordList::linkFollowed);
    connect(m_details, &RecordPane::retryRequested, this, [this] { m_presenter.select(m_presenter.state().selected); });

    KeysetModelBase *model = m_rows->model();
    connect(model, &KeysetModelBase::loadingChanged, this, [this, model](bool loading) {
        m_table->setLoading(loading);
        if (!loading && m_presenter.state().body != ListState::Body::Failed)
            m_presenter.firstRowsArrived(model->rowCount());
    });
    connect(model, &KeysetModelBase::counted, &m_presenter, &ListPresenter::counted);
    connect(model, &KeysetModelBase::failed, &m_presenter, &ListPresenter::queryFailed);
    connect(&m_presenter, &ListPresenter::queryChanged, this, [this](const crm::ListQuery &query) { m_rows->show(query); });
    connect(&m_presenter, &ListPresenter::changed, this, &RecordList::showState);
    connect(&m_presenter, &ListPresenter::detailsChanged, this, &RecordList::showDetails);
    connect(&m_presenter, &ListPresenter::exportChanged, this, &RecordList::showExport);
    showState();
    showDetails();
    showExport();
}

void RecordList::buildToolbar(QHBoxLayout *toolbar, Services &services)
{
    const QString name = stem(m_presenter.state().kind);
    m_search->setObjectName(name + QStringLiteral("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("edit-find"), Tone::Muted), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(170);
    m_search->setMaximumWidth(360);
    const QString words = m_presenter.state().kind == ListKind::Deals ? tr("Title or customer") : tr("Name, phone, e-mail");
    m_search->setPlaceholderText(words);
    m_search->setAccessibleName(tr("Search: %1").arg(words));
    toolbar->setSpacing(metrics::Spacing);
    toolbar->addWidget(m_search, 1);
    m_filters->setSpacing(metrics::Spacing);
    toolbar->addLayout(m_filters);
    toolbar->addStretch();
    m_columns = m_table->makeColumnChooser(this);
    m_copy = m_table->makeCopyButton(this);
    m_export = iconButton(QStringLiteral("document-save"), tr("Save this list as CSV"), name + QStringLiteral("Export"));
    for (QToolButton *button : {m_columns, m_copy, m_export})
        toolbar->addWidget(button);
    connect(m_export, &QAbstractButton::clicked, this, [this, &services] { askForFile(services); });
}

void RecordList::buildEmpty()
{
    switch (m_presenter.state().kind) {
    case ListKind::Contacts:
        m_empty = new EmptyState(QStringLiteral("view-pim-contacts"), tr("All customers in one place"),
                                 tr("Bring contacts, companies and deals over from amoCRM or Bitrix24; nothing is changed there."));
        break;
    case ListKind::Companies:
        m_empty = new EmptyState(QStringLiteral("view-pim-contacts"), tr("There are no companies yet"),
                                 tr("Companies come with the contacts and deals of an import."));
        break;
    case ListKind::Deals:
        m_empty = new EmptyState(QStringLiteral("view-task"), tr("There are no deals yet"),
                                 tr("Deals come with their pipelines, stages and amounts from amoCRM or Bitrix24."));
        break;
    }
    Button *import = m_empty->setPrimary(tr("New import"), stem(m_presenter.state().kind) + QStringLiteral("NewImport"),
                                         QStringLiteral("document-import"));
    connect(import, &QAbstractButton::clicked, this, &RecordList::importRequested);
    m_body->addWidget(m_empty);
}

QString RecordList::searchHint() const
{
    return m_presenter.state().kind == ListKind::Deals ? tr("Try a part of the title, the customer's whole phone or e-mail, or another stage.")
                                                       : tr("Try a part of the name, of the phone or of the e-mail.");
}

void RecordList::addFilter(QWidget *filter)
{
    m_filters->addWidget(filter);
}

void RecordList::setAlternative(QWidget *view)
{
    m_views->addWidget(view);
}

void RecordList::showAlternative(bool alternative)
{
    m_views->setCurrentIndex(alternative ? 1 : 0);
    for (QWidget *button : {m_columns, m_copy, m_export})
        button->setVisible(!alternative);
    m_search->setVisible(!alternative);
    showState();
    showDetails();
}

void RecordList::setFooter(const QString &text)
{
    m_footerText = text;
    showState();
}

QString RecordList::countText() const
{
    if (m_views->currentIndex() == 1)
        return m_footerText;
    const ListState &state = m_presenter.state();
    if (state.body != ListState::Body::Rows)
        return {};
    if (!state.count)
        return tr("Counting…");
    return state.isFiltered() ? tr("Found: %1").arg(number(*state.count)) : tr("In all: %1").arg(number(*state.count));
}

void RecordList::showState()
{
    const ListState &state = m_presenter.state();
    m_body->setCurrentIndex(state.body == ListState::Body::Empty ? 1 : 0);
    if (m_search->text() != state.typed)
        m_search->setText(state.typed);
    m_scope->setVisible(!state.scope.isEmpty());
    m_scopeText->setText(tr("Only: %1").arg(state.scope));
    m_footer->setText(countText());
    m_footer->setVisible(m_views->currentIndex() == 0 || !m_footer->text().isEmpty());
    placeDetails();
    m_copy->setEnabled(state.body == ListState::Body::Rows);
    m_export->setEnabled(state.canExport());
    if (state.error == m_shownError)
        return; // the button stays under the pointer
    m_shownError = state.error;
    m_table->setEmptyText(state.error ? QString() : tr("Nothing found"),
                          state.error ? QString() : searchHint());
    m_error->clear();
    if (state.error) {
        m_error->showError(*state.error);
        Button *retry = m_error->addAction(tr("Try again"), stem(state.kind) + QStringLiteral("Retry"), ButtonKind::Normal,
                                           QStringLiteral("view-refresh"));
        connect(retry, &QAbstractButton::clicked, &m_presenter, &ListPresenter::reload, Qt::QueuedConnection);
    }
}

/// The table keeps the pane's place, so that nothing moves when a row is chosen; the board needs the width, and beside an error there is
/// nothing to choose.
void RecordList::placeDetails()
{
    const ListState &state = m_presenter.state();
    const bool canChoose = m_views->currentIndex() == 0 && state.body != ListState::Body::Failed;
    m_details->setVisible(canChoose || state.details != ListState::Details::Nothing);
}

void RecordList::showDetails()
{
    const ListState &state = m_presenter.state();
    switch (state.details) {
    case ListState::Details::Nothing:
        m_details->showNothing();
        break;
    case ListState::Details::Loading:
        m_details->showLoading();
        break;
    case ListState::Details::Shown:
        m_details->showRecord(state.record);
        break;
    case ListState::Details::Failed:
        m_details->showError(*state.detailsError);
        break;
    }
    placeDetails();
}

void RecordList::askForFile(Services &services)
{
    FileQuestion question;
    question.title = tr("Save this list as CSV");
    question.filter = tr("CSV tables (*.csv)");
    question.name = m_presenter.state().kind == ListKind::Contacts    ? tr("contacts.csv")
                    : m_presenter.state().kind == ListKind::Companies ? tr("companies.csv")
                                                                      : tr("deals.csv");
    services.prompt.saveFile(this, question,
                             [this](const QString &path) { m_presenter.startExport(path, m_rows->exportHeadings()); });
}

void RecordList::showExport()
{
    const ListState &state = m_presenter.state();
    const QString name = stem(state.kind);
    const auto dismiss = [this, &name] {
        connect(m_exportBanner->addAction(tr("Close"), name + QStringLiteral("ExportClose"), ButtonKind::Link), &QAbstractButton::clicked,
                &m_presenter, &ListPresenter::dismissExport, Qt::QueuedConnection);
    };
    const QString file = QDir::toNativeSeparators(state.exportPath);
    m_export->setEnabled(state.canExport());
    if (state.exporting == ListState::Export::Running && m_exportBanner->isVisibleTo(this)
        && m_exportBanner->severity() == Severity::Info) {
        m_exportBanner->showMessage(Severity::Info, tr("The list is being saved"), tr("Rows: %1").arg(number(state.exportedRows)));
        return; // the button stays under the pointer
    }
    m_exportBanner->clear();
    switch (state.exporting) {
    case ListState::Export::Idle:
        break;
    case ListState::Export::Running:
        m_exportBanner->showMessage(Severity::Info, tr("The list is being saved"), tr("Rows: %1").arg(number(state.exportedRows)));
        connect(m_exportBanner->addAction(tr("Stop"), name + QStringLiteral("ExportStop")), &QAbstractButton::clicked, &m_presenter,
                &ListPresenter::stopExport, Qt::QueuedConnection);
        break;
    case ListState::Export::Done:
        m_exportBanner->showMessage(Severity::Success, tr("The list is saved"),
                                    tr("Rows: %1. File: %2").arg(number(state.exportedRows), file));
        dismiss();
        break;
    case ListState::Export::Stopped:
        m_exportBanner->showMessage(Severity::Info, tr("Saving was stopped"), tr("No file was made."));
        dismiss();
        break;
    case ListState::Export::Failed:
        m_exportBanner->showError(*state.exportError);
        dismiss();
        break;
    }
}

} // namespace pfx::ui
