// SPDX-License-Identifier: GPL-3.0-or-later
// How the SMS service stands, for all tabs of the page: what is set up, what waits, where it is reached, what would be the next step of
// somebody who begins. Without widgets. GUI thread.
#pragma once

#include "ui/common/live.h"
#include "ui/sms/sms_service.h"

namespace pfx::ui {

struct StandingState {
    enum class Body { Loading, Shown, Failed };
    Body body = Body::Loading;
    SmsFacts facts;
    SmsNumbers numbers;
    std::optional<base::Error> error; ///< Of Failed.

    QString address; ///< To paste into Planfix; with the local one while there is no public one.
    QString callAddress; ///< Where it is called from this computer.
    enum class Reach { Public, LocalOnly, NoServer };
    Reach reach = Reach::NoServer;

    /// The first thing that is missing before a message can go out.
    enum class Missing { Nothing, Secrets, Server, Credential, Provider };
    Missing missing() const;
    const ProviderView *provider(const QString &name) const;
    /// The first that takes messages; null when there is none.
    const ProviderView *firstProvider() const;
    QStringList senders() const;
    /// How many things need a person: messages in doubt and providers that stand still.
    int attention() const;
};

class Standing : public QObject {
    Q_OBJECT

public:
    Standing(SmsService &service, Live *live, QObject *parent = nullptr);

    const StandingState &state() const { return m_state; }
    /// Everything, with the secrets.
    void reload();
    /// What changes by itself.
    void refresh();

signals:
    void changed();

private:
    void look();
    void take(SmsNumbers numbers);

    SmsService &m_service;
    Live *m_live;
    StandingState m_state;
};

} // namespace pfx::ui
