// SPDX-License-Identifier: GPL-3.0-or-later
// Contacts, companies and deals that a batch makes and changes, seen by the rows of the same batch that come later, and written whole at
// its end. Writer's thread.
#pragma once

#include "core/migration/batch_context.h"

namespace pfx::migration {

template<typename Entity>
class EntityBatch
{
public:
    EntityBatch(BatchContext &context, records::Kind kind, const char *table)
        : m_context(context), m_kind(kind), m_ids(context.space.db(), QString::fromLatin1(table))
    {}

    void setStored(QHash<qint64, Entity> stored) { m_stored = std::move(stored); }

    /// Null when it is neither made by this batch nor loaded.
    Entity *find(qint64 id)
    {
        const auto made = m_places.constFind(id);
        if (made != m_places.cend())
            return &m_made[*made];
        const auto stored = m_stored.find(id);
        return stored == m_stored.end() ? nullptr : &stored.value();
    }

    base::Result<qint64> make(Entity entity, const QString &externalId)
    {
        PFX_ASSIGN(entity.id, m_ids.next());
        entity.version = 1;
        entity.createdAt = entity.changedAt = m_context.now;
        const qint64 id = entity.id;
        m_places.insert(id, m_made.size());
        m_made.append(std::move(entity));
        addOrigin(externalId, id);
        return id;
    }

    void changed(Entity &entity)
    {
        ++entity.version;
        entity.changedAt = m_context.now;
        if (!m_places.contains(entity.id))
            m_changed.insert(entity.id);
    }

    void addOrigin(const QString &externalId, qint64 id)
    {
        if (externalId.isEmpty())
            return;
        m_batchOrigins.insert(externalId, id);
        m_newOrigins.append({m_context.account, m_kind, externalId, id});
    }

    qint64 originInBatch(const QString &externalId) const { return m_batchOrigins.value(externalId); }

    base::Result<void> write()
    {
        PFX_TRY(m_ids.finish());
        if (!m_made.isEmpty())
            PFX_TRY(m_context.space.insert(m_made));
        if (!m_changed.isEmpty()) {
            QVector<Entity> entities;
            QVector<qint64> ids(m_changed.cbegin(), m_changed.cend());
            std::sort(ids.begin(), ids.end());
            for (const qint64 id : std::as_const(ids))
                entities.append(m_stored.value(id));
            PFX_TRY(m_context.space.update(entities));
        }
        return m_context.space.insert(m_newOrigins);
    }

private:
    BatchContext &m_context;
    records::Kind m_kind;
    IdAllocator m_ids;
    QHash<qint64, Entity> m_stored;
    QVector<Entity> m_made;
    QHash<qint64, qsizetype> m_places;
    QSet<qint64> m_changed;
    QHash<QString, qint64> m_batchOrigins;
    QVector<crm::Origin> m_newOrigins;
};

} // namespace pfx::migration
