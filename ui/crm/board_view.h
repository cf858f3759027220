// SPDX-License-Identifier: GPL-3.0-or-later
// The deals of one pipeline as columns, one a stage, in the pipeline's own colours, each with its number and exact sums. Every column is a
// long list of its own that reads page by page. Left and Right go to the neighbouring column, Up and Down within one. GUI thread.
#pragma once

#include "core/base/clock.h"
#include "ui/crm/pipelines_presenter.h"

#include <QScrollArea>

class QHBoxLayout;

namespace pfx::ui {

class Background;
class BoardColumn;

class BoardView : public QScrollArea
{
    Q_OBJECT

public:
    BoardView(PipelinesPresenter &presenter, Background &background, const base::Clock &clock, QWidget *parent = nullptr);

    const QVector<BoardColumn *> &columns() const { return m_columns; }
    /// Reads the columns again (something was imported).
    void reload();
    /// The columns read nothing before the board is looked at.
    void setActive(bool active);

signals:
    void dealSelected(qint64 id);
    void dealActivated();
    void failed(const pfx::base::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void showNumbers();
    void step(int from, int by);

    PipelinesPresenter &m_presenter;
    Background &m_background;
    const base::Clock &m_clock;
    QHBoxLayout *m_layout;
    QVector<BoardColumn *> m_columns;
    bool m_active = false;
};

} // namespace pfx::ui
