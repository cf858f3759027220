// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/journal_page.h"

#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/empty_state.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/live.h"
#include "ui/common/prompt.h"
#include "ui/common/services.h"
#include "ui/common/table.h"
#include "ui/journal/journal_pane.h"
#include "ui/journal/journal_rows.h"
#include "ui/journal/journal_words.h"
#include "ui/journal/store_journal_service.h"

#include <QComboBox>
#include <QDir>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace pfx::ui {

using exchange::JournalKind;

namespace {

constexpr int detailsWidth = 380;

QComboBox *filterBox(const QString &objectName, const QString &accessibleName)
{
    auto *box = new QComboBox;
    box->setObjectName(objectName);
    box->setAccessibleName(accessibleName);
    box->setMinimumWidth(130);
    box->setMaximumWidth(190);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

} // namespace

JournalPage::JournalPage(Services &services, QWidget *parent) : JournalPage(services, *new StoreJournalService(services), parent)
{
    m_source.setParent(this);
}

JournalPage::JournalPage(Services &services, JournalService &service, QWidget *parent)
    : Page(parent), m_services(services), m_source(service), m_presenter(new JournalPresenter(service, this)),
      m_rows(new JournalRows(services.background, services.clock, this)),
      m_table(new Table(QStringLiteral("journalTable"), tr("Journal"))), m_pane(new JournalPane(services.clock)), m_body(new QStackedWidget),
      m_search(new QLineEdit), m_service(filterBox(QStringLiteral("journalService"), tr("Service"))),
      m_direction(filterBox(QStringLiteral("journalDirection"), tr("Direction"))),
      m_kind(filterBox(QStringLiteral("journalKind"), tr("State"))), m_error(new Banner(QStringLiteral("journalError"))),
      m_exportBanner(new Banner(QStringLiteral("journalExportState")))
{
    setObjectName(QStringLiteral("journalPage"));
    build();
    buildCommands();
    connectTable();
    connect(m_presenter, &JournalPresenter::queryChanged, m_rows, &JournalRows::show);
    connect(m_presenter, &JournalPresenter::changed, this, &JournalPage::showState);
    connect(m_presenter, &JournalPresenter::exportChanged, this, &JournalPage::showExport);
    connect(m_presenter, &JournalPresenter::haltedChanged, this, &Page::badgeChanged);
    connect(m_presenter, &JournalPresenter::refreshWanted, this, &JournalPage::follow);
    connect(m_presenter, &JournalPresenter::detailsChanged, this, [this] { m_pane->show(m_presenter->state()); });
    if (services.live)
        connect(services.live, &Live::stored, this, [this] {
            if (isVisible() || !m_wasShown)
                m_presenter->refresh();
        });
    showState();
    m_presenter->reload(); // the badge is wanted before the page is looked at
}

Badge JournalPage::badge() const
{
    return {static_cast<int>(qMin<qint64>(m_presenter->state().halted, 999)), Tone::Error};
}

QWidget *JournalPage::searchField() const
{
    return m_search;
}

void JournalPage::build()
{
    auto *head = new QVBoxLayout;
    head->setSpacing(metrics::PairSpacing);
    head->addWidget(new TextLabel(title(), TextRole::PageTitle));
    auto *subtitle = new TextLabel(tr("Everything that came in and went out, without keys and personal data"), TextRole::Body, Tone::Muted);
    subtitle->setWordWrap(true);
    head->addWidget(subtitle);
    auto *empty = new EmptyState(QStringLiteral("view-history"), tr("Nothing has come in or gone out yet"),
                                 tr("Here every request and every answer is kept: what was sent to Planfix, what came from the site, what came "
                                    "of it, and why something failed."));
    connect(empty->setPrimary(tr("Set up Planfix"), QStringLiteral("journalSetUp"), QStringLiteral("tools-wizard")), &QAbstractButton::clicked, this,
            [this] { emit goTo(pages::Setup, {}); });
    m_body->addWidget(work());
    m_body->addWidget(empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::PageMargin, metrics::PageMargin - metrics::PairSpacing, metrics::PageMargin, metrics::PageMargin);
    layout->setSpacing(metrics::CardSpacing);
    layout->addLayout(head);
    layout->addWidget(m_body, 1);
}

QLayout *JournalPage::toolbar()
{
    m_search->setObjectName(QStringLiteral("journalSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("edit-find"), Tone::Muted), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(120);
    m_search->setMaximumWidth(320);
    m_search->setPlaceholderText(tr("Order, address, error, #number"));
    m_search->setAccessibleName(tr("Search: order, address, error or #number"));
    for (const auto &[words, direction] : {std::pair{tr("In and out"), -1}, {tr("Incoming"), 0}, {tr("Outgoing"), 1}})
        m_direction->addItem(words, direction);
    const std::pair<QString, JournalKind> kinds[] = {{tr("Any state"), JournalKind::Any},       {tr("Needs you"), JournalKind::NeedsPerson},
                                                     {tr("With an error"), JournalKind::Failed}, {tr("On its way"), JournalKind::Open},
                                                     {tr("Done"), JournalKind::Done}};
    for (const auto &[words, kind] : kinds)
        m_kind->addItem(words, static_cast<int>(kind));
    m_all = linkButton(tr("Show all"), QStringLiteral("journalShowAll"));
    m_export = iconButton(QStringLiteral("document-save"), tr("Save what is shown as CSV"), QStringLiteral("journalExport"));
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::Spacing);
    row->addWidget(m_search, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_service, m_direction, m_kind, m_all})
        row->addWidget(widget);
    row->addStretch();
    for (QToolButton *button : {m_table->makeColumnChooser(this), m_table->makeCopyButton(this), m_export})
        row->addWidget(button);
    connect(m_search, &QLineEdit::textEdited, m_presenter, &JournalPresenter::setTyped);
    connect(m_search, &QLineEdit::returnPressed, m_presenter, &JournalPresenter::searchNow);
    connect(m_all, &QAbstractButton::clicked, m_presenter, &JournalPresenter::clearFilter);
    connect(m_export, &QAbstractButton::clicked, this, &JournalPage::askForFile);
    connect(m_service, &QComboBox::activated, this, [this] { m_presenter->setService(m_service->currentData().toString()); });
    connect(m_kind, &QComboBox::activated, this, [this] { m_presenter->setKind(static_cast<JournalKind>(m_kind->currentData().toInt())); });
    connect(m_direction, &QComboBox::activated, this, [this] {
        const int chosen = m_direction->currentData().toInt();
        m_presenter->setDirection(chosen < 0 ? std::nullopt : std::optional(chosen == 0 ? exchange::Direction::In : exchange::Direction::Out));
    });
    return row;
}

QWidget *JournalPage::work()
{
    m_newer = linkButton(tr("There is news: show the newest"), QStringLiteral("journalNewer"));
    m_newer->hide();
    connect(m_newer, &QAbstractButton::clicked, this, [this] {
        m_table->scrollToTop();
        follow();
    });
    m_table->setModel(m_rows);
    // What came of it must be seen without scrolling; the arrow before «Что» says which way it went.
    for (const int column : {JournalRows::Direction, JournalRows::Subject, JournalRows::Duration, JournalRows::Number})
        m_table->setColumnHidden(column, true);
    m_table->remember(m_services.settings, QStringLiteral("journal"));
    auto *card = new Card;
    card->body()->setSpacing(metrics::Spacing);
    card->body()->addLayout(toolbar());
    card->body()->addWidget(m_exportBanner);
    card->body()->addWidget(m_error);
    card->body()->addWidget(m_newer);
    card->body()->addWidget(m_table, 1);
    m_pane->setMinimumWidth(detailsWidth - 80);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName(QStringLiteral("journalSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(metrics::CardSpacing);
    splitter->addWidget(card);
    splitter->addWidget(m_pane);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({10'000, detailsWidth});
    return splitter;
}

void JournalPage::connectTable()
{
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (!current.isValid())
            return;
        // Coming in by Tab makes the first row the current one without selecting it.
        if (!m_table->selectionModel()->hasSelection())
            m_table->selectionModel()->select(current, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        if (const qint64 id = m_rows->idAt(current.row()))
            m_presenter->select(id);
    });
    connect(m_table, &Table::rowActivated, m_pane, &JournalPane::takeFocus);
    connect(m_rows, &KeysetModelBase::loadingChanged, this, [this](bool loading) {
        m_table->setLoading(loading);
        if (!loading && m_presenter->state().body != JournalState::Body::Failed)
            m_presenter->rowsArrived(m_rows->rowCount());
    });
    connect(m_rows, &KeysetModelBase::refreshed, this, [this] {
        m_presenter->rowsArrived(m_rows->rowCount());
        keepSelection();
    });
    connect(m_rows, &KeysetModelBase::failed, m_presenter, &JournalPresenter::queryFailed);
    connect(m_pane, &JournalPane::deedChosen, this, &JournalPage::askFor);
    connect(m_pane, &JournalPane::entryChosen, m_presenter, &JournalPresenter::select, Qt::QueuedConnection);
    connect(m_pane, &JournalPane::subjectChosen, m_presenter, &JournalPresenter::setSubject, Qt::QueuedConnection);
    connect(m_pane, &JournalPane::retryRequested, this, [this] { m_presenter->select(m_presenter->state().selected); });
    connect(m_pane, &JournalPane::orderChosen, this,
            [this](qint64 order) { emit goTo(pages::Orders, QVariantMap{{QStringLiteral("order"), order}}); });
}

/// New rows push in at the top only while the top is looked at: nobody's row is to run away from under the pointer.
void JournalPage::follow()
{
    const bool atTop = m_table->verticalScrollBar()->value() == m_table->verticalScrollBar()->minimum();
    m_newer->setVisible(!atTop);
    if (atTop)
        m_rows->refresh();
}

void JournalPage::keepSelection()
{
    const int row = m_rows->rowOf(m_presenter->state().selected);
    if (row >= 0 && m_table->currentIndex().row() != row)
        m_table->selectRow(row);
}

void JournalPage::buildCommands()
{
    const auto command = [this](const QString &text, const QString &name, auto slot) {
        auto *action = new QAction(text, this);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, slot);
        m_commands << action;
    };
    command(tr("What needs you"), QStringLiteral("journalAttention"), [this] { m_presenter->setKind(JournalKind::NeedsPerson); });
    command(tr("Exchanges with an error"), QStringLiteral("journalFailed"), [this] { m_presenter->setKind(JournalKind::Failed); });
    command(tr("Save the journal as CSV"), QStringLiteral("journalSave"), [this] { askForFile(); });
}

void JournalPage::shown()
{
    m_wasShown = true;
    m_presenter->refresh();
}

void JournalPage::open(const QVariant &target)
{
    const QVariantMap map = target.toMap();
    if (map.contains(QStringLiteral("subject")))
        m_presenter->setSubject(map.value(QStringLiteral("subject")).toString());
    if (map.contains(QStringLiteral("service")))
        m_presenter->setService(map.value(QStringLiteral("service")).toString());
    if (map.value(QStringLiteral("kind")).toString() == QLatin1String("attention"))
        m_presenter->setKind(JournalKind::NeedsPerson);
    if (map.contains(QStringLiteral("entry")))
        m_presenter->select(map.value(QStringLiteral("entry")).toLongLong());
}

QString JournalPage::runningWork() const
{
    if (m_presenter->state().exporting != JournalState::Export::Running)
        return {};
    return tr("The journal is being saved as CSV; the file is made only when it is whole.");
}

void JournalPage::fillServices()
{
    const QStringList &services = m_presenter->state().services;
    if (m_service->count() != services.size() + 1) {
        m_service->clear();
        m_service->addItem(tr("All services"), QString());
        for (const QString &service : services)
            m_service->addItem(JournalWords::service(service), service);
    }
    m_service->setCurrentIndex(qMax(0, m_service->findData(m_presenter->state().filter.service)));
}

void JournalPage::showState()
{
    const JournalState &state = m_presenter->state();
    m_body->setCurrentIndex(state.body == JournalState::Body::Empty ? 1 : 0);
    if (m_search->text() != state.typed)
        m_search->setText(state.typed);
    fillServices();
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(static_cast<int>(state.filter.kind))));
    const int direction = !state.filter.direction ? -1 : *state.filter.direction == exchange::Direction::In ? 0 : 1;
    m_direction->setCurrentIndex(m_direction->findData(direction));
    m_all->setVisible(state.isFiltered());
    m_export->setEnabled(state.canExport());
    m_table->setEmptyText(state.error ? QString() : tr("Nothing found"),
                          state.error ? QString() : tr("No entry passes the filter: choose another one or show all."));
    showBodyError();
}

void JournalPage::showBodyError()
{
    const auto &error = m_presenter->state().error;
    if (error == m_shownError)
        return; // the button stays under the pointer
    m_shownError = error;
    m_error->clear();
    if (!error)
        return;
    m_error->showError(*error);
    Button *retry = m_error->addAction(tr("Try again"), QStringLiteral("journalRetry"), ButtonKind::Normal, QStringLiteral("view-refresh"));
    connect(retry, &QAbstractButton::clicked, m_presenter, &JournalPresenter::reload, Qt::QueuedConnection);
}

void JournalPage::showExport()
{
    const JournalState &state = m_presenter->state();
    m_export->setEnabled(state.canExport());
    m_exportBanner->clear();
    switch (state.exporting) {
    case JournalState::Export::Idle:
        return;
    case JournalState::Export::Running:
        m_exportBanner->showMessage(Severity::Info, tr("The journal is being saved"));
        connect(m_exportBanner->addAction(tr("Stop"), QStringLiteral("journalExportStop")), &QAbstractButton::clicked, m_presenter,
                &JournalPresenter::stopExport, Qt::QueuedConnection);
        return;
    case JournalState::Export::Done:
        m_exportBanner->showMessage(Severity::Success, tr("The journal is saved"),
                                    tr("Rows: %1. File: %2").arg(number(state.exportedRows), QDir::toNativeSeparators(state.exportPath)));
        break;
    case JournalState::Export::Failed:
        m_exportBanner->showError(*state.exportError);
        break;
    }
    connect(m_exportBanner->addAction(tr("Close"), QStringLiteral("journalExportClose"), ButtonKind::Link), &QAbstractButton::clicked, m_presenter,
            &JournalPresenter::dismissExport, Qt::QueuedConnection);
}

void JournalPage::askFor(const JournalDeed &deed)
{
    Question question;
    question.title = deed.title;
    question.sentence = deed.sentence;
    question.verb = deed.verb;
    question.dangerous = deed.dangerous;
    m_services.prompt.confirm(this, question, [this, deed] { m_presenter->perform(deed); });
}

void JournalPage::askForFile()
{
    FileQuestion question;
    question.title = tr("Save what is shown as CSV");
    question.filter = tr("CSV tables (*.csv)");
    question.name = tr("journal.csv");
    m_services.prompt.saveFile(this, question, [this](const QString &path) { m_presenter->startExport(path); });
}

} // namespace pfx::ui
