// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/opening_page.h"

#include "ui/common/banner.h"
#include "ui/common/labels.h"

#include <QPainter>
#include <QVBoxLayout>

namespace pfx::console {

using namespace ui;

OpeningPage::OpeningPage(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("openingPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::PageMargin, metrics::PageMargin, metrics::PageMargin, metrics::PageMargin);
    column->setSpacing(metrics::CardSpacing);
    m_title = new TextLabel({}, TextRole::PageTitle, Tone::Text, this);
    m_banner = new Banner(QStringLiteral("storeFailure"), this);
    m_address = new TextLabel({}, TextRole::Caption, Tone::Muted, this);
    m_address->setWordWrap(true);
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_address->setObjectName(QStringLiteral("storeAddress"));
    column->addWidget(m_title);
    column->addWidget(m_banner);
    column->addWidget(m_address);
    column->addStretch(1);
    showOpening();
}

void OpeningPage::showOpening()
{
    m_opening = true;
    m_title->setText(tr("Opening the store…"));
    setAccessibleName(m_title->text());
    m_banner->clear();
    m_address->clear();
    update();
}

void OpeningPage::showFailure(const base::Error &error, const QString &storeAddress)
{
    m_opening = false;
    m_title->setText(tr("The store does not open"));
    setAccessibleName(m_title->text());
    m_banner->clear();
    m_banner->showError(error);
    auto *retry = m_banner->addAction(tr("Try again"), QStringLiteral("retryOpen"), ButtonKind::Primary);
    connect(retry, &QPushButton::clicked, this, &OpeningPage::retryRequested);
    auto *folder = m_banner->addAction(tr("Open the folder"), QStringLiteral("openProfileFolder"), ButtonKind::Normal,
                                       QStringLiteral("folder-open"));
    connect(folder, &QPushButton::clicked, this, &OpeningPage::folderRequested);
    m_address->setText(storeAddress.isEmpty() ? QString() : tr("The store: %1. Nothing in it was changed.").arg(storeAddress));
    retry->setFocus();
    update();
}

void OpeningPage::showWork(const QString &title, bool isStoppable)
{
    m_opening = false;
    m_title->setText(title);
    setAccessibleName(title);
    m_banner->clear();
    if (isStoppable) {
        auto *stop = m_banner->addAction(tr("Stop"), QStringLiteral("stopStoreWork"));
        connect(stop, &QPushButton::clicked, this, &OpeningPage::stopRequested);
        stop->setFocus();
    }
    m_banner->showMessage(Severity::Info, tr("The pages come back when it is done"), tr("If it is stopped or fails, everything is as it was."));
    m_address->clear();
    update();
}

void OpeningPage::showProgress(const QString &words)
{
    m_address->setText(words);
}

void OpeningPage::paintEvent(QPaintEvent *)
{
    if (!m_opening)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mix(palette().color(QPalette::Text), palette().color(QPalette::Window), 0.06));
    const int left = metrics::PageMargin;
    const int top = m_title->geometry().bottom() + metrics::PageMargin;
    const int room = width() - 2 * left;
    painter.drawRoundedRect(QRect(left, top, room, 72), metrics::CardRadius, metrics::CardRadius);
    painter.drawRoundedRect(QRect(left, top + 88, room, qMax(0, height() - top - 88 - left)), metrics::CardRadius, metrics::CardRadius);
}

} // namespace pfx::console
