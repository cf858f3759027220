// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/journal_pane.h"

#include "core/base/clock.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/details_pane.h"
#include "ui/common/flow_layout.h"
#include "ui/common/formatting.h"
#include "ui/common/labels.h"
#include "ui/journal/journal_words.h"
#include "ui/journal/pretty_text.h"

#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace pfx::ui {

using exchange::JournalDetails;
using exchange::JournalEntry;

namespace {

constexpr int mostLines = 16; // of a request or answer; the rest is scrolled to

QPlainTextEdit *textView(const QString &text, const QString &title, const QString &objectName)
{
    auto *view = new QPlainTextEdit(text);
    view->setObjectName(objectName);
    view->setAccessibleName(title);
    view->setReadOnly(true);
    view->setTabChangesFocus(true);
    view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    view->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    view->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    const int lines = qBound(2, static_cast<int>(text.count(QLatin1Char('\n'))) + 1, mostLines);
    view->setFixedHeight(lines * view->fontMetrics().lineSpacing() + 18);
    return view;
}

} // namespace

JournalPane::JournalPane(const base::Clock &clock, QWidget *parent)
    : QStackedWidget(parent), m_clock(clock),
      m_hint(new TextLabel(tr("Choose an entry to see its request, its answer and what came of it."), TextRole::Body, Tone::Muted)),
      m_pane(new DetailsPane(QStringLiteral("journalDetails"), tr("Details"))), m_failure(new QWidget),
      m_banner(new Banner(QStringLiteral("journalDetailsError")))
{
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    auto *hintCard = new Card;
    hintCard->body()->addWidget(m_hint);
    auto *failed = new QVBoxLayout(m_failure);
    failed->setContentsMargins({});
    failed->addWidget(m_banner);
    failed->addStretch();
    addWidget(hintCard);
    addWidget(m_pane);
    addWidget(m_failure);
}

void JournalPane::takeFocus()
{
    m_pane->setFocus();
}

void JournalPane::show(const JournalState &state)
{
    switch (state.details) {
    case JournalState::Details::Nothing:
        setCurrentIndex(0);
        return;
    case JournalState::Details::Loading:
        return; // the one before stays for the moment
    case JournalState::Details::Failed:
        m_banner->clear();
        m_banner->showError(*state.detailsError);
        connect(m_banner->addAction(tr("Try again"), QStringLiteral("journalDetailsRetry")), &QAbstractButton::clicked, this,
                &JournalPane::retryRequested, Qt::QueuedConnection);
        setCurrentWidget(m_failure);
        return;
    case JournalState::Details::Shown:
        break;
    }
    const Shown now{state.record, state.isPerforming, state.performedRow, state.deedError};
    if (currentWidget() == m_pane && now == m_shown)
        return; // what is being read stays where it is
    m_shown = now;
    fill(state);
    setCurrentWidget(m_pane);
}

void JournalPane::fill(const JournalState &state)
{
    const JournalDetails &record = state.record;
    const JournalEntry &entry = record.entry;
    m_pane->clear();
    m_pane->setTitle(JournalWords::what(entry), JournalWords::result(entry, m_clock.nowMs()),
                     tr("No. %1 · %2 · %3", "number, direction, service")
                         .arg(number(entry.id), JournalWords::direction(entry.direction), JournalWords::service(entry.service)));
    addDeeds(state);
    addFacts(record);
    addText(tr("Request"), record.request, QStringLiteral("journalRequest"));
    addText(tr("Answer"), record.answer, QStringLiteral("journalAnswer"));
    addText(tr("What was made of it"), record.result, QStringLiteral("journalResult"));
    addRelated(record);
    m_pane->finish();
}

void JournalPane::addDeeds(const JournalState &state)
{
    const QString reason = JournalWords::reason(state.record.entry);
    if (!reason.isEmpty()) {
        auto *banner = new Banner(QStringLiteral("journalReason"));
        const bool over = state.record.entry.state == exchange::RowState::Done && state.record.entry.source != JournalEntry::Source::Exchange;
        banner->showMessage(over ? Severity::Info : Severity::Error, reason, {},
                            state.record.entry.errorCode + QLatin1Char('\n') + state.record.entry.errorDetail);
        m_pane->addWidget(banner);
    }
    if (state.deedError) {
        auto *banner = new Banner(QStringLiteral("journalDeedError"));
        banner->showError(*state.deedError);
        m_pane->addWidget(banner);
    } else if (state.performedRow > 0) {
        auto *banner = new Banner(QStringLiteral("journalDeedDone"));
        banner->showMessage(Severity::Success, tr("Done"), tr("Entry %1 is worked off as soon as it is its turn.").arg(number(state.performedRow)));
        if (state.performedRow != state.record.entry.id)
            connect(banner->addAction(tr("Show it"), QStringLiteral("journalShowRow"), ButtonKind::Link), &QAbstractButton::clicked, this,
                    [this, row = state.performedRow] { emit entryChosen(row); }, Qt::QueuedConnection);
        m_pane->addWidget(banner);
    }
    if (state.deeds.isEmpty())
        return;
    auto *row = new QWidget;
    auto *flow = new FlowLayout(row);
    for (const JournalDeed &deed : state.deeds) {
        const ButtonKind kind = &deed == &state.deeds.first() ? ButtonKind::Primary : deed.dangerous ? ButtonKind::Danger : ButtonKind::Normal;
        auto *button = new Button(deed.verb, QStringLiteral("journalDeed%1").arg(static_cast<int>(deed.kind)), kind);
        button->setToolTip(deed.sentence);
        button->setEnabled(!state.isPerforming);
        connect(button, &QAbstractButton::clicked, this, [this, deed] { emit deedChosen(deed); }, Qt::QueuedConnection);
        flow->addWidget(button);
    }
    m_pane->addWidget(row);
}

void JournalPane::addFacts(const JournalDetails &record)
{
    const JournalEntry &entry = record.entry;
    m_pane->addSection(tr("What happened"));
    m_pane->addValue(tr("Time"), timeExact(entry.timeMs));
    if (!entry.path.isEmpty())
        m_pane->addValue(tr("Address"), entry.method + QLatin1Char(' ') + entry.path);
    if (!entry.remote.isEmpty())
        m_pane->addValue(tr("Caller"), entry.remote);
    if (!entry.account.isEmpty() && entry.account != entry.service)
        m_pane->addValue(tr("Account"), entry.account);
    if (entry.status)
        m_pane->addValue(tr("HTTP status"), QString::number(*entry.status));
    if (entry.attempts > 0)
        m_pane->addValue(tr("Failed attempts"), number(entry.attempts));
    if (entry.dueMs)
        m_pane->addValue(tr("Next attempt"), timeExact(*entry.dueMs));
    if (entry.durationMs > 0)
        m_pane->addValue(tr("Duration"), duration(entry.durationMs));
    if (const qint64 order = JournalWords::orderOf(entry.subject))
        m_pane->addLink(tr("Order"), tr("Open the order"), [this, order] { emit orderChosen(order); });
    if (!entry.subject.isEmpty())
        m_pane->addLink(tr("All about it"), JournalWords::subject(entry.subject), [this, subject = entry.subject] { emit subjectChosen(subject); });
    if (record.causeId > 0)
        m_pane->addLink(tr("Because of"), tr("Entry %1").arg(number(record.causeId)), [this, id = record.causeId] { emit entryChosen(id); });
}

void JournalPane::addText(const QString &title, const QString &text, const QString &objectName)
{
    if (text.trimmed().isEmpty())
        return;
    m_pane->addSection(title);
    m_pane->addWidget(textView(prettyText(text.trimmed()), title, objectName));
}

void JournalPane::addRelated(const JournalDetails &record)
{
    if (!record.exchanges.isEmpty()) {
        m_pane->addSection(tr("Exchanges"));
        for (const JournalEntry &one : record.exchanges) {
            const Chip result = JournalWords::result(one, m_clock.nowMs());
            m_pane->addEvent(one.direction == exchange::Direction::In ? QStringLiteral("go-down") : QStringLiteral("go-up"), result.tone,
                             QStringLiteral("%1 %2").arg(one.method, one.path),
                             tr("%1 · %2 · %3", "result, time, duration").arg(result.text, timeExact(one.timeMs), duration(one.durationMs)));
        }
    }
    if (record.effects.isEmpty())
        return;
    m_pane->addSection(tr("What it led to"));
    for (const qint64 effect : record.effects)
        m_pane->addLink(tr("Effect"), tr("Entry %1").arg(number(effect)), [this, effect] { emit entryChosen(effect); });
}

} // namespace pfx::ui
