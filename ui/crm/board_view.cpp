// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/crm/board_view.h"

#include "ui/common/theme.h"
#include "ui/crm/board_column.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>

namespace pfx::ui {

BoardView::BoardView(PipelinesPresenter &presenter, Background &background, const base::Clock &clock, QWidget *parent)
    : QScrollArea(parent), m_presenter(presenter), m_background(background), m_clock(clock)
{
    setObjectName(QStringLiteral("dealsBoard"));
    setAccessibleName(tr("Board of deals by stage"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    auto *content = new QWidget;
    content->setAutoFillBackground(false);
    m_layout = new QHBoxLayout(content);
    m_layout->setContentsMargins({});
    m_layout->setSpacing(metrics::Spacing);
    m_layout->addStretch();
    setWidget(content);
    connect(&m_presenter, &PipelinesPresenter::columnsReplaced, this, &BoardView::build);
    connect(&m_presenter, &PipelinesPresenter::changed, this, &BoardView::showNumbers);
}

void BoardView::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    if (m_active)
        build();
}

void BoardView::build()
{
    if (!m_active)
        return;
    for (BoardColumn *column : std::exchange(m_columns, {}))
        delete column;
    const PipelinesState &state = m_presenter.state();
    for (const StageColumn &stage : state.columns) {
        auto *column = new BoardColumn(stage, state.selected, m_background, m_clock);
        column->list()->installEventFilter(this);
        connect(column, &BoardColumn::dealSelected, this, [this, column](qint64 id) {
            for (BoardColumn *other : std::as_const(m_columns)) {
                if (other != column)
                    other->list()->clearSelection();
            }
            emit dealSelected(id);
        });
        connect(column, &BoardColumn::dealActivated, this, &BoardView::dealActivated);
        connect(column, &BoardColumn::failed, this, &BoardView::failed);
        m_layout->insertWidget(static_cast<int>(m_columns.size()), column);
        m_columns.append(column);
    }
}

void BoardView::showNumbers()
{
    const QVector<StageColumn> &columns = m_presenter.state().columns;
    if (!m_active || columns.size() != m_columns.size())
        return;
    for (qsizetype i = 0; i < columns.size(); ++i)
        m_columns.at(i)->setNumbers(columns.at(i));
}

void BoardView::reload()
{
    build();
}

bool BoardView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        for (int i = 0; i < m_columns.size(); ++i) {
            if (m_columns.at(i)->list() == watched && (key == Qt::Key_Left || key == Qt::Key_Right)) {
                step(i, key == Qt::Key_Right ? 1 : -1);
                return true;
            }
        }
    }
    return QScrollArea::eventFilter(watched, event);
}

void BoardView::step(int from, int by)
{
    const int row = m_columns.at(from)->list()->currentIndex().row();
    for (int to = from + by; to >= 0 && to < m_columns.size(); to += by) {
        QListView *list = m_columns.at(to)->list();
        const int rows = list->model()->rowCount();
        if (rows == 0)
            continue; // an empty stage has nothing to stand on
        ensureWidgetVisible(m_columns.at(to));
        list->setFocus(Qt::TabFocusReason);
        list->setCurrentIndex(list->model()->index(std::clamp(row, 0, rows - 1), 0));
        return;
    }
}

} // namespace pfx::ui
