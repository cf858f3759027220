// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo_ribbon.h"

#include "ui/common/labels.h"

#include <QHBoxLayout>
#include <QPainter>

namespace pfx::console {

using namespace ui;

DemoRibbon::DemoRibbon(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("demoRibbon"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 16, 6);
    row->setSpacing(metrics::Spacing);
    auto *fact = new TextLabel(tr("Demo: nothing is sent"), TextRole::Body, Tone::Warning, this);
    QFont bold = fact->font();
    bold.setWeight(QFont::DemiBold);
    fact->setFont(bold);
    auto *sentence = new TextLabel(tr("Planfix and the data are invented; everything goes when the window is closed."), TextRole::Caption,
                                   Tone::Muted, this);
    sentence->setWordWrap(true);
    row->addWidget(new IconLabel(QStringLiteral("data-warning"), Tone::Warning, metrics::IconSize, this));
    row->addWidget(fact);
    row->addWidget(sentence, 1);
    setAccessibleName(fact->text());
    setAccessibleDescription(sentence->text());
}

void DemoRibbon::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), chipTint(palette(), Tone::Warning));
    painter.fillRect(0, height() - 1, width(), 1, mix(toneColor(palette(), Tone::Warning), palette().color(QPalette::Base), 0.35));
}

} // namespace pfx::console
