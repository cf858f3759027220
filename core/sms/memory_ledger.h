// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger of one program, in memory; what came before its start is read from the messages when it is first asked. See Ledger.
#pragma once

#include "core/sms/ledger.h"

#include <deque>
#include <unordered_map>

namespace pfx::sms {

class MemoryLedger : public Ledger {
public:
    base::Result<std::vector<Entry>> enter(store::Connection &db, const std::vector<NewMessage> &messages, const Policy &policy,
                                           qint64 nowMs) override;
    void forget(const std::vector<qint64> &ids) override;

private:
    struct Remembered {
        QByteArray key;
        qint64 id = 0;
        qint64 atMs = 0;
    };
    struct Count {
        qint64 period = 0;
        int n = 0;
    };
    struct Hash {
        size_t operator()(const QByteArray &key) const noexcept { return qHash(key); }
    };

    base::Result<void> recall(store::Connection &db, const Policy &policy, qint64 nowMs);
    void purge(qint64 windowMs, qint64 nowMs);
    void remember(QByteArray key, qint64 id, qint64 atMs);
    int &count(const QString &name, qint64 period);
    QString exceeded(const NewMessage &message, const Policy &policy, qint64 nowMs);
    void add(const NewMessage &message, const Policy &policy, qint64 nowMs);

    bool m_recalled = false;
    std::deque<Remembered> m_order; ///< Oldest first.
    std::unordered_map<QByteArray, std::pair<qint64, qint64>, Hash> m_byKey; ///< Id and time of the newest.
    QHash<QString, Count> m_counts;
    qint64 m_countsDay = -1;
};

/// The limits that are set, with the names of their counters and the periods (days and minutes of UTC) that they count.
struct Limit {
    QString name; ///< "recipient", "day", "credential"
    QString counter; ///< "recipient:+7916…"
    qint64 period = 0;
    int most = 0;
};
std::vector<Limit> limitsOf(const NewMessage &message, const Policy &policy, qint64 nowMs);

} // namespace pfx::sms
