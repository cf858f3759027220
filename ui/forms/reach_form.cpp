// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/reach_form.h"

#include "core/texts/server_texts.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/field.h"
#include "ui/common/step_parts.h"
#include "ui/forms/feedback_presenter.h"

#include <QBoxLayout>
#include <QLineEdit>

namespace pfx::ui {

static const QString exampleAddress = QStringLiteral("https://console.example.org");

ReachForm::ReachForm(FeedbackPresenter &presenter, QWidget *parent) : QWidget(parent), m_presenter(presenter)
{
    setObjectName(QStringLiteral("reachForm"));
    auto *card = new Card(tr("Availability from outside"));
    parts::column(this)->addWidget(card);
    card->body()->addWidget(parts::caption(tr("Planfix calls from its cloud over HTTPS, and a computer in an office stands behind a router. There are two ways.")));
    const auto way = [card](const QString &name, const QString &words) {
        auto *label = new TextLabel(QStringLiteral("<b>%1</b> %2").arg(name.toHtmlEscaped(), words.toHtmlEscaped()));
        label->setTextFormat(Qt::RichText);
        label->setWordWrap(true);
        card->body()->addWidget(label);
    };
    way(tr("Reverse proxy."), tr("A server with a name and a certificate (Caddy or nginx) passes the requests on to this program."));
    way(tr("Tunnel."), tr("This computer keeps a connection to a small rented server (ssh -R), through which the requests come."));
    auto *help = linkButton(tr("How to set them up"), QStringLiteral("reachHelp"));
    card->body()->addWidget(help, 0, Qt::AlignLeft);
    m_url = new QLineEdit;
    m_url->setPlaceholderText(exampleAddress);
    m_field = new Field(tr("Public address"), m_url, QStringLiteral("publicUrl"));
    m_check = plainButton(tr("Check the availability"), QStringLiteral("checkReach"), QStringLiteral("internet-services"));
    m_field->addBeside(m_check);
    card->body()->addWidget(m_field);
    m_banner = new Banner(QStringLiteral("reachBanner"));
    card->body()->addWidget(m_banner);
    connect(m_url, &QLineEdit::textChanged, &presenter, &FeedbackPresenter::setPublicUrl);
    connect(m_url, &QLineEdit::editingFinished, this, &ReachForm::urlEntered);
    connect(m_check, &QPushButton::clicked, &presenter, &FeedbackPresenter::checkReach);
    connect(help, &QPushButton::clicked, this, &ReachForm::helpWanted);
    connect(&presenter, &FeedbackPresenter::changed, this, &ReachForm::refresh);
    refresh();
}

void ReachForm::refresh()
{
    const FeedbackState &state = m_presenter.state();
    if (m_url->text() != state.publicUrl)
        m_url->setText(state.publicUrl);
    m_field->setHint(state.server.isListening() ? tr("Leads to this program, which listens at %1").arg(state.server.address)
                                                : tr("The server of this program is not listening now"));
    m_field->setError(state.publicUrlError);
    m_check->setEnabled(state.reach != FeedbackState::Reach::Checking);
    showReach();
}

void ReachForm::showReach()
{
    const FeedbackState &state = m_presenter.state();
    const QString shown = QString::number(static_cast<int>(state.reach)) + (state.report ? texts::reach(*state.report).message : QString())
        + (state.reachError ? state.reachError->detail : QString());
    if (shown == m_shown)
        return;
    m_shown = shown;
    m_banner->clear();
    switch (state.reach) {
    case FeedbackState::Reach::Unknown:
        return;
    case FeedbackState::Reach::Checking:
        m_banner->showMessage(Severity::Info, tr("Calling the public address…"));
        return;
    case FeedbackState::Reach::Reached:
        m_banner->showMessage(Severity::Success, texts::reach(*state.report).message,
                              tr("Planfix can call. What is left is its first request."));
        return;
    case FeedbackState::Reach::NotReached:
        if (state.report) {
            const texts::ErrorText words = texts::reach(*state.report);
            m_banner->showMessage(Severity::Error, words.message, words.advice);
        } else if (state.reachError) {
            m_banner->showError(*state.reachError);
        }
        return;
    }
}

} // namespace pfx::ui
