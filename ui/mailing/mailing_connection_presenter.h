// SPDX-License-Identifier: GPL-3.0-or-later
// What to paste into Planfix, and the mailing services that lists can be forwarded to, without widgets. GUI thread.
#pragma once

#include "ui/common/live.h"
#include "ui/mailing/mailing_service.h"

namespace pfx::ui {

struct ConnectionState {
    enum class Body { Loading, Shown, Failed };
    Body body = Body::Loading;
    ConnectionFacts facts;
    std::optional<base::Error> error;

    QString address; ///< To paste; with the local address while there is no public one.
    enum class Reach { Public, LocalOnly, NoServer };
    Reach reach = Reach::NoServer;

    TargetDraft draft;
    enum class Wrong { None, Name, Url, Access };
    Wrong wrong = Wrong::None;
    bool saved = false;
    bool busy = false;
    std::optional<base::Error> deedError;

    bool hasToken() const { return !facts.token.isEmpty(); }
    bool isUniSender() const { return draft.driver == QLatin1String("unisender"); }
};

class MailingConnectionPresenter : public QObject {
    Q_OBJECT

public:
    MailingConnectionPresenter(MailingService &service, Live *live, QObject *parent = nullptr);

    const ConnectionState &state() const { return m_state; }
    void reload();
    void makeToken();
    void renewToken();
    void setDraft(const TargetDraft &draft);
    void saveTarget();

signals:
    void changed();
    void targetsChanged();

private:
    void make(MailingService::Renew renew);
    void look();

    MailingService &m_service;
    Live *m_live;
    ConnectionState m_state;
};

} // namespace pfx::ui
