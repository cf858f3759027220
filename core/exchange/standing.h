// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in a queue already for the rows that are to be added: rows of the same natural keys, and subjects that have an open row (the
// new one then waits). Grows by what is added, so that the rows of one batch see each other. Used inside the write transaction that adds
// them, after the ids were reserved (QueueTable says why). Failures: those of the Connection.
#pragma once

#include "core/exchange/queue_table.h"

#include <QHash>
#include <QSet>

#include <map>
#include <optional>

namespace pfx::exchange {

class Standing
{
public:
    /// First for every row, then once lookUp().
    void ask(const QString &service, const QString &operation, const QString &naturalKey, const QString &subject);
    base::Result<void> lookUp(QueueTable &queue);

    /// The row of that key; without one the key is `id`'s from now on.
    std::optional<qint64> known(const QString &service, const QString &operation, const QString &naturalKey, qint64 id);
    /// Whether nothing stands before the row that is added now.
    bool isDue(const QString &service, const QString &subject);

private:
    using Group = std::pair<QString, QString>; ///< Service and operation.
    std::map<Group, QStringList> m_askedKeys;
    std::map<QString, QStringList> m_askedSubjects;
    std::map<Group, QHash<QString, qint64>> m_keys;
    std::map<QString, QSet<QString>> m_busy;
};

} // namespace pfx::exchange
