// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/table.h"

#include "ui/common/accessibility.h"
#include "ui/common/buttons.h"
#include "ui/common/icons.h"
#include "ui/common/table_delegate.h"
#include "ui/common/table_header.h"
#include "ui/common/table_sorting.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QToolButton>

namespace pfx::ui {

namespace {
constexpr int MeasuredRows = 60;
constexpr int WidestColumn = 360;
constexpr int CopiedRows = 10'000;
constexpr int ReadableText = 120; ///< Least width of a free-text column.
constexpr int ReadableLong = 180; ///< Of another one that is longer.

/// Narrows the columns in equal parts, none below its least width.
void takeWidth(QVector<int> &widths, QVector<int> columns, const QVector<int> &least, int missing)
{
    while (missing > 0 && !columns.isEmpty()) {
        const int share = qMax(1, missing / static_cast<int>(columns.size()));
        columns.removeIf([&](int column) {
            const int taken = qBound(0, widths[column] - least[column], qMin(share, missing));
            widths[column] -= taken;
            missing -= taken;
            return widths[column] <= least[column];
        });
    }
}
} // namespace

Table::Table(const QString &objectName, const QString &accessibleName, QWidget *parent) : QTableView(parent)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setHorizontalHeader(new TableHeader(this));
    setItemDelegate(new TableDelegate(this));
    setShowGrid(false);
    setFrameShape(NoFrame);
    setWordWrap(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setAlternatingRowColors(false);
    setCornerButtonEnabled(false);
    setContextMenuPolicy(Qt::DefaultContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(20);
    setDense(false);
    TableHeader *header = static_cast<TableHeader *>(horizontalHeader());
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &place) { showColumnMenu(horizontalHeader()->mapToGlobal(place)); });
    connect(header, &QHeaderView::sectionResized, this, &Table::store);
    connect(header, &QHeaderView::sectionMoved, this, &Table::store);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &Table::store);
    connect(this, &QAbstractItemView::doubleClicked, this, &Table::rowActivated);
}

void Table::setModel(QAbstractItemModel *model)
{
    if (this->model())
        disconnect(this->model(), nullptr, this, nullptr);
    QTableView::setModel(model);
    m_fitted = false;
    m_restored = false;
    if (!model)
        return;
    followSelection(this);
    connect(model, &QAbstractItemModel::modelReset, this, &Table::scheduleFit);
    connect(model, &QAbstractItemModel::rowsInserted, this, &Table::scheduleFit);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &Table::scheduleFit);
    connect(model, &QAbstractItemModel::dataChanged, this, &Table::scheduleFit);
    TableSorting::apply(*this);
    restore();
    scheduleFit();
}

void Table::remember(ViewSettings &settings, const QString &key)
{
    m_settings = &settings;
    m_key = QStringLiteral("tables/") + key;
    restore();
}

void Table::restore()
{
    if (!m_settings || !model() || model()->columnCount() == 0)
        return;
    const QByteArray state = m_settings->value(m_key).toByteArray();
    if (state.isEmpty())
        return;
    m_arranging = true;
    // A state of another version of the table (other columns) is refused by its column count, not half applied.
    if (m_settings->value(m_key + QStringLiteral("-columns")).toInt() == model()->columnCount())
        m_restored = horizontalHeader()->restoreState(state);
    m_arranging = false;
}

void Table::store()
{
    if (!m_settings || m_arranging || !model())
        return;
    m_restored = true;
    m_settings->setValue(m_key, horizontalHeader()->saveState());
    m_settings->setValue(m_key + QStringLiteral("-columns"), model()->columnCount());
}

void Table::setEmptyText(const QString &fact, const QString &sentence)
{
    m_emptyFact = fact;
    m_emptySentence = sentence;
    viewport()->update();
}

void Table::setLoading(bool loading)
{
    m_loading = loading;
    viewport()->update();
}

void Table::setDense(bool dense)
{
    const int height = dense ? metrics::DenseRowHeight : metrics::RowHeight;
    verticalHeader()->setDefaultSectionSize(qMax(height, fontMetrics().height() + 12));
}

void Table::setFitToRows(bool fit)
{
    m_fitToRows = fit;
    setVerticalScrollBarPolicy(fit ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, fit ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    updateGeometry();
}

void Table::setWrappedColumn(int column)
{
    m_wrapped = column;
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int section) {
        if (section == m_wrapped && !m_arranging)
            fitHeights();
    });
}

void Table::fitHeights()
{
    if (m_wrapped < 0 || !model())
        return;
    const int usual = verticalHeader()->defaultSectionSize();
    const int width = TableDelegate::wordsWidth(columnWidth(m_wrapped));
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QString text = model()->index(row, m_wrapped).data().toString();
        const bool fits = fontMetrics().horizontalAdvance(text) <= width;
        const int height = qMax(usual, (fits ? 0 : TableDelegate::wordsHeight(font(), text, width)) + 14);
        if (rowHeight(row) != height)
            setRowHeight(row, height);
    }
}

QToolButton *Table::makeColumnChooser(QWidget *parent)
{
    QToolButton *button = iconButton(QStringLiteral("view-list-details"), tr("Columns"), objectName() + QStringLiteral("Columns"), parent);
    connect(button, &QToolButton::clicked, this, [this, button] { showColumnMenu(button->mapToGlobal(QPoint(0, button->height()))); });
    return button;
}

QToolButton *Table::makeCopyButton(QWidget *parent)
{
    QToolButton *button = iconButton(QStringLiteral("edit-copy"), tr("Copy rows"), objectName() + QStringLiteral("Copy"), parent);
    connect(button, &QToolButton::clicked, this, &Table::copySelection);
    return button;
}

void Table::showColumnMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    int visible = 0;
    for (int column = 0; column < model()->columnCount(); ++column)
        visible += isColumnHidden(column) ? 0 : 1;
    for (int column = 0; column < model()->columnCount(); ++column) {
        QAction *action = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(isColumnHidden(column) || visible > 1);
        connect(action, &QAction::toggled, this, [this, column](bool show) {
            setColumnHidden(column, !show);
            store();
        });
    }
    if (auto *sorting = findChild<TableSorting *>(QString(), Qt::FindDirectChildrenOnly))
        sorting->addTo(*menu);
    menu->popup(globalPosition);
}

QString Table::selectionAsText() const
{
    if (!model())
        return {};
    QVector<int> columns;
    for (int visual = 0; visual < model()->columnCount(); ++visual) {
        const int logical = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(logical))
            columns << logical;
    }
    QVector<int> rows;
    if (selectionModel()) {
        for (const QItemSelectionRange &range : selectionModel()->selection()) {
            for (int row = range.top(); row <= range.bottom() && rows.size() < CopiedRows; ++row)
                rows << row;
        }
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    if (rows.isEmpty()) {
        for (int row = 0; row < qMin(model()->rowCount(), CopiedRows); ++row)
            rows << row;
    }
    QStringList lines;
    QStringList cells;
    for (const int column : columns)
        cells << model()->headerData(column, Qt::Horizontal).toString();
    lines << cells.join(QLatin1Char('\t'));
    for (const int row : rows) {
        cells.clear();
        for (const int column : columns) {
            const QModelIndex index = model()->index(row, column);
            const QVariant chip = index.data(ChipRole);
            QString text = chip.isValid() ? chip.value<Chip>().text : index.data().toString();
            // A cell that begins like a formula would be computed by the spreadsheet it is pasted into.
            if (!text.isEmpty() && QStringLiteral("=@").contains(text[0]))
                text.prepend(QLatin1Char('\''));
            cells << text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
        }
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

void Table::copySelection()
{
    QGuiApplication::clipboard()->setText(selectionAsText());
}

void Table::scheduleFit()
{
    if (m_fitToRows)
        updateGeometry();
    if (m_fitted || !model() || model()->rowCount() == 0)
        return;
    if (model()->index(0, 0).data(SkeletonRole).toBool())
        return;
    fitColumns();
}

void Table::fitColumns()
{
    if (!model() || m_restored)
        return;
    m_fitted = model()->rowCount() > 0;
    m_arranging = true;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int columns = model()->columnCount();
    const int rows = qMin(model()->rowCount(), MeasuredRows);
    QVector<int> widths(columns);
    QVector<int> stretching;
    int total = 0;
    for (int column = 0; column < columns; ++column) {
        int width = horizontalHeader()->sectionSizeHint(column);
        for (int row = 0; row < rows; ++row)
            width = qMax(width, itemDelegate()->sizeHint(option, model()->index(row, column)).width());
        width = qMin(width, WidestColumn) + 4;
        width = qMax(width, model()->headerData(column, Qt::Horizontal, MinimumWidthRole).toInt());
        widths[column] = width;
        if (isColumnHidden(column))
            continue;
        total += width;
        if (model()->headerData(column, Qt::Horizontal, StretchRole).toBool())
            stretching << column;
    }
    const int room = viewport()->width() - total;
    if (stretching.isEmpty()) {
        for (int column = columns - 1; column >= 0 && stretching.isEmpty(); --column) {
            if (!isColumnHidden(column))
                stretching << column;
        }
    }
    if (room > 0) {
        for (const int column : stretching)
            widths[column] += room / static_cast<int>(stretching.size());
    } else if (room < 0) {
        // What is missing is taken from the free-text columns and from other long ones, each down to a readable width.
        QVector<int> least(columns);
        QVector<int> giving;
        for (int column = 0; column < columns; ++column) {
            const int readable = stretching.contains(column) ? ReadableText : ReadableLong;
            least[column] = qMax(readable, model()->headerData(column, Qt::Horizontal, MinimumWidthRole).toInt());
            if (!isColumnHidden(column))
                giving << column;
        }
        int missing = -room;
        if (giving.contains(m_wrapped)) { // first: its words go on in the next line
            const int given = qBound(0, widths[m_wrapped] - least[m_wrapped], missing);
            widths[m_wrapped] -= given;
            missing -= given;
        }
        takeWidth(widths, giving, least, missing);
    }
    for (int column = 0; column < columns; ++column)
        horizontalHeader()->resizeSection(column, widths[column]);
    m_arranging = false;
    fitHeights();
}

QSize Table::sizeHint() const
{
    if (!m_fitToRows || !model())
        return QTableView::sizeHint();
    const int rows = qMax(1, model()->rowCount());
    return {QTableView::sizeHint().width(), horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() + 1};
}

QSize Table::minimumSizeHint() const
{
    return m_fitToRows ? QSize(160, sizeHint().height()) : QSize(160, 120);
}

void Table::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (model() && model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor base = palette().color(QPalette::Base);
    if (m_loading) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mix(palette().color(QPalette::Text), base, 0.08));
        const int height = verticalHeader()->defaultSectionSize();
        for (int y = 0, row = 0; y < viewport()->height(); y += height, ++row) {
            for (int column = 0; model() && column < model()->columnCount(); ++column) {
                const int width = (columnWidth(column) - 16) * (55 + (row * 7 + column * 13) % 35) / 100;
                painter.drawRoundedRect(QRect(columnViewportPosition(column) + 8, y + height / 2 - 5, width, 10), 5, 5);
            }
            painter.fillRect(QRect(0, y + height - 1, viewport()->width(), 1), hairline(palette()));
        }
        return;
    }
    if (m_emptyFact.isEmpty())
        return;
    const QRect area = viewport()->rect().adjusted(16, 0, -16, 0);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const int line = QFontMetrics(bold).height();
    const int top = qMax(8, area.height() / 2 - line - 4);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRect(area.left(), top, area.width(), line + 2), Qt::AlignHCenter | Qt::AlignTop, m_emptyFact);
    painter.setFont(font());
    painter.setPen(toneColor(palette(), Tone::Muted));
    painter.drawText(QRect(area.left(), top + line + 6, area.width(), area.height() - top - line),
                     int(Qt::AlignHCenter | Qt::AlignTop) | Qt::TextWordWrap, m_emptySentence);
}

void Table::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        emit rowActivated(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void Table::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (!m_restored && model() && model()->columnCount() > 0)
        fitColumns();
}

void Table::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_fitted) {
        m_fitted = false;
        scheduleFit();
    }
}

} // namespace pfx::ui
