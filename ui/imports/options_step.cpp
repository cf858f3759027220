// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/options_step.h"

#include "ui/common/card.h"
#include "ui/common/field.h"
#include "ui/imports/employee_editor.h"
#include "ui/common/step_parts.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QLineEdit>
#include <QRadioButton>

namespace pfx::ui {

using migration::DuplicatePolicy;
using migration::UpdatePolicy;

OptionsStep::OptionsStep(OptionsPresenter &presenter, QWidget *parent) : QWidget(parent), m_presenter(presenter)
{
    auto *body = new QWidget;
    auto *column = parts::column(body);
    m_banner = new Banner(QStringLiteral("optionsBanner"));
    column->addWidget(m_banner);
    column->addWidget(employeeCard());
    column->addWidget(duplicatesCard());
    column->addWidget(dealsCard());
    column->addStretch();

    auto *back = plainButton(tr("Back"), QStringLiteral("back"), QStringLiteral("go-previous"));
    auto *start = plainButton(tr("Start the import"), QStringLiteral("start"));
    m_next = primaryButton(tr("Next"), QStringLiteral("next"));
    auto *layout = parts::column(this);
    layout->addWidget(parts::scrolled(body), 1);
    layout->addLayout(parts::footer({back}, parts::caption(tr("The next two steps may be left out")), {start, m_next}));

    connect(back, &QPushButton::clicked, this, &OptionsStep::back);
    connect(start, &QPushButton::clicked, this, &OptionsStep::start);
    connect(m_next, &QPushButton::clicked, this, &OptionsStep::next);
    connect(&m_presenter, &OptionsPresenter::changed, this, &OptionsStep::refresh);
    refresh();
}

QWidget *OptionsStep::employeeCard()
{
    auto *card = new Card;
    m_employee = new QComboBox;
    m_employee->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_add = plainButton(tr("Add a user"), QStringLiteral("addEmployee"), QStringLiteral("list-add"));
    m_edit = plainButton(tr("Change"), QStringLiteral("editEmployee"), QStringLiteral("document-edit"));
    m_edit->setAccessibleName(tr("Change the user"));
    m_employeeField = new Field(tr("Default user"), m_employee, QStringLiteral("defaultEmployee"), Field::Need::Required);
    m_employeeField->setHint(tr("Gets the records whose owner in the file is not known here"));
    m_employeeField->addBeside(m_add);
    m_employeeField->addBeside(m_edit);
    card->body()->addWidget(m_employeeField);
    m_editor = new EmployeeEditor(m_presenter);
    card->body()->addWidget(m_editor);
    connect(m_employee, &QComboBox::activated, this,
            [this](int index) { m_presenter.setEmployee(m_employee->itemData(index).toLongLong()); });
    connect(m_employee, &QComboBox::currentIndexChanged, this, [this](int index) {
        const qint64 id = m_employee->itemData(index).toLongLong(); // also when a screen reader chooses
        if (id != m_presenter.state().employee)
            m_presenter.setEmployee(id);
    });
    connect(m_add, &QPushButton::clicked, this, [this] { m_presenter.openForm(true); });
    connect(m_edit, &QPushButton::clicked, this, [this] { m_presenter.openForm(false); });
    connect(m_editor, &EmployeeEditor::closed, this, [this] { m_employee->setFocus(Qt::OtherFocusReason); });
    return card;
}

QWidget *OptionsStep::dealsCard()
{
    auto *card = new Card(tr("Deals"));
    m_pipeline = new QComboBox;
    m_dealSource = new QLineEdit;
    m_dealType = new QLineEdit;
    for (QLineEdit *edit : {m_dealSource, m_dealType})
        edit->setPlaceholderText(tr("As in the file"));
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::CardSpacing);
    row->addWidget(new Field(tr("Pipeline"), m_pipeline, QStringLiteral("pipeline")), 1);
    row->addWidget(new Field(tr("Source of deals"), m_dealSource, QStringLiteral("dealSource")), 1);
    row->addWidget(new Field(tr("Type of deals"), m_dealType, QStringLiteral("dealType")), 1);
    card->body()->addLayout(row);
    connect(m_pipeline, &QComboBox::activated, this,
            [this](int index) { m_presenter.setPipeline(m_pipeline->itemData(index).toLongLong()); });
    connect(m_dealSource, &QLineEdit::textChanged, &m_presenter, &OptionsPresenter::setDealSource);
    connect(m_dealType, &QLineEdit::textChanged, &m_presenter, &OptionsPresenter::setDealType);
    return card;
}

template<typename Value>
static void addChoice(QButtonGroup *group, QLayout *layout, Value value, const QString &text, const QString &name)
{
    auto *button = new QRadioButton(text);
    button->setObjectName(name);
    button->setAccessibleName(text);
    group->addButton(button, static_cast<int>(value));
    layout->addWidget(button);
}

QWidget *OptionsStep::duplicatesCard()
{
    auto *card = new Card(tr("When a client is already here"));
    card->body()->addWidget(parts::caption(tr("The same phone or e-mail. What was imported before is never made twice.")));
    m_duplicates = new QButtonGroup(this);
    addChoice(m_duplicates, card->body(), DuplicatePolicy::Skip, tr("Skip: leave ours as it is"), QStringLiteral("duplicatesSkip"));
    addChoice(m_duplicates, card->body(), DuplicatePolicy::Update, tr("Update ours from the file"), QStringLiteral("duplicatesUpdate"));
    m_updateBox = new QWidget;
    auto *indented = new QHBoxLayout(m_updateBox);
    indented->setContentsMargins(metrics::PageMargin, 0, 0, 0);
    indented->setSpacing(metrics::CardSpacing);
    m_update = new QButtonGroup(this);
    addChoice(m_update, indented, UpdatePolicy::OnlyEmpty, tr("only empty fields"), QStringLiteral("updateEmpty"));
    addChoice(m_update, indented, UpdatePolicy::All, tr("all fields"), QStringLiteral("updateAll"));
    indented->addStretch();
    card->body()->addWidget(m_updateBox);
    addChoice(m_duplicates, card->body(), DuplicatePolicy::New, tr("Create another one"), QStringLiteral("duplicatesNew"));
    // Toggled, not clicked: a screen reader toggles without a click.
    connect(m_duplicates, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            m_presenter.setDuplicates(static_cast<DuplicatePolicy>(id));
    });
    connect(m_update, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            m_presenter.setUpdate(static_cast<UpdatePolicy>(id));
    });
    return card;
}

void OptionsStep::focusFirst()
{
    if (m_presenter.state().employees.isEmpty() && !m_presenter.state().loading)
        m_add->setFocus(Qt::OtherFocusReason);
    else
        m_employee->setFocus(Qt::OtherFocusReason);
}

QPushButton *OptionsStep::primary() const
{
    return m_editor->ownsFocus() ? m_editor->primary() : m_next;
}

void OptionsStep::refreshLists(const OptionsState &state)
{
    const QSignalBlocker employeeBlocker(m_employee);
    const QSignalBlocker pipelineBlocker(m_pipeline);
    m_employee->clear();
    m_employee->addItem(state.employees.isEmpty() ? tr("There is nobody yet") : tr("Not chosen"), qint64(0));
    for (const crm::Employee &employee : state.employees) {
        const QString text = employee.email.isEmpty() ? employee.name : tr("%1 — %2").arg(employee.name, employee.email);
        m_employee->addItem(text, employee.id);
    }
    m_employee->setCurrentIndex(std::max(0, m_employee->findData(state.employee)));
    m_pipeline->clear();
    m_pipeline->addItem(tr("Those of the file"), qint64(0));
    for (const crm::Pipeline &pipeline : state.pipelines)
        m_pipeline->addItem(pipeline.name, pipeline.id);
    m_pipeline->setCurrentIndex(std::max(0, m_pipeline->findData(state.pipeline)));
}

void OptionsStep::refresh()
{
    const OptionsState &state = m_presenter.state();
    refreshLists(state);
    m_employeeField->setError(state.employeeError);
    m_edit->setEnabled(state.editEnabled);
    if (m_dealSource->text() != state.dealSource)
        m_dealSource->setText(state.dealSource);
    if (m_dealType->text() != state.dealType)
        m_dealType->setText(state.dealType);
    m_duplicates->button(static_cast<int>(state.duplicates))->setChecked(true);
    m_update->button(static_cast<int>(state.update))->setChecked(true);
    m_updateBox->setEnabled(state.updateEnabled);
    parts::showError(m_banner, state.error);
}

} // namespace pfx::ui
