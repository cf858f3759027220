// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/known_keys.h"

#include "core/base/text_keys.h"
#include "core/migration/text_index.h"

#include <QHash>

#include <limits>

namespace pfx::migration {

using base::Result;
using records::Kind;

namespace {

constexpr quint64 contactPoint = 1, companyPoint = 2, companyKey = 3; // seeds: what kind of key a hash is of
constexpr quint64 firstAccountSeed = 16;
constexpr qsizetype mostNumbers = 6'000'000; // some 70 MB
constexpr qint64 storeBesideSource = 20;     // reading a row's keys costs about a twentieth of looking one row up
constexpr size_t firstCells = 1024;          // of a shard; powers of two
constexpr size_t lineWords = 8;              // of the filter: what the processor reads at once
constexpr size_t filterLines = (4 << 20) / sizeof(quint64) / lineWords;
constexpr int filterBits = 4; // set for each key, all in one line

/// The line of a key, and a number of nine bits for each of its bits.
size_t lineOf(quint64 hash)
{
    return (hash >> 48) % filterLines;
}

static_assert(filterLines == 65536 && filterBits * 9 <= 48);

quint64 pointSeed(Kind kind)
{
    return kind == Kind::Company ? companyPoint : contactPoint;
}

} // namespace

void HashedNumbers::place(std::vector<Cell> &cells, quint64 hash, quint32 tag, quint32 number)
{
    const size_t mask = cells.size() - 1;
    size_t at = static_cast<size_t>(hash) & mask;
    while (cells[at].number != 0)
        at = (at + 1) & mask;
    cells[at] = {tag, number};
}

void HashedNumbers::grow(Shard &shard)
{
    std::vector<Cell> old = std::move(shard.cells);
    shard.cells = std::vector<Cell>(std::max(firstCells, old.size() * 2));
    // The tag is the hash's lower half, which also says the place: nothing else of the hash is needed to move a slot.
    for (const Cell &slot : old) {
        if (slot.number != 0)
            place(shard.cells, slot.tag, slot.tag, slot.number);
    }
}

void HashedNumbers::insert(quint64 hash, quint32 number)
{
    Shard &shard = m_shards[hash >> (64 - shardBits)];
    if ((shard.used + 1) * 4 > shard.cells.size() * 3)
        grow(shard);
    place(shard.cells, static_cast<quint32>(hash), static_cast<quint32>(hash), number);
    ++shard.used;
    ++m_size;
}

QVector<qint64> HashedNumbers::values(quint64 hash) const
{
    QVector<qint64> found;
    const Shard &shard = m_shards[hash >> (64 - shardBits)];
    if (shard.cells.empty())
        return found;
    const auto tag = static_cast<quint32>(hash);
    const size_t mask = shard.cells.size() - 1;
    for (size_t at = tag & mask; shard.cells[at].number != 0; at = (at + 1) & mask) {
        if (shard.cells[at].tag == tag && !found.contains(shard.cells[at].number))
            found.append(shard.cells[at].number);
    }
    return found;
}

void KeyFilter::insert(quint64 hash)
{
    if (m_bits.empty())
        m_bits.resize(filterLines * lineWords);
    quint64 *const line = m_bits.data() + lineOf(hash) * lineWords;
    for (int i = 0; i < filterBits; ++i, hash >>= 9)
        line[hash >> 6 & 7] |= quint64(1) << (hash & 63);
}

bool KeyFilter::mayContain(quint64 hash) const
{
    if (m_bits.empty())
        return false;
    const quint64 *const line = m_bits.data() + lineOf(hash) * lineWords;
    for (int i = 0; i < filterBits; ++i, hash >>= 9) {
        if (!(line[hash >> 6 & 7] >> (hash & 63) & 1))
            return false;
    }
    return true;
}

KnownKeys::KnownKeys(Hash hash) : m_hash(hash ? std::move(hash) : Hash(textHash)) {}

quint64 KnownKeys::originHash(qint64 account, Kind kind, QStringView externalId) const
{
    return m_hash(externalId, mixed(firstAccountSeed + static_cast<quint64>(account) * 8 + static_cast<quint64>(kind)));
}

void KnownKeys::note(quint64 hash, qint64 id)
{
    if (id <= 0 || id > std::numeric_limits<quint32>::max() || m_numbers.size() >= mostNumbers) {
        m_complete = false;
        return;
    }
    m_numbers.insert(hash, static_cast<quint32>(id));
}

Result<void> KnownKeys::load(store::Connection &db, store::Connection *below, qint64 sourceRows, const base::StopToken &stop)
{
    PFX_ASSIGN(qint64 stored, crm::keyCount(db));
    if (below) {
        PFX_ASSIGN(const qint64 deeper, crm::keyCount(*below));
        stored += deeper;
    }
    m_complete = stored <= sourceRows * storeBesideSource && stored <= mostNumbers;
    if (!m_complete)
        return {};
    PFX_TRY(read(db, stop));
    return below ? read(*below, stop) : Result<void>();
}

Result<void> KnownKeys::read(store::Connection &db, const base::StopToken &stop)
{
    return crm::forEachKey(db, stop, [this](const crm::StoredKey &key) {
        switch (key.what) {
        case crm::StoredKey::Origin:
            if (const auto kind = records::kindFromName(key.kind))
                m_origins.insert(originHash(key.accountId, *kind, key.text));
            break;
        case crm::StoredKey::Point:
            note(m_hash(key.text, key.kind == records::name(Kind::Company) ? companyPoint : contactPoint), key.entityId);
            break;
        case crm::StoredKey::CompanyTitle:
            note(m_hash(key.text, companyKey), key.entityId);
            break;
        }
    });
}

bool KnownKeys::mayHaveOrigin(qint64 account, Kind kind, const QString &externalId) const
{
    return !m_complete || m_origins.mayContain(originHash(account, kind, externalId));
}

QVector<qint64> KnownKeys::pointCandidates(Kind kind, const QString &normalized) const
{
    return m_numbers.values(m_hash(normalized, pointSeed(kind)));
}

QVector<qint64> KnownKeys::companyCandidates(const QString &key) const
{
    return m_numbers.values(m_hash(key, companyKey));
}

void KnownKeys::addOrigins(const QVector<crm::Origin> &origins)
{
    if (!m_complete)
        return;
    for (const crm::Origin &origin : origins)
        m_origins.insert(originHash(origin.accountId, origin.kind, origin.externalId));
}

void KnownKeys::addPoints(Kind kind, qint64 id, const QVector<records::Point> &points)
{
    for (const records::Point &point : points) {
        if (m_complete && !point.normalized.isEmpty())
            note(m_hash(point.normalized, pointSeed(kind)), id);
    }
}

void KnownKeys::addCompanyKey(const QString &key, qint64 id)
{
    if (m_complete)
        note(m_hash(key, companyKey), id);
}

} // namespace pfx::migration
