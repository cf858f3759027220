// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailing/lists_tab.h"

#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/counter_card.h"
#include "ui/common/empty_state.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/prompt.h"
#include "ui/common/table.h"
#include "ui/mailing/mailing_words.h"
#include "ui/mailing/rows_model.h"

#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace pfx::ui {

namespace {

constexpr int listsWidth = 300;
constexpr int searchDelayMs = 200;
constexpr int idRole = Qt::UserRole + 1;

QVector<RowColumn<mailing::Member>> memberColumns(const base::Clock &clock)
{
    using mailing::Member;
    RowColumn<Member> email{ListsTab::tr("Address"), [](const Member &row) { return row.email; }};
    email.minimumWidth = 200;
    email.bold = true;
    RowColumn<Member> name{ListsTab::tr("Name"), [](const Member &row) { return QString(row.firstName + u' ' + row.lastName).trimmed(); }};
    name.minimumWidth = 140;
    name.stretch = true;
    RowColumn<Member> standing{ListsTab::tr("State"), {}};
    standing.chip = [](const Member &row) { return chipOf(row); };
    standing.minimumWidth = 150;
    RowColumn<Member> number{ListsTab::tr("Contact in Planfix"),
                             [](const Member &row) { return row.planfixId ? QString::number(*row.planfixId) : QString(); }};
    number.right = true;
    number.minimumWidth = 130;
    RowColumn<Member> changed{ListsTab::tr("Changed"), [&clock](const Member &row) { return timeShort(row.changedAt, clock.nowMs()); }};
    changed.exact = [](const Member &row) { return timeExact(row.changedAt); };
    changed.minimumWidth = 120;
    return {email, name, standing, number, changed};
}

} // namespace

ListsTab::ListsTab(ListsPresenter &presenter, Services &services, QWidget *parent)
    : QStackedWidget(parent), m_presenter(presenter), m_services(services),
      m_members(new RowsModel<mailing::Member>(services.background, memberColumns(services.clock), this)),
      m_listsModel(new QStandardItemModel(this)), m_lists(new Table(QStringLiteral("mailingLists"), tr("Lists"))),
      m_table(new Table(QStringLiteral("mailingMembers"), tr("Members of the list"))), m_search(new QLineEdit), m_searchDelay(new QTimer(this)),
      m_failure(new Banner(QStringLiteral("mailingListsError"))), m_deed(new Banner(QStringLiteral("mailingListDeed"))),
      m_name(new TextLabel({}, TextRole::Section)), m_code(new TextLabel({}, TextRole::Caption, Tone::Muted)),
      m_footer(new TextLabel({}, TextRole::Caption, Tone::Muted)), m_deleted(new ChipLabel), m_target(new QComboBox), m_forwards(new QVBoxLayout),
      m_noTargets(new TextLabel({}, TextRole::Caption, Tone::Muted))
{
    auto *work = new QWidget;
    auto *columns = new QHBoxLayout(work);
    columns->setContentsMargins({});
    columns->setSpacing(metrics::CardSpacing);
    columns->addWidget(buildLists());
    columns->addWidget(buildChosen(), 1);
    addWidget(work);
    m_empty = new EmptyState(QStringLiteral("mail-send"), tr("Mailing lists that Planfix keeps up to date"),
                             tr("Connect Planfix once; it then makes a list for each contact filter you choose, and keeps it right."));
    Button *connectPlanfix = m_empty->setPrimary(tr("What to paste into Planfix"), QStringLiteral("mailingConnect"), QStringLiteral("edit-copy"));
    m_empty->setReassurances({{QStringLiteral("lock"), tr("Whoever unsubscribes stays out"), tr("even when Planfix adds the contact again")},
                              {QStringLiteral("edit-undo"), tr("A deleted list waits 30 days"), tr("and can be brought back")},
                              {QStringLiteral("document-export"), tr("Yours to take along"), tr("as a table or to a mailing service")}});
    addWidget(m_empty);
    connect(connectPlanfix, &QAbstractButton::clicked, this, &ListsTab::connectionRequested);
    connectAll();
    showState();
}

QWidget *ListsTab::buildLists()
{
    m_listsModel->setHorizontalHeaderLabels({tr("List"), tr("Members")});
    m_listsModel->setHeaderData(0, Qt::Horizontal, true, StretchRole);
    m_listsModel->setHeaderData(0, Qt::Horizontal, 150, MinimumWidthRole);
    m_listsModel->setHeaderData(1, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
    m_lists->setModel(m_listsModel);
    m_lists->setSortingEnabled(false);
    auto *card = new Card;
    card->setFixedWidth(listsWidth);
    card->body()->addWidget(m_failure);
    card->body()->addWidget(m_lists, 1);
    return card;
}

QLayout *ListsTab::buildHead()
{
    m_name->setWordWrap(true);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *words = new QVBoxLayout;
    words->setSpacing(metrics::PairSpacing);
    words->addWidget(m_name);
    words->addWidget(m_code);
    m_export = plainButton(tr("Save as a table"), QStringLiteral("mailingExport"), QStringLiteral("document-save"));
    m_remove = dangerButton(tr("Delete the list"), QStringLiteral("mailingRemove"));
    m_restore = plainButton(tr("Bring the list back"), QStringLiteral("mailingRestore"), QStringLiteral("edit-undo"));
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::Spacing);
    head->addLayout(words, 1);
    head->addWidget(m_deleted, 0, Qt::AlignTop);
    head->addWidget(m_remove, 0, Qt::AlignTop);
    head->addWidget(m_restore, 0, Qt::AlignTop);
    head->addWidget(m_export, 0, Qt::AlignTop);
    return head;
}

QLayout *ListsTab::buildCounters()
{
    const auto counter = [](const char *name, const char *icon, Tone tone, const QString &word) {
        auto *card = new CounterCard(QLatin1String(name), QLatin1String(icon), tone, word, CounterCard::Shape::Flat);
        card->setFilter(false);
        return card;
    };
    m_writable = counter("mailingWritable", "mail-send", Tone::Success, tr("are written to"));
    m_suppressed = counter("mailingSuppressedCount", "dialog-close", Tone::Warning, tr("are not written to"));
    m_withoutAddress = counter("mailingWithoutAddress", "question", Tone::Muted, tr("have no address"));
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::Spacing);
    for (CounterCard *card : {m_writable, m_suppressed, m_withoutAddress})
        row->addWidget(card, 1);
    return row;
}

QLayout *ListsTab::buildToolbar()
{
    m_search->setObjectName(QStringLiteral("mailingSearch"));
    m_search->setPlaceholderText(tr("Address or name"));
    m_search->setAccessibleName(tr("Search: %1").arg(m_search->placeholderText()));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("edit-find"), Tone::Muted), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(360);
    m_searchDelay->setSingleShot(true);
    m_searchDelay->setInterval(searchDelayMs);
    auto *toolbar = new QHBoxLayout;
    toolbar->setSpacing(metrics::Spacing);
    toolbar->addWidget(m_search, 1);
    toolbar->addStretch();
    toolbar->addWidget(m_table->makeColumnChooser(this));
    toolbar->addWidget(m_table->makeCopyButton(this));
    return toolbar;
}

QWidget *ListsTab::buildForwarding()
{
    auto *card = new Card(tr("Passed on to"));
    m_forwards->setSpacing(metrics::Spacing);
    card->body()->setSpacing(metrics::Spacing);
    card->body()->addLayout(m_forwards);
    m_target->setObjectName(QStringLiteral("mailingTarget"));
    m_target->setAccessibleName(tr("Mailing service"));
    m_target->setMinimumWidth(160);
    m_forward = plainButton(tr("Pass on to this service"), QStringLiteral("mailingForward"), QStringLiteral("document-export"));
    m_noTargets->setText(tr("A mailing service is set up under “Connection”."));
    m_noTargets->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::Spacing);
    row->addWidget(m_noTargets, 1);
    row->addWidget(m_target);
    row->addWidget(m_forward);
    row->addStretch();
    card->body()->addLayout(row);
    return card;
}

QWidget *ListsTab::buildChosen()
{
    m_table->setModel(m_members);
    m_table->setSortingEnabled(false);
    m_table->remember(m_services.settings, QStringLiteral("mailing/members"));
    auto *card = new Card;
    card->body()->setSpacing(metrics::Spacing);
    card->body()->addLayout(buildHead());
    card->body()->addWidget(m_deed);
    card->body()->addLayout(buildCounters());
    card->body()->addLayout(buildToolbar());
    card->body()->addWidget(m_table, 1);
    card->body()->addWidget(m_footer);
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::CardSpacing);
    layout->addWidget(card, 1);
    layout->addWidget(buildForwarding());
    return side;
}

void ListsTab::connectAll()
{
    connect(&m_presenter, &ListsPresenter::changed, this, &ListsTab::showState);
    connect(&m_presenter, &ListsPresenter::membersChanged, this, &ListsTab::showMembers);
    connect(m_lists->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (!m_filling && current.isValid()) {
            m_search->clear();
            m_presenter.select(current.siblingAtColumn(0).data(idRole).toLongLong());
        }
    });
    connect(m_search, &QLineEdit::textEdited, m_searchDelay, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            m_searchDelay->start();
    });
    connect(m_search, &QLineEdit::returnPressed, this, &ListsTab::showMembers);
    connect(m_searchDelay, &QTimer::timeout, this, &ListsTab::showMembers);
    connect(m_members, &KeysetModelBase::loadingChanged, m_table, &Table::setLoading);
    connect(m_members, &KeysetModelBase::counted, this, [this](qint64 total) {
        m_footer->setText(m_search->text().isEmpty() ? tr("In all: %1").arg(number(total)) : tr("Found: %1").arg(number(total)));
    });
    connect(m_members, &KeysetModelBase::failed, m_deed, &Banner::showError);
    connect(m_export, &QAbstractButton::clicked, this, &ListsTab::askForFile);
    connect(m_remove, &QAbstractButton::clicked, this, &ListsTab::askToRemove);
    connect(m_restore, &QAbstractButton::clicked, &m_presenter, &ListsPresenter::restoreSelected);
    connect(m_forward, &QAbstractButton::clicked, this, [this] { m_presenter.forwardTo(m_target->currentText()); });
}

QWidget *ListsTab::searchField() const
{
    return m_search;
}

void ListsTab::showMembers()
{
    m_searchDelay->stop();
    const mailing::MemberQuery query{m_presenter.state().selected, m_search->text()};
    m_footer->clear();
    m_table->setEmptyText(query.text.isEmpty() ? tr("Nobody is in the list") : tr("Nothing found"),
                          query.text.isEmpty() ? tr("Planfix sends the contacts of the filter itself.") : tr("Try a part of the address or of the name."));
    m_members->show(
        [query](store::Connection &db, qint64 from, bool inclusive, int limit) {
            return mailing::members(db, query, inclusive ? from - 1 : from, limit);
        },
        [query](store::Connection &db, int every) { return mailing::memberIndex(db, query, every); });
}

void ListsTab::showState()
{
    const ListsState &state = m_presenter.state();
    setCurrentIndex(state.body == ListsState::Body::Empty ? 1 : 0);
    m_lists->setLoading(state.body == ListsState::Body::Loading);
    m_failure->clear();
    if (state.error) {
        m_failure->showError(*state.error);
        connect(m_failure->addAction(tr("Try again"), QStringLiteral("mailingListsRetry"), ButtonKind::Normal, QStringLiteral("view-refresh")),
                &QAbstractButton::clicked, &m_presenter, &ListsPresenter::reload, Qt::QueuedConnection);
    }
    showLists();
    showChosen();
    showDeed();
    showForwards();
}

void ListsTab::showLists()
{
    const ListsState &state = m_presenter.state();
    m_filling = true;
    m_shown.clear();
    m_listsModel->setRowCount(0);
    int current = -1;
    for (const ListView &view : state.lists) {
        auto *name = new QStandardItem(view.list.name);
        name->setData(view.list.id, idRole);
        name->setData(!view.list.deletedAt, BoldRole);
        name->setToolTip(view.list.name);
        if (view.list.deletedAt) {
            name->setData(int(Tone::Muted), ToneRole);
            name->setData(QStringLiteral("edit-delete"), IconNameRole);
        }
        auto *members = new QStandardItem(number(view.members));
        members->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        for (QStandardItem *item : {name, members})
            item->setEditable(false);
        m_listsModel->appendRow({name, members});
        if (view.list.id == state.selected)
            current = m_listsModel->rowCount() - 1;
    }
    if (current >= 0)
        m_lists->setCurrentIndex(m_listsModel->index(current, 0));
    m_filling = false;
}

void ListsTab::showChosen()
{
    const ListsState &state = m_presenter.state();
    const auto chosen = std::find_if(state.lists.cbegin(), state.lists.cend(),
                                     [&state](const ListView &view) { return view.list.id == state.selected; });
    m_name->setText(chosen == state.lists.cend() ? QString() : chosen->list.name);
    m_code->setText(chosen == state.lists.cend() ? QString() : tr("Number for Planfix: %1").arg(chosen->list.code));
    const mailing::MemberCounts counts = state.details ? state.details->counts : mailing::MemberCounts();
    for (const auto &[card, value] : {std::pair(m_writable, counts.writable), std::pair(m_suppressed, counts.suppressed),
                                      std::pair(m_withoutAddress, counts.withoutEmail)}) {
        if (state.details)
            card->setNumber(value);
        else
            card->setNumberText(QString(QChar(0x2026)));
    }
    m_deleted->setVisible(state.isDeleted());
    if (state.isDeleted()) {
        const qint64 until = *state.details->list.deletedAt + 30LL * 24 * 3600 * 1000;
        m_deleted->setChip({Tone::Warning, QStringLiteral("edit-delete"), tr("Deleted; kept until %1").arg(dateOnly(until))});
    }
    m_remove->setVisible(!state.isDeleted());
    m_restore->setVisible(state.isDeleted());
    m_remove->setEnabled(state.canAct());
    m_restore->setEnabled(state.canAct());
    m_export->setEnabled(state.canExport());
}

void ListsTab::showDeed()
{
    const ListsState &state = m_presenter.state();
    m_deed->clear();
    const auto said = [this, &state](const QString &fact, const QString &sentence = {}) {
        m_deed->showMessage(Severity::Success, fact, sentence);
    };
    using Deed = ListsState::Deed;
    if (state.deedError)
        m_deed->showError(*state.deedError);
    else if (state.done == Deed::Exported)
        said(tr("The list is saved"), QDir::toNativeSeparators(state.doneWhere));
    else if (state.done == Deed::Removed)
        said(tr("The list is deleted"), tr("It can be brought back for 30 days."));
    else if (state.done == Deed::Restored)
        said(tr("The list is back"));
    else if (state.done == Deed::Forwarded)
        said(tr("The list is passed on to %1").arg(state.doneWhere), tr("The first time takes a while; then each change follows at once."));
    else if (state.done == Deed::ForwardEnded)
        said(tr("The list is no longer passed on to %1").arg(state.doneWhere), tr("What the service has stays there."));
    else if (state.done == Deed::Compared)
        said(tr("%1 is being compared").arg(state.doneWhere));
    else
        return;
    connect(m_deed->addAction(tr("Close"), QStringLiteral("mailingDeedClose"), ButtonKind::Link), &QAbstractButton::clicked, &m_presenter,
            &ListsPresenter::dismiss, Qt::QueuedConnection);
}

QWidget *ListsTab::forwardRow(const ForwardView &forward, int row)
{
    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::Spacing);
    auto *name = new TextLabel(forward.forward.target);
    auto *sentence = new TextLabel(sentenceOf(forward, m_services.clock.nowMs()), TextRole::Caption, Tone::Muted);
    sentence->setWordWrap(true);
    Button *compare = plainButton(tr("Compare now"), QStringLiteral("mailingCompare%1").arg(row), QStringLiteral("view-refresh"));
    Button *end = dangerButton(tr("Stop passing on"), QStringLiteral("mailingEndForward%1").arg(row));
    compare->setEnabled(m_presenter.state().canAct());
    end->setEnabled(m_presenter.state().canAct());
    layout->addWidget(name);
    layout->addWidget(new ChipLabel(chipOf(forward)));
    layout->addWidget(sentence, 1);
    layout->addWidget(end);
    layout->addWidget(compare);
    connect(compare, &QAbstractButton::clicked, &m_presenter, [this, forward] { m_presenter.compareNow(forward); }, Qt::QueuedConnection);
    connect(end, &QAbstractButton::clicked, &m_presenter, [this, forward] { m_presenter.endForward(forward); }, Qt::QueuedConnection);
    return line;
}

void ListsTab::showForwards()
{
    const ListsState &state = m_presenter.state();
    while (QLayoutItem *item = m_forwards->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    const QVector<ForwardView> forwards = state.details ? state.details->forwards : QVector<ForwardView>();
    for (int i = 0; i < forwards.size(); ++i) {
        m_forwards->addWidget(forwardRow(forwards[i], i));
        if (forwards[i].open && forwards[i].open->error) {
            auto *why = new Banner(QStringLiteral("mailingForwardError%1").arg(i));
            why->showError(*forwards[i].open->error);
            m_forwards->addWidget(why);
        }
    }
    m_target->clear();
    m_target->addItems(state.targets);
    m_target->setVisible(!state.targets.isEmpty());
    m_forward->setVisible(!state.targets.isEmpty());
    m_forward->setEnabled(state.canForward());
    m_noTargets->setVisible(state.targets.isEmpty() && forwards.isEmpty());
}

void ListsTab::askForFile()
{
    FileQuestion question;
    question.title = tr("Save the list as a table");
    question.filter = tr("CSV tables (*.csv)");
    question.name = tr("mailing list.csv");
    m_services.prompt.saveFile(this, question, [presenter = QPointer(&m_presenter)](const QString &path) {
        if (presenter)
            presenter->exportTo(path);
    });
}

void ListsTab::askToRemove()
{
    Question question;
    question.title = tr("Delete the list “%1”?").arg(m_name->text());
    question.sentence = tr("Nobody in it is written to any more, and Planfix can no longer change it. For 30 days it can be brought back.");
    question.verb = tr("Delete the list");
    m_services.prompt.confirm(this, question, [presenter = QPointer(&m_presenter)] {
        if (presenter)
            presenter->removeSelected();
    });
}

} // namespace pfx::ui
