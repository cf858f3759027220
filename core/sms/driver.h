// SPDX-License-Identifier: GPL-3.0-or-later
// The seam to what carries messages to the operators: one object for each provider, over a windowed connection (SMPP) or over requests
// (HTTP, a file). It knows its protocol and nothing else: no store, no retries, no choice among providers. All of it is called by one
// thread of the provider's lane; submit() never blocks, the other questions may. What the driver says itself (SubmitDone, DriverEvents)
// may come from any thread, also from inside the call.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/stop_token.h"
#include "core/http/exchange_observer.h"
#include "core/http/transport.h"
#include "core/secrets/secret.h"

#include <QJsonObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace pfx::sms {

/// A message as a driver gets it: checked, with the sender as this provider knows it.
struct Outgoing {
    qint64 id = 0;
    /// Our name of the message for providers that take one (1 … 2147483647): the same at each attempt and after a crash.
    qint64 reference = 0;
    QString from; ///< Empty: the provider's default.
    QString to; ///< E.164: "+79161110006".
    QString text; ///< Never empty; the driver splits it where its protocol wants that (core/sms/segments.h).
    qint64 validUntilMs = 0; ///< ms since 1970 UTC
};

/// What a failure says about what to do next.
enum class Trouble {
    Transient, ///< Not now: the same again after a pause (network, 5xx, queue full).
    Throttled, ///< Too fast: the provider's pace is halved, the message goes again.
    Refused, ///< This message will never go (bad number, stop list, forbidden text).
    Unroutable, ///< Not by this provider (sender not approved, no route to the country): the next one may.
    Account, ///< Login, key or address refused, or blocked: the provider pauses with an alarm, the next one may.
    NoMoney, ///< As Account.
};

struct SubmitFailure {
    Trouble trouble = Trouble::Transient;
    /// `detail` is what the provider said ("207 no route"). `effected` Perhaps: the message may have arrived, so that it is never sent
    /// again before somebody has looked.
    base::Error error;
    std::optional<qint64> retryAfterMs; ///< From now, where the provider said so.
    QStringList providerIds; ///< Of the parts that were taken before it failed.
};

struct Submitted {
    QStringList providerIds; ///< One for the message, or one for each part in their order. Empty: the provider gives none.
};

using SubmitResult = tl::expected<Submitted, SubmitFailure>;
using SubmitDone = std::function<void(SubmitResult)>;

enum class Delivery {
    Pending, ///< On its way (accepted, en route, buffered).
    Delivered,
    Undelivered,
    Expired,
    Rejected,
    Unknown, ///< The provider says that it does not know.
};

/// What a provider says about one message or one part of it.
struct Receipt {
    QString providerId; ///< As Submitted had it; or
    qint64 reference = 0; ///< Outgoing::reference.
    Delivery delivery = Delivery::Pending;
    QString detail; ///< The provider's code and words; empty when it was delivered.
    qint64 atMs = 0; ///< ms since 1970 UTC; 0: now.
};

struct Link {
    enum class State {
        Down, ///< Nothing can be handed over; the driver goes on trying by itself. `trouble` and `error` say why.
        Connecting,
        Up,
    };
    State state = State::Connecting;
    Trouble trouble = Trouble::Transient; ///< Account: a bind that was refused.
    base::Error error;
};

/// What a driver tells without being asked. Outlives the driver; thread-safe.
class DriverEvents {
public:
    /// `stored` is called once, from any thread, when they are on disk or could not be written: an SMSC is answered only then.
    using Stored = std::function<void(const base::Result<void> &)>;

    DriverEvents() = default;
    virtual ~DriverEvents() = default;
    DriverEvents(const DriverEvents &) = delete;
    DriverEvents &operator=(const DriverEvents &) = delete;

    /// Also of messages whose submit is not answered yet (early receipts): they are kept until they fit.
    virtual void receiptsCame(std::vector<Receipt> receipts, Stored stored) = 0;
    virtual void linkChanged(const Link &link) = 0;
};

/// A message's fate at a provider that can be asked about it.
struct Sighting {
    enum class Fate {
        Found,
        NotThere, ///< Surely never came: it may be sent.
        NobodyKnows,
    };
    Fate fate = Fate::NobodyKnows;
    QStringList providerIds;
    Delivery delivery = Delivery::Pending;
};

/// Whose state is asked for.
struct Inquiry {
    QString providerId;
    qint64 reference = 0;
    QString to;
};

struct Balance {
    QString amount; ///< Exact decimal text: "812.30".
    QString currency; ///< Empty when the provider does not say it.
};

struct Abilities {
    bool keepsLink = false; ///< Tells by DriverEvents::linkChanged when it can take messages; else probe() is asked.
    bool looksUp = false; ///< sight() finds messages by Outgoing::reference.
    bool polls = false; ///< states() works.
    bool pushes = false; ///< Receipts come by themselves (DriverEvents or the callback route).
    bool tellsBalance = false;
};

class Driver {
public:
    Driver() = default;
    virtual ~Driver() = default;
    Driver(const Driver &) = delete;
    Driver &operator=(const Driver &) = delete;

    virtual Abilities abilities() const = 0;
    /// How many messages may be handed over without an answer. The lane keeps to it; what it says may change.
    virtual int window() const = 0;

    /// Begins to connect, where there is a link to keep.
    virtual void start() { }
    /// Ends the link and returns when every submit was answered: one whose fate is open with Cancelled and Effected::Perhaps, one that was
    /// not begun with Effected::No.
    virtual void stop() { }

    /// Begins to send and returns; `done` is called exactly once.
    virtual void submit(const Outgoing &message, SubmitDone done) = 0;

    /// Whether messages would be taken now; asked before anything is claimed when the last attempt did not reach the provider, so that a
    /// message is never in doubt only because the provider was away. Failures: as of submit.
    virtual tl::expected<void, SubmitFailure> probe(const base::StopToken &) { return {}; }
    virtual base::Result<Sighting> sight(const Outgoing &, const base::StopToken &) { return Sighting{}; }
    /// In the order of the inquiries; Pending for what has not changed.
    virtual base::Result<std::vector<Receipt>> states(const std::vector<Inquiry> &, const base::StopToken &)
    {
        return std::vector<Receipt>();
    }
    virtual base::Result<Balance> balance(const base::StopToken &)
    {
        return base::fail(base::ErrorCode::NotFound, QStringLiteral("the provider tells no balance"));
    }
};

/// A provider as settings and secrets have it.
struct ProviderConfig {
    QString name; ///< "main"
    QString driver; ///< "smsc"
    QString url; ///< Empty: the driver's own.
    double perSecond = 0; ///< 0: the driver's own pace.
    secrets::Secret login, password, key;
    QString callbackUrl; ///< Where its delivery reports should go; empty while our public address is not known. Holds a secret.
    QJsonObject options; ///< What else the driver knows (setting provider.<name>.options).
};

/// What drivers are made with; all of it outlives them.
struct DriverTools {
    const base::Clock &clock;
    http::ExchangeObserver &observer;
    std::function<std::unique_ptr<http::Transport>()> transport; ///< A new one for each thread.
    QString folder; ///< Where the file driver writes by default; empty: nowhere.
};

} // namespace pfx::sms
