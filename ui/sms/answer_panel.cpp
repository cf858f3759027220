// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sms/answer_panel.h"

#include "core/base/phone.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/formatting.h"
#include "ui/common/labels.h"
#include "ui/common/table.h"
#include "ui/sms/message_way.h"
#include "ui/sms/sms_words.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace pfx::ui {

namespace {
constexpr int bodyHeight = 88;
}

AnswerPanel::AnswerPanel(TestPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_error(new Banner(QStringLiteral("smsTestError"))), m_body(new QPlainTextEdit),
      m_status(new ChipLabel), m_time(new TextLabel({}, TextRole::Body, Tone::Muted)),
      m_answerNote(new TextLabel({}, TextRole::Caption, Tone::Muted)), m_wayNote(new TextLabel({}, TextRole::Body, Tone::Muted)),
      m_way(new MessageWay(QStringLiteral("smsWay"), tr("The message's way"))), m_probes(new Table(QStringLiteral("smsProbes"), tr("Earlier tries"))),
      m_probesModel(new QStandardItemModel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics::CardSpacing);
    column->addWidget(buildAnswer());
    column->addWidget(buildWay());
    column->addWidget(buildProbes());
    column->addStretch(1);
    connect(&m_presenter, &TestPresenter::changed, this, &AnswerPanel::showState);
    showState();
}

QWidget *AnswerPanel::buildAnswer()
{
    auto *card = new Card(tr("The service's answer"));
    card->addToHead(m_status);
    card->addToHead(m_time);
    m_body->setObjectName(QStringLiteral("smsAnswer"));
    m_body->setAccessibleName(tr("The service's answer"));
    m_body->setReadOnly(true);
    m_body->setTabChangesFocus(true);
    m_body->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_body->setFixedHeight(bodyHeight);
    m_body->document()->setDocumentMargin(metrics::Spacing - 1);
    m_answerNote->setWordWrap(true);
    m_copy = plainButton(tr("Copy"), QStringLiteral("smsCopyAnswer"), QStringLiteral("edit-copy"));
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_answerNote, 1);
    foot->addWidget(m_copy);
    card->body()->addWidget(m_error);
    card->body()->addWidget(m_body);
    card->body()->addLayout(foot);
    connect(m_copy, &QAbstractButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_body->toPlainText()); });
    return card;
}

QWidget *AnswerPanel::buildWay()
{
    m_wayCard = new Card(tr("The message's way"));
    m_open = linkButton(tr("Open in “Messages”"), QStringLiteral("smsOpenMessage"));
    m_wayCard->addToHead(m_open);
    m_wayNote->setWordWrap(true);
    m_wayCard->body()->addWidget(m_wayNote);
    m_wayCard->body()->addWidget(m_way);
    connect(m_open, &QAbstractButton::clicked, this, [this] {
        if (!m_presenter.state().probes.isEmpty())
            emit messageRequested(m_presenter.state().probes.first().messageId);
    });
    return m_wayCard;
}

QWidget *AnswerPanel::buildProbes()
{
    m_probesCard = new Card(tr("Earlier tries"));
    m_probesModel->setHorizontalHeaderLabels({tr("Time"), tr("Number"), tr("Answer"), tr("Outcome")});
    m_probesModel->setHeaderData(3, Qt::Horizontal, true, StretchRole);
    m_probes->setModel(m_probesModel);
    m_probes->setDense(true);
    m_probes->setFitToRows(true);
    m_probesCard->body()->addWidget(m_probes);
    return m_probesCard;
}

void AnswerPanel::showState()
{
    showAnswer();
    showWay();
    showProbes();
}

void AnswerPanel::showAnswer()
{
    const TestState &state = m_presenter.state();
    m_error->clear();
    if (state.error)
        m_error->showError(*state.error);
    m_body->setVisible(!state.error);
    m_copy->setVisible(state.answer.has_value());
    m_status->setVisible(state.answer || state.busy);
    m_time->setVisible(state.answer.has_value());
    m_answerNote->setVisible(!state.error);
    if (state.busy) {
        m_status->setChip({Tone::Info, QStringLiteral("view-refresh"), tr("Waiting for the answer")});
        m_body->setPlainText({});
        m_answerNote->setText({});
        return;
    }
    if (!state.answer) {
        m_body->setPlainText({});
        m_answerNote->setText(state.wasAsked ? QString() : tr("Here stands exactly what Planfix would see."));
        return;
    }
    const sms::TestAnswer &answer = *state.answer;
    const bool success = answer.status >= 200 && answer.status < 300;
    m_status->setChip({answer.accepted ? Tone::Success : Tone::Error, QString(),
                       success && !answer.accepted ? tr("%1, but an error inside").arg(answer.status) : QStringLiteral("HTTP %1").arg(answer.status)});
    m_time->setText(tr("in %1 ms").arg(number(answer.elapsedMs)));
    if (m_body->toPlainText() != answer.body)
        m_body->setPlainText(answer.body);
    m_answerNote->setText(tr("Planfix will see exactly this answer"));
}

void AnswerPanel::showWay()
{
    const TestState &state = m_presenter.state();
    const StandingState &standing = m_presenter.standing().state();
    m_wayCard->setVisible(state.wasAsked || state.busy);
    m_open->setVisible(state.way.has_value());
    m_way->setVisible(state.way.has_value());
    m_wayNote->setVisible(!state.way);
    if (state.way)
        m_way->setSteps(wayOf(*state.way, standing.provider(state.way->message.provider)));
    else if (state.busy)
        m_wayNote->setText(tr("The service has not answered yet."));
    else if (state.answer && state.answer->accepted && !state.isOurs())
        m_wayNote->setText(tr("Another service's messages are not known here: its own pages tell whether it was delivered."));
    else if (state.answer && state.answer->accepted)
        m_wayNote->setText(tr("It is looked for in the queue."));
    else
        m_wayNote->setText(tr("Nothing was sent."));
}

void AnswerPanel::showProbes()
{
    const TestState &state = m_presenter.state();
    m_probesCard->setVisible(!state.probes.isEmpty());
    m_probesModel->setRowCount(0);
    for (const Probe &probe : state.probes) {
        Chip chip = probe.accepted ? Chip{Tone::Success, QString(), tr("Accepted")} : Chip{Tone::Error, QString(), tr("Refused")};
        if (probe.state)
            chip = chipOf(*probe.state);
        else if (probe.status == 0)
            chip = {Tone::Error, QString(), tr("No answer")};
        const QString status = probe.status == 0 ? QStringLiteral("—") : QString::number(probe.status);
        const QString time = QDateTime::fromMSecsSinceEpoch(probe.at).toString(QStringLiteral("HH:mm:ss"));
        const auto phone = base::normalizePhone(probe.to);
        QList<QStandardItem *> row;
        for (const QString &text : {time, phone ? base::formatPhone(phone->e164) : probe.to, status, chip.text}) {
            row.append(new QStandardItem(text));
            row.last()->setEditable(false);
        }
        row.last()->setData(QVariant::fromValue(chip), ChipRole);
        row.last()->setToolTip(probe.says);
        m_probesModel->appendRow(row);
    }
}

} // namespace pfx::ui
