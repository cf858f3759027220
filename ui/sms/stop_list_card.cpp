// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sms/stop_list_card.h"

#include "core/base/phone.h"
#include "ui/common/banner.h"
#include "ui/common/field.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/prompt.h"
#include "ui/common/table.h"
#include "ui/sms/stop_list_model.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace pfx::ui {

using Deed = StopListState::Deed;

namespace {
constexpr int tableHeight = 220;
}

StopListCard::StopListCard(StopListPresenter &presenter, Services &services, QWidget *parent)
    : Card(tr("Stop list"), parent), m_presenter(presenter), m_services(services), m_model(new StopListModel(services.clock, this)),
      m_table(new Table(QStringLiteral("smsStopList"), tr("Numbers that are never written to"))), m_search(new QLineEdit), m_number(new QLineEdit),
      m_reason(new QLineEdit), m_banner(new Banner(QStringLiteral("smsStopListState"))), m_footer(new TextLabel({}, TextRole::Caption, Tone::Muted))
{
    body()->setSpacing(12);
    auto *what = new TextLabel(tr("Numbers that are never written to. Planfix reads why."), TextRole::Body, Tone::Muted);
    what->setWordWrap(true);
    body()->addWidget(what);
    body()->addWidget(m_banner);
    buildForm();
    buildList();
    connectAll();
    showState();
}

void StopListCard::buildForm()
{
    m_reason->setMaxLength(200);
    m_add = plainButton(tr("Do not write to it"), QStringLiteral("smsStopAdd"), QStringLiteral("list-add"));
    m_numberField = new Field(tr("Number"), m_number, QStringLiteral("smsStopNumber"));
    auto *reason = new Field(tr("Why"), m_reason, QStringLiteral("smsStopReason"));
    reason->addBeside(m_add);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::CardSpacing);
    row->addWidget(m_numberField, 1, Qt::AlignTop);
    row->addWidget(reason, 2, Qt::AlignTop);
    body()->addLayout(row);
}

void StopListCard::buildList()
{
    m_search->setObjectName(QStringLiteral("smsStopSearch"));
    m_search->setPlaceholderText(tr("Part of the number"));
    m_search->setAccessibleName(tr("Search: %1").arg(m_search->placeholderText()));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("edit-find"), Tone::Muted), QLineEdit::LeadingPosition);
    m_table->setModel(m_model);
    m_table->setSortingEnabled(false);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->remember(m_services.settings, QStringLiteral("sms/stopList"));
    m_table->setFixedHeight(tableHeight);
    m_import = plainButton(tr("Read from a file"), QStringLiteral("smsStopImport"), QStringLiteral("document-open"));
    m_allow = plainButton(tr("Allow again"), QStringLiteral("smsStopAllow"), QStringLiteral("edit-undo"));
    auto *toolbar = new QHBoxLayout;
    toolbar->setSpacing(metrics::Spacing);
    toolbar->addWidget(m_search, 1);
    toolbar->addWidget(m_allow);
    toolbar->addWidget(m_import);
    body()->addLayout(toolbar);
    body()->addWidget(m_table);
    body()->addWidget(m_footer);
}

void StopListCard::connectAll()
{
    connect(&m_presenter, &StopListPresenter::changed, this, &StopListCard::showState);
    connect(m_search, &QLineEdit::textChanged, &m_presenter, &StopListPresenter::setTyped);
    connect(m_search, &QLineEdit::returnPressed, &m_presenter, &StopListPresenter::reload);
    connect(m_number, &QLineEdit::textEdited, &m_presenter, &StopListPresenter::setNumber);
    connect(m_reason, &QLineEdit::textEdited, &m_presenter, &StopListPresenter::setReason);
    for (QLineEdit *edit : {m_number, m_reason})
        connect(edit, &QLineEdit::returnPressed, &m_presenter, &StopListPresenter::add);
    connect(m_add, &QAbstractButton::clicked, &m_presenter, &StopListPresenter::add);
    connect(m_import, &QAbstractButton::clicked, this, &StopListCard::askForFile);
    connect(m_allow, &QAbstractButton::clicked, this, &StopListCard::askToAllow);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_allow->setEnabled(!m_presenter.state().busy && !chosen().isEmpty()); });
}

QStringList StopListCard::chosen() const
{
    QStringList numbers;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        numbers.append(m_model->at(index.row()).recipient);
    return numbers;
}

void StopListCard::askToAllow()
{
    QStringList numbers = chosen();
    numbers.removeIf([this](const QString &number) { return m_presenter.isInSetting(number); });
    if (numbers.isEmpty()) { // nothing to decide: it says why
        m_presenter.allow(chosen());
        return;
    }
    Question question;
    question.title = numbers.size() == 1 ? tr("Write to %1 again?").arg(base::formatPhone(numbers.first()))
                                         : tr("Write to %n number(s) again?", nullptr, static_cast<int>(numbers.size()));
    question.sentence = tr("Whoever asked not to be written to may be written to only with his consent.");
    question.verb = tr("Allow again");
    m_services.prompt.confirm(this, question, [presenter = QPointer(&m_presenter), numbers = chosen()] {
        if (presenter)
            presenter->allow(numbers);
    });
}

void StopListCard::askForFile()
{
    FileQuestion question;
    question.title = tr("Read numbers from a file");
    question.filter = tr("Tables and texts (*.csv *.txt *.xlsx)");
    m_services.prompt.openFile(this, question, [presenter = QPointer(&m_presenter)](const QString &path) {
        if (presenter)
            presenter->importFrom(path);
    });
}

void StopListCard::showState()
{
    const StopListState &state = m_presenter.state();
    m_model->show(state.view.rows);
    m_table->setLoading(state.loading);
    m_table->setEmptyText(state.view.all == 0 ? tr("Nobody stands in the list") : tr("No number like this"));
    if (m_number->text() != state.number)
        m_number->setText(state.number);
    if (m_reason->text() != state.reason)
        m_reason->setText(state.reason);
    m_numberField->setError(state.badNumber ? tr("This is no phone number") : QString());
    m_add->setEnabled(state.canAdd());
    m_import->setEnabled(!state.busy);
    m_allow->setEnabled(!state.busy && !chosen().isEmpty());
    const QString all = tr("In the list: %1").arg(number(state.view.all));
    m_footer->setText(state.view.more ? tr("%1. The first %2 are shown: type a part of the number.").arg(all, number(state.view.rows.size())) : all);
    showDeed(state);
}

void StopListCard::showDeed(const StopListState &state)
{
    m_banner->clear();
    if (const auto &error = state.deedError ? state.deedError : state.error) {
        m_banner->showError(*error);
        return;
    }
    switch (state.done) {
    case Deed::None:
        return;
    case Deed::Added:
        return m_banner->showMessage(Severity::Success, tr("%1 is not written to").arg(base::formatPhone(state.what)), tr("Messages that wait for it are held back."));
    case Deed::Known:
        return m_banner->showMessage(Severity::Info, tr("%1 stood in the list already").arg(base::formatPhone(state.what)));
    case Deed::Allowed:
        return m_banner->showMessage(state.left > 0 ? Severity::Warning : Severity::Success,
                                     state.what.startsWith(u'+') ? tr("%1 may be written to again").arg(base::formatPhone(state.what))
                                                                 : tr("Numbers that may be written to again: %1").arg(state.what),
                                     state.left > 0 ? tr("Stay in the list, since the settings name them: %1. %2").arg(number(state.left), whereToChange()) : QString());
    case Deed::InSetting:
        return m_banner->showMessage(Severity::Info,
                                     state.what.startsWith(u'+') ? tr("%1 is named in the settings").arg(base::formatPhone(state.what))
                                                                 : tr("Numbers that are named in the settings: %1").arg(state.what),
                                     whereToChange());
    case Deed::Imported:
        return showImported(state.imported);
    }
}

QString StopListCard::whereToChange()
{
    return tr("They are changed where they were set: pfxctl config set sms.stop-list");
}

void StopListCard::showImported(const AddedNumbers &imported)
{
    QStringList rows = imported.skippedRows;
    if (imported.skipped > rows.size() && !rows.isEmpty())
        rows.append(QStringLiteral("…"));
    m_banner->showMessage(imported.skipped > 0 ? Severity::Warning : Severity::Success, tr("New numbers in the list: %1").arg(number(imported.added)),
                          tr("Known already: %1. Rows without a number: %2.").arg(number(imported.known), number(imported.skipped)), rows.join(QLatin1Char('\n')));
}

} // namespace pfx::ui
