// SPDX-License-Identifier: GPL-3.0-or-later
// Step 4 on the screen: counters that are filters, what will happen row by row, the selected row field by field. GUI thread.
#pragma once

#include "ui/imports/check_presenter.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace pfx::ui {

class Banner;
class Prompt;
class ProblemsView;
class RowsView;
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
    QWidget *runningCard();
    QWidget *warningsCard();
    void refresh();
    void refreshRunning(const CheckState &state);

    CheckPresenter &m_presenter;
    Prompt &m_prompt;
    Banner *m_banner = nullptr;
    QStackedWidget *m_stack = nullptr;
    RowsView *m_rows = nullptr;
    ProblemsView *m_warnings = nullptr;
    TextLabel *m_running = nullptr;
    ThinProgressBar *m_bar = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_download = nullptr;
    TextLabel *m_sentence = nullptr;
    QPushButton *m_start = nullptr;
};

} // namespace pfx::ui
