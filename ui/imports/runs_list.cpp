// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/runs_list.h"

#include "ui/common/accessibility.h"
#include "ui/common/formatting.h"
#include "ui/imports/run_words.h"

#include <QFileInfo>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace pfx::ui {

using migration::RunState;

void RunsModel::setRuns(const QVector<migration::RunReport> &runs)
{
    const auto number = [](const migration::RunReport &report) { return report.run; };
    bool same = runs.size() == m_runs.size();
    for (qsizetype i = 0; same && i < runs.size(); ++i)
        same = number(runs[i]) == number(m_runs[i]);
    if (same) {
        m_runs = runs;
        if (!runs.isEmpty())
            emit dataChanged(index(0), index(static_cast<int>(runs.size()) - 1));
        return;
    }
    beginResetModel();
    m_runs = runs;
    endResetModel();
}

void RunsModel::setProgress(const migration::ImportProgress &progress, bool paused)
{
    m_progress = progress;
    m_paused = paused;
    const int row = rowOf(progress.run);
    if (row >= 0)
        emit dataChanged(index(row), index(row));
}

void RunsModel::clearProgress()
{
    setProgress({}, false);
}

int RunsModel::rowOf(qint64 run) const
{
    for (int i = 0; i < m_runs.size(); ++i) {
        if (m_runs[i].run == run)
            return i;
    }
    return -1;
}

int RunsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

qint64 RunsModel::count(const migration::RunReport &report) const
{
    const bool here = m_progress.run != 0 && m_progress.run == report.run;
    return here && m_progress.total > 0 ? m_progress.total : report.total().read;
}

Chip RunsModel::chip(const migration::RunReport &report) const
{
    const qint64 failed = report.total().failed;
    switch (report.state) {
    case RunState::Running:
    case RunState::Paused:
        if (m_progress.run == report.run && m_paused)
            return {Tone::Muted, QStringLiteral("media-playback-pause"), tr("Paused")};
        if (m_progress.run == report.run && m_progress.total > 0)
            return {Tone::Info, QStringLiteral("view-refresh"), tr("Running, %1").arg(percent(m_progress.done, m_progress.total))};
        return {Tone::Info, QStringLiteral("view-refresh"), tr("Running")};
    case RunState::Finished:
        if (report.dryRun)
            return {Tone::Info, QStringLiteral("view-visible"), tr("Check")};
        if (failed > 0)
            return {Tone::Warning, {}, tr("%n error(s)", nullptr, static_cast<int>(failed))};
        return {Tone::Success, {}, tr("Done")};
    case RunState::Stopped:
        if (report.undoBegun)
            return {Tone::Warning, QStringLiteral("edit-undo"), tr("Undo stopped")};
        return report.dryRun ? Chip{Tone::Muted, QStringLiteral("view-visible"), tr("Check stopped")}
                             : Chip{Tone::Warning, QStringLiteral("media-playback-pause"), tr("Stopped")};
    case RunState::Failed:
        return {Tone::Error, {}, tr("Failed")};
    case RunState::Undone:
        return {Tone::Muted, QStringLiteral("edit-undo"), tr("Undone")};
    }
    return {};
}

QVariant RunsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_runs.size())
        return {};
    const migration::RunReport &report = m_runs[index.row()];
    const QString file = QFileInfo(report.path).fileName();
    switch (role) {
    case RunRole:
        return report.run;
    case TitleRole:
        return RunWords::title(report);
    case WhenRole:
        return timeShort(report.startedAt, m_clock.nowMs());
    case FileRole:
        return file;
    case CountRole:
        return number(count(report));
    case RunChipRole:
        return QVariant::fromValue(chip(report));
    case Qt::ToolTipRole:
        return QStringLiteral("%1\n%2").arg(report.path, timeExact(report.startedAt));
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return QStringList{data(index, TitleRole).toString(), file, chip(report).text, records(count(report)), data(index, WhenRole).toString()}.join(
            QStringLiteral(", "));
    default:
        return {};
    }
}

namespace {

class RunDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        const int line = option.fontMetrics.height() + metrics::PairSpacing;
        return {120, 2 * line + metrics::ChipHeight + 2 * metrics::Spacing + metrics::PairSpacing};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF frame = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(selected ? QPen(mix(primaryFill(option.palette), option.palette.color(QPalette::Base), 0.4)) : QPen(Qt::NoPen));
            painter->setBrush(selected ? selectionFill(option.palette) : hoverFill(option.palette));
            painter->drawRoundedRect(frame, metrics::FieldRadius, metrics::FieldRadius);
        }
        if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
            painter->setPen(QPen(primaryFill(option.palette), 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(frame.adjusted(1, 1, -1, -1), metrics::FieldRadius, metrics::FieldRadius);
        }
        paintWords(painter, option, index);
        painter->restore();
    }

private:
    static bool everyTimeFits(const QAbstractItemModel *model, const QFontMetrics &title, const QFontMetrics &time, int width)
    {
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex index = model->index(row, 0);
            if (title.horizontalAdvance(index.data(RunsModel::TitleRole).toString()) + metrics::Spacing
                    + time.horizontalAdvance(index.data(RunsModel::WhenRole).toString())
                > width)
                return false;
        }
        return true;
    }

    static void paintWords(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        const QRect inner = option.rect.adjusted(metrics::Spacing, metrics::Spacing, -metrics::Spacing, -metrics::Spacing);
        const int line = option.fontMetrics.height() + metrics::PairSpacing;
        const QFont caption = scaled(option.font, TextRole::Caption);
        const QFontMetrics captionMetrics(caption);
        const QString when = index.data(RunsModel::WhenRole).toString();
        const int whenWidth = captionMetrics.horizontalAdvance(when);
        QFont bold = option.font;
        bold.setWeight(QFont::DemiBold);
        painter->setPen(option.palette.color(QPalette::Text));
        painter->setFont(bold);
        const QRect top(inner.x(), inner.y(), inner.width(), line);
        const QFontMetrics boldMetrics(bold);
        const bool together = everyTimeFits(index.model(), boldMetrics, captionMetrics, top.width());
        painter->drawText(top, Qt::AlignLeft | Qt::AlignVCenter,
                          boldMetrics.elidedText(index.data(RunsModel::TitleRole).toString(), Qt::ElideRight, top.width()));
        painter->setFont(caption);
        painter->setPen(toneColor(option.palette, Tone::Muted));
        // A wide font: in all cards the time goes a line lower, where the file's name can spare the room.
        const QRect middle = top.translated(0, line);
        painter->drawText(together ? top : middle, Qt::AlignRight | Qt::AlignVCenter, when);
        const int room = middle.width() - (together ? 0 : whenWidth + metrics::Spacing);
        painter->drawText(middle, Qt::AlignLeft | Qt::AlignVCenter,
                          captionMetrics.elidedText(index.data(RunsModel::FileRole).toString(), Qt::ElideMiddle, room));
        const QRect bottom(inner.x(), middle.bottom() + 1 + metrics::PairSpacing, inner.width(), metrics::ChipHeight);
        painter->drawText(bottom, Qt::AlignRight | Qt::AlignVCenter, index.data(RunsModel::CountRole).toString());
        paintChip(painter, bottom, index.data(RunsModel::RunChipRole).value<Chip>(), option.font, option.palette);
    }
};

} // namespace

RunsList::RunsList(RunsModel &model, QWidget *parent) : QListView(parent), m_model(model)
{
    setObjectName(QStringLiteral("runs"));
    setAccessibleName(tr("Imports"));
    setModel(&model);
    followSelection(this);
    setItemDelegate(new RunDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setSpacing(0);
    setMouseTracking(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    // The scroll bar stands in a margin of the list's own: the cards are as wide with it as without.
    const auto keepWidth = [this](int, int most) {
        const int bar = most > 0 ? style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, verticalScrollBar()) : 0;
        setViewportMargins(0, 0, std::max(0, BarRoom - bar), 0);
    };
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, keepWidth);
    keepWidth(0, 0);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid() && !m_showing)
            emit chosen(index.data(RunsModel::RunRole).toLongLong());
    });
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) { emit chosen(index.data(RunsModel::RunRole).toLongLong()); });
}

void RunsList::showRun(qint64 run)
{
    m_showing = true;
    const int row = m_model.rowOf(run);
    if (row < 0) {
        setCurrentIndex({});
        clearSelection();
    } else if (currentIndex().row() != row || !selectionModel()->isSelected(m_model.index(row))) {
        setCurrentIndex(m_model.index(row));
    }
    m_showing = false;
}

} // namespace pfx::ui
