// SPDX-License-Identifier: GPL-3.0-or-later
// The card «Проверка ключа»: a line a fact, which fills while the check runs, and below it the banner with what is to be done. GUI thread.
#pragma once

#include "ui/forms/check_words.h"

#include <QWidget>

class QGridLayout;

namespace pfx::ui {

class Button;
class Card;
class ConnectionPresenter;
class TextLabel;
class ThinProgressBar;

class CheckList : public QWidget {
    Q_OBJECT

public:
    explicit CheckList(ConnectionPresenter &presenter, QWidget *parent = nullptr);
    ~CheckList() override;

    Banner *banner() const { return m_banner; }
    Button *checkButton() const { return m_check; }

private:
    struct Line;

    void refresh();
    void showLine(Line &line, const CheckRow &row);
    void showVerdict();
    Line &line(int index);

    ConnectionPresenter &m_presenter;
    Card *m_card;
    TextLabel *m_summary;
    ThinProgressBar *m_progress;
    QGridLayout *m_grid;
    Banner *m_banner;
    Button *m_check;
    Button *m_stop;
    std::vector<Line> m_lines;
    QVector<CheckRow> m_shown;
    QString m_verdictShown;
};

} // namespace pfx::ui
