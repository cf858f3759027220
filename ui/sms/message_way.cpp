// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sms/message_way.h"

#include "ui/common/formatting.h"
#include "ui/common/labels.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace pfx::ui {

MessageWay::MessageWay(const QString &objectName, const QString &accessibleName, QWidget *parent) : QWidget(parent), m_rows(new QVBoxLayout(this))
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    m_rows->setContentsMargins({});
    m_rows->setSpacing(0);
}

QWidget *MessageWay::stepRow(const WayStep &step, bool last)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(12);
    auto *rail = new QVBoxLayout;
    rail->setSpacing(2);
    rail->addWidget(new IconLabel(step.icon, step.tone), 0, Qt::AlignHCenter);
    if (last)
        rail->addStretch(1);
    else
        rail->addWidget(new Hairline(Qt::Vertical), 1, Qt::AlignHCenter);
    auto *words = new QVBoxLayout;
    words->setContentsMargins(0, 0, 0, last ? 0 : 12);
    words->setSpacing(2);
    auto *fact = new TextLabel(step.fact);
    QFont bold = fact->font();
    bold.setWeight(QFont::DemiBold);
    fact->setFont(bold);
    auto *sentence = new TextLabel(step.sentence, TextRole::Caption, Tone::Muted);
    for (TextLabel *label : {fact, sentence}) {
        label->setWordWrap(true);
        words->addWidget(label);
        if (label->text().isEmpty())
            label->hide();
    }
    auto *time = new TextLabel(step.at > 0 ? QDateTime::fromMSecsSinceEpoch(step.at).toString(QStringLiteral("HH:mm:ss")) : QString(),
                               TextRole::Caption, Tone::Muted);
    time->setToolTip(step.at > 0 ? timeExact(step.at) : QString());
    layout->addLayout(rail);
    layout->addLayout(words, 1);
    layout->addWidget(time, 0, Qt::AlignTop);
    QStringList said{step.fact, step.sentence, step.at > 0 ? timeExact(step.at) : QString()};
    said.removeAll(QString());
    fact->setAccessibleName(said.join(QStringLiteral(", ")));
    return row;
}

void MessageWay::setSteps(const QVector<WayStep> &steps)
{
    if (steps == m_steps)
        return;
    m_steps = steps;
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (qsizetype i = 0; i < steps.size(); ++i)
        m_rows->addWidget(stepRow(steps[i], i == steps.size() - 1));
}

} // namespace pfx::ui
