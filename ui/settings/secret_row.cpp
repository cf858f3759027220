// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/secret_row.h"

#include "core/orders/planfix_desk.h"
#include "core/secrets/new_secret.h"
#include "core/secrets/secret_store.h"
#include "core/settings/settings.h"
#include "core/store/store.h"
#include "ui/common/background.h"
#include "ui/common/copy_row.h"
#include "ui/common/live.h"
#include "ui/common/prompt.h"
#include "ui/common/services.h"
#include "ui/common/step_parts.h"

#include <QBoxLayout>

namespace pfx::ui {

using base::Result;

SecretRow::SecretRow(Services &services, const QString &name, const SecretWords &words, QWidget *parent)
    : QWidget(parent), m_services(services), m_name(name), m_words(words)
{
    setObjectName(name);
    QBoxLayout *column = parts::column(this);
    column->setSpacing(metrics::PairSpacing);
    column->addWidget(new TextLabel(words.label, TextRole::Caption));
    m_state = parts::caption({});
    m_state->setObjectName(name + QStringLiteral("-state"));
    m_make = plainButton({}, name + QStringLiteral("-make"), QStringLiteral("lock"));
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::Spacing);
    line->addWidget(m_state, 1);
    line->addWidget(m_make);
    column->addLayout(line);
    m_value = new CopyRow(tr("%1, shown once").arg(words.label), name + QStringLiteral("-value"));
    m_value->setHint(tr("Copy it now: it is not shown again. When it is lost, make another one."));
    m_value->hide();
    column->addWidget(m_value);
    m_trouble = new Banner(name + QStringLiteral("-trouble"));
    column->addWidget(m_trouble);
    connect(m_make, &QPushButton::clicked, this, &SecretRow::askToMake);
    tell(Kept::No);
    reload();
}

/// The environment's stands before the keychain's and cannot be replaced here.
bool SecretRow::isGiven() const
{
    const QString variable = QStringLiteral("PFX_SECRET_") + QString(m_name).replace(QLatin1Char('.'), QLatin1Char('_')).replace(QLatin1Char('-'), QLatin1Char('_')).toUpper();
    return !m_services.live->office().environment.value(variable).isEmpty();
}

void SecretRow::reload()
{
    m_services.background.run(
        this,
        [live = m_services.live, name = m_name]() -> Result<Kept> {
            PFX_ASSIGN(const auto kept, live->secrets().read(name));
            return kept && !kept->isEmpty() ? Kept::Yes : Kept::No;
        },
        [this](const Result<Kept> &kept) { tell(kept); });
}

void SecretRow::tell(const Result<Kept> &kept)
{
    m_trouble->clear();
    if (!kept)
        m_trouble->showError(kept.error());
    m_kept = kept.value_or(Kept::No);
    const bool given = isGiven();
    if (given)
        m_state->setText(tr("Given by the environment, where the program is started"));
    else
        m_state->setText(m_kept == Kept::Yes ? tr("It is there, in the keychain") : m_words.none);
    m_make->setText(m_kept == Kept::Yes ? tr("Replace…") : tr("Make"));
    m_make->setAccessibleName(QStringLiteral("%1: %2").arg(m_words.label, m_make->text()));
    m_make->setVisible(!given);
}

void SecretRow::askToMake()
{
    if (m_kept == Kept::No)
        return make();
    Question question;
    question.title = m_words.replaceTitle;
    question.sentence = m_words.replaceSentence;
    question.verb = tr("Replace");
    m_services.prompt.confirm(this, question, [this] { make(); });
}

void SecretRow::make()
{
    m_make->setEnabled(false);
    m_trouble->clear();
    m_services.background.run(
        this,
        [live = m_services.live, &store = m_services.store, name = m_name]() -> Result<QString> {
            const secrets::Secret made = secrets::newSecret();
            PFX_TRY(live->secrets().write(name, made));
            // Whoever asks for it reads it anew.
            PFX_TRY(store.writer().run([](store::Connection &db) { return settings::touch(db); }));
            return made.reveal();
        },
        [this](const Result<QString> &made) {
            m_make->setEnabled(true);
            if (!made)
                return m_trouble->showError(made.error());
            m_value->setText(*made);
            m_value->show();
            tell(Kept::Yes);
        });
}

} // namespace pfx::ui
