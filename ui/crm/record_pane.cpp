// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/crm/record_pane.h"

#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/details_pane.h"
#include "ui/common/labels.h"

#include <QVBoxLayout>

namespace pfx::ui {

RecordPane::RecordPane(const QString &objectName, const QString &hint, QWidget *parent)
    : QStackedWidget(parent), m_hintText(hint), m_hint(new TextLabel(hint, TextRole::Body, Tone::Muted)),
      m_pane(new DetailsPane(objectName, tr("Details"))), m_failure(new QWidget), m_banner(new Banner(objectName + QStringLiteral("Error")))
{
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setMargin(metrics::CardSpacing);
    auto *layout = new QVBoxLayout(m_failure);
    layout->setContentsMargins({});
    layout->addWidget(m_banner);
    layout->addStretch();
    auto *hintCard = new Card;
    hintCard->body()->addWidget(m_hint);
    addWidget(hintCard);
    addWidget(m_pane);
    addWidget(m_failure);
}

void RecordPane::showNothing()
{
    m_hint->setText(m_hintText);
    setCurrentIndex(0);
}

void RecordPane::showLoading()
{
    m_hint->setText(tr("Reading…"));
    setCurrentIndex(0);
}

void RecordPane::showError(const base::Error &error)
{
    m_banner->clear();
    m_banner->showError(error);
    connect(m_banner->addAction(tr("Try again"), objectName() + QStringLiteral("Retry")), &QAbstractButton::clicked, this,
            &RecordPane::retryRequested);
    setCurrentWidget(m_failure);
}

void RecordPane::showRecord(const RecordView &record)
{
    if (currentWidget() == m_pane && record == m_shown)
        return;
    m_shown = record;
    fill(record);
    setCurrentWidget(m_pane);
}

/// A name that needs no label: one of the deals of a contact.
void RecordPane::addName(const QString &text, const RecordLink &link)
{
    Button *button = linkButton(text, QStringLiteral("%1Name%2_%3").arg(objectName()).arg(static_cast<int>(link.to)).arg(link.id));
    button->setProperty("pfxAlignLeft", true);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    button->setMaximumHeight(metrics::ChipHeight);
    button->setToolTip(text);
    connect(button, &QAbstractButton::clicked, this, [this, link] { emit linkFollowed(link); });
    m_pane->addWidget(button);
}

void RecordPane::fill(const RecordView &record)
{
    m_pane->clear();
    m_pane->setTitle(record.title, record.chip.isEmpty() ? Chip() : Chip{record.chipTone, record.chipIcon, record.chip}, record.subtitle);
    for (const RecordSection &section : record.sections) {
        m_pane->addSection(section.title);
        for (const RecordLine &line : section.lines) {
            if (section.form == RecordSection::Form::Events) {
                m_pane->addEvent(QStringLiteral("document-import"), Tone::Muted, line.value, line.note);
                continue;
            }
            const QString text = line.note.isEmpty() ? line.value : QStringLiteral("%1 · %2").arg(line.value, line.note);
            if (line.link.to == RecordLink::To::Nothing)
                m_pane->addValue(line.label, text);
            else if (line.label.isEmpty())
                addName(text, line.link);
            else
                m_pane->addLink(line.label, text, [this, link = line.link] { emit linkFollowed(link); });
        }
    }
    m_pane->finish();
}

} // namespace pfx::ui
