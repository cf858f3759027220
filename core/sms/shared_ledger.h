// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger of several programs on one server: keys and counters in the database, in the transaction of the messages. See Ledger.
#pragma once

#include "core/sms/ledger.h"

namespace pfx::sms {

class SharedLedger : public Ledger {
public:
    base::Result<std::vector<Entry>> enter(store::Connection &db, const std::vector<NewMessage> &messages, const Policy &policy,
                                           qint64 nowMs) override;
    void forget(const std::vector<qint64> &) override { }

private:
    base::Result<void> purge(store::Connection &db, const Policy &policy, qint64 nowMs);

    qint64 m_purgedAt = 0;
};

} // namespace pfx::sms
