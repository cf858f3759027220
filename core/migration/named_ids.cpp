// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/named_ids.h"

#include "core/base/text_keys.h"

namespace pfx::migration {

void NamedIds::insert(qint64 owner, const QString &name, qint64 id)
{
    Ids &ids = m_ids[{owner, base::searchKey(name)}];
    ids.all.insert(id);
    ids.free.insert(id);
}

void NamedIds::remove(qint64 owner, const QString &name, qint64 id)
{
    const auto found = m_ids.find({owner, base::searchKey(name)});
    if (found == m_ids.end())
        return;
    found->all.erase(id);
    found->free.erase(id);
}

qint64 NamedIds::first(qint64 owner, const QString &name) const
{
    const auto found = m_ids.constFind({owner, base::searchKey(name)});
    return found == m_ids.cend() || found->all.empty() ? 0 : *found->all.begin();
}

qint64 NamedIds::firstFree(qint64 owner, const QString &name, const QSet<qint64> &taken)
{
    const auto found = m_ids.find({owner, base::searchKey(name)});
    if (found == m_ids.end())
        return 0;
    // Each is passed over once.
    while (!found->free.empty() && taken.contains(*found->free.begin()))
        found->free.erase(found->free.begin());
    return found->free.empty() ? 0 : *found->free.begin();
}

} // namespace pfx::migration
