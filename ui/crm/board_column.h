// SPDX-License-Identifier: GPL-3.0-or-later
// One column of the board: the stage's colour, name, number of deals and sums, below them the deals. GUI thread.
#pragma once

#include "core/base/clock.h"
#include "ui/crm/pipelines_presenter.h"

#include <QFrame>
#include <QStyledItemDelegate>

class QListView;

namespace pfx::ui {

class Background;
class ListRows;
class TextLabel;

class BoardColumn : public QFrame
{
    Q_OBJECT

public:
    BoardColumn(const StageColumn &column, qint64 pipelineId, Background &background, const base::Clock &clock, QWidget *parent = nullptr);

    /// Number and sums; reads the deals when there are any and nothing was read yet.
    void setNumbers(const StageColumn &column);
    void reload();
    QListView *list() const { return m_list; }
    qint64 stageId() const { return m_query.stageId; }

signals:
    void dealSelected(qint64 id);
    void dealActivated();
    void failed(const pfx::base::Error &error);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor m_color;
    crm::ListQuery m_query;
    ListRows *m_rows;
    TextLabel *m_count, *m_sum;
    QListView *m_list;
    QString m_name;
    bool m_read = false;
};

/// A deal on the board: title, amount, main contact.
class DealDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace pfx::ui
