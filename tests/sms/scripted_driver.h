// SPDX-License-Identifier: GPL-3.0-or-later
// A provider that does what a test tells it, message by message, and remembers what it got. Any thread.
#pragma once

#include "core/sms/policy.h"

#include <deque>
#include <functional>
#include <mutex>

namespace pfx::test {

class Script {
public:
    using Reply = std::function<std::optional<sms::SubmitResult>(const sms::Outgoing &)>;

    Script();
    ~Script();
    Script(const Script &) = delete;
    Script &operator=(const Script &) = delete;

    /// The next message is answered so; without a script each is taken under the id "p-<number of the message>". No value: no answer.
    void reply(Reply reply);
    void reply(sms::SubmitResult result);
    void fail(sms::Trouble trouble, base::Effected effected = base::Effected::No, base::ErrorCode code = base::ErrorCode::Busy);

    QVector<sms::Outgoing> got(const QString &provider = {}) const;
    sms::DriverEvents *events(const QString &provider) const;

    sms::Abilities abilities; ///< Set before the service starts.
    sms::Sighting sighting;
    std::optional<sms::SubmitFailure> probe;

    /// A provider of a policy that is served by the script.
    static sms::Provider provider(const QString &name);

private:
    friend class ScriptedDriver;
    sms::SubmitResult next(const QString &provider, const sms::Outgoing &message, bool &answers);

    mutable std::mutex m_mutex;
    std::deque<Reply> m_replies;
    QVector<std::pair<QString, sms::Outgoing>> m_got;
    QHash<QString, sms::DriverEvents *> m_events;
};

} // namespace pfx::test
