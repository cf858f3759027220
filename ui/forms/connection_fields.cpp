// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/connection_fields.h"

#include "core/texts/planfix_texts.h"
#include "ui/common/buttons.h"
#include "ui/common/field.h"
#include "ui/common/secret_edit.h"
#include "ui/common/step_parts.h"
#include "ui/forms/connection_presenter.h"

#include <QBoxLayout>
#include <QLineEdit>

namespace pfx::ui {

static const QString exampleAccount = QStringLiteral("konigkomfort");

AccountField::AccountField(ConnectionPresenter &presenter, QWidget *parent) : QWidget(parent), m_presenter(presenter)
{
    m_edit = new QLineEdit;
    m_edit->setPlaceholderText(exampleAccount);
    m_field = new Field(tr("Account"), m_edit, QStringLiteral("planfixAccount"), Field::Need::Required);
    parts::column(this)->addWidget(m_field);
    connect(m_edit, &QLineEdit::textChanged, &presenter, &ConnectionPresenter::setAccount);
    connect(m_edit, &QLineEdit::returnPressed, this, &AccountField::entered);
    connect(&presenter, &ConnectionPresenter::changed, this, &AccountField::refresh);
    refresh();
}

void AccountField::focusFirst()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

void AccountField::refresh()
{
    const ConnectionState &state = m_presenter.state();
    if (m_edit->text() != state.account)
        m_edit->setText(state.account);
    m_edit->setReadOnly(state.accountIsGiven);
    if (state.accountIsGiven)
        m_field->setHint(tr("Comes from PLANFIX_ACCOUNT of the environment and is changed there"));
    else if (state.address.isEmpty())
        m_field->setHint(tr("The name before .planfix.ru, the host, or an address copied from the browser"));
    else
        m_field->setHint(state.address);
    m_field->setError(state.accountError);
}

KeyField::KeyField(ConnectionPresenter &presenter, QWidget *parent) : QWidget(parent), m_presenter(presenter)
{
    m_edit = secretEdit();
    m_field = new Field(tr("Key (authorisation token)"), m_edit, QStringLiteral("planfixKey"), Field::Need::Required);
    m_eye = eyeFor(m_edit, QStringLiteral("planfixKeyEye"));
    m_field->addBeside(m_eye);
    parts::column(this)->addWidget(m_field);
    connect(m_edit, &QLineEdit::textChanged, &presenter, &ConnectionPresenter::setKey);
    connect(m_edit, &QLineEdit::returnPressed, this, &KeyField::entered);
    connect(&presenter, &ConnectionPresenter::changed, this, &KeyField::refresh);
    refresh();
}

void KeyField::focusFirst()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

void KeyField::refresh()
{
    const ConnectionState &state = m_presenter.state();
    if (m_edit->text() != state.key)
        m_edit->setText(state.key);
    m_edit->setReadOnly(state.keyIsGiven);
    if (state.keyIsGiven) {
        m_edit->setPlaceholderText(tr("given by the environment"));
        m_field->setHint(tr("Comes from the environment of the program and is changed there"));
    } else if (state.hasKey) {
        m_edit->setPlaceholderText(tr("kept in the keychain; leave empty to keep it"));
        m_field->setHint(tr("Another one: %1").arg(texts::whereScopesAre()));
    } else {
        m_edit->setPlaceholderText({});
        m_field->setHint(texts::whereScopesAre());
    }
    m_field->setError(state.keyError);
}

} // namespace pfx::ui
