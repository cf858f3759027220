// SPDX-License-Identifier: GPL-3.0-or-later
// The queue and the history of messages, without widgets; the rows come from the table's model. GUI thread.
#pragma once

#include "ui/sms/sms_service.h"

class QTimer;

namespace pfx::ui {

struct MessagesState {
    QString typed; ///< Of the search field.
    sms::MessageQuery query; ///< What is shown.
    bool empty = false; ///< There is no message at all.
    std::optional<base::Error> error; ///< The list could not be read.

    qint64 selected = 0; ///< 0: none.
    std::optional<MessageView> details;
    bool busy = false;
    std::optional<SmsService::Deed> done; ///< What was done last, to be told of.
    std::optional<base::Error> deedError;

    bool isFiltered() const { return !query.text.isEmpty() || query.state || !query.provider.isEmpty(); }
    bool may(SmsService::Deed deed) const;
    /// Sending it again might be a second time.
    bool mayHaveGone() const { return details && details->message.state == sms::State::Unknown; }
};

class MessagesPresenter : public QObject {
    Q_OBJECT

public:
    explicit MessagesPresenter(SmsService &service, QObject *parent = nullptr);

    const MessagesState &state() const { return m_state; }
    void setTyped(const QString &text);
    void searchNow();
    void setState(std::optional<sms::State> state);
    void setProvider(const QString &provider);
    void clearFilter();

    void select(qint64 id);
    void perform(SmsService::Deed deed);
    void dismiss();

    void rowsArrived(int rows);
    void queryFailed(const base::Error &error);
    /// Something was stored.
    void refresh();

signals:
    void changed();
    void queryChanged(const pfx::sms::MessageQuery &query);
    void refreshWanted();

private:
    void show(const sms::MessageQuery &query);
    void readDetails();

    SmsService &m_service;
    QTimer *m_delay;
    MessagesState m_state;
};

} // namespace pfx::ui
