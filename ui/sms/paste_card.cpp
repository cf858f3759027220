// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sms/paste_card.h"

#include "ui/common/banner.h"
#include "ui/common/chip.h"
#include "ui/common/copy_row.h"
#include "ui/common/field.h"
#include "ui/common/labels.h"
#include "ui/common/prompt.h"
#include "ui/common/secret_edit.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace pfx::ui {

PasteCard::PasteCard(CredentialsPresenter &presenter, Services &services, QWidget *parent)
    : Card(tr("What to paste into Planfix"), parent), m_presenter(presenter), m_services(services),
      m_banner(new Banner(QStringLiteral("smsCredentialState"))), m_address(new CopyRow(tr("Address"), QStringLiteral("smsPasteAddress"))),
      m_login(new CopyRow(tr("Login"), QStringLiteral("smsPasteLogin"))), m_reach(new ChipLabel), m_chosen(new QComboBox), m_draft(new QLineEdit)
{
    body()->setSpacing(12);
    auto *where = new TextLabel(tr("In Planfix: Account management → Integrations → Sending SMS, at the end of the list “Planfix API (by login and "
                                   "password)” or “Planfix API (by access key)”. Copy what it asks for from here."),
                                TextRole::Body, Tone::Muted);
    where->setWordWrap(true);
    body()->addWidget(where);
    body()->addWidget(m_banner);
    buildAddress();
    buildSecrets();
    buildMore();
    connect(&m_presenter, &CredentialsPresenter::changed, this, &PasteCard::showState);
    showState();
}

void PasteCard::buildAddress()
{
    m_toServer = linkButton(tr("Make it reachable"), QStringLiteral("smsPasteToServer"));
    connect(m_toServer, &QAbstractButton::clicked, this, &PasteCard::serverRequested);
    auto *reach = new QHBoxLayout;
    reach->addWidget(m_reach);
    reach->addStretch();
    reach->addWidget(m_toServer);
    body()->addWidget(m_address);
    body()->addLayout(reach);
}

Field *PasteCard::secretRow(const QString &label, const QString &objectName, QLineEdit *&edit)
{
    QLineEdit *secret = secretEdit();
    secret->setReadOnly(true);
    auto *field = new Field(label, secret, objectName);
    Button *copy = plainButton(tr("Copy"), objectName + QStringLiteral("Copy"), QStringLiteral("edit-copy"));
    copy->setAccessibleName(tr("Copy: %1").arg(label));
    field->addBeside(eyeFor(secret, objectName + QStringLiteral("Eye")));
    field->addBeside(copy);
    connect(copy, &QAbstractButton::clicked, secret, [secret] { QGuiApplication::clipboard()->setText(secret->text()); });
    edit = secret;
    return field;
}

void PasteCard::buildSecrets()
{
    m_makeFirst = primaryButton(tr("Make login and password"), QStringLiteral("smsMakeFirst"), QStringLiteral("lock"));
    m_chosenField = new Field(tr("Access"), m_chosen, QStringLiteral("smsCredential"));
    m_passwordField = secretRow(tr("Password"), QStringLiteral("smsPastePassword"), m_password);
    m_keyField = secretRow(tr("Access key"), QStringLiteral("smsPasteKey"), m_key);
    m_keyField->setHint(tr("Instead of login and password, if Planfix asks for a key."));
    body()->addWidget(m_makeFirst, 0, Qt::AlignLeft);
    for (QWidget *row : std::initializer_list<QWidget *>{m_chosenField, m_login, m_passwordField, m_keyField})
        body()->addWidget(row);
    connect(m_makeFirst, &QAbstractButton::clicked, &m_presenter, &CredentialsPresenter::makeFirst);
    connect(m_chosen, &QComboBox::activated, this, [this] { m_presenter.choose(m_chosen->currentData().toString()); });
}

void PasteCard::buildMore()
{
    m_draftField = new Field(tr("One more access"), m_draft, QStringLiteral("smsCredentialName"));
    m_draftField->setHint(tr("For another account or program, so that each can be revoked alone. Latin letters and digits."));
    m_draft->setPlaceholderText(tr("for example branch-2"));
    m_make = plainButton(tr("Add"), QStringLiteral("smsMakeAnother"), QStringLiteral("list-add"));
    m_make->setAccessibleName(tr("Add one more access"));
    m_draftField->addBeside(m_make);
    m_revoke = dangerButton(tr("Revoke"), QStringLiteral("smsRevoke"));
    m_chosenField->addBeside(m_revoke);
    body()->addWidget(m_draftField);
    connect(m_draft, &QLineEdit::textEdited, &m_presenter, &CredentialsPresenter::setDraft);
    connect(m_draft, &QLineEdit::returnPressed, &m_presenter, &CredentialsPresenter::makeAnother);
    connect(m_make, &QAbstractButton::clicked, &m_presenter, &CredentialsPresenter::makeAnother);
    connect(m_revoke, &QAbstractButton::clicked, this, &PasteCard::askToRevoke);
}

void PasteCard::askToRevoke()
{
    Question question;
    question.title = tr("Revoke the access “%1”?").arg(m_chosen->currentText());
    question.sentence = tr("Whoever sends with it is refused at once. It cannot be brought back: only a new one can be made and pasted into Planfix.");
    question.verb = tr("Revoke the access");
    m_services.prompt.confirm(this, question, [presenter = QPointer(&m_presenter)] {
        if (presenter)
            presenter->revokeChosen();
    });
}

void PasteCard::showState()
{
    const StandingState &standing = m_presenter.standing().state();
    const CredentialsState &state = m_presenter.state();
    using Reach = StandingState::Reach;
    m_address->setText(standing.address);
    m_reach->setVisible(standing.reach != Reach::Public);
    m_toServer->setVisible(standing.reach != Reach::Public);
    m_reach->setChip({Tone::Warning, QString(),
                      standing.reach == Reach::NoServer ? tr("The server is switched off") : tr("not reachable from outside yet")});
    m_toServer->setText(standing.reach == Reach::NoServer ? tr("Switch the server on") : tr("Make it reachable"));
    m_banner->clear();
    if (standing.error)
        m_banner->showError(*standing.error);
    else if (standing.facts.secretsError)
        m_banner->showError(*standing.facts.secretsError);
    else if (state.error)
        m_banner->showError(*state.error);
    else if (state.made)
        m_banner->showMessage(Severity::Success, tr("The access is made"),
                              tr("Paste it into Planfix. It is kept in the keychain of this computer and nowhere else."));
    else if (state.revoked)
        m_banner->showMessage(Severity::Success, tr("The access is revoked"));
    showChosen();
}

void PasteCard::showChosen()
{
    const auto &known = m_presenter.standing().state().facts.credentials;
    const CredentialsState &state = m_presenter.state();
    const bool any = !state.chosen.isEmpty();
    m_chosen->clear();
    for (const sms::CredentialEntry &one : known)
        m_chosen->addItem(one.name == sms::defaultCredential ? tr("main") : one.name, one.name);
    if (any && m_chosen->findData(state.chosen) < 0)
        m_chosen->addItem(state.chosen == sms::defaultCredential ? tr("main") : state.chosen, state.chosen);
    m_chosen->setCurrentIndex(m_chosen->findData(state.chosen));
    const bool isKnown = m_presenter.standing().state().body == StandingState::Body::Shown;
    m_makeFirst->setVisible(!any && isKnown);
    m_makeFirst->setEnabled(!state.busy);
    m_revoke->setEnabled(!state.busy && any);
    m_make->setEnabled(!state.busy);
    const sms::CredentialSecrets secrets = state.secrets.value_or(sms::CredentialSecrets());
    m_login->setText(secrets.login);
    for (const auto &[edit, value] : {std::pair{m_password, secrets.password.reveal()}, std::pair{m_key, secrets.key.reveal()}}) {
        if (edit->text() != value)
            edit->setText(value);
    }
    m_chosenField->setVisible(any);
    m_login->setVisible(any && !secrets.login.isEmpty());
    m_passwordField->setVisible(any && !secrets.password.isEmpty());
    m_keyField->setVisible(any && !secrets.key.isEmpty());
    m_draftField->setVisible(any);
    if (m_draft->text().trimmed() != state.draft.trimmed())
        m_draft->setText(state.draft);
    using Wrong = CredentialsState::Wrong;
    m_draftField->setError(state.wrong == Wrong::Name    ? tr("Lower-case Latin letters, digits, dashes")
                               : state.wrong == Wrong::Taken ? tr("There is one of this name already")
                                                             : QString());
}

} // namespace pfx::ui
