// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/employee_editor.h"

#include "ui/common/field.h"
#include "ui/common/step_parts.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace pfx::ui {

EmployeeEditor::EmployeeEditor(OptionsPresenter &presenter, QWidget *parent) : QWidget(parent), m_presenter(presenter)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics::Spacing);
    m_title = parts::section({});
    column->addWidget(m_title);
    m_banner = new Banner(QStringLiteral("employeeBanner"));
    column->addWidget(m_banner);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::Spacing);
    m_name = new QLineEdit;
    m_email = new QLineEdit;
    m_extension = new QLineEdit;
    m_nameField = new Field(tr("Name"), m_name, QStringLiteral("employeeName"), Field::Need::Required);
    row->addWidget(m_nameField, 3, Qt::AlignTop);
    m_emailField = new Field(tr("E-mail"), m_email, QStringLiteral("employeeEmail"));
    row->addWidget(m_emailField, 3, Qt::AlignTop);
    row->addWidget(new Field(tr("Extension"), m_extension, QStringLiteral("employeeExtension")), 1, Qt::AlignTop);
    column->addLayout(row);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::Spacing);
    m_save = plainButton(tr("Save the user"), QStringLiteral("saveEmployee"), QStringLiteral("document-save"));
    auto *cancel = plainButton(tr("Cancel"), QStringLiteral("cancelEmployee"));
    buttons->addWidget(m_save);
    buttons->addWidget(cancel);
    buttons->addStretch();
    column->addLayout(buttons);

    for (QLineEdit *edit : {m_name, m_email, m_extension})
        connect(edit, &QLineEdit::textEdited, this, &EmployeeEditor::edited);
    connect(m_save, &QPushButton::clicked, this, [this] {
        edited();
        m_presenter.saveForm();
    });
    connect(cancel, &QPushButton::clicked, &m_presenter, &OptionsPresenter::closeForm);
    connect(&m_presenter, &OptionsPresenter::changed, this, &EmployeeEditor::refresh);
    refresh();
}

bool EmployeeEditor::ownsFocus() const
{
    const QWidget *focus = focusWidget();
    return isVisible() && focus != nullptr && focus->hasFocus() && isAncestorOf(focus);
}

void EmployeeEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_presenter.state().form.saving)
        m_presenter.closeForm();
    else
        QWidget::keyPressEvent(event);
}

void EmployeeEditor::edited()
{
    m_presenter.setForm(m_name->text(), m_email->text(), m_extension->text());
}

void EmployeeEditor::refresh()
{
    const EmployeeForm &form = m_presenter.state().form;
    const bool opened = form.open && !m_wasOpen;
    const bool shut = !form.open && m_wasOpen;
    m_wasOpen = form.open;
    setVisible(form.open);
    m_title->setText(form.employee.id == 0 ? tr("New user") : tr("Change the user"));
    m_save->setEnabled(!form.saving);
    m_nameField->setError(form.nameError);
    m_emailField->setError(form.emailError);
    parts::showError(m_banner, form.error);
    if (opened) {
        m_name->setText(form.employee.name);
        m_email->setText(form.employee.email);
        m_extension->setText(form.employee.extension);
        m_name->setFocus(Qt::OtherFocusReason);
        m_name->selectAll();
    }
    if (!form.nameError.isEmpty() && form.nameError != m_shownError)
        m_name->setFocus(Qt::OtherFocusReason);
    else if (!form.emailError.isEmpty() && form.emailError != m_shownError)
        m_email->setFocus(Qt::OtherFocusReason);
    m_shownError = form.nameError.isEmpty() ? form.emailError : form.nameError;
    if (shut)
        emit closed();
}

} // namespace pfx::ui
