// SPDX-License-Identifier: GPL-3.0-or-later
// Step 4 on the screen: counters that are filters, what will happen row by row, the selected row field by field. GUI thread.
#pragma once

#include "ui/imports/run_rows_model.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace pfx::ui {

class Banner;
class Card;
class Cells;
class CounterCard;
class Prompt;
class Table;
class TextLabel;
class ThinProgressBar;
class ViewSettings;

class CheckStep : public QWidget
{
    Q_OBJECT

public:
    CheckStep(CheckPresenter &presenter, Prompt &prompt, ViewSettings &settings, QWidget *parent = nullptr);

    void focusFirst();
    QPushButton *primary() const { return m_start; }
    QWidget *searchField() const;

signals:
    void back();
    void start();
    void checkAgain();

private:
    QWidget *counters();
    QWidget *rowsCard(ViewSettings &settings);
    QWidget *runningCard();
    QWidget *detailsCard();
    void refresh();
    void refreshRunning(const CheckState &state);
    void refreshCounters(const CheckState &state);
    void showDetails(const QModelIndex &index);

    CheckPresenter &m_presenter;
    Prompt &m_prompt;
    RunRowsModel m_model;
    Banner *m_banner = nullptr;
    QVector<CounterCard *> m_counters;
    QStackedWidget *m_stack = nullptr;
    QLineEdit *m_search = nullptr;
    QComboBox *m_kind = nullptr;
    TextLabel *m_shown = nullptr;
    Table *m_table = nullptr;
    TextLabel *m_running = nullptr;
    ThinProgressBar *m_bar = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_again = nullptr;
    Card *m_details = nullptr;
    TextLabel *m_title = nullptr;
    TextLabel *m_subtitle = nullptr;
    Cells *m_differences = nullptr;
    Table *m_differenceTable = nullptr;
    QPushButton *m_download = nullptr;
    TextLabel *m_sentence = nullptr;
    QPushButton *m_start = nullptr;
};

} // namespace pfx::ui
