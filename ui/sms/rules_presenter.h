// SPDX-License-Identifier: GPL-3.0-or-later
// What may be sent and when: allowed senders, limits, quiet hours, without widgets. GUI thread.
#pragma once

#include "ui/sms/standing.h"

namespace pfx::ui {

struct RulesState {
    QMap<QString, QString> values; ///< As they are typed; senders separated by commas.
    QString wrongKey; ///< The setting that was refused.
    bool isChanged = false; ///< Something waits to be saved.
    bool saved = false;
    bool busy = false;
    std::optional<base::Error> error;
};

class RulesPresenter : public QObject {
    Q_OBJECT

public:
    RulesPresenter(SmsService &service, Standing &standing, QObject *parent = nullptr);

    const RulesState &state() const { return m_state; }
    void setValue(const QString &key, const QString &value);
    void save();
    void takeBack();

signals:
    void changed();

private:
    void follow();
    QMap<QString, QString> kept() const;

    SmsService &m_service;
    Standing &m_standing;
    RulesState m_state;
};

} // namespace pfx::ui
