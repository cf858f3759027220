// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/mapping_form.h"

#include "core/planfix/field_types.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/field.h"
#include "ui/common/step_parts.h"
#include "ui/forms/field_type_words.h"
#include "ui/forms/mapping_presenter.h"
#include "ui/forms/people_picker.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFontDatabase>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace pfx::ui {

namespace {

/// The choice of a number: nothing, the account's, and a kept one that the account does not (or may not) tell of.
void fill(QComboBox *box, const QString &nothing, const QVector<std::pair<qint64, QString>> &choices, qint64 chosen)
{
    QStringList lines{QString::number(chosen), nothing};
    for (const auto &[id, name] : choices)
        lines.append(name);
    const QString content = lines.join(QLatin1Char('\n'));
    if (box->property("content").toString() == content)
        return; // its list may be open just now
    box->setProperty("content", content);
    const QSignalBlocker blocker(box);
    box->clear();
    box->addItem(nothing, qint64(0));
    for (const auto &[id, name] : choices)
        box->addItem(name, id);
    int at = box->findData(chosen);
    if (at < 0) {
        box->addItem(MappingForm::tr("No. %1").arg(chosen), chosen);
        at = box->count() - 1;
    }
    box->setCurrentIndex(at);
}

QComboBox *comboBox()
{
    auto *box = new QComboBox;
    box->setObjectName(QStringLiteral("choice"));
    box->setAccessibleName(MappingForm::tr("Choice")); // until a Field gives it its own
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    return box;
}

} // namespace

MappingForm::MappingForm(MappingPresenter &presenter, QWidget *parent) : QWidget(parent), m_presenter(presenter)
{
    setObjectName(QStringLiteral("mappingForm"));
    auto *column = parts::column(this);
    m_notice = new Banner(QStringLiteral("mappingNotice"));
    column->addWidget(m_notice);
    column->addWidget(taskCard());
    column->addWidget(fieldsCard());
    column->addWidget(previewCard());
    connect(&presenter, &MappingPresenter::changed, this, &MappingForm::refresh);
    refresh();
}

QWidget *MappingForm::taskCard()
{
    auto *card = new Card(tr("The task of an order"));
    m_template = comboBox();
    m_templateField = new Field(tr("Task template"), m_template, QStringLiteral("taskTemplate"));
    m_name = new QLineEdit;
    m_nameField = new Field(tr("Name of the task"), m_name, QStringLiteral("taskName"), Field::Need::Required);
    m_nameField->setHint(tr("Variables: {{number}}, {{client_name}}, {{client_phone}}, {{address}}, {{total}}"));
    m_contact = comboBox();
    m_contactField = new Field(tr("Template of a new client's contact"), m_contact, QStringLiteral("contactTemplate"));
    m_contactField->setHint(tr("The client is looked for by phone and e-mail; who is not found is made. The description always names the client too."));
    m_assignees = new PeoplePicker;
    m_assigneesField = new Field(tr("Assignees"), m_assignees, QStringLiteral("assignees"));
    m_assigneesField->addBeside(m_assignees->menuButton());
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::CardSpacing);
    grid->setVerticalSpacing(12);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_templateField, 0, 0, Qt::AlignTop);
    grid->addWidget(m_nameField, 0, 1, Qt::AlignTop);
    grid->addWidget(m_contactField, 1, 0, Qt::AlignTop);
    grid->addWidget(m_assigneesField, 1, 1, Qt::AlignTop);
    card->body()->addLayout(grid);
    connect(m_template, &QComboBox::activated, this, [this] { m_presenter.setTemplate(m_template->currentData().toLongLong()); });
    connect(m_name, &QLineEdit::textChanged, &m_presenter, &MappingPresenter::setName);
    connect(m_contact, &QComboBox::activated, this, [this] { m_presenter.setContactTemplate(m_contact->currentData().toLongLong()); });
    connect(m_assignees, &QLineEdit::textChanged, &m_presenter, &MappingPresenter::setAssignees);
    return card;
}

QWidget *MappingForm::fieldsCard()
{
    auto *card = new Card(tr("Fields of the task"));
    card->body()->addWidget(parts::caption(
        tr("What stands in a field of its own can be filtered and comes back when it is changed in Planfix. Everything stands in the "
           "description as well.")));
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(metrics::CardSpacing);
    m_grid->setVerticalSpacing(12);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    card->body()->addLayout(m_grid);
    m_extra = new QLineEdit;
    m_extra->setPlaceholderText(tr("as the site sends it"));
    auto *field = new Field(tr("Another field of the orders"), m_extra, QStringLiteral("extraField"));
    auto *add = plainButton(tr("Add"), QStringLiteral("addExtraField"), QStringLiteral("list-add"));
    add->setAccessibleName(tr("Add another field of the orders"));
    field->addBeside(add);
    card->body()->addWidget(field);
    const auto addIt = [this] {
        m_presenter.addExtra(m_extra->text());
        m_extra->clear();
    };
    connect(add, &QPushButton::clicked, this, addIt);
    connect(m_extra, &QLineEdit::returnPressed, this, addIt);
    return card;
}

QWidget *MappingForm::previewCard()
{
    auto *card = new Card(tr("So it would look"));
    m_previewTitle = parts::section({});
    m_previewTitle->setObjectName(QStringLiteral("previewTitle"));
    m_previewTitle->setWordWrap(true);
    m_previewText = new TextLabel;
    m_previewText->setObjectName(QStringLiteral("previewText"));
    m_previewText->setWordWrap(true);
    m_more = new Button(tr("The request as it is sent"), QStringLiteral("showRequest"), ButtonKind::Link, QStringLiteral("go-next"));
    m_more->setCheckable(true);
    m_request = new QPlainTextEdit;
    m_request->setObjectName(QStringLiteral("previewRequest"));
    m_request->setAccessibleName(tr("The request as it is sent"));
    m_request->setReadOnly(true);
    m_request->setTabChangesFocus(true);
    m_request->setFont(scaled(QFontDatabase::systemFont(QFontDatabase::FixedFont), TextRole::Small));
    m_request->setMinimumHeight(220);
    m_request->hide();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_previewTitle, m_previewText, m_more, m_request})
        card->body()->addWidget(widget);
    connect(m_more, &QPushButton::toggled, this, [this](bool open) {
        m_request->setVisible(open);
        m_more->setIconName(open ? QStringLiteral("go-down") : QStringLiteral("go-next"));
    });
    return card;
}

void MappingForm::focusFirst()
{
    m_template->setFocus(Qt::OtherFocusReason);
}

void MappingForm::refresh()
{
    const MappingState &state = m_presenter.state();
    refreshChoices();
    refreshRows();
    if (m_name->text() != state.name)
        m_name->setText(state.name);
    m_nameField->setError(state.nameError);
    if (m_assignees->text() != state.assignees)
        m_assignees->setText(state.assignees);
    m_assigneesField->setError(state.assigneesError);
    const QString names = m_assignees->namesOf(state.assignees);
    m_assigneesField->setHint(state.assignees.trimmed().isEmpty() ? tr("As the template has it; or numbers of employees, separated by commas")
                                                                  : names);
    m_templateField->setHint(state.templateId == 0                       ? tr("Without a template tasks have no custom fields")
                                 : state.facts == MappingState::Facts::Reading ? tr("Reading its fields and statuses…")
                                 : state.facts == MappingState::Facts::Known
                                     ? tr("fields: %1, statuses: %2").arg(state.templateFacts.fields.size()).arg(state.templateFacts.statuses.size())
                                     : QString());
    m_previewTitle->setText(state.previewTitle);
    m_previewText->setText(state.previewText);
    if (m_request->toPlainText() != state.previewRequest)
        m_request->setPlainText(state.previewRequest);
    showNotice();
}

void MappingForm::refreshChoices()
{
    const MappingState &state = m_presenter.state();
    m_assignees->setEmployees(state.employees);
    QVector<std::pair<qint64, QString>> templates, contacts;
    for (const planfix::Task &task : state.templates)
        templates.append({task.id, task.name});
    for (const planfix::Named &contact : state.contactTemplates)
        contacts.append({contact.id, contact.name});
    fill(m_template, tr("Without a template"), templates, state.templateId);
    fill(m_contact, tr("The account's first one"), contacts, state.contactTemplate);
}

void MappingForm::refreshRows()
{
    const MappingState &state = m_presenter.state();
    QVector<std::pair<qint64, QString>> fields;
    for (const planfix::CustomField &field : state.fields)
        fields.append({field.id, QStringLiteral("%1 (%2)").arg(field.name, FieldTypeWords::of(field.type))});
    for (const MappedField &mapped : state.rows) {
        if (!m_rows.contains(mapped.order)) {
            QComboBox *choice = comboBox();
            auto *field = new Field(mapped.label, choice, QStringLiteral("field-") + mapped.order);
            const auto at = m_rows.size();
            m_grid->addWidget(field, static_cast<int>(at / 2), static_cast<int>(at % 2), Qt::AlignTop);
            connect(choice, &QComboBox::activated, this,
                    [this, choice, order = mapped.order] { m_presenter.setField(order, choice->currentData().toLongLong()); });
            m_rows.insert(mapped.order, {choice, field});
        }
        const Row &row = m_rows[mapped.order];
        fill(row.choice, tr("In the description only"), fields, mapped.field);
        row.field->setHint(mapped.warning);
        row.field->setError(mapped.error);
    }
}

void MappingForm::showNotice()
{
    const MappingState &state = m_presenter.state();
    QStringList dropped;
    for (const MappedField &row : state.rows) {
        if (!row.warning.isEmpty())
            dropped.append(row.label);
    }
    const QString shown = !state.hasChoices ? QStringLiteral("none")
        : state.factsError                  ? base::name(state.factsError->code) + state.factsError->detail
                                            : dropped.join(QLatin1Char(','));
    if (shown == m_noticeShown)
        return;
    m_noticeShown = shown;
    m_notice->clear();
    if (!state.hasChoices) {
        Button *check = m_notice->addAction(tr("Check the key"), QStringLiteral("checkForChoices"), ButtonKind::Normal, QStringLiteral("view-refresh"));
        connect(check, &QPushButton::clicked, this, &MappingForm::checkWanted);
        m_notice->showMessage(Severity::Info, tr("Templates and fields are read from Planfix when the key has been checked"),
                              tr("Until then an order becomes a task without a template, with everything in its description."));
    } else if (state.factsError) {
        m_notice->showError(*state.factsError);
    } else if (!dropped.isEmpty()) {
        m_notice->showMessage(Severity::Warning, tr("Planfix would drop some values without a word: %1").arg(dropped.join(QStringLiteral(", "))),
                              tr("Add the fields to the template in Planfix, or choose others here."));
    }
}

} // namespace pfx::ui
