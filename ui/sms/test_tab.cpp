// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sms/test_tab.h"

#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/field.h"
#include "ui/common/flow_layout.h"
#include "ui/common/labels.h"
#include "ui/common/secret_edit.h"
#include "ui/sms/answer_panel.h"
#include "ui/sms/sms_words.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace pfx::ui {

namespace {

constexpr int textHeight = 72; // the button below it is seen in a window of 1024x700

/// Two fields beside one another, of one width.
QHBoxLayout *pairOf(QWidget *left, QWidget *right)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::CardSpacing);
    row->addWidget(left, 1, Qt::AlignTop);
    row->addWidget(right, 1, Qt::AlignTop);
    return row;
}

QRadioButton *radio(const QString &text, const QString &objectName, QButtonGroup *group)
{
    auto *button = new QRadioButton(text);
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    group->addButton(button);
    return button;
}

QLayout *choice(const QString &question, QRadioButton *first, QRadioButton *second)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(metrics::PairSpacing);
    column->addWidget(new TextLabel(question, TextRole::Caption));
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::PageMargin);
    row->addWidget(first);
    row->addWidget(second);
    row->addStretch();
    column->addLayout(row);
    return column;
}

} // namespace

TestTab::TestTab(TestPresenter &presenter, QWidget *parent)
    : QScrollArea(parent), m_presenter(presenter), m_missing(new Banner(QStringLiteral("smsMissing"))), m_address(new QLineEdit),
      m_to(new QLineEdit), m_from(new QComboBox), m_text(new QPlainTextEdit), m_reach(new ChipLabel), m_characters(new TextLabel),
      m_encoding(new TextLabel({}, TextRole::Caption, Tone::Muted)), m_parts(new TextLabel({}, TextRole::Caption, Tone::Muted)),
      m_price(new TextLabel), m_consequence(new TextLabel({}, TextRole::Body, Tone::Muted)), m_previewText(new TextLabel),
      m_previewCount(new TextLabel({}, TextRole::Caption, Tone::Muted))
{
    setObjectName(QStringLiteral("smsTest"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    auto *columns = new QHBoxLayout(content);
    columns->setContentsMargins({});
    columns->setSpacing(metrics::CardSpacing);
    auto *answer = new AnswerPanel(m_presenter);
    auto *left = new QWidget;
    auto *form = new QVBoxLayout(left);
    form->setContentsMargins({});
    form->addWidget(buildForm());
    form->addStretch(1);
    for (QWidget *column : {left, static_cast<QWidget *>(answer)}) { // of one width, whatever stands in them
        column->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        columns->addWidget(column, 1);
    }
    setWidget(content);
    connect(answer, &AnswerPanel::messageRequested, this, &TestTab::messageRequested);
    connect(&m_presenter, &TestPresenter::formFilled, this, &TestTab::fill);
    connect(&m_presenter, &TestPresenter::changed, this, &TestTab::showState);
    fill();
    showState();
}

void TestTab::takeFocus()
{
    m_to->setFocus(Qt::OtherFocusReason);
}

QWidget *TestTab::buildForm()
{
    auto *card = new Card;
    card->body()->setSpacing(metrics::Spacing);
    card->body()->addWidget(m_missing);
    card->body()->addLayout(buildTarget());
    card->body()->addLayout(buildAccess());
    card->body()->addLayout(buildMessage());
    card->body()->addWidget(buildCounter());
    card->body()->addWidget(buildPreview());
    card->body()->addWidget(new Hairline);
    m_run = primaryButton(tr("Run the test"), QStringLiteral("smsRun"), QStringLiteral("mail-send"));
    m_consequence->setWordWrap(true);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_consequence, 1);
    foot->addWidget(m_run);
    card->body()->addLayout(foot);
    connect(m_run, &QAbstractButton::clicked, &m_presenter, &TestPresenter::run);
    for (QLineEdit *edit : {m_address, m_login, m_password, m_key, m_to}) {
        connect(edit, &QLineEdit::textEdited, this, &TestTab::typed);
        connect(edit, &QLineEdit::returnPressed, &m_presenter, &TestPresenter::run);
    }
    for (QRadioButton *button : {m_ours, m_other, m_byPassword, m_byKey})
        connect(button, &QAbstractButton::toggled, this, &TestTab::typed);
    connect(m_from, &QComboBox::editTextChanged, this, &TestTab::typed);
    connect(m_text, &QPlainTextEdit::textChanged, this, &TestTab::typed);
    return card;
}

QLayout *TestTab::buildTarget()
{
    auto *group = new QButtonGroup(this);
    m_ours = radio(tr("Our service"), QStringLiteral("smsOurs"), group);
    m_other = radio(tr("Another address"), QStringLiteral("smsOther"), group);
    m_addressField = new Field(tr("Address"), m_address, QStringLiteral("smsTestAddress"));
    m_toServer = linkButton(tr("Make it reachable"), QStringLiteral("smsTestToServer"));
    connect(m_toServer, &QAbstractButton::clicked, this, &TestTab::serverRequested);
    auto *reach = new QHBoxLayout;
    reach->addWidget(m_reach);
    reach->addStretch();
    reach->addWidget(m_toServer);
    auto *column = new QVBoxLayout;
    column->setSpacing(metrics::Spacing);
    column->addLayout(choice(tr("Where the request goes"), m_ours, m_other));
    column->addWidget(m_addressField);
    column->addLayout(reach);
    return column;
}

QLineEdit *TestTab::secretField(const QString &label, const QString &objectName, Field *&field)
{
    QLineEdit *edit = secretEdit();
    field = new Field(label, edit, objectName);
    field->addBeside(eyeFor(edit, objectName + QStringLiteral("Eye")));
    return edit;
}

QLayout *TestTab::buildAccess()
{
    auto *group = new QButtonGroup(this);
    m_byPassword = radio(tr("By login and password"), QStringLiteral("smsByPassword"), group);
    m_byKey = radio(tr("By key"), QStringLiteral("smsByKey"), group);
    auto *login = new QLineEdit;
    m_loginField = new Field(tr("Login"), login, QStringLiteral("smsLogin"));
    m_login = login;
    m_password = secretField(tr("Password"), QStringLiteral("smsPassword"), m_passwordField);
    m_key = secretField(tr("Key"), QStringLiteral("smsKey"), m_keyField);
    auto *column = new QVBoxLayout;
    column->setSpacing(metrics::Spacing);
    column->addLayout(choice(tr("Authorisation"), m_byPassword, m_byKey));
    column->addLayout(pairOf(m_loginField, m_passwordField));
    column->addWidget(m_keyField);
    return column;
}

QLayout *TestTab::buildMessage()
{
    m_from->setEditable(true);
    m_from->setInsertPolicy(QComboBox::NoInsert);
    m_from->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *from = new Field(tr("Sender"), m_from, QStringLiteral("smsFrom"));
    m_toField = new Field(tr("Phone number"), m_to, QStringLiteral("smsTo"), Field::Need::Required);
    m_to->setPlaceholderText(QStringLiteral("+7 900 000-00-00"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(textHeight);
    m_text->document()->setDocumentMargin(metrics::Spacing - 1);
    m_textField = new Field(tr("Text of the message"), m_text, QStringLiteral("smsText"), Field::Need::Required);
    auto *column = new QVBoxLayout;
    column->setSpacing(metrics::Spacing);
    column->addLayout(pairOf(from, m_toField));
    column->addWidget(m_textField);
    return column;
}

QWidget *TestTab::buildCounter()
{
    auto *counter = new QWidget;
    counter->setObjectName(QStringLiteral("smsCounter"));
    auto *column = new QVBoxLayout(counter);
    column->setContentsMargins({});
    column->setSpacing(metrics::PairSpacing);
    auto *numbers = new QWidget;
    auto *flow = new FlowLayout(numbers);
    for (TextLabel *label : {m_characters, m_encoding, m_parts, m_price})
        flow->addWidget(label);
    m_simplify = linkButton(tr("Simplify to GSM"), QStringLiteral("smsSimplify"));
    m_latin = linkButton(tr("In Latin letters"), QStringLiteral("smsLatin"));
    auto *links = new QHBoxLayout;
    links->setSpacing(metrics::CardSpacing);
    for (Button *link : {m_simplify, m_latin}) {
        link->setProperty("pfxAlignLeft", true);
        links->addWidget(link);
    }
    links->addStretch();
    column->addWidget(numbers);
    column->addLayout(links);
    connect(m_simplify, &QAbstractButton::clicked, this, [this] { m_presenter.lookAt(Spelling::Kind::Simplified); });
    connect(m_latin, &QAbstractButton::clicked, this, [this] { m_presenter.lookAt(Spelling::Kind::Latin); });
    return counter;
}

QWidget *TestTab::buildPreview()
{
    m_preview = new Card;
    m_previewText->setWordWrap(true);
    m_previewCount->setWordWrap(true);
    m_previewText->setObjectName(QStringLiteral("smsPreview"));
    Button *take = plainButton(tr("Take this text"), QStringLiteral("smsTakePreview"));
    Button *leave = linkButton(tr("Keep mine"), QStringLiteral("smsLeavePreview"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_previewCount, 1);
    row->addWidget(leave);
    row->addWidget(take);
    m_preview->body()->setSpacing(metrics::Spacing);
    m_preview->body()->addWidget(m_previewText);
    m_preview->body()->addLayout(row);
    connect(take, &QAbstractButton::clicked, this, [this] {
        m_text->setFocus(Qt::OtherFocusReason); // the button goes
        m_presenter.takePreview();
    });
    connect(leave, &QAbstractButton::clicked, this, [this] {
        m_text->setFocus(Qt::OtherFocusReason);
        m_presenter.leavePreview();
    });
    return m_preview;
}

void TestTab::typed()
{
    if (m_filling)
        return;
    TestForm form = m_presenter.state().form;
    form.target = m_other->isChecked() ? TestForm::Target::Other : TestForm::Target::Ours;
    form.access = m_byKey->isChecked() ? TestForm::Access::Key : TestForm::Access::Password;
    if (m_presenter.state().form.target == TestForm::Target::Other)
        form.address = m_address->text();
    form.login = m_login->text();
    form.password = m_password->text();
    form.key = m_key->text();
    form.from = m_from->currentText();
    form.to = m_to->text();
    form.text = m_text->toPlainText();
    m_presenter.setForm(form);
}

/// The program has written into the person's fields.
void TestTab::fill()
{
    const TestForm &form = m_presenter.state().form;
    m_filling = true;
    (form.target == TestForm::Target::Ours ? m_ours : m_other)->setChecked(true);
    (form.access == TestForm::Access::Key ? m_byKey : m_byPassword)->setChecked(true);
    m_login->setText(form.login);
    m_password->setText(form.password);
    m_key->setText(form.key);
    if (m_text->toPlainText() != form.text)
        m_text->setPlainText(form.text);
    m_filling = false;
}

void TestTab::showState()
{
    const TestState &state = m_presenter.state();
    using Wrong = TestState::Wrong;
    showMissing();
    showTarget();
    showCounter();
    m_addressField->setError(state.wrong != Wrong::Address ? QString()
                                 : state.isOurs()          ? tr("The server is switched off: there is nothing to call yet")
                                                           : tr("An address like https://sms.example.org/send is needed"));
    m_toField->setError(state.wrong == Wrong::Phone ? tr("Whom shall it reach?") : QString());
    m_textField->setError(state.wrong == Wrong::Text ? tr("Without a text there is nothing to send") : QString());
    m_run->setEnabled(!state.busy);
}

/// One thing at a time: the first that stands between the person and a sent message.
void TestTab::showMissing()
{
    using Missing = StandingState::Missing;
    const StandingState &standing = m_presenter.standing().state();
    const Missing missing = m_presenter.state().isOurs() && standing.body == StandingState::Body::Shown ? standing.missing() : Missing::Nothing;
    if (missing == m_shownMissing)
        return; // the button stays under the pointer
    m_shownMissing = missing;
    m_missing->clear();
    switch (missing) {
    case Missing::Nothing:
        return;
    case Missing::Secrets:
        m_missing->showError(*standing.facts.secretsError);
        return;
    case Missing::Server:
        m_missing->showMessage(Severity::Warning, tr("The server is switched off"), tr("Planfix calls it to send a message."));
        connect(m_missing->addAction(tr("Switch the server on"), QStringLiteral("smsMissingServer")), &QAbstractButton::clicked, this,
                &TestTab::serverRequested);
        return;
    case Missing::Credential:
        m_missing->showMessage(Severity::Info, tr("First step: a login and a password for Planfix"),
                               tr("The program makes them and keeps them in the keychain; the same will be pasted into Planfix."));
        connect(m_missing->addAction(tr("Make login and password"), QStringLiteral("smsMakeAccess"), ButtonKind::Normal, QStringLiteral("lock")),
                &QAbstractButton::clicked, &m_presenter, &TestPresenter::makeAccess, Qt::QueuedConnection);
        return;
    case Missing::Provider:
        m_missing->showMessage(Severity::Info, tr("Next step: somebody who carries the messages"),
                               tr("Without a provider they are accepted and wait in the queue."));
        connect(m_missing->addAction(tr("Add a provider"), QStringLiteral("smsAddProvider"), ButtonKind::Normal, QStringLiteral("list-add")),
                &QAbstractButton::clicked, this, &TestTab::providerRequested, Qt::QueuedConnection);
        return;
    }
}

void TestTab::showTarget()
{
    const TestState &state = m_presenter.state();
    const StandingState &standing = m_presenter.standing().state();
    const bool ours = state.isOurs();
    const QString address = ours ? standing.callAddress : state.form.address;
    if (m_address->text() != address)
        m_address->setText(address);
    m_address->setReadOnly(ours);
    m_address->setPlaceholderText(ours ? tr("The server is switched off") : QStringLiteral("https://"));
    const bool outside = ours && standing.reach == StandingState::Reach::LocalOnly;
    m_reach->setVisible(outside);
    m_toServer->setVisible(outside);
    m_reach->setChip({Tone::Warning, QString(), tr("not reachable from outside yet")});
    const bool byKey = state.form.access == TestForm::Access::Key;
    m_loginField->setVisible(!byKey);
    m_passwordField->setVisible(!byKey);
    m_keyField->setVisible(byKey);
    showSenders();
    const ProviderView *first = standing.firstProvider();
    if (!ours)
        m_consequence->setText(tr("The address gets a real request"));
    else if (!first)
        m_consequence->setText(tr("It will wait in the queue: there is no provider"));
    else if (first->driver == QLatin1String("file"))
        m_consequence->setText(tr("Nothing goes out: it is written into a file"));
    else
        m_consequence->setText(tr("A real message goes out"));
}

void TestTab::showSenders()
{
    const QStringList senders = m_presenter.standing().state().senders();
    if (m_from->count() == senders.size())
        return;
    m_filling = true;
    const QString now = m_from->currentText();
    m_from->clear();
    m_from->addItems(senders);
    m_from->setEditText(now);
    m_filling = false;
    if (now.isEmpty() && !senders.isEmpty())
        m_from->setEditText(senders.first()); // as Planfix's own settings name one
}

void TestTab::showCounter()
{
    const TestState &state = m_presenter.state();
    m_characters->setText(charactersOf(state.form.text));
    const bool empty = state.form.text.isEmpty();
    m_encoding->setVisible(!empty);
    m_parts->setVisible(!empty);
    m_encoding->setText(encodingOf(state.segments));
    m_parts->setText(partsOf(state.segments));
    const ProviderView *first = m_presenter.standing().state().firstProvider();
    const QString price = first && state.isOurs() ? priceOf(first->price, state.segments.count()) : QString();
    m_price->setText(price);
    m_price->setVisible(!price.isEmpty());
    m_simplify->setVisible(state.simplified.has_value());
    m_latin->setVisible(state.latin.has_value());
    const bool appears = state.preview && m_preview->isHidden();
    m_preview->setVisible(state.preview.has_value());
    if (appears) // once it has its place
        QMetaObject::invokeMethod(this, [this] { ensureWidgetVisible(m_preview); }, Qt::QueuedConnection);
    if (!state.preview)
        return;
    const auto &spelling = state.spelling(*state.preview);
    m_previewText->setText(spelling->text);
    m_previewCount->setText(tr("%1, %2 instead of %3").arg(encodingOf(spelling->segments), partsOf(spelling->segments)).arg(state.segments.count()));
}

} // namespace pfx::ui
