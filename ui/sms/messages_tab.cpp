// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sms/messages_tab.h"

#include "core/texts/sms_texts.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/counter_card.h"
#include "ui/common/empty_state.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/prompt.h"
#include "ui/common/table.h"
#include "ui/sms/message_pane.h"
#include "ui/sms/messages_model.h"
#include "ui/sms/sms_words.h"

#include <QComboBox>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

namespace pfx::ui {

using sms::State;

namespace {

constexpr int paneWidth = 340;
constexpr qint64 mostCounted = 10'000;

QComboBox *filterBox(const QString &objectName, const QString &accessibleName)
{
    auto *box = new QComboBox;
    box->setObjectName(objectName);
    box->setAccessibleName(accessibleName);
    box->setMinimumWidth(120);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

QString counted(qint64 count)
{
    return count >= mostCounted ? QStringLiteral("> ") + number(mostCounted) : number(count);
}

} // namespace

MessagesTab::MessagesTab(MessagesPresenter &presenter, Standing &standing, Services &services, QWidget *parent)
    : QStackedWidget(parent), m_presenter(presenter), m_standing(standing), m_services(services),
      m_model(new MessagesModel(services.background, services.clock, this)), m_table(new Table(QStringLiteral("smsMessages"), tr("Messages"))),
      m_pane(new MessagePane), m_search(new QLineEdit), m_state(filterBox(QStringLiteral("smsState"), tr("State"))),
      m_provider(filterBox(QStringLiteral("smsProviderFilter"), tr("Provider"))),
      m_waiting(new CounterCard(QStringLiteral("smsCountWaiting"), QStringLiteral("clock"), Tone::Info, tr("Wait"), CounterCard::Shape::Flat)),
      m_unknown(new CounterCard(QStringLiteral("smsCountUnknown"), QStringLiteral("question"), Tone::Error, tr("In doubt"), CounterCard::Shape::Flat)),
      m_failed(new CounterCard(QStringLiteral("smsCountFailed"), QStringLiteral("window-close"), Tone::Error, tr("Did not arrive"),
                               CounterCard::Shape::Flat)),
      m_error(new Banner(QStringLiteral("smsMessagesError")))
{
    auto *empty = new EmptyState(QStringLiteral("dialog-messages"), tr("No message has been sent yet"),
                                 tr("Here stands every message: who asked for it, through whom it went, whether it was delivered."));
    connect(empty->setPrimary(tr("Send a test message"), QStringLiteral("smsToTest"), QStringLiteral("mail-send")), &QAbstractButton::clicked, this,
            &MessagesTab::testRequested);
    connect(empty->setLink(tr("What to paste into Planfix"), QStringLiteral("smsToService")), &QAbstractButton::clicked, this,
            &MessagesTab::serviceRequested);
    empty->setReassurances({{QStringLiteral("database-index"), tr("Nothing is lost"), tr("A message is accepted only when it is safely on the disk.")},
                            {QStringLiteral("merge"), tr("Nothing goes twice"), tr("An equal message within a minute is taken for a repetition.")},
                            {QStringLiteral("clock"), tr("No calls at night"), tr("In the quiet hours of the recipient messages wait.")}});
    addWidget(buildWork());
    addWidget(empty);
    connectTable();
    connect(&m_presenter, &MessagesPresenter::queryChanged, m_model, &MessagesModel::show);
    connect(&m_presenter, &MessagesPresenter::changed, this, &MessagesTab::showState);
    connect(&m_presenter, &MessagesPresenter::refreshWanted, this, &MessagesTab::follow);
    connect(&m_standing, &Standing::changed, this, &MessagesTab::showState);
    showState();
    m_model->show({});
}

QWidget *MessagesTab::searchField() const
{
    return m_search;
}

QLayout *MessagesTab::buildCounters()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::CardSpacing);
    for (CounterCard *card : {m_waiting, m_unknown, m_failed})
        row->addWidget(card, 1);
    for (CounterCard *card : {m_waiting, m_unknown})
        card->setFilter(true);
    const auto toggle = [this](State state) {
        return [this, state] { m_presenter.setState(m_presenter.state().query.state == state ? std::nullopt : std::optional(state)); };
    };
    connect(m_waiting, &QAbstractButton::clicked, this, toggle(State::Queued));
    connect(m_unknown, &QAbstractButton::clicked, this, toggle(State::Unknown));
    return row;
}

QLayout *MessagesTab::buildToolbar()
{
    m_search->setObjectName(QStringLiteral("smsSearch"));
    m_search->setAccessibleName(tr("Search: phone, text or sender"));
    m_search->setPlaceholderText(tr("Phone, text, sender"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("edit-find"), Tone::Muted), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(120);
    m_search->setMaximumWidth(320);
    m_state->addItem(tr("Any state"), QString());
    for (const State state : sms::allStates())
        m_state->addItem(chipOf(state).text, sms::name(state));
    m_all = linkButton(tr("Show all"), QStringLiteral("smsShowAll"));
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::Spacing);
    row->addWidget(m_search, 1);
    row->addWidget(m_state);
    row->addWidget(m_provider);
    row->addWidget(m_all);
    row->addStretch();
    row->addWidget(m_table->makeColumnChooser(this));
    row->addWidget(m_table->makeCopyButton(this));
    connect(m_search, &QLineEdit::textEdited, &m_presenter, &MessagesPresenter::setTyped);
    connect(m_search, &QLineEdit::returnPressed, &m_presenter, &MessagesPresenter::searchNow);
    connect(m_all, &QAbstractButton::clicked, &m_presenter, &MessagesPresenter::clearFilter);
    connect(m_state, &QComboBox::activated, this, [this] { m_presenter.setState(sms::stateNamed(m_state->currentData().toString())); });
    connect(m_provider, &QComboBox::activated, this, [this] { m_presenter.setProvider(m_provider->currentData().toString()); });
    return row;
}

QWidget *MessagesTab::buildWork()
{
    m_newer = linkButton(tr("There is news: show the newest"), QStringLiteral("smsNewer"));
    m_newer->hide();
    connect(m_newer, &QAbstractButton::clicked, this, [this] {
        m_table->scrollToTop();
        follow();
    });
    m_table->setModel(m_model);
    for (const int column : {MessagesModel::Sender, MessagesModel::Parts, MessagesModel::Retries, MessagesModel::Number, MessagesModel::Provider})
        m_table->setColumnHidden(column, true);
    m_table->remember(m_services.settings, QStringLiteral("sms"));
    auto *card = new Card;
    card->body()->setSpacing(metrics::Spacing);
    card->body()->addLayout(buildToolbar());
    card->body()->addWidget(m_error);
    card->body()->addWidget(m_newer);
    card->body()->addWidget(m_table, 1);
    m_pane->setMinimumWidth(paneWidth - 60);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName(QStringLiteral("smsSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(metrics::CardSpacing);
    splitter->addWidget(card);
    splitter->addWidget(m_pane);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({10'000, paneWidth});
    auto *work = new QWidget;
    auto *column = new QVBoxLayout(work);
    column->setContentsMargins({});
    column->setSpacing(metrics::CardSpacing);
    column->addLayout(buildCounters());
    column->addWidget(splitter, 1);
    return work;
}

void MessagesTab::connectTable()
{
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (!current.isValid())
            return;
        // Coming in by Tab makes the first row the current one without selecting it.
        if (!m_table->selectionModel()->hasSelection())
            m_table->selectionModel()->select(current, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        if (const qint64 id = m_model->idAt(current.row()))
            m_presenter.select(id);
    });
    connect(m_model, &KeysetModelBase::loadingChanged, this, [this](bool loading) {
        m_table->setLoading(loading);
        if (!loading && !m_presenter.state().error)
            m_presenter.rowsArrived(m_model->rowCount());
        if (!loading)
            keepSelection();
    });
    connect(m_model, &KeysetModelBase::refreshed, this, [this] {
        m_presenter.rowsArrived(m_model->rowCount());
        keepSelection();
    });
    connect(m_model, &KeysetModelBase::failed, &m_presenter, &MessagesPresenter::queryFailed);
    connect(m_pane, &MessagePane::deedChosen, this, &MessagesTab::askFor);
    connect(m_pane, &MessagePane::dismissed, &m_presenter, &MessagesPresenter::dismiss);
    connect(m_pane, &MessagePane::taskChosen, this, &MessagesTab::taskRequested);
}

/// New rows push in at the top only while the top is looked at: nobody's row is to run away from under the pointer.
void MessagesTab::follow()
{
    const bool atTop = m_table->verticalScrollBar()->value() == m_table->verticalScrollBar()->minimum();
    m_newer->setVisible(!atTop);
    if (atTop)
        m_model->refresh();
}

void MessagesTab::keepSelection()
{
    const int row = m_model->rowOf(m_presenter.state().selected);
    if (row >= 0 && m_table->currentIndex().row() != row)
        m_table->selectRow(row);
}

void MessagesTab::showState()
{
    const MessagesState &state = m_presenter.state();
    setCurrentIndex(state.empty ? 1 : 0);
    if (m_search->text() != state.typed)
        m_search->setText(state.typed);
    m_state->setCurrentIndex(qMax(0, m_state->findData(state.query.state ? sms::name(*state.query.state) : QString())));
    m_all->setVisible(state.isFiltered());
    m_table->setEmptyText(state.error ? QString() : tr("Nothing found"),
                          state.error ? QString() : tr("No message passes the filter: choose another one or show all."));
    showCounters();
    showProviders();
    showError();
    m_pane->show(state, m_standing.state());
}

void MessagesTab::showCounters()
{
    const sms::Counts &counts = m_standing.state().numbers.counts;
    m_waiting->setNumberText(counted(counts.waiting));
    m_waiting->setNote(counts.held > 0 ? tr("%1 in the quiet hours").arg(number(counts.held)) : QString());
    m_unknown->setNumberText(counted(counts.unknown));
    m_failed->setNumberText(counted(counts.failed));
    const auto &shown = m_presenter.state().query.state;
    m_waiting->setChecked(shown == State::Queued);
    m_unknown->setChecked(shown == State::Unknown);
}

void MessagesTab::showProviders()
{
    const auto &providers = m_standing.state().facts.providers;
    if (m_provider->count() != providers.size() + 1) {
        m_provider->clear();
        m_provider->addItem(tr("All providers"), QString());
        for (const ProviderView &one : providers)
            m_provider->addItem(one.name, one.name);
    }
    m_provider->setVisible(providers.size() > 1);
    m_provider->setCurrentIndex(qMax(0, m_provider->findData(m_presenter.state().query.provider)));
}

void MessagesTab::showError()
{
    const auto &error = m_presenter.state().error;
    if (error == m_shownError)
        return; // the button stays under the pointer
    m_shownError = error;
    m_error->clear();
    if (!error)
        return;
    m_error->showError(*error);
    connect(m_error->addAction(tr("Try again"), QStringLiteral("smsRetry"), ButtonKind::Normal, QStringLiteral("view-refresh")),
            &QAbstractButton::clicked, this, [this] { m_model->show(m_presenter.state().query); }, Qt::QueuedConnection);
}

void MessagesTab::askFor(SmsService::Deed deed)
{
    const bool risky = deed == SmsService::Deed::Resend && m_presenter.state().mayHaveGone();
    if (!risky && deed != SmsService::Deed::Cancel) {
        m_presenter.perform(deed);
        return;
    }
    Question question;
    question.title = risky ? tr("Send the message again?") : tr("Not send the message?");
    question.sentence = risky ? tr("Nobody knows whether it went out: the recipient may get it a second time.")
                              : tr("It leaves the queue. Who asked for it is not told.");
    question.verb = risky ? tr("Send again") : tr("Do not send");
    m_services.prompt.confirm(this, question, [presenter = QPointer(&m_presenter), deed] {
        if (presenter)
            presenter->perform(deed);
    });
}

} // namespace pfx::ui
