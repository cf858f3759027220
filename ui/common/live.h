// SPDX-License-Identifier: GPL-3.0-or-later
// What works behind the pages, whether one looks or not: the durable queues, the embedded server, the connection with Planfix. Pages see its
// state and nudge it; writing goes through jobs of the store's writer with outbox() and inbox(). Methods: GUI thread; what outbox(),
// inbox(), office() and secrets() return may be used from any thread and lives longer than any page.
#pragma once

#include "core/base/error.h"
#include "core/server/server.h"

#include <QObject>
#include <QString>

#include <limits>
#include <optional>
#include <vector>

namespace pfx::exchange {
class Inbox;
class Outbox;
}
namespace pfx::orders {
struct Office;
}
namespace pfx::secrets {
class SecretStore;
}

namespace pfx::ui {

/// The embedded server as the screen shows it.
struct ServerState
{
    bool isWanted = false;           ///< The setting server.enabled.
    QString address;                 ///< "127.0.0.1:8088" as it is bound; empty while it does not listen.
    bool tls = false;
    QString publicUrl;               ///< The setting server.public-url; every address to paste is built from it.
    QString instance;                ///< What /health says; by it a reach check knows that it came here.
    qint64 requests = 0;             ///< Answered since the start.
    std::optional<base::Error> error; ///< Why it does not listen.

    bool isListening() const { return !address.isEmpty(); }
};

/// The connection with Planfix as far as it is known without asking.
struct PlanfixState
{
    QString account;                   ///< Host; empty while none is set up.
    std::optional<base::Error> held;   ///< Why everything that goes to Planfix waits (a key that is refused, the daily quota).
    std::optional<qint64> heldUntilMs; ///< When it goes on by itself.
    bool hasKey = false;               ///< A key is there; whether it is right, only Planfix knows.
    std::optional<qint64> lastSuccessMs; ///< When Planfix last answered as it should.
};

class Live : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual exchange::Outbox &outbox() = 0;
    virtual exchange::Inbox &inbox() = 0;
    virtual const orders::Office &office() const = 0;
    virtual secrets::SecretStore &secrets() = 0;

    virtual ServerState server() const = 0;
    virtual std::vector<server::RecentRequest> recentRequests() const = 0; ///< Newest first.
    virtual PlanfixState planfix() const = 0;
    /// Why keys cannot be read or kept here (no keychain, or a locked one); none while all is well.
    virtual std::optional<base::Error> secretsTrouble() const { return {}; }

    /// Works off at once what was held: the person has mended what it waited for.
    virtual void ring() = 0;
    /// Looks for changed tasks now and not only after a while.
    virtual void lookNow() = 0;
    /// The revision of the settings that everything here works by already; what was saved a moment ago is behind it. Any thread.
    virtual qint64 adoptedRevision() const { return std::numeric_limits<qint64>::max(); }
    /// Reads settings and secrets anew: the keychain may have been unlocked. changed() tells when that is done.
    virtual void readAgain() {}

signals:
    void changed(); ///< Any of the states; at most a few times a second.
    void stored();  ///< The queues or orders may have changed: what a page shows of them should be read again. At most twice a second.
};

} // namespace pfx::ui
