// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/card.h"

#include "ui/common/labels.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace pfx::ui {

Card::Card(QWidget *parent) : Card(QString(), parent) {}

Card::Card(const QString &title, QWidget *parent) : QFrame(parent)
{
    m_body = new QVBoxLayout(this);
    m_body->setContentsMargins(metrics::CardSpacing, metrics::CardSpacing - 4, metrics::CardSpacing, metrics::CardSpacing - 4);
    m_body->setSpacing(metrics::Spacing);
    if (title.isEmpty())
        return;
    setAccessibleName(title);
    m_head = new QHBoxLayout;
    m_head->setSpacing(metrics::Spacing);
    m_head->addWidget(new TextLabel(title, TextRole::Section), 1);
    m_body->addLayout(m_head);
}

void Card::addToHead(QWidget *widget)
{
    if (!m_head) {
        m_head = new QHBoxLayout;
        m_head->setSpacing(metrics::Spacing);
        m_head->addStretch(1);
        m_body->insertLayout(0, m_head);
    }
    m_head->addWidget(widget, 0, Qt::AlignVCenter);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hairline(palette()));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::CardRadius, metrics::CardRadius);
}

} // namespace pfx::ui
