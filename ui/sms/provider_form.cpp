// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sms/provider_form.h"

#include "ui/common/banner.h"
#include "ui/common/field.h"
#include "ui/common/labels.h"
#include "ui/common/secret_edit.h"
#include "ui/sms/sms_words.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace pfx::ui {

namespace {

constexpr int optionsHeight = 96;
const QStringList moreFields{QStringLiteral("name"), QStringLiteral("rate"), QStringLiteral("price"), QStringLiteral("options")};

QString urlExample(const QString &driver)
{
    if (driver == QLatin1String("smpp"))
        return QStringLiteral("smpp://smsc.example.org:2775");
    if (driver == QLatin1String("kannel"))
        return QStringLiteral("http://127.0.0.1:13013/cgi-bin/sendsms");
    if (driver == QLatin1String("file"))
        return QStringLiteral("/home/office/sms.jsonl");
    return QStringLiteral("https://sms.example.org/send");
}

} // namespace

ProviderForm::ProviderForm(ProvidersPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_title(new TextLabel({}, TextRole::Section)), m_hint(new TextLabel({}, TextRole::Body, Tone::Muted)),
      m_driver(new QComboBox), m_name(new QLineEdit), m_url(new QLineEdit), m_rate(new QLineEdit), m_price(new QLineEdit),
      m_options(new QPlainTextEdit), m_error(new Banner(QStringLiteral("smsProviderError")))
{
    setObjectName(QStringLiteral("smsProviderForm"));
    buildFields();
    connect(&m_presenter, &ProvidersPresenter::changed, this, &ProviderForm::showState);
    showState();
}

void ProviderForm::takeFocus()
{
    m_driver->setFocus(Qt::OtherFocusReason);
}

void ProviderForm::buildFields()
{
    m_hint->setWordWrap(true);
    for (const QString &driver : ProvidersPresenter::drivers())
        m_driver->addItem(driverName(driver), driver);
    auto *driver = new Field(tr("Who carries the messages"), m_driver, QStringLiteral("smsDriver"));
    m_fields[QStringLiteral("name")] = new Field(tr("Name of your choice"), m_name, QStringLiteral("smsProviderName"), Field::Need::Required);
    m_fields[QStringLiteral("name")]->setHint(tr("Latin letters and digits; it stands beside each message."));
    m_fields[QStringLiteral("url")] = new Field(tr("Address of the provider"), m_url, QStringLiteral("smsProviderUrl"));
    m_fields[QStringLiteral("rate")] = new Field(tr("At most so many a second"), m_rate, QStringLiteral("smsProviderRate"));
    m_fields[QStringLiteral("rate")]->setHint(tr("Empty: as fast as the provider usually allows"));
    m_fields[QStringLiteral("price")] = new Field(tr("Price of a part, roubles"), m_price, QStringLiteral("smsProviderPrice"));
    m_fields[QStringLiteral("price")]->setHint(tr("For the counter only"));
    m_options->setTabChangesFocus(true);
    m_options->setFixedHeight(optionsHeight);
    m_options->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_fields[QStringLiteral("options")] = new Field(tr("Options, JSON"), m_options, QStringLiteral("smsProviderOptions"));
    m_more = new Button(tr("More"), QStringLiteral("smsProviderMore"), ButtonKind::Link, QStringLiteral("go-next"));
    m_more->setCheckable(true);
    m_more->setProperty("pfxAlignLeft", true);
    m_leave = linkButton(tr("Leave it"), QStringLiteral("smsProviderLeave"));
    m_save = primaryButton(tr("Save and check"), QStringLiteral("smsProviderSave"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(12);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_title, m_error, driver, m_hint, m_fields[QStringLiteral("url")]})
        column->addWidget(widget);
    buildAccess();
    column->addWidget(m_more, 0, Qt::AlignLeft);
    column->addWidget(m_fields[QStringLiteral("name")]);
    auto *pair = new QHBoxLayout;
    pair->setSpacing(metrics::CardSpacing);
    pair->addWidget(m_fields[QStringLiteral("rate")], 1, Qt::AlignTop);
    pair->addWidget(m_fields[QStringLiteral("price")], 1, Qt::AlignTop);
    column->addLayout(pair);
    column->addWidget(m_fields[QStringLiteral("options")]);
    auto *foot = new QHBoxLayout;
    foot->addStretch();
    foot->addWidget(m_leave);
    foot->addWidget(m_save);
    column->addLayout(foot);
    connect(m_driver, &QComboBox::activated, this, &ProviderForm::typed);
    for (QLineEdit *edit : {m_name, m_url, m_rate, m_price}) {
        connect(edit, &QLineEdit::textEdited, this, &ProviderForm::typed);
        connect(edit, &QLineEdit::returnPressed, &m_presenter, &ProvidersPresenter::save);
    }
    connect(m_options, &QPlainTextEdit::textChanged, this, &ProviderForm::typed);
    connect(m_more, &QAbstractButton::toggled, this, &ProviderForm::showFields);
    connect(m_save, &QAbstractButton::clicked, &m_presenter, &ProvidersPresenter::save);
    connect(m_leave, &QAbstractButton::clicked, &m_presenter, &ProvidersPresenter::leave);
}

void ProviderForm::buildAccess()
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    for (const QString &part : {QStringLiteral("login"), QStringLiteral("password"), QStringLiteral("key")}) {
        const QString objectName = QStringLiteral("smsProvider_") + part;
        QLineEdit *edit = secretEdit();
        auto *field = new Field(part, edit, objectName);
        if (part == QLatin1String("login"))
            edit->setEchoMode(QLineEdit::Normal);
        else
            field->addBeside(eyeFor(edit, objectName + QStringLiteral("Eye")));
        m_access.insert(part, edit);
        m_fields.insert(part, field);
        column->addWidget(field);
        connect(edit, &QLineEdit::textEdited, this, &ProviderForm::typed);
        connect(edit, &QLineEdit::returnPressed, &m_presenter, &ProvidersPresenter::save);
    }
}

void ProviderForm::typed()
{
    if (m_filling)
        return;
    const auto secret = [this](const char *part) { return secrets::Secret(m_access[QLatin1String(part)]->text().trimmed()); };
    sms::ProviderDraft draft;
    draft.name = m_name->text().trimmed();
    draft.driver = m_driver->currentData().toString();
    draft.url = m_url->text().trimmed();
    draft.rate = m_rate->text().trimmed().replace(QLatin1Char(','), QLatin1Char('.'));
    draft.price = m_price->text().trimmed().replace(QLatin1Char(','), QLatin1Char('.'));
    draft.options = m_options->toPlainText();
    draft.login = secret("login");
    draft.password = secret("password");
    draft.key = secret("key");
    m_presenter.setDraft(draft);
}

void ProviderForm::showState()
{
    const ProvidersState &state = m_presenter.state();
    setVisible(state.editing);
    m_filling = true;
    m_title->setText(state.isNew ? tr("A new provider") : tr("Provider “%1”").arg(state.draft.name));
    m_driver->setCurrentIndex(m_driver->findData(state.draft.driver));
    m_hint->setText(driverHint(state.draft.driver));
    const std::pair<QLineEdit *, QString> texts[] = {{m_name, state.draft.name},
                                                     {m_url, state.draft.url},
                                                     {m_access[QStringLiteral("login")], state.draft.login.reveal()},
                                                     {m_access[QStringLiteral("password")], state.draft.password.reveal()},
                                                     {m_access[QStringLiteral("key")], state.draft.key.reveal()}};
    for (const auto &[edit, text] : texts) {
        if (edit->text().trimmed() != text)
            edit->setText(text);
    }
    for (const auto &[edit, text] : {std::pair{m_rate, state.draft.rate}, std::pair{m_price, state.draft.price}}) {
        if (edit->text().trimmed().replace(QLatin1Char(','), QLatin1Char('.')) != text)
            edit->setText(text);
    }
    if (m_options->toPlainText() != state.draft.options)
        m_options->setPlainText(state.draft.options);
    m_filling = false;
    m_name->setReadOnly(!state.isNew);
    showErrors();
    showFields();
}

void ProviderForm::showFields()
{
    const ProvidersState &state = m_presenter.state();
    const QString driver = state.draft.driver;
    const QStringList access = state.access();
    for (auto edit = m_access.cbegin(); edit != m_access.cend(); ++edit) {
        Field *field = m_fields[edit.key()];
        field->setLabel(accessName(driver, edit.key()));
        field->setVisible(access.contains(edit.key()));
        field->setHint(state.isNew ? QString() : tr("Empty: stays as it is"));
    }
    m_url->setPlaceholderText(state.usualUrl().isEmpty() ? urlExample(driver) : state.usualUrl());
    m_fields[QStringLiteral("url")]->setHint(driver == QLatin1String("file") ? tr("Empty: a file beside the store") : QString());
    const bool needsOptions = driver == QLatin1String("http");
    const bool more = m_more->isChecked() || moreFields.contains(state.wrongField);
    m_more->setIconName(more ? QStringLiteral("go-down") : QStringLiteral("go-next"));
    // The address of a service that everybody reaches at the same place is nothing to ask for.
    m_fields[QStringLiteral("url")]->setVisible(more || state.wantsUrl() || state.wrongField == QLatin1String("url"));
    for (const QString &name : moreFields)
        m_fields[name]->setVisible(more || (needsOptions && name == QLatin1String("options")));
}

void ProviderForm::showErrors()
{
    const ProvidersState &state = m_presenter.state();
    const auto words = [&state](const QString &field) {
        if (field == QLatin1String("name"))
            return state.isNew && state.wrongDetail.isEmpty() ? tr("There is one of this name already") : tr("Lower-case Latin letters, digits, dashes");
        if (field == QLatin1String("url"))
            return tr("An address like %1 is needed").arg(urlExample(state.draft.driver));
        if (field == QLatin1String("options"))
            return tr("This is no JSON that fits: %1").arg(state.wrongDetail);
        if (field == QLatin1String("rate") || field == QLatin1String("price"))
            return tr("A number is needed");
        return tr("Without it the provider lets nobody in");
    };
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field)
        field.value()->setError(state.wrongField == field.key() ? words(field.key()) : QString());
    m_error->clear();
    if (state.error && state.editing)
        m_error->showError(*state.error);
    else if (!state.wrongField.isEmpty() && !m_fields.contains(state.wrongField))
        m_error->showMessage(Severity::Error, tr("It cannot be saved so"), state.wrongDetail);
}

} // namespace pfx::ui
