// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/known_keys.h"

#include "core/base/text_keys.h"

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
constexpr size_t filterWords = (4 << 20) / sizeof(quint64);

/// splitmix64's finish: every bit of the result depends on every bit given.
quint64 mixed(quint64 x)
{
    x ^= x >> 30;
    x *= 0xbf58476d1ce4e5b9u;
    x ^= x >> 27;
    x *= 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

quint64 textHash(QStringView text, quint64 seed)
{
    quint64 hash = mixed(seed + 0x9e3779b97f4a7c15u + quint64(text.size()));
    const char16_t *unit = text.utf16();
    qsizetype left = text.size();
    for (; left >= 4; left -= 4, unit += 4) {
        quint64 four;
        memcpy(&four, unit, sizeof four);
        hash = mixed(hash ^ four) + 0x9e3779b97f4a7c15u;
    }
    quint64 rest = 0;
    memcpy(&rest, unit, static_cast<size_t>(left) * sizeof(char16_t));
    return mixed(hash ^ rest);
}

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
        m_bits.resize(filterWords);
    for (int i = 0; i < 3; ++i, hash = mixed(hash))
        m_bits[(hash >> 6) % filterWords] |= quint64(1) << (hash & 63);
}

bool KeyFilter::mayContain(quint64 hash) const
{
    if (m_bits.empty())
        return false;
    for (int i = 0; i < 3; ++i, hash = mixed(hash)) {
        if (!(m_bits[(hash >> 6) % filterWords] >> (hash & 63) & 1))
            return false;
    }
    return true;
}

KnownKeys::KnownKeys(Hash hash) : m_hash(hash ? std::move(hash) : Hash(textHash)) {}

quint64 KnownKeys::originHash(qint64 account, const QString &kind, const QString &externalId) const
{
    return m_hash(externalId, mixed(firstAccountSeed + static_cast<quint64>(account)) ^ m_hash(kind, 0));
}

void KnownKeys::note(quint64 hash, qint64 id)
{
    if (id <= 0 || id > std::numeric_limits<quint32>::max() || m_numbers.size() >= mostNumbers) {
        m_complete = false;
        return;
    }
    m_numbers.insert(hash, static_cast<quint32>(id));
}

Result<void> KnownKeys::load(store::Connection &db, store::Connection *below, qint64 sourceRows)
{
    PFX_ASSIGN(qint64 stored, crm::keyCount(db));
    if (below) {
        PFX_ASSIGN(const qint64 deeper, crm::keyCount(*below));
        stored += deeper;
    }
    m_complete = stored <= sourceRows * storeBesideSource && stored <= mostNumbers;
    if (!m_complete)
        return {};
    PFX_TRY(read(db));
    return below ? read(*below) : Result<void>();
}

Result<void> KnownKeys::read(store::Connection &db)
{
    return crm::forEachKey(db, [this](const crm::StoredKey &key) {
        switch (key.what) {
        case crm::StoredKey::Origin:
            m_origins.insert(originHash(key.accountId, key.kind, key.text));
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
    return !m_complete || m_origins.mayContain(originHash(account, records::name(kind), externalId));
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
        m_origins.insert(originHash(origin.accountId, records::name(origin.kind), origin.externalId));
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
