// SPDX-License-Identifier: GPL-3.0-or-later
// Step 6 on the screen: what the run did, kinds by outcomes, problems by reason, what can still be done; each sum opens its rows. GUI thread.
#pragma once

#include "ui/imports/result_presenter.h"

#include <QWidget>

#include <tuple>

class QScrollArea;
class QStackedWidget;

namespace pfx::ui {

class Banner;
class Button;
class Card;
class Cells;
class Prompt;
class ProblemsView;
class RowsView;
class Table;
class TextLabel;
class ViewSettings;

class ResultStep : public QWidget
{
    Q_OBJECT

public:
    ResultStep(ResultPresenter &presenter, Prompt &prompt, ViewSettings &settings, QWidget *parent = nullptr);

    void focusFirst();
    Button *primary() const;
    QWidget *searchField() const; ///< Of the rows; null while the sums are shown.

signals:
    void retry();
    void resumeRun();
    void undo();
    void showRecords();
    void newImport();

private:
    QWidget *sumsPage();
    QWidget *rowsPage(ViewSettings &settings);
    QWidget *outcomesCard();
    QWidget *problemsCard();
    void refresh();
    void showTop();
    void refreshBanner(const ResultState &state);
    void refreshOutcomes(const migration::RunReport &report);
    void openRows(const QModelIndex &sum);
    void askUndo(const migration::runs::UndoPreview &preview);

    ResultPresenter &m_presenter;
    Prompt &m_prompt;
    QStackedWidget *m_pages = nullptr;
    QScrollArea *m_sums = nullptr;
    std::tuple<qint64, migration::RunState, QString, std::optional<qint64>, std::optional<base::Error>> m_told; ///< What the banners at the top say.
    RowsView *m_rows = nullptr;
    Banner *m_banner = nullptr;
    Banner *m_news = nullptr;
    Cells *m_outcomes = nullptr;
    Table *m_outcomeTable = nullptr;
    Button *m_allRows = nullptr;
    QVector<migration::Counters> m_shownOutcomes;
    Card *m_problemCard = nullptr;
    ProblemsView *m_problems = nullptr;
    Button *m_download = nullptr;
    Button *m_retry = nullptr;
    Button *m_undo = nullptr;
    TextLabel *m_undoSentence = nullptr;
    Button *m_resume = nullptr;
    Button *m_show = nullptr;
    Button *m_new = nullptr;
};

} // namespace pfx::ui
