// SPDX-License-Identifier: GPL-3.0-or-later
// Which messages repeat an earlier one, and how many there were: in memory for the one program that takes messages on a SQLite store, in the
// database for several on a PostgreSQL server. Asked inside the writer's job that stores the messages; what a transaction that failed has
// entered is taken back by forget(). The writer's thread only.
#pragma once

#include "core/base/result.h"
#include "core/sms/policy.h"
#include "core/store/connection.h"

#include <memory>
#include <vector>

namespace pfx::sms {

/// What the ledger says of one of the new messages, in their order.
struct Entry {
    enum class Kind { New, Repeated, TooMany };
    Kind kind = Kind::New;
    qint64 id = 0; ///< The message's own, or the one it repeats.
    QString limit; ///< Of TooMany: "recipient", "day", "credential".
};

class Ledger {
public:
    Ledger() = default;
    virtual ~Ledger() = default;
    Ledger(const Ledger &) = delete;
    Ledger &operator=(const Ledger &) = delete;

    static std::unique_ptr<Ledger> forBackend(store::Backend backend);

    /// `messages` bear the ids that they will have when they are new.
    virtual base::Result<std::vector<Entry>> enter(store::Connection &db, const std::vector<NewMessage> &messages, const Policy &policy,
                                                   qint64 nowMs)
        = 0;
    /// These were not stored after all.
    virtual void forget(const std::vector<qint64> &ids) = 0;
};

/// What makes two messages equal, short and without their text.
QByteArray windowKey(const QString &credential, const QString &sender, const QString &recipient, const QString &text);

} // namespace pfx::sms
