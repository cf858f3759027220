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

    void reserve(qsizetype rows)
    {
        m_made.reserve(rows);
        m_newOrigins.reserve(rows);
        m_batchOrigins.reserve(rows);
    }

    void setStored(QHash<qint64, Entity> stored) { m_stored = std::move(stored); }

    /// Null when it is neither made by this batch nor loaded.
    Entity *find(qint64 id)
    {
        if (isMade(id))
            return &m_made[id - m_made.first().id];
        const auto stored = m_stored.find(id);
        return stored == m_stored.end() ? nullptr : &stored.value();
    }

    base::Result<qint64> make(Entity entity, const QString &externalId)
    {
        PFX_ASSIGN(entity.id, m_ids.next());
        entity.version = 1;
        entity.createdAt = entity.changedAt = m_context.now;
        const qint64 id = entity.id;
        m_made.append(std::move(entity));
        addOrigin(externalId, id);
        return id;
    }

    void changed(Entity &entity)
    {
        ++entity.version;
        entity.changedAt = m_context.now;
        if (!isMade(entity.id))
            m_changed.insert(entity.id);
    }

    void addOrigin(const QString &externalId, qint64 id)
    {
        if (externalId.isEmpty())
            return;
        m_batchOrigins.insert(externalId, id);
        m_newOrigins.append({m_context.account, m_kind, externalId, id});
    }

    qint64 originInBatch(const QString &externalId) const { return m_batchOrigins.first(externalId); }

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
    /// What was made stands in the order of its ids, which follow one another (IdAllocator).
    bool isMade(qint64 id) const { return !m_made.isEmpty() && id >= m_made.first().id && id - m_made.first().id < m_made.size(); }

    BatchContext &m_context;
    records::Kind m_kind;
    IdAllocator m_ids;
    QHash<qint64, Entity> m_stored;
    QVector<Entity> m_made;
    QSet<qint64> m_changed;
    TextIndex m_batchOrigins;
    QVector<crm::Origin> m_newOrigins;
};

} // namespace pfx::migration
