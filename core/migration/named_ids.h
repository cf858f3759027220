// SPDX-License-Identifier: GPL-3.0-or-later
// Which pipelines or stages bear a name, whatever its case (base::searchKey), within an owner: a file may list twenty thousand stages. Of
// several of one name the smallest id comes first, so that the answer is the same before and after a run was broken off. One thread.
#pragma once

#include <QHash>
#include <QSet>
#include <QString>

#include <set>

namespace pfx::migration {

class NamedIds
{
public:
    void insert(qint64 owner, const QString &name, qint64 id);
    void remove(qint64 owner, const QString &name, qint64 id);
    /// 0 when there is none.
    qint64 first(qint64 owner, const QString &name) const;
    /// The first that is not among the taken ones; what was taken once stays so.
    qint64 firstFree(qint64 owner, const QString &name, const QSet<qint64> &taken);

private:
    struct Ids
    {
        std::set<qint64> all, free;
    };
    QHash<std::pair<qint64, QString>, Ids> m_ids;
};

} // namespace pfx::migration
