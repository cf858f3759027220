// SPDX-License-Identifier: GPL-3.0-or-later
// The chosen message: what it says, what became of it step by step, why, and what a person may do about it. GUI thread.
#pragma once

#include "ui/sms/messages_presenter.h"
#include "ui/sms/standing.h"

#include <QWidget>

namespace pfx::ui {

class Banner;
class Button;
class DetailsPane;

class MessagePane : public QWidget {
    Q_OBJECT

public:
    explicit MessagePane(QWidget *parent = nullptr);

    void show(const MessagesState &state, const StandingState &standing);

signals:
    void deedChosen(SmsService::Deed deed);
    void dismissed();
    void taskChosen(qint64 taskId);

private:
    void showDeed(const MessagesState &state);
    void showDetails(const MessageView &view, const StandingState &standing);

    DetailsPane *m_details;
    Banner *m_banner;
    Button *m_resend, *m_cancel, *m_settle;
    std::optional<MessageView> m_shown;
    bool m_isClear = false;
};

} // namespace pfx::ui
