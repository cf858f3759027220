// SPDX-License-Identifier: GPL-3.0-or-later
// The tab «Сообщения»: the queue and history, what became of each message and why, sending again. GUI thread.
#pragma once

#include "ui/common/services.h"
#include "ui/sms/messages_presenter.h"
#include "ui/sms/standing.h"

#include <QStackedWidget>

class QComboBox;
class QLineEdit;

namespace pfx::ui {

class Banner;
class Button;
class CounterCard;
class MessagePane;
class MessagesModel;
class Table;

class MessagesTab : public QStackedWidget {
    Q_OBJECT

public:
    MessagesTab(MessagesPresenter &presenter, Standing &standing, Services &services, QWidget *parent = nullptr);

    QWidget *searchField() const;

signals:
    void testRequested();
    void serviceRequested();
    void taskRequested(qint64 taskId);

private:
    QWidget *buildWork();
    QLayout *buildCounters();
    QLayout *buildToolbar();
    void connectTable();
    void follow();
    void keepSelection();
    void showState();
    void showCounters();
    void showProviders();
    void showError();
    void askFor(SmsService::Deed deed);

    MessagesPresenter &m_presenter;
    Standing &m_standing;
    Services &m_services;
    MessagesModel *m_model;
    Table *m_table;
    MessagePane *m_pane;
    QLineEdit *m_search;
    QComboBox *m_state, *m_provider;
    CounterCard *m_waiting, *m_unknown, *m_failed;
    Banner *m_error;
    Button *m_all = nullptr, *m_newer = nullptr;
    std::optional<base::Error> m_shownError;
};

} // namespace pfx::ui
