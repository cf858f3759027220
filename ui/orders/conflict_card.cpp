// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/conflict_card.h"

#include "core/texts/order_texts.h"
#include "ui/common/buttons.h"
#include "ui/common/flow_layout.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/orders/order_words.h"

#include <QPainter>
#include <QVBoxLayout>

namespace pfx::ui {

using orders::Conflict;
using orders::Side;

namespace {

constexpr int LineLength = 34, MostLines = 4;

/// A value in lines as wide as the narrowest pane; what is longer stands in the tool tip and in the details.
QString shortened(const QString &text)
{
    QStringList lines;
    QString line;
    for (const QString &word : text.simplified().split(QLatin1Char(' '))) {
        const QString part = word.size() > LineLength ? word.left(LineLength - 1) + QChar(0x2026) : word;
        if (!line.isEmpty() && line.size() + 1 + part.size() > LineLength) {
            lines.append(line);
            line.clear();
        }
        line += line.isEmpty() ? part : QLatin1Char(' ') + part;
    }
    lines.append(line);
    if (lines.size() > MostLines)
        lines = lines.mid(0, MostLines - 1) + QStringList{QString(QChar(0x2026))};
    return lines.join(QLatin1Char('\n'));
}

} // namespace

ConflictCard::ConflictCard(QWidget *parent) : QFrame(parent), m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("orderConflicts"));
    setAccessibleName(tr("Changed on both sides"));
    m_layout->setContentsMargins(metrics::CardSpacing, 12, metrics::CardSpacing, 12);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
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
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, metrics::PairSpacing, 0, metrics::PairSpacing);
    column->setSpacing(metrics::PairSpacing);
    const QString name = texts::orderField(conflict.field);
    auto *before = new TextLabel(tr("%1, before: %2").arg(name, changeText(conflict.field, conflict.common)), TextRole::Caption, Tone::Muted);
    before->setWordWrap(true);
    column->addWidget(before);
    struct Version
    {
        QString whose, value, verb, objectName;
        Side side;
    };
    const Version versions[] = {{tr("Ours"), changeText(conflict.field, conflict.ours), tr("Keep ours"), QStringLiteral("conflictOurs_"), Side::Ours},
                                {tr("In Planfix"), changeText(conflict.field, conflict.theirs), tr("Take from Planfix"),
                                 QStringLiteral("conflictTheirs_"), Side::Theirs}};
    // Side by side where there is room, else one below the other: no word of a choice is cut.
    auto *both = new QWidget;
    auto *flow = new FlowLayout(both);
    flow->setContentsMargins({});
    flow->setSpacing(metrics::Spacing);
    for (const Version &version : versions) {
        auto *part = new QWidget;
        auto *lines = new QVBoxLayout(part);
        lines->setContentsMargins({});
        lines->setSpacing(metrics::PairSpacing);
        auto *value = new TextLabel(shortened(version.value), TextRole::Body);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setToolTip(version.value);
        value->setAccessibleName(QStringLiteral("%1, %2: %3").arg(name, version.whose, version.value));
        auto *choose = plainButton(version.verb, version.objectName + conflict.field);
        choose->setAccessibleName(QStringLiteral("%1: %2, %3").arg(version.verb, name, version.value));
        connect(choose, &QAbstractButton::clicked, this, [this, field = conflict.field, side = version.side] { emit settled(field, side); });
        lines->addWidget(new TextLabel(version.whose, TextRole::Caption, Tone::Muted));
        lines->addWidget(value);
        lines->addWidget(choose, 0, Qt::AlignLeft);
        flow->addWidget(part);
    }
    column->addWidget(both);
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
