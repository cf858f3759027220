// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/crm/employees_tab.h"

#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/empty_state.h"
#include "ui/common/field.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/prompt.h"
#include "ui/common/services.h"
#include "ui/common/table.h"

#include <QComboBox>
#include <QHideEvent>
#include <QLineEdit>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace pfx::ui {

namespace {
constexpr int FormWidth = 360;
constexpr int IdRole = Qt::UserRole + 1;
} // namespace

EmployeesTab::EmployeesTab(EmployeesPresenter &presenter, Services &services, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_body(new QStackedWidget), m_side(new QStackedWidget), m_search(new QLineEdit),
      m_name(new QLineEdit), m_email(new QLineEdit), m_extension(new QLineEdit),
      m_table(new Table(QStringLiteral("employeesTable"), tr("Employees"))), m_model(new QStandardItemModel(this)),
      m_count(new TextLabel({}, TextRole::Caption, Tone::Muted)), m_formTitle(new TextLabel({}, TextRole::Section)),
      m_error(new Banner(QStringLiteral("employeesError"))), m_formBanner(new Banner(QStringLiteral("employeeState"))),
      m_news(new Banner(QStringLiteral("employeesNews")))
{
    auto *side = new Card;
    side->setFixedWidth(FormWidth);
    auto *hint = new TextLabel(tr("Choose an employee to change him or her."), TextRole::Body, Tone::Muted);
    hint->setWordWrap(true);
    hint->setAlignment(Qt::AlignCenter);
    m_side->addWidget(hint);
    m_side->addWidget(buildForm(services));
    side->body()->addWidget(m_side);

    auto *work = new QWidget;
    auto *columns = new QHBoxLayout(work);
    columns->setContentsMargins({});
    columns->setSpacing(metrics::CardSpacing);
    columns->addWidget(buildList(services), 1);
    columns->addWidget(side);
    m_body->addWidget(work);
    auto *empty = new EmptyState(QStringLiteral("view-pim-contacts"), tr("Who works with the customers?"),
                                 tr("An import needs one employee to whom contacts and deals belong when their own is not known."));
    connect(empty->setPrimary(tr("New employee"), QStringLiteral("employeesFirst"), QStringLiteral("list-add")), &QAbstractButton::clicked,
            &m_presenter, &EmployeesPresenter::newEmployee);
    m_body->addWidget(empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_body);

    connect(&m_presenter, &EmployeesPresenter::changed, this, &EmployeesTab::showState);
    connect(&m_presenter, &EmployeesPresenter::draftReplaced, this, &EmployeesTab::fillForm);
    showState();
}

QWidget *EmployeesTab::buildList(Services &services)
{
    m_search->setObjectName(QStringLiteral("employeesSearch"));
    m_search->setPlaceholderText(tr("Name, e-mail, extension"));
    m_search->setAccessibleName(tr("Search: %1").arg(m_search->placeholderText()));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("edit-find"), Tone::Muted), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(360);
    m_model->setHorizontalHeaderLabels({tr("Name"), tr("E-mail"), tr("Extension")});
    m_model->setHeaderData(0, Qt::Horizontal, true, StretchRole);
    m_model->setHeaderData(1, Qt::Horizontal, 200, MinimumWidthRole);
    m_table->setModel(m_model);
    m_table->setSortingEnabled(false);
    m_table->remember(services.settings, QStringLiteral("crm/employees"));

    Button *add = plainButton(tr("New employee"), QStringLiteral("employeesNew"), QStringLiteral("list-add"));
    auto *toolbar = new QHBoxLayout;
    toolbar->setSpacing(metrics::Spacing);
    toolbar->addWidget(m_search, 1);
    toolbar->addStretch();
    toolbar->addWidget(m_table->makeCopyButton(this));
    toolbar->addWidget(add);
    auto *card = new Card;
    card->body()->setSpacing(metrics::Spacing);
    card->body()->addLayout(toolbar);
    card->body()->addWidget(m_error);
    card->body()->addWidget(m_news);
    card->body()->addWidget(m_table, 1);
    card->body()->addWidget(m_count);
    connect(add, &QAbstractButton::clicked, &m_presenter, &EmployeesPresenter::newEmployee);
    connect(m_search, &QLineEdit::textEdited, &m_presenter, &EmployeesPresenter::setSearch);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (!m_filling && current.isValid())
            m_presenter.select(current.siblingAtColumn(0).data(IdRole).toLongLong());
    });
    connect(m_table, &Table::rowActivated, this, [this] { m_name->setFocus(Qt::TabFocusReason); });
    return card;
}

QWidget *EmployeesTab::buildForm(Services &services)
{
    auto *form = new QWidget;
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::CardSpacing);
    m_nameField = new Field(tr("Name"), m_name, QStringLiteral("employeeName"), Field::Need::Required);
    m_emailField = new Field(tr("E-mail"), m_email, QStringLiteral("employeeEmail"));
    m_emailField->setHint(tr("By it the owners of imported records are recognised."));
    auto *extension = new Field(tr("Extension"), m_extension, QStringLiteral("employeeExtension"));
    m_save = primaryButton(tr("Save"), QStringLiteral("employeeSave"));
    m_remove = dangerButton(tr("Remove the employee"), QStringLiteral("employeeRemove"));
    layout->addWidget(m_formTitle);
    layout->addWidget(m_formBanner);
    layout->addWidget(buildHeir());
    layout->addWidget(m_nameField);
    layout->addWidget(m_emailField);
    layout->addWidget(extension);
    layout->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_remove);
    buttons->addStretch();
    buttons->addWidget(m_save);
    layout->addLayout(buttons);
    connect(m_name, &QLineEdit::textEdited, &m_presenter, &EmployeesPresenter::setName);
    connect(m_email, &QLineEdit::textEdited, &m_presenter, &EmployeesPresenter::setEmail);
    connect(m_extension, &QLineEdit::textEdited, &m_presenter, &EmployeesPresenter::setExtension);
    for (QLineEdit *edit : {m_name, m_email, m_extension})
        connect(edit, &QLineEdit::returnPressed, &m_presenter, &EmployeesPresenter::save);
    connect(m_save, &QAbstractButton::clicked, &m_presenter, &EmployeesPresenter::save);
    connect(m_remove, &QAbstractButton::clicked, this, [this, &services] { askToRemove(services); });
    return form;
}

/// Who gets what the employee owns; shown once a removal has failed for that.
QWidget *EmployeesTab::buildHeir()
{
    m_heirRow = new QWidget;
    m_heir = new QComboBox;
    auto *field = new Field(tr("Who gets the records"), m_heir, QStringLiteral("employeeHeir"));
    auto *warning = new TextLabel(tr("They then count as changed: an undo of the import that made them will leave them."), TextRole::Caption, Tone::Muted);
    warning->setWordWrap(true);
    m_give = dangerButton(tr("Hand over and remove"), QStringLiteral("employeeHandOver"));
    m_keep = plainButton(tr("Cancel"), QStringLiteral("employeeKeep"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_give);
    buttons->addStretch();
    buttons->addWidget(m_keep);
    auto *layout = new QVBoxLayout(m_heirRow);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::Spacing);
    layout->addWidget(field);
    layout->addWidget(warning);
    layout->addLayout(buttons);
    connect(m_keep, &QAbstractButton::clicked, this, [this] {
        m_presenter.keepRecords();
        m_name->setFocus(Qt::OtherFocusReason);
    });
    connect(m_give, &QAbstractButton::clicked, this, [this] { m_presenter.giveAwayAndRemove(m_heir->currentData().toLongLong()); });
    return m_heirRow;
}

void EmployeesTab::showHeir()
{
    const EmployeesState &state = m_presenter.state();
    const bool wanted = state.needsHeir && !state.heirs.isEmpty();
    const bool appears = wanted && m_heirRow->isHidden();
    m_heirRow->setVisible(wanted);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_heir, m_give, m_keep})
        widget->setEnabled(!state.handingOver);
    if (!appears)
        return;
    m_heir->clear();
    for (const crm::Employee &employee : state.heirs)
        m_heir->addItem(employee.name, employee.id);
    m_heir->setFocus(Qt::OtherFocusReason);
}

void EmployeesTab::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous()) // a minimised window is not left
        m_presenter.keepRecords();
}

void EmployeesTab::askToRemove(Services &services)
{
    Question question;
    question.title = tr("Remove %1?").arg(m_presenter.state().draft.name);
    question.sentence = tr("The employee can no longer be chosen as an owner. Records that belong to others stay as they are.");
    question.verb = tr("Remove the employee");
    services.prompt.confirm(this, question, [presenter = QPointer(&m_presenter)] {
        if (presenter)
            presenter->removeSelected();
    });
}

void EmployeesTab::showState()
{
    const EmployeesState &state = m_presenter.state();
    m_body->setCurrentIndex(state.body == EmployeesState::Body::Empty && !state.formShown ? 1 : 0);
    m_table->setLoading(state.body == EmployeesState::Body::Loading);
    m_error->clear();
    if (state.error) {
        m_error->showError(*state.error);
        connect(m_error->addAction(tr("Try again"), QStringLiteral("employeesRetry"), ButtonKind::Normal, QStringLiteral("view-refresh")),
                &QAbstractButton::clicked, &m_presenter, &EmployeesPresenter::reload, Qt::QueuedConnection);
    }
    if (state.done.isEmpty())
        m_news->clear();
    else
        m_news->showMessage(Severity::Success, state.done);
    m_table->setEmptyText(state.body == EmployeesState::Body::Empty ? tr("There is nobody yet") : tr("Nothing found"));
    m_count->setText(state.body == EmployeesState::Body::Rows ? tr("In all: %1").arg(number(state.count)) : QString());
    showRows();
    showForm();
}

void EmployeesTab::showRows()
{
    const EmployeesState &state = m_presenter.state();
    const auto same = [](const crm::Employee &a, const crm::Employee &b) { return a.id == b.id && a.version == b.version; };
    m_filling = true;
    if (m_shown.size() != state.employees.size() || !std::equal(m_shown.cbegin(), m_shown.cend(), state.employees.cbegin(), same)) {
        m_shown = state.employees;
        m_model->setRowCount(0);
        for (const crm::Employee &employee : m_shown) {
            QList<QStandardItem *> row{new QStandardItem(employee.name), new QStandardItem(employee.email),
                                       new QStandardItem(employee.extension)};
            for (QStandardItem *item : row)
                item->setEditable(false);
            row.first()->setData(employee.id, IdRole);
            row.first()->setData(true, BoldRole);
            m_model->appendRow(row);
        }
    }
    const qint64 chosen = state.formShown ? state.draft.id : 0;
    const auto found = std::find_if(m_shown.cbegin(), m_shown.cend(), [chosen](const crm::Employee &e) { return e.id == chosen; });
    if (found == m_shown.cend())
        m_table->setCurrentIndex({});
    else if (m_table->currentIndex().row() != found - m_shown.cbegin())
        m_table->setCurrentIndex(m_model->index(static_cast<int>(found - m_shown.cbegin()), 0));
    m_filling = false;
}

void EmployeesTab::showForm()
{
    const EmployeesState &state = m_presenter.state();
    m_side->setCurrentIndex(state.formShown ? 1 : 0);
    m_formTitle->setText(state.draft.id == 0 ? tr("New employee") : tr("Employee"));
    m_nameField->setError(state.wrong == EmployeesState::Field::Name ? state.message : QString());
    m_emailField->setError(state.wrong == EmployeesState::Field::Email ? state.message : QString());
    m_save->setEnabled(state.canSave());
    m_remove->setVisible(state.draft.id != 0);
    m_remove->setEnabled(state.canRemove());
    m_formBanner->clear();
    if (state.handingOver)
        m_formBanner->showMessage(Severity::Info, tr("Handing over…"), tr("Many records take a while."));
    else if (state.saveError)
        m_formBanner->showError(*state.saveError);
    else if (state.wrong == EmployeesState::Field::None && !state.message.isEmpty())
        m_formBanner->showMessage(Severity::Warning, tr("The employee was not removed"), state.message);
    else if (state.saved)
        m_formBanner->showMessage(Severity::Success, tr("Saved"));
    showHeir();
    if (state.wrong == EmployeesState::Field::Name)
        m_name->setFocus();
    else if (state.wrong == EmployeesState::Field::Email)
        m_email->setFocus();
}

void EmployeesTab::fillForm()
{
    const crm::Employee &draft = m_presenter.state().draft;
    m_name->setText(draft.name);
    m_email->setText(draft.email);
    m_extension->setText(draft.extension);
    if (draft.id == 0) {
        showForm(); // the form must be there before it can have the focus
        m_body->setCurrentIndex(0);
        m_name->setFocus();
    }
}

} // namespace pfx::ui
