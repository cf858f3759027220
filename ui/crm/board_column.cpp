// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/crm/board_column.h"

#include "ui/common/accessibility.h"
#include "ui/common/formatting.h"
#include "ui/common/labels.h"
#include "ui/common/theme.h"
#include "ui/crm/list_models.h"
#include "ui/crm/record_view.h"

#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace pfx::ui {

namespace {

constexpr int ColumnWidth = 236;
constexpr int StripHeight = 4;
constexpr int CardGap = 8;
constexpr int CardPadding = 10;
constexpr int ContactColumn = 3; // of the deals' model

QListView *makeList(QAbstractItemModel *model, const QString &objectName)
{
    auto *list = new QListView;
    list->setObjectName(objectName);
    list->setAccessibleName(BoardColumn::tr("Deals of the stage"));
    list->setModel(model);
    followSelection(list);
    list->setItemDelegate(new DealDelegate(list));
    list->setFrameShape(QFrame::NoFrame);
    list->setUniformItemSizes(true);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->setMouseTracking(true);
    list->viewport()->setAutoFillBackground(false);
    return list;
}

} // namespace

BoardColumn::BoardColumn(const StageColumn &column, qint64 pipelineId, Background &background, const base::Clock &clock, QWidget *parent)
    : QFrame(parent), m_color(column.stage.color), m_rows(makeRecordModel(ListKind::Deals, background, clock, this)),
      m_count(new TextLabel({}, TextRole::Body, Tone::Muted)), m_sum(new TextLabel({}, TextRole::Caption, Tone::Muted)), m_name(column.name)
{
    const QString number = QString::number(column.stage.id);
    setObjectName(QStringLiteral("boardColumn") + number);
    setFixedWidth(ColumnWidth);
    m_query.pipelineId = pipelineId;
    m_query.stageId = column.queryId();
    m_query.sortBy = crm::SortBy::Id;
    m_query.descending = true;
    m_list = makeList(m_rows->model(), QStringLiteral("boardList") + number);

    auto *name = new TextLabel(column.name, TextRole::Section);
    name->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->addWidget(name, 1);
    head->addWidget(m_count, 0, Qt::AlignTop);
    m_sum->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(CardPadding, StripHeight + CardPadding, CardPadding, 2);
    layout->setSpacing(metrics::PairSpacing);
    layout->addLayout(head);
    layout->addWidget(m_sum);
    layout->addWidget(m_list, 1);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid() && m_rows->idAt(current.row()) != 0)
            emit dealSelected(m_rows->idAt(current.row()));
    });
    connect(m_list, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) { emit dealSelected(m_rows->idAt(index.row())); });
    connect(m_list, &QAbstractItemView::activated, this, &BoardColumn::dealActivated);
    connect(m_rows->model(), &KeysetModelBase::failed, this, &BoardColumn::failed);
    setNumbers(column);
}

void BoardColumn::setNumbers(const StageColumn &column)
{
    const QString deals = column.deals ? number(*column.deals) : QStringLiteral("…");
    m_count->setText(deals);
    m_sum->setText(!column.deals ? tr("Counting…") : *column.deals == 0 ? tr("No deals") : column.sumText());
    //: a column of the board for a screen reader: stage, meaning, number of deals, sums
    setAccessibleName(tr("%1, %2, deals: %3, %4").arg(m_name, semanticsWords(column.stage.semantics).text, deals, column.sumText()));
    m_list->setAccessibleName(accessibleName());
    if (!m_read && column.deals.value_or(0) > 0)
        reload();
}

void BoardColumn::reload()
{
    m_read = true;
    m_rows->show(m_query);
}

void BoardColumn::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath path;
    path.addRoundedRect(area, metrics::CardRadius, metrics::CardRadius);
    painter.fillPath(path, palette().color(QPalette::Window));
    painter.setClipPath(path);
    painter.fillRect(QRectF(0, 0, width(), StripHeight), m_color.isValid() ? m_color : toneColor(palette(), Tone::Muted));
    painter.setClipping(false);
    painter.setPen(hairline(palette()));
    painter.drawPath(path);
}

void DealDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto text = [&index](int column) { return index.siblingAtColumn(column).data().toString(); };
    const QPalette &palette = option.palette;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -CardGap + 0.5);
    QColor fill = palette.color(QPalette::Base);
    if (selected)
        fill = selectionFill(palette);
    painter->setBrush(fill);
    painter->setPen(QPen(selected || focused ? palette.color(QPalette::Highlight) : hairline(palette), focused ? 2 : 1));
    painter->drawRoundedRect(card, metrics::FieldRadius, metrics::FieldRadius);
    const QRect inner = card.toRect().adjusted(CardPadding, 7, -CardPadding, -7);
    if (index.data(SkeletonRole).toBool()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(trackFill(palette));
        painter->drawRoundedRect(QRect(inner.left(), inner.top() + 4, inner.width() * 2 / 3, 9), 4, 4);
        painter->drawRoundedRect(QRect(inner.left(), inner.bottom() - 12, inner.width() / 3, 9), 4, 4);
        painter->restore();
        return;
    }
    const int half = inner.height() / 2;
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    painter->setFont(bold);
    painter->setPen(palette.color(QPalette::Text));
    const QFontMetrics titleMetrics(bold);
    painter->drawText(QRect(inner.left(), inner.top(), inner.width(), half), int(Qt::AlignLeft | Qt::AlignVCenter),
                      titleMetrics.elidedText(text(0), Qt::ElideRight, inner.width()));
    const QFont small = scaled(option.font, TextRole::Caption);
    const QFontMetrics metrics(small);
    painter->setFont(small);
    const QString sum = text(1);
    const int sumWidth = metrics.horizontalAdvance(sum);
    const QRect below(inner.left(), inner.top() + half, inner.width(), half);
    painter->drawText(below, int(Qt::AlignRight | Qt::AlignVCenter), sum);
    painter->setPen(toneColor(palette, Tone::Muted));
    painter->drawText(below, int(Qt::AlignLeft | Qt::AlignVCenter),
                      metrics.elidedText(text(ContactColumn), Qt::ElideRight, inner.width() - sumWidth - CardGap));
    painter->restore();
}

QSize DealDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, 2 * option.fontMetrics.height() + 2 * CardPadding + CardGap + 2};
}

} // namespace pfx::ui
