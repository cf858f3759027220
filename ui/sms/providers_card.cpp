// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sms/providers_card.h"

#include "core/base/clock.h"
#include "ui/common/banner.h"
#include "ui/common/labels.h"
#include "ui/common/prompt.h"
#include "ui/sms/provider_form.h"
#include "ui/sms/provider_row.h"
#include "ui/sms/sms_words.h"

#include <QVBoxLayout>

namespace pfx::ui {

ProvidersCard::ProvidersCard(ProvidersPresenter &presenter, Services &services, QWidget *parent)
    : Card(tr("Providers"), parent), m_presenter(presenter), m_services(services), m_none(new TextLabel({}, TextRole::Body, Tone::Muted)),
      m_banner(new Banner(QStringLiteral("smsProvidersState"))), m_list(new QVBoxLayout)
{
    m_none->setWordWrap(true);
    m_list->setSpacing(12);
    m_add = plainButton(tr("Add a provider"), QStringLiteral("smsProviderAdd"), QStringLiteral("list-add"));
    connect(&m_presenter, &ProvidersPresenter::changed, this, &ProvidersCard::keepFocus); // before the form shows it
    m_form = new ProviderForm(presenter);
    body()->setSpacing(12);
    body()->addWidget(m_none);
    body()->addWidget(m_banner);
    body()->addLayout(m_list);
    body()->addWidget(m_form);
    body()->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QAbstractButton::clicked, this, &ProvidersCard::begin);
    connect(&m_presenter, &ProvidersPresenter::changed, this, &ProvidersCard::showState);
    showState();
}

void ProvidersCard::begin()
{
    m_presenter.begin();
    m_form->takeFocus();
    emit formOpened(m_form);
}

/// What has the focus is about to vanish with the form, and Qt would give it to whatever comes next on the page.
void ProvidersCard::keepFocus()
{
    if (m_presenter.state().editing || !m_form->isAncestorOf(window()->focusWidget()))
        return;
    m_add->show();
    m_add->setFocus(Qt::OtherFocusReason);
}

void ProvidersCard::connectRow(ProviderRow *row)
{
    // Queued: what a button does may change the row that it stands in.
    connect(row, &ProviderRow::checkChosen, &m_presenter, &ProvidersPresenter::check, Qt::QueuedConnection);
    connect(row, &ProviderRow::moveChosen, &m_presenter, &ProvidersPresenter::move, Qt::QueuedConnection);
    connect(row, &ProviderRow::wakeChosen, &m_presenter, &ProvidersPresenter::wake, Qt::QueuedConnection);
    connect(row, &ProviderRow::removeChosen, this, &ProvidersCard::askToRemove, Qt::QueuedConnection);
    connect(row, &ProviderRow::pauseChosen, this, [this](const QString &name, sms::Pause pause) { m_presenter.pause(name, pause); });
    connect(row, &ProviderRow::editChosen, this, [this](const QString &name) {
        m_presenter.edit(name);
        m_form->takeFocus();
        emit formOpened(m_form);
    });
}

void ProvidersCard::showRows()
{
    const auto &providers = m_presenter.standing().state().facts.providers;
    while (m_rows.size() > providers.size())
        m_rows.takeLast()->deleteLater();
    while (m_rows.size() < providers.size()) {
        m_rows.append(new ProviderRow(int(m_rows.size())));
        m_list->addWidget(m_rows.last());
        connectRow(m_rows.last());
    }
    for (qsizetype i = 0; i < providers.size(); ++i)
        m_rows[i]->show(providers[i], m_presenter.state(), int(providers.size()), m_services.clock.nowMs());
}

void ProvidersCard::showState()
{
    const ProvidersState &state = m_presenter.state();
    const auto &providers = m_presenter.standing().state().facts.providers;
    m_none->setText(providers.isEmpty() ? tr("Somebody has to carry the messages to the operators: a service such as SMSC.ru, an operator itself, or, for a "
                                             "first try, a file on this computer.")
                                        : tr("A message goes to the first that takes it; if that one cannot, to the next."));
    m_add->setVisible(!state.editing);
    showBanner();
    showRows();
}

void ProvidersCard::showBanner()
{
    const ProvidersState &state = m_presenter.state();
    const auto &check = state.checks.value(state.saved).check;
    const QString works = !state.editing && check && !check->trouble ? state.saved : QString();
    if (state.error && !state.editing) {
        m_banner->showError(*state.error);
    } else if (works != m_told || works.isEmpty()) {
        m_banner->clear();
        if (!works.isEmpty()) {
            m_banner->showMessage(Severity::Success, tr("Everything is ready to send"));
            connect(m_banner->addAction(tr("Send a test message"), QStringLiteral("smsProviderTest"), ButtonKind::Normal, QStringLiteral("mail-send")),
                    &QAbstractButton::clicked, this, &ProvidersCard::testRequested);
        }
    }
    m_told = works;
}

void ProvidersCard::askToRemove(const QString &name)
{
    const ProviderView *view = m_presenter.standing().state().provider(name);
    Question question;
    question.title = tr("Take out the provider “%1”?").arg(view ? driverName(view->driver) : name);
    question.sentence = tr("Its login, password and key are forgotten. What waits for it goes to another provider, or waits on.");
    question.verb = tr("Take out the provider");
    m_services.prompt.confirm(this, question, [card = QPointer(this), name] {
        if (!card)
            return;
        card->m_presenter.remove(name);
        if (card->m_add->isVisible()) // the row's own button goes
            card->m_add->setFocus(Qt::OtherFocusReason);
    });
}

} // namespace pfx::ui
