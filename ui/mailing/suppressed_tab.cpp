// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailing/suppressed_tab.h"

#include "core/texts/mailing_texts.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/field.h"
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
#include <QVBoxLayout>

namespace pfx::ui {

using mailing::Reason;
using mailing::Suppression;

namespace {

constexpr int formWidth = 320;

QVector<RowColumn<Suppression>> columns(const base::Clock &clock)
{
    RowColumn<Suppression> email{SuppressedTab::tr("Address"), [](const Suppression &row) { return row.email; }};
    email.minimumWidth = 220;
    email.bold = true;
    RowColumn<Suppression> reason{SuppressedTab::tr("Why"), {}};
    reason.chip = [](const Suppression &row) { return chipOf(row.reason); };
    reason.minimumWidth = 170;
    RowColumn<Suppression> at{SuppressedTab::tr("Since"), [&clock](const Suppression &row) { return timeShort(row.at, clock.nowMs()); }};
    at.exact = [](const Suppression &row) { return timeExact(row.at); };
    at.minimumWidth = 130;
    RowColumn<Suppression> note{SuppressedTab::tr("Note"), [](const Suppression &row) {
                                    return row.listName.isEmpty() ? row.note : row.note.isEmpty() ? row.listName : row.note + QStringLiteral(" · ") + row.listName;
                                }};
    note.stretch = true;
    note.minimumWidth = 120;
    return {email, reason, at, note};
}

} // namespace

SuppressedTab::SuppressedTab(SuppressedPresenter &presenter, Services &services, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_services(services),
      m_rows(new RowsModel<Suppression>(services.background, columns(services.clock), this)),
      m_table(new Table(QStringLiteral("suppressedTable"), tr("Addresses that are not written to"))), m_search(new QLineEdit), m_email(new QLineEdit),
      m_reason(new QComboBox), m_error(new Banner(QStringLiteral("suppressedError"))), m_deed(new Banner(QStringLiteral("suppressedDeed"))),
      m_footer(new TextLabel({}, TextRole::Caption, Tone::Muted))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::CardSpacing);
    layout->addWidget(buildList(), 1);
    layout->addWidget(buildForm(), 0, Qt::AlignTop);
    connectAll();
    showState();
}

QWidget *SuppressedTab::buildForm()
{
    auto *card = new Card(tr("Do not write to"));
    card->setFixedWidth(formWidth);
    m_emailField = new Field(tr("Address"), m_email, QStringLiteral("suppressedEmail"), Field::Need::Required);
    m_emailField->setHint(tr("Stays out of every list, also when Planfix adds the contact again."));
    auto *reason = new Field(tr("Why"), m_reason, QStringLiteral("suppressedReason"));
    for (const Reason one : {Reason::Manual, Reason::Unsubscribed, Reason::Bounced, Reason::Complained})
        m_reason->addItem(texts::text(one), int(one));
    m_add = primaryButton(tr("Do not write to it"), QStringLiteral("suppressedAdd"), QStringLiteral("list-add"));
    card->body()->addWidget(m_emailField);
    card->body()->addWidget(reason);
    card->body()->addWidget(m_add, 0, Qt::AlignRight);
    return card;
}

QWidget *SuppressedTab::buildList()
{
    m_search->setObjectName(QStringLiteral("suppressedSearch"));
    m_search->setPlaceholderText(tr("Part of the address"));
    m_search->setAccessibleName(tr("Search: %1").arg(m_search->placeholderText()));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("edit-find"), Tone::Muted), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(300);
    m_table->setModel(m_rows);
    m_table->setSortingEnabled(false);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->remember(m_services.settings, QStringLiteral("mailing/suppressed"));
    m_import = plainButton(tr("Read from a file"), QStringLiteral("suppressedImport"), QStringLiteral("document-open"));
    m_export = plainButton(tr("Save as a table"), QStringLiteral("suppressedExport"), QStringLiteral("document-save"));
    m_remove = plainButton(tr("Allow again"), QStringLiteral("suppressedRemove"), QStringLiteral("edit-undo"));
    auto *toolbar = new QHBoxLayout;
    toolbar->setSpacing(metrics::Spacing);
    toolbar->addWidget(m_search, 1);
    toolbar->addStretch();
    toolbar->addWidget(m_table->makeCopyButton(this));
    for (Button *button : {m_remove, m_import, m_export})
        toolbar->addWidget(button);
    auto *card = new Card;
    card->body()->setSpacing(metrics::Spacing);
    card->body()->addLayout(toolbar);
    card->body()->addWidget(m_deed);
    card->body()->addWidget(m_error);
    card->body()->addWidget(m_table, 1);
    card->body()->addWidget(m_footer);
    return card;
}

void SuppressedTab::connectAll()
{
    connect(&m_presenter, &SuppressedPresenter::changed, this, &SuppressedTab::showState);
    connect(&m_presenter, &SuppressedPresenter::queryChanged, this, [this](const QString &search) {
        const mailing::SuppressionQuery query{search};
        m_rows->show(
            [query](store::Connection &db, qint64 from, bool inclusive, int limit) {
                return mailing::suppressions(db, query, inclusive ? from + 1 : from, limit);
            },
            [query](store::Connection &db, int every) { return mailing::suppressionIndex(db, query, every); });
    });
    connect(m_rows, &KeysetModelBase::loadingChanged, this, [this](bool loading) {
        m_table->setLoading(loading);
        if (!loading && m_presenter.state().body != SuppressedState::Body::Failed)
            m_presenter.firstRowsArrived(m_rows->rowCount());
    });
    connect(m_rows, &KeysetModelBase::counted, &m_presenter, &SuppressedPresenter::counted);
    connect(m_rows, &KeysetModelBase::failed, &m_presenter, &SuppressedPresenter::queryFailed);
    connect(m_search, &QLineEdit::textChanged, &m_presenter, &SuppressedPresenter::setTyped);
    connect(m_search, &QLineEdit::returnPressed, &m_presenter, &SuppressedPresenter::searchNow);
    connect(m_email, &QLineEdit::textEdited, &m_presenter, &SuppressedPresenter::setEmail);
    connect(m_email, &QLineEdit::returnPressed, &m_presenter, &SuppressedPresenter::add);
    connect(m_reason, &QComboBox::activated, this, [this] { m_presenter.setReason(Reason(m_reason->currentData().toInt())); });
    connect(m_add, &QAbstractButton::clicked, &m_presenter, &SuppressedPresenter::add);
    connect(m_remove, &QAbstractButton::clicked, this, &SuppressedTab::askToRemove);
    connect(m_import, &QAbstractButton::clicked, this, [this] { askForFile(true); });
    connect(m_export, &QAbstractButton::clicked, this, [this] { askForFile(false); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_remove->setEnabled(!m_presenter.state().busy && !chosen().isEmpty()); });
}

QWidget *SuppressedTab::searchField() const
{
    return m_search;
}

QStringList SuppressedTab::chosen() const
{
    QStringList emails;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows()) {
        if (const Suppression *row = m_rows->rowAt(index.row()))
            emails.append(row->email);
    }
    return emails;
}

void SuppressedTab::askToRemove()
{
    const QStringList emails = chosen();
    Question question;
    question.title = emails.size() == 1 ? tr("Write to %1 again?").arg(emails.first()) : tr("Write to %1 addresses again?").arg(emails.size());
    question.sentence = tr("Whoever has unsubscribed may be written to only with his consent.");
    question.verb = tr("Allow again");
    m_services.prompt.confirm(this, question, [presenter = QPointer(&m_presenter), emails] {
        if (presenter)
            presenter->remove(emails);
    });
}

void SuppressedTab::askForFile(bool import)
{
    FileQuestion question;
    question.title = import ? tr("Read addresses from a file") : tr("Save the addresses as a table");
    question.filter = import ? tr("Tables and texts (*.csv *.txt)") : tr("CSV tables (*.csv)");
    question.name = import ? QString() : tr("not written to.csv");
    const auto presenter = QPointer(&m_presenter);
    if (import) {
        m_services.prompt.openFile(this, question, [presenter](const QString &path) {
            if (presenter)
                presenter->importFrom(path);
        });
    } else {
        m_services.prompt.saveFile(this, question, [presenter](const QString &path) {
            if (presenter)
                presenter->exportTo(path);
        });
    }
}

void SuppressedTab::showState()
{
    const SuppressedState &state = m_presenter.state();
    using Body = SuppressedState::Body;
    m_table->setEmptyText(state.body == Body::NothingFound ? tr("Nothing found") : tr("Everybody may be written to"),
                          state.body == Body::NothingFound ? tr("Try a part of the address.")
                                                           : tr("Who unsubscribes by the link in a letter appears here by himself."));
    m_error->clear();
    if (state.error) {
        m_error->showError(*state.error);
        connect(m_error->addAction(tr("Try again"), QStringLiteral("suppressedRetry"), ButtonKind::Normal, QStringLiteral("view-refresh")),
                &QAbstractButton::clicked, &m_presenter, &SuppressedPresenter::reload, Qt::QueuedConnection);
    }
    m_footer->setText(state.body == Body::Rows && state.count ? tr("In all: %1").arg(number(*state.count)) : QString());
    if (m_email->text() != state.email)
        m_email->setText(state.email);
    m_emailField->setError(state.badEmail ? tr("This is not an e-mail address") : QString());
    m_add->setEnabled(state.canAdd());
    m_remove->setEnabled(!state.busy && !chosen().isEmpty());
    m_import->setEnabled(!state.busy);
    m_export->setEnabled(!state.busy && state.body == Body::Rows);
    showDeed();
}

void SuppressedTab::showDeed()
{
    const SuppressedState &state = m_presenter.state();
    using Deed = SuppressedState::Deed;
    m_deed->clear();
    if (state.deedError)
        m_deed->showError(*state.deedError);
    else if (state.done == Deed::Added)
        m_deed->showMessage(Severity::Success, tr("%1 is not written to").arg(state.what));
    else if (state.done == Deed::Removed)
        m_deed->showMessage(Severity::Success, tr("May be written to again"), state.what);
    else if (state.done == Deed::Imported)
        m_deed->showMessage(state.imported.skipped > 0 ? Severity::Warning : Severity::Success, tr("The file is read"),
                            tr("New: %1, known already: %2, lines without an address: %3")
                                .arg(number(state.imported.added), number(state.imported.known), number(state.imported.skipped)));
    else if (state.done == Deed::Exported)
        m_deed->showMessage(Severity::Success, tr("The addresses are saved"), QDir::toNativeSeparators(state.what));
    else
        return;
    connect(m_deed->addAction(tr("Close"), QStringLiteral("suppressedDeedClose"), ButtonKind::Link), &QAbstractButton::clicked, &m_presenter,
            &SuppressedPresenter::dismiss, Qt::QueuedConnection);
}

} // namespace pfx::ui
