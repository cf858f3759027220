// SPDX-License-Identifier: GPL-3.0-or-later
// Beside the test form: the exact answer, the message's way, the earlier tries. GUI thread.
#pragma once

#include "ui/sms/test_presenter.h"

#include <QWidget>

class QPlainTextEdit;
class QStandardItemModel;

namespace pfx::ui {

class Banner;
class Button;
class Card;
class ChipLabel;
class MessageWay;
class Table;
class TextLabel;

class AnswerPanel : public QWidget {
    Q_OBJECT

public:
    explicit AnswerPanel(TestPresenter &presenter, QWidget *parent = nullptr);

signals:
    void messageRequested(qint64 id);

private:
    QWidget *buildAnswer();
    QWidget *buildWay();
    QWidget *buildProbes();
    void showState();
    void showAnswer();
    void showWay();
    void showProbes();

    TestPresenter &m_presenter;
    Banner *m_error;
    QPlainTextEdit *m_body;
    ChipLabel *m_status;
    TextLabel *m_time, *m_answerNote, *m_wayNote;
    Button *m_copy = nullptr, *m_open = nullptr;
    Card *m_wayCard = nullptr, *m_probesCard = nullptr;
    MessageWay *m_way;
    Table *m_probes;
    QStandardItemModel *m_probesModel;
};

} // namespace pfx::ui
