// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailing/connection_tab.h"

#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/chip.h"
#include "ui/common/field.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/prompt.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace pfx::ui {

namespace {

QAction *addEye(QLineEdit *edit)
{
    QAction *eye = edit->addAction(icon(QStringLiteral("password-show-on"), Tone::Muted), QLineEdit::TrailingPosition);
    eye->setToolTip(ConnectionTab::tr("Show or hide"));
    QObject::connect(eye, &QAction::triggered, edit, [edit] {
        edit->setEchoMode(edit->echoMode() == QLineEdit::Password ? QLineEdit::Normal : QLineEdit::Password);
    });
    return eye;
}

TextLabel *paragraph(const QString &text)
{
    auto *label = new TextLabel(text, TextRole::Body, Tone::Muted);
    label->setWordWrap(true);
    return label;
}

} // namespace

ConnectionTab::ConnectionTab(MailingConnectionPresenter &presenter, Services &services, QWidget *parent)
    : QScrollArea(parent), m_presenter(presenter), m_services(services), m_address(new QLineEdit), m_token(new QLineEdit), m_name(new QLineEdit),
      m_url(new QLineEdit), m_login(new QLineEdit), m_password(new QLineEdit), m_key(new QLineEdit), m_driver(new QComboBox),
      m_reach(new ChipLabel), m_asked(new ChipLabel), m_error(new Banner(QStringLiteral("mailingConnectionError"))),
      m_targetBanner(new Banner(QStringLiteral("mailingTargetState"))), m_links(new TextLabel({}, TextRole::Caption, Tone::Muted)),
      m_targets(new QVBoxLayout)
{
    setObjectName(QStringLiteral("mailingConnection"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    auto *content = new QWidget;
    auto *layout = new QHBoxLayout(content);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::CardSpacing);
    layout->addWidget(buildPlanfix(), 1, Qt::AlignTop);
    layout->addWidget(buildTargets(), 1, Qt::AlignTop);
    setWidget(content);
    connect(&m_presenter, &MailingConnectionPresenter::changed, this, &ConnectionTab::showState);
    showState();
}

QToolButton *ConnectionTab::copyButton(QLineEdit *of, const QString &words, const QString &objectName)
{
    QToolButton *button = iconButton(QStringLiteral("edit-copy"), words, objectName);
    connect(button, &QAbstractButton::clicked, of, [of] { QGuiApplication::clipboard()->setText(of->text()); });
    return button;
}

QWidget *ConnectionTab::buildPlanfix()
{
    auto *card = new Card(tr("What to paste into Planfix"));
    card->addToHead(m_asked);
    card->body()->addWidget(paragraph(tr("In Planfix: Account management → Integrations → E-mail marketing → Planfix API. Paste both and save.")));
    card->body()->addWidget(m_error);
    m_address->setReadOnly(true);
    auto *address = new Field(tr("Address"), m_address, QStringLiteral("mailingAddress"));
    address->addBeside(copyButton(m_address, tr("Copy the address"), QStringLiteral("mailingCopyAddress")));
    card->body()->addWidget(address);
    m_toServer = linkButton(tr("How to make it reachable"), QStringLiteral("mailingToServer"));
    auto *reach = new QHBoxLayout;
    reach->addWidget(m_reach);
    reach->addWidget(m_toServer);
    reach->addStretch();
    card->body()->addLayout(reach);
    m_token->setReadOnly(true);
    m_token->setEchoMode(QLineEdit::Password);
    addEye(m_token);
    auto *token = new Field(tr("API Key"), m_token, QStringLiteral("mailingToken"));
    token->setHint(tr("Planfix shows it with every request, so that nobody else can change the lists."));
    token->addBeside(copyButton(m_token, tr("Copy the key"), QStringLiteral("mailingCopyToken")));
    card->body()->addWidget(token);
    m_make = primaryButton(tr("Make a key"), QStringLiteral("mailingMakeToken"), QStringLiteral("lock"));
    m_renew = plainButton(tr("Make a new key"), QStringLiteral("mailingRenewToken"), QStringLiteral("view-refresh"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_renew);
    buttons->addWidget(m_make);
    card->body()->addLayout(buttons);
    m_links->setWordWrap(true);
    card->body()->addWidget(m_links);
    connect(m_make, &QAbstractButton::clicked, &m_presenter, &MailingConnectionPresenter::makeToken);
    connect(m_renew, &QAbstractButton::clicked, this, &ConnectionTab::askToRenew);
    connect(m_toServer, &QAbstractButton::clicked, this, &ConnectionTab::serverRequested);
    return card;
}

QWidget *ConnectionTab::buildTargets()
{
    auto *card = new Card(tr("Mailing services"));
    card->body()->addWidget(paragraph(tr("A list can be passed on to a service that sends the letters. It is kept in step there: each change follows, "
                                         "and each night both sides are compared.")));
    m_targets->setSpacing(metrics::PairSpacing);
    card->body()->addLayout(m_targets);
    card->body()->addWidget(buildTargetForm());
    return card;
}

QWidget *ConnectionTab::buildTargetForm()
{
    auto *form = new QWidget;
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::Spacing);
    m_driver->addItem(QStringLiteral("listmonk"), QStringLiteral("listmonk"));
    m_driver->addItem(QStringLiteral("UniSender"), QStringLiteral("unisender"));
    auto *driver = new Field(tr("Kind of service"), m_driver, QStringLiteral("mailingTargetDriver"));
    m_nameField = new Field(tr("Name"), m_name, QStringLiteral("mailingTargetName"), Field::Need::Required);
    m_nameField->setHint(tr("A short one of your choice: Latin letters and digits."));
    m_urlField = new Field(tr("Address of the service"), m_url, QStringLiteral("mailingTargetUrl"));
    m_loginField = new Field(tr("API user"), m_login, QStringLiteral("mailingTargetLogin"), Field::Need::Required);
    m_passwordField = new Field(tr("Token of the API user"), m_password, QStringLiteral("mailingTargetPassword"), Field::Need::Required);
    m_keyField = new Field(tr("API key of UniSender"), m_key, QStringLiteral("mailingTargetKey"), Field::Need::Required);
    for (QLineEdit *edit : {m_password, m_key}) {
        edit->setEchoMode(QLineEdit::Password);
        addEye(edit);
    }
    m_save = plainButton(tr("Add the service"), QStringLiteral("mailingTargetSave"), QStringLiteral("list-add"));
    layout->addWidget(m_targetBanner);
    layout->addWidget(driver);
    for (Field *field : {m_nameField, m_urlField, m_loginField, m_passwordField, m_keyField})
        layout->addWidget(field);
    layout->addWidget(m_save, 0, Qt::AlignRight);
    connect(m_driver, &QComboBox::activated, this, &ConnectionTab::draftTyped);
    for (QLineEdit *edit : {m_name, m_url, m_login, m_password, m_key}) {
        connect(edit, &QLineEdit::textEdited, this, &ConnectionTab::draftTyped);
        connect(edit, &QLineEdit::returnPressed, &m_presenter, &MailingConnectionPresenter::saveTarget);
    }
    connect(m_save, &QAbstractButton::clicked, &m_presenter, &MailingConnectionPresenter::saveTarget);
    return form;
}

void ConnectionTab::draftTyped()
{
    m_presenter.setDraft({m_name->text().trimmed(), m_driver->currentData().toString(), m_url->text().trimmed(), m_login->text().trimmed(),
                          m_password->text(), m_key->text().trimmed()});
}

void ConnectionTab::askToRenew()
{
    Question question;
    question.title = tr("Make a new key?");
    question.sentence = tr("Planfix is refused until the new key is pasted there.");
    question.verb = tr("Make a new key");
    m_services.prompt.confirm(this, question, [presenter = QPointer(&m_presenter)] {
        if (presenter)
            presenter->renewToken();
    });
}

void ConnectionTab::showState()
{
    const ConnectionState &state = m_presenter.state();
    using Reach = ConnectionState::Reach;
    m_address->setText(state.address);
    m_reach->setVisible(state.reach != Reach::Public);
    m_toServer->setVisible(state.reach != Reach::Public);
    m_reach->setChip({Tone::Warning, QString(),
                      state.reach == Reach::NoServer ? tr("The server is switched off") : tr("not reachable from outside yet")});
    m_token->setText(state.facts.token);
    m_make->setVisible(!state.hasToken() || !state.facts.hasUnsubscribeKey);
    m_renew->setVisible(state.hasToken());
    m_make->setEnabled(state.body == ConnectionState::Body::Shown && !state.busy);
    m_renew->setEnabled(!state.busy);
    m_links->setText(state.facts.hasUnsubscribeKey
                         ? tr("The exported lists hold a link to unsubscribe for each address (for the header List-Unsubscribe and for the letter).")
                         : tr("The key also signs the links to unsubscribe."));
    if (state.facts.lastRequest)
        m_asked->setChip({Tone::Success, QString(), tr("Planfix last asked: %1").arg(timeShort(*state.facts.lastRequest, m_services.clock.nowMs()))});
    else
        m_asked->setChip({Tone::Muted, QStringLiteral("clock"), tr("Waiting for the first request")});
    m_error->clear();
    if (state.error)
        m_error->showError(*state.error);
    else if (state.facts.secretsError)
        m_error->showError(*state.facts.secretsError);
    else if (state.deedError)
        m_error->showError(*state.deedError);
    showTargets();
}

void ConnectionTab::showTargets()
{
    const ConnectionState &state = m_presenter.state();
    while (QLayoutItem *item = m_targets->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const mailing::Target &target : state.facts.targets)
        m_targets->addWidget(new TextLabel(QStringLiteral("%1 · %2 · %3").arg(target.name, target.driver, target.url.isEmpty() ? QStringLiteral("api.unisender.com") : target.url)));
    const TargetDraft &draft = state.draft;
    const std::pair<QLineEdit *, QString> texts[] = {
        {m_name, draft.name}, {m_url, draft.url}, {m_login, draft.login}, {m_password, draft.password}, {m_key, draft.key}};
    for (const auto &[edit, text] : texts) {
        if (edit->text().trimmed() != text.trimmed())
            edit->setText(text);
    }
    m_driver->setCurrentIndex(m_driver->findData(draft.driver));
    m_keyField->setVisible(state.isUniSender());
    m_loginField->setVisible(!state.isUniSender());
    m_passwordField->setVisible(!state.isUniSender());
    m_urlField->setHint(state.isUniSender() ? tr("Empty: https://api.unisender.com/ru/api") : tr("For example https://lists.example.org"));
    using Wrong = ConnectionState::Wrong;
    m_nameField->setError(state.wrong == Wrong::Name ? tr("Latin letters, digits, dashes") : QString());
    m_urlField->setError(state.wrong == Wrong::Url ? tr("An address like https://lists.example.org is needed") : QString());
    const QString access = state.wrong == Wrong::Access ? tr("Without it the service lets nobody in") : QString();
    m_keyField->setError(state.isUniSender() ? access : QString());
    m_loginField->setError(!state.isUniSender() && draft.login.isEmpty() ? access : QString());
    m_passwordField->setError(!state.isUniSender() && draft.password.isEmpty() ? access : QString());
    m_save->setEnabled(!state.busy);
    m_targetBanner->clear();
    if (state.saved)
        m_targetBanner->showMessage(Severity::Success, tr("The service is added"), tr("Choose it under “Lists” for the list that is to be passed on."));
}

} // namespace pfx::ui
