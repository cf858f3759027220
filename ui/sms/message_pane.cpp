// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sms/message_pane.h"

#include "core/base/phone.h"
#include "core/texts/sms_texts.h"
#include "ui/common/banner.h"
#include "ui/common/details_pane.h"
#include "ui/common/flow_layout.h"
#include "ui/common/formatting.h"
#include "ui/sms/sms_words.h"

#include <QVBoxLayout>

namespace pfx::ui {

namespace {

QString sourceOf(const sms::Message &message)
{
    if (message.source == sms::name(sms::Source::Planfix))
        return MessagePane::tr("Request with “%1” from %2")
            .arg(message.credential == sms::defaultCredential ? MessagePane::tr("main") : message.credential, message.remote);
    if (message.source == sms::name(sms::Source::CommandLine))
        return MessagePane::tr("Command line");
    return MessagePane::tr("This program");
}

} // namespace

MessagePane::MessagePane(QWidget *parent)
    : QWidget(parent), m_details(new DetailsPane(QStringLiteral("smsDetails"), tr("The chosen message"))), m_banner(new Banner(QStringLiteral("smsDeed"))),
      m_resend(plainButton(tr("Send again"), QStringLiteral("smsResend"), QStringLiteral("mail-send"))),
      m_cancel(dangerButton(tr("Do not send"), QStringLiteral("smsCancel"))),
      m_settle(plainButton(tr("It was sent"), QStringLiteral("smsSettle"), QStringLiteral("dialog-ok-apply")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics::Spacing);
    column->addWidget(m_banner);
    column->addWidget(m_details, 1);
    auto *deeds = new QWidget;
    auto *row = new FlowLayout(deeds);
    for (Button *button : {m_cancel, m_settle, m_resend})
        row->addWidget(button);
    column->addWidget(deeds);
    const std::pair<Button *, SmsService::Deed> pairs[] = {
        {m_resend, SmsService::Deed::Resend}, {m_cancel, SmsService::Deed::Cancel}, {m_settle, SmsService::Deed::Settle}};
    for (const auto &[button, deed] : pairs)
        connect(button, &QAbstractButton::clicked, this, [this, deed = deed] { emit deedChosen(deed); });
}

void MessagePane::show(const MessagesState &state, const StandingState &standing)
{
    using Deed = SmsService::Deed;
    m_resend->setVisible(state.may(Deed::Resend));
    m_cancel->setVisible(state.may(Deed::Cancel));
    m_settle->setVisible(state.may(Deed::Settle));
    showDeed(state);
    if (state.details && m_shown == state.details)
        return;
    if (!state.details) {
        if (std::exchange(m_isClear, true) && !m_shown)
            return;
        m_shown.reset();
        m_details->clear();
        m_details->addNote(state.selected == 0 ? tr("Choose a message to see what became of it.") : QString());
        m_details->finish();
        return;
    }
    m_isClear = false;
    m_shown = state.details;
    showDetails(*state.details, standing);
}

void MessagePane::showDeed(const MessagesState &state)
{
    using Deed = SmsService::Deed;
    m_banner->clear();
    if (state.deedError)
        m_banner->showError(*state.deedError);
    else if (state.done == Deed::Resend)
        m_banner->showMessage(Severity::Success, tr("The message is in the queue again"));
    else if (state.done == Deed::Cancel)
        m_banner->showMessage(Severity::Success, tr("The message will not be sent"));
    else if (state.done == Deed::Settle)
        m_banner->showMessage(Severity::Success, tr("Noted: it was sent"));
    else
        return;
    connect(m_banner->addAction(tr("Close"), QStringLiteral("smsDeedClose"), ButtonKind::Link), &QAbstractButton::clicked, this,
            &MessagePane::dismissed, Qt::QueuedConnection);
}

void MessagePane::showDetails(const MessageView &view, const StandingState &standing)
{
    const sms::Message &message = view.message;
    const ProviderView *provider = standing.provider(message.provider);
    m_details->clear();
    m_details->setTitle(base::formatPhone(message.recipient), chipOf(message.state), timeExact(message.createdAt));
    m_details->addNote(message.text);
    if (!message.errorDetail.isEmpty())
        m_details->addEvent(QStringLiteral("data-warning"), Tone::Error, message.errorDetail, {});
    if (message.state == sms::State::Unknown)
        m_details->addNote(tr("The provider's answer was lost. Look into the provider's own pages: if the message is there, “It was sent”; "
                              "if it is not, “Send again”."));
    m_details->addSection(tr("The message's way"));
    auto *way = new MessageWay(QStringLiteral("smsMessageWay"), tr("The message's way"));
    way->setSteps(wayOf(view, provider));
    m_details->addWidget(way);
    m_details->addSection(tr("Message"));
    m_details->addValue(tr("Sender"), message.sender);
    const sms::Segments segments = sms::segmentsOf(message.text);
    m_details->addValue(tr("Parts"), QStringLiteral("%1, %2").arg(number(message.segments), encodingOf(segments)));
    if (const QString price = provider ? priceOf(provider->price, message.segments) : QString(); !price.isEmpty())
        m_details->addValue(tr("Price"), price);
    m_details->addValue(tr("Provider"), message.provider);
    if (!message.providerId.isEmpty())
        m_details->addValue(tr("Number at the provider"), message.providerId);
    if (message.attempts > 0)
        m_details->addValue(tr("Failed attempts"), number(message.attempts));
    m_details->addValue(tr("Valid until"), timeExact(message.validUntil));
    m_details->addValue(tr("Came from"), sourceOf(message));
    if (message.taskId > 0)
        m_details->addLink(tr("Task"), tr("Task %1").arg(message.taskId), [this, id = message.taskId] { emit taskChosen(id); });
    m_details->addValue(tr("No."), QString::number(message.id));
    m_details->finish();
}

} // namespace pfx::ui
