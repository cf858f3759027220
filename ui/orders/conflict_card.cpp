// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/conflict_card.h"

#include "core/texts/order_texts.h"
#include "ui/common/buttons.h"
#include "ui/common/flow_layout.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/orders/order_words.h"

#include <QGridLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace pfx::ui {

using orders::Conflict;
using orders::Side;

ConflictCard::ConflictCard(QWidget *parent) : QFrame(parent), m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("orderConflicts"));
    setAccessibleName(tr("Changed on both sides"));
    m_layout->setContentsMargins(metrics::CardSpacing, 12, metrics::CardSpacing, 12);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

void ConflictCard::showConflicts(const QVector<Conflict> &conflicts, bool enabled)
{
    setVisible(!conflicts.isEmpty());
    if (conflicts != m_shown || (!conflicts.isEmpty() && !m_content))
        rebuild(conflicts);
    if (m_content)
        m_content->setEnabled(enabled);
}

void ConflictCard::rebuild(const QVector<Conflict> &conflicts)
{
    m_shown = conflicts;
    if (m_content) {
        m_content->hide();
        m_content->deleteLater(); // a click on one of its buttons may be what leads here
        m_content = nullptr;
    }
    if (conflicts.isEmpty())
        return;
    m_content = new QWidget(this);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins({});
    column->setSpacing(metrics::Spacing);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::Spacing);
    head->addWidget(new IconLabel(toneIcon(Tone::Warning), Tone::Warning), 0, Qt::AlignTop);
    auto *fact = new TextLabel(tr("Changed here and in Planfix"), TextRole::Body);
    QFont bold = fact->font();
    bold.setWeight(QFont::DemiBold);
    fact->setFont(bold);
    fact->setWordWrap(true);
    head->addWidget(fact, 1);
    column->addLayout(head);
    for (const Conflict &conflict : conflicts)
        column->addWidget(field(conflict));
    if (conflicts.size() > 1) {
        auto *row = new QWidget;
        auto *all = new FlowLayout(row);
        all->setContentsMargins({});
        all->setSpacing(metrics::Spacing);
        auto *ours = plainButton(tr("Keep all of ours"), QStringLiteral("conflictAllOurs"));
        auto *theirs = plainButton(tr("Take all from Planfix"), QStringLiteral("conflictAllTheirs"));
        all->addWidget(ours);
        all->addWidget(theirs);
        column->addWidget(new Hairline);
        column->addWidget(row);
        connect(ours, &QAbstractButton::clicked, this, [this] { emit allSettled(Side::Ours); });
        connect(theirs, &QAbstractButton::clicked, this, [this] { emit allSettled(Side::Theirs); });
    }
    m_layout->addWidget(m_content);
}

QWidget *ConflictCard::field(const Conflict &conflict)
{
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, metrics::PairSpacing, 0, metrics::PairSpacing);
    grid->setHorizontalSpacing(metrics::CardSpacing);
    grid->setVerticalSpacing(metrics::PairSpacing);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    const QString name = texts::orderField(conflict.field);
    const QString before = changeText(conflict.field, conflict.common);
    grid->addWidget(new TextLabel(tr("%1, before: %2").arg(name, before), TextRole::Caption, Tone::Muted), 0, 0, 1, 2);
    struct Version
    {
        QString whose, value, verb, objectName;
        Side side;
    };
    const Version versions[] = {{tr("Ours"), changeText(conflict.field, conflict.ours), tr("Keep ours"), QStringLiteral("conflictOurs_"), Side::Ours},
                                {tr("In Planfix"), changeText(conflict.field, conflict.theirs), tr("Take from Planfix"),
                                 QStringLiteral("conflictTheirs_"), Side::Theirs}};
    int column = 0;
    for (const Version &version : versions) {
        auto *whose = new TextLabel(version.whose, TextRole::Caption, Tone::Muted);
        auto *value = new TextLabel(version.value, TextRole::Body);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setAccessibleName(QStringLiteral("%1, %2: %3").arg(name, version.whose, version.value));
        auto *choose = plainButton(version.verb, version.objectName + conflict.field);
        choose->setAccessibleName(QStringLiteral("%1: %2, %3").arg(version.verb, name, version.value));
        connect(choose, &QAbstractButton::clicked, this, [this, field = conflict.field, side = version.side] { emit settled(field, side); });
        grid->addWidget(whose, 1, column);
        grid->addWidget(value, 2, column, Qt::AlignTop);
        grid->addWidget(choose, 3, column, Qt::AlignLeft);
        ++column;
    }
    return box;
}

void ConflictCard::paintEvent(QPaintEvent *)
{
    const QColor color = toneColor(palette(), Tone::Warning);
    const QColor surface = palette().color(QPalette::Base);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(mix(color, surface, 0.35));
    painter.setBrush(mix(color, surface, isDark(palette()) ? 0.1 : 0.07));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::CardRadius, metrics::CardRadius);
}

} // namespace pfx::ui
