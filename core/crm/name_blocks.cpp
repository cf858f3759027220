// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crm/name_blocks.h"

namespace pfx::crm {

using base::Result;
using store::Connection;
using store::Row;

namespace {

// A block of 256 sorted names has some 800 different trigrams, so that every tenth bit is set.
constexpr int hashBits = 13;

size_t hashOf(char16_t a, char16_t b, char16_t c)
{
    const quint64 trigram = quint64(a) << 32 | quint64(b) << 16 | c;
    return static_cast<size_t>(trigram * 0x9E3779B97F4A7C15U >> (64 - hashBits));
}

/// `each` is called with the hash of every three units in a row.
template<typename Each>
void trigramsOf(QStringView text, Each each)
{
    for (qsizetype i = 0; i + 3 <= text.size(); ++i)
        each(hashOf(text[i].unicode(), text[i + 1].unicode(), text[i + 2].unicode()));
}

QString memo()
{
    return QStringLiteral("crm.nameBlocks");
}

/// A number that changes with every change of the store by others than this connection, which only reads.
Result<qint64> versionOf(Connection &db)
{
    PFX_ASSIGN(const auto rows, db.select(QStringLiteral("PRAGMA data_version")));
    return rows.empty() ? 0 : rows.front().number(QStringLiteral("data_version"));
}

QByteArray bytesOf(const RowKey &key)
{
    const auto *text = std::get_if<QString>(&key.value);
    return text ? text->toUtf8() : QByteArray();
}

} // namespace

bool standsBefore(const RowKey &a, const RowKey &b)
{
    const int order = bytesOf(a).compare(bytesOf(b));
    return order != 0 ? order < 0 : a.id < b.id;
}

Result<NameBlocks::Pointer> NameBlocks::current(Connection &db)
{
    const auto kept = std::static_pointer_cast<const NameBlocks>(db.memo(memo()));
    if (!kept)
        return Pointer();
    PFX_ASSIGN(const State state, kept->stateOf(db));
    return state == State::Same ? kept : Pointer();
}

Result<NameBlocks::State> NameBlocks::stateOf(Connection &db) const
{
    PFX_ASSIGN(const qint64 version, versionOf(db));
    return version == m_version ? State::Same : State::Changed;
}

Result<void> NameBlocks::make(Connection &db, const QVector<RowKey> &anchors)
{
    PFX_ASSIGN(const Pointer kept, current(db));
    if (kept || db.backend() != store::Backend::Sqlite)
        return {};
    db.setMemo(memo(), nullptr); // the old ones go before the new ones take their room
    const auto blocks = std::make_shared<NameBlocks>();
    PFX_ASSIGN(blocks->m_version, versionOf(db));
    blocks->m_anchors = anchors;
    blocks->m_rowWords = (anchors.size() + 63) / 64;
    blocks->m_bits.assign((size_t(1) << hashBits) * static_cast<size_t>(blocks->m_rowWords), 0);
    for (qsizetype block = 0; block < anchors.size(); ++block)
        PFX_TRY(blocks->read(db, block));
    // Names that moved between the anchors' reading and now would be missed; then the next one makes them.
    PFX_ASSIGN(const State state, blocks->stateOf(db));
    if (state == State::Same)
        db.setMemo(memo(), blocks);
    return {};
}

Result<void> NameBlocks::read(Connection &db, qsizetype block)
{
    const Range place = range(block, block + 1);
    QString sql = QStringLiteral("SELECT group_concat(e.search_key, ' ') AS names FROM contacts e"
                                 " WHERE (e.search_key, e.id) >= (:from, :from_id)");
    store::Params params{{QStringLiteral("from"), place.from.value}, {QStringLiteral("from_id"), place.from.id}};
    if (place.to) {
        sql += QStringLiteral(" AND (e.search_key, e.id) < (:to, :to_id)");
        params += store::Params{{QStringLiteral("to"), place.to->value}, {QStringLiteral("to_id"), place.to->id}};
    }
    return db.forEach(sql, params, [this, block](const Row &row) -> Result<void> {
        note(block, QString(QLatin1Char(' ') + row.text(QStringLiteral("names"))));
        return {};
    });
}

void NameBlocks::note(qsizetype block, QStringView names)
{
    const quint64 bit = quint64(1) << (block % 64);
    const auto word = static_cast<size_t>(block / 64), rowWords = static_cast<size_t>(m_rowWords);
    trigramsOf(names, [&](size_t hash) { m_bits[hash * rowWords + word] |= bit; });
}

NameBlocks::Range NameBlocks::range(qsizetype first, qsizetype behind) const
{
    return {m_anchors[first], behind < m_anchors.size() ? std::optional<RowKey>(m_anchors[behind]) : std::nullopt};
}

QVector<NameBlocks::Range> NameBlocks::ranges(const QStringList &words) const
{
    const auto rowWords = static_cast<size_t>(m_rowWords);
    std::vector<quint64> candidates(rowWords, ~quint64(0));
    for (const QString &word : words) {
        trigramsOf(word, [&](size_t hash) {
            for (size_t i = 0; i < rowWords; ++i)
                candidates[i] &= m_bits[hash * rowWords + i];
        });
    }
    const auto isCandidate = [&](qsizetype block) { return candidates[static_cast<size_t>(block / 64)] >> (block % 64) & 1; };
    QVector<Range> found;
    for (qsizetype block = 0; block < m_anchors.size(); ++block) {
        if (!isCandidate(block))
            continue;
        const qsizetype first = block;
        while (block < m_anchors.size() && isCandidate(block))
            ++block;
        found.append(range(first, block));
    }
    return found;
}

} // namespace pfx::crm
