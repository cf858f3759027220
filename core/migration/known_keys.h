// SPDX-License-Identifier: GPL-3.0-or-later
// What the store holds under which key, kept in memory as hashes, so that a row of the source which is new (nearly all of them in a first
// import) needs no look-up, and a row which is not finds its candidates without an index. A hash only ever proposes: whoever asks reads
// what it names and compares the text itself. The writer's thread.
#pragma once

#include "core/crm/repository.h"
#include "core/crm/stored_keys.h"

#include <QVector>

#include <array>
#include <functional>
#include <vector>

namespace pfx::migration {

/// 64-bit hash → numbers, in cells of eight bytes: half a hash and a number below 2^32. Several numbers may stand under one hash.
class HashedNumbers
{
public:
    void insert(quint64 hash, quint32 number);
    /// Each number once, in no order.
    QVector<qint64> values(quint64 hash) const;
    qsizetype size() const { return m_size; }

private:
    struct Cell
    {
        quint32 tag = 0, number = 0; ///< A number of 0 is an empty slot.
    };
    // Grown one shard at a time, so that growing never holds everything twice.
    struct Shard
    {
        std::vector<Cell> cells;
        quint32 used = 0;
    };
    static void place(std::vector<Cell> &cells, quint64 hash, quint32 tag, quint32 number);
    static void grow(Shard &shard);

    static constexpr int shardBits = 6;
    std::array<Shard, 1 << shardBits> m_shards;
    qsizetype m_size = 0;
};

/// "Surely not" or "perhaps" for any number of keys in four megabytes.
class KeyFilter
{
public:
    void insert(quint64 hash);
    bool mayContain(quint64 hash) const;

private:
    std::vector<quint64> m_bits;
};

class KnownKeys
{
public:
    using Hash = std::function<quint64(QStringView text, quint64 seed)>;

    /// `hash` is replaced by tests that want collisions.
    explicit KnownKeys(Hash hash = {});

    /// Reads all keys of the store, and of the one below it (a dry run's). Only worth it when the source is not small beside the store:
    /// `sourceRows` decides; otherwise, or when there are too many keys, everything is unknown and the database is asked as ever.
    /// Cancelled at a stop.
    base::Result<void> load(store::Connection &db, store::Connection *below, qint64 sourceRows, const base::StopToken &stop = {});

    /// False: the database must be asked, by its indexes.
    bool isComplete() const { return m_complete; }

    bool mayHaveOrigin(qint64 account, records::Kind kind, const QString &externalId) const;
    QVector<qint64> pointCandidates(records::Kind kind, const QString &normalized) const;
    QVector<qint64> companyCandidates(const QString &key) const;

    void addOrigins(const QVector<crm::Origin> &origins);
    void addPoints(records::Kind kind, qint64 id, const QVector<records::Point> &points);
    void addCompanyKey(const QString &key, qint64 id);

private:
    base::Result<void> read(store::Connection &db, const base::StopToken &stop);
    quint64 originHash(qint64 account, records::Kind kind, QStringView externalId) const;
    void note(quint64 hash, qint64 id);

    Hash m_hash;
    KeyFilter m_origins;
    HashedNumbers m_numbers;
    bool m_complete = false;
};

} // namespace pfx::migration
