// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/navigation.h"

#include "ui/common/accessibility.h"
#include "ui/common/icons.h"

#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace pfx::ui {

namespace {

constexpr int RowHeight = 36;

class NavigationDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {40, qMax(RowHeight, option.fontMetrics.height() + 16)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QPalette &palette = option.palette;
        const QColor surface = sideSurface(palette);
        const bool selected = option.state & QStyle::State_Selected;
        const bool narrow = index.data(Navigation::NarrowRole).toBool();
        const QRect row = option.rect.adjusted(8, 2, -8, -2);
        QColor fill = surface;
        if (selected)
            fill = mix(primaryFill(palette), surface, isDark(palette) ? 0.4 : 0.17);
        else if (option.state & QStyle::State_MouseOver)
            fill = mix(palette.color(QPalette::Text), surface, 0.06);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(fill);
        painter->drawRoundedRect(row, metrics::FieldRadius, metrics::FieldRadius);
        if (selected && (option.state & QStyle::State_HasFocus)) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(primaryFill(palette), 2));
            painter->drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), metrics::FieldRadius, metrics::FieldRadius);
        }
        const QColor color = selected ? linkColor(palette) : palette.color(QPalette::Active, QPalette::Text);
        const int iconX = narrow ? row.center().x() - metrics::IconSize / 2 + 1 : row.left() + 10;
        paintIcon(painter, QRect(iconX, row.center().y() - metrics::IconSize / 2 + 1, metrics::IconSize, metrics::IconSize),
                  index.data(Navigation::IconNameRole).toString(), color, fill);
        const int badgeLeft = paintBadge(painter, option, index, row, fill, narrow);
        if (!narrow) {
            QFont font = option.font;
            font.setWeight(selected ? QFont::DemiBold : QFont::Normal);
            painter->setFont(font);
            painter->setPen(color);
            const QRect words(row.left() + 38, row.top(), badgeLeft - row.left() - 42, row.height());
            painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                              painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        }
        painter->restore();
    }

private:
    static int paintBadge(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, const QRect &row,
                          const QColor &fill, bool narrow)
    {
        const int number = index.data(Navigation::BadgeRole).toInt();
        if (number <= 0)
            return row.right();
        const Tone tone = static_cast<Tone>(index.data(Navigation::BadgeToneRole).toInt());
        const QColor color = toneColor(option.palette, tone);
        QFont font = scaled(option.font, TextRole::Small);
        font.setWeight(QFont::DemiBold);
        painter->setPen(Qt::NoPen);
        if (narrow) { // a dot says that there is something; the number is in the tool tip
            painter->setBrush(color);
            painter->drawEllipse(QPoint(row.right() - 8, row.top() + 9), 4, 4);
            return row.right();
        }
        const QString text = number > 999 ? QStringLiteral("999+") : QString::number(number);
        const int width = qMax(20, QFontMetrics(font).horizontalAdvance(text) + 12);
        const QRect badge(row.right() - width - 6, row.center().y() - 9, width, 20);
        painter->setBrush(mix(color, fill, 0.2));
        painter->drawRoundedRect(badge, 10, 10);
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(badge, Qt::AlignCenter, text);
        return badge.left();
    }
};

} // namespace

Navigation::Navigation(QWidget *parent) : QListView(parent)
{
    setObjectName(QStringLiteral("navigation"));
    setAccessibleName(tr("Navigation"));
    m_model = new QStandardItemModel(this);
    setModel(m_model);
    followSelection(this);
    setItemDelegate(new NavigationDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    setFixedWidth(metrics::NavigationWidth);
}

void Navigation::addPage(const QString &id, const QString &title, const QString &iconName)
{
    auto *item = new QStandardItem(title);
    item->setData(id, IdRole);
    item->setData(iconName, IconNameRole);
    m_model->appendRow(item);
    nameIt(m_model->rowCount() - 1);
}

void Navigation::setBadge(const QString &id, const Badge &badge)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    m_model->item(row)->setData(badge.number, BadgeRole);
    m_model->item(row)->setData(static_cast<int>(badge.tone), BadgeToneRole);
    nameIt(row);
}

void Navigation::setNarrow(bool narrow)
{
    if (m_narrow == narrow)
        return;
    m_narrow = narrow;
    setFixedWidth(narrow ? metrics::NavigationNarrowWidth : metrics::NavigationWidth);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        m_model->item(row)->setData(narrow, NarrowRole);
        nameIt(row);
    }
}

QString Navigation::currentId() const
{
    return currentIndex().data(IdRole).toString();
}

void Navigation::setCurrentId(const QString &id)
{
    const int row = rowOf(id);
    if (row >= 0)
        setCurrentIndex(m_model->index(row, 0));
}

void Navigation::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid())
        emit pageChosen(current.data(IdRole).toString());
}

int Navigation::rowOf(const QString &id) const
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->item(row)->data(IdRole).toString() == id)
            return row;
    }
    return -1;
}

void Navigation::nameIt(int row)
{
    QStandardItem *item = m_model->item(row);
    const int number = item->data(BadgeRole).toInt();
    const QString words = number > 0 ? tr("%1, needs attention: %2").arg(item->text()).arg(number) : item->text();
    item->setData(words, Qt::AccessibleTextRole);
    item->setToolTip(m_narrow || number > 0 ? words : QString());
}

} // namespace pfx::ui
