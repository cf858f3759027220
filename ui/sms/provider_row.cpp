// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sms/provider_row.h"

#include "core/texts/sms_texts.h"
#include "core/texts/texts.h"
#include "ui/common/banner.h"
#include "ui/common/chip.h"
#include "ui/common/flow_layout.h"
#include "ui/common/formatting.h"
#include "ui/common/labels.h"
#include "ui/sms/sms_words.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace pfx::ui {

ProviderRow::ProviderRow(int place, QWidget *parent)
    : QWidget(parent), m_place(place), m_title(new TextLabel), m_about(new TextLabel({}, TextRole::Caption, Tone::Muted)), m_chip(new ChipLabel),
      m_trouble(new Banner(QStringLiteral("smsProviderTrouble%1").arg(place))), m_checkBanner(new Banner(QStringLiteral("smsProviderCheck%1").arg(place)))
{
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_about->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::Spacing);
    m_up = iconButton(QStringLiteral("go-up"), tr("Earlier"), QStringLiteral("smsProviderUp%1").arg(place));
    m_down = iconButton(QStringLiteral("go-down"), tr("Later"), QStringLiteral("smsProviderDown%1").arg(place));
    head->addWidget(m_title, 1);
    head->addWidget(m_chip);
    head->addWidget(m_up);
    head->addWidget(m_down);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics::PairSpacing);
    column->addLayout(head);
    column->addWidget(m_about);
    column->addWidget(m_trouble);
    column->addWidget(m_checkBanner);
    buildButtons();
    column->addSpacing(metrics::PairSpacing);
    column->addWidget(new Hairline);
}

void ProviderRow::buildButtons()
{
    m_check = plainButton(tr("Check"), QStringLiteral("smsCheck%1").arg(m_place), QStringLiteral("view-refresh"));
    m_pause = plainButton(tr("Pause"), QStringLiteral("smsPause%1").arg(m_place));
    m_edit = plainButton(tr("Change"), QStringLiteral("smsEdit%1").arg(m_place), QStringLiteral("document-edit"));
    m_remove = dangerButton(tr("Take out"), QStringLiteral("smsRemove%1").arg(m_place));
    auto *buttons = new QWidget;
    auto *row = new FlowLayout(buttons);
    for (Button *button : {m_check, m_pause, m_edit, m_remove})
        row->addWidget(button);
    static_cast<QVBoxLayout *>(layout())->addWidget(buttons);
    connect(m_check, &QAbstractButton::clicked, this, [this] { emit checkChosen(m_name); });
    connect(m_edit, &QAbstractButton::clicked, this, [this] { emit editChosen(m_name); });
    connect(m_remove, &QAbstractButton::clicked, this, [this] { emit removeChosen(m_name); });
    connect(m_up, &QAbstractButton::clicked, this, [this] { emit moveChosen(m_name, -1); });
    connect(m_down, &QAbstractButton::clicked, this, [this] { emit moveChosen(m_name, 1); });
    connect(m_pause, &QAbstractButton::clicked, this, [this] {
        if (!m_paused && m_standsStill)
            emit wakeChosen();
        else
            emit pauseChosen(m_name, m_paused ? sms::Pause::Off : sms::Pause::On);
    });
}

void ProviderRow::show(const ProviderView &view, const ProvidersState &state, int count, qint64 nowMs)
{
    m_name = view.name;
    m_paused = view.paused;
    m_standsStill = view.state.state == QLatin1String("paused");
    m_title->setText(driverName(view.driver));
    m_chip->setChip(chipOf(view));
    QStringList about;
    if (view.name != view.driver)
        about.append(view.name);
    if (!view.url.isEmpty())
        about.append(view.url);
    if (const QString balance = balanceOf(view, nowMs); !balance.isEmpty())
        about.append(balance);
    m_about->setText(about.join(QStringLiteral(" · ")));
    m_about->setVisible(!about.isEmpty());
    m_up->setVisible(count > 1);
    m_down->setVisible(count > 1);
    m_up->setEnabled(m_place > 0 && !state.busy);
    m_down->setEnabled(m_place + 1 < count && !state.busy);
    const bool wakes = !m_paused && m_standsStill;
    m_pause->setText(m_paused ? tr("Go on") : wakes ? tr("Try now") : tr("Pause"));
    m_pause->setIconName(m_paused || wakes ? QStringLiteral("media-playback-start") : QStringLiteral("media-playback-pause"));
    for (Button *button : {m_pause, m_edit, m_remove}) {
        button->setEnabled(!state.busy);
        button->setAccessibleName(QStringLiteral("%1: %2").arg(button->text(), m_name));
    }
    m_check->setAccessibleName(QStringLiteral("%1: %2").arg(m_check->text(), m_name));
    // What was told before is out of date when the provider has just let us in.
    const auto &check = state.checks.value(m_name).check;
    if (const QString trouble = check && !check->trouble ? QString() : troubleOf(view); trouble != m_shownTrouble) {
        m_shownTrouble = trouble;
        m_trouble->clear();
        if (!trouble.isEmpty())
            m_trouble->showMessage(view.needsPerson() ? Severity::Error : Severity::Warning, trouble, adviceOn(view), view.state.errorDetail);
    }
    showCheck(state.checks.value(m_name));
}

void ProviderRow::showCheck(const ProvidersState::Checked &checked)
{
    m_check->setEnabled(!checked.running);
    const auto said = [this](Severity severity, const QString &fact, const QString &sentence, const QString &technical) {
        const QString now = fact + sentence + technical;
        if (now == m_shownCheck)
            return;
        m_shownCheck = now;
        m_checkBanner->clear();
        if (!fact.isEmpty())
            m_checkBanner->showMessage(severity, fact, sentence, technical);
    };
    if (checked.running)
        return said(Severity::Info, tr("The provider is being asked…"), {}, {});
    if (checked.error) {
        const texts::ErrorText words = texts::describe(*checked.error);
        return said(Severity::Error, words.message, words.advice, checked.error->detail);
    }
    if (!checked.check)
        return said(Severity::Info, {}, {}, {});
    const sms::ProviderCheck &check = *checked.check;
    if (check.trouble) {
        const bool account = *check.trouble == sms::Trouble::Account;
        return said(Severity::Error, account ? texts::smsTrouble(QStringLiteral("account")) : tr("The provider cannot be reached"),
                    account ? tr("Compare them with those on the provider's pages: “Change”.") : tr("Is the address right, and is there a connection?"),
                    check.error.detail);
    }
    if (check.balance) {
        const QString currency = check.balance->currency.isEmpty() ? QStringLiteral("RUB") : check.balance->currency;
        return said(Severity::Success, tr("The provider works; the balance is %1").arg(amount(check.balance->amount, currency)), {}, {});
    }
    said(Severity::Success, check.proven ? tr("The provider works and has let us in") : tr("The provider answers"),
         check.proven ? QString() : tr("Whether it takes the access shows a test message."), {});
}

} // namespace pfx::ui
