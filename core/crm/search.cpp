// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crm/search.h"

#include "core/base/phone.h"
#include "core/base/text_keys.h"
#include "core/crm/contact_search.h"
#include "core/crm/name_blocks.h"

#include <optional>

namespace pfx::crm::search {

using base::Result;
using store::Backend;
using store::Connection;
using store::Params;

namespace {

// Measured at a million contacts. Up to manyHits it is cheapest to fetch the hits (in the order of their ids, half a microsecond each) and
// sort them. From there on walking the name index and testing each row fills a page sooner; up to mostHits it pays to keep the hits in a set
// meanwhile, which spares looking into the points of every row.
constexpr qint64 manyHits = 8000;
constexpr qint64 mostHits = 60'000;

enum class What { Nothing, Phone, Digits, Email, Words };

struct Wanted
{
    What what = What::Nothing;
    QString text;        ///< The e-mail's part, the whole number in E.164, or the digits.
    QString alternative; ///< The digits as the number is kept, when they may be how it is dialled: "8906…" is kept as "+7906…".
    QStringList words;   ///< Of the search key.
};

bool isPhonePunctuation(QChar c)
{
    return c.isSpace() || QStringView(u"+-()./'").contains(c);
}

/// The digits, when the text is nothing but digits and the punctuation of phone numbers.
std::optional<QString> digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9')
            digits += c;
        else if (!isPhonePunctuation(c))
            return std::nullopt;
    }
    return digits;
}

Wanted understand(const QString &text)
{
    Wanted wanted;
    const QString key = base::searchKey(text);
    if (key.isEmpty())
        return wanted;
    if (key.contains(QLatin1Char('@')))
        return {What::Email, key, {}, {}};
    if (auto digits = digitsOf(key); digits && digits->size() >= 3) {
        if (digits->size() >= 10) {
            if (const auto phone = base::normalizePhone(text))
                return {What::Phone, phone->e164, {}, {}};
        }
        const bool trunk = digits->size() > 3 && digits->startsWith(QLatin1Char('8')) && !key.startsWith(QLatin1Char('+'));
        return {What::Digits, *digits, trunk ? QLatin1Char('7') + digits->mid(1) : QString(), {key}};
    }
    wanted.what = What::Words;
    wanted.words = key.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    wanted.words.removeDuplicates();
    return wanted;
}

QString likePattern(const QString &part)
{
    QString escaped = part;
    escaped.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
    escaped.replace(QLatin1Char('%'), QStringLiteral("\\%"));
    escaped.replace(QLatin1Char('_'), QStringLiteral("\\_"));
    return escaped;
}

/// The first text behind all texts that begin with the prefix.
QString behind(const QString &prefix)
{
    return prefix + QString::fromUcs4(U"\U0010FFFF", 1);
}

qsizetype letters(const QString &word)
{
    return word.toUcs4().size();
}

/// Condition on e.search_key for one word.
void addWord(Filter &filter, Backend backend, const QString &word, int number, bool onlyWord)
{
    const QString name = QStringLiteral("word%1").arg(number);
    const bool sqlite = backend == Backend::Sqlite;
    const qsizetype size = letters(word);
    if (size >= 3) {
        filter.add((sqlite ? QStringLiteral("instr(e.search_key, :%1) > 0") : QStringLiteral("e.search_key LIKE :%1")).arg(name), name,
                   sqlite ? word : QLatin1Char('%') + likePattern(word) + QLatin1Char('%'));
    } else if (size == 1 && onlyWord) {
        filter.add(QStringLiteral("e.search_key >= :%1 AND e.search_key < :%1_behind").arg(name), name, word);
        filter.params.append({name + QStringLiteral("_behind"), behind(word)});
    } else if (sqlite) {
        filter.add(QStringLiteral("((e.search_key >= :%1_begin AND e.search_key < :%1_behind) OR instr(e.search_key, :%1) > 0)").arg(name),
                   name, QString(QLatin1Char(' ') + word));
        filter.params += Params{{name + QStringLiteral("_begin"), word}, {name + QStringLiteral("_behind"), behind(word)}};
    } else {
        filter.add(QStringLiteral("(e.search_key LIKE :%1 OR e.search_key LIKE :%1_later)").arg(name), name,
                   QString(likePattern(word) + QLatin1Char('%')));
        filter.params.append({name + QStringLiteral("_later"), QString(QStringLiteral("% ") + likePattern(word) + QLatin1Char('%'))});
    }
}

void addWords(Filter &filter, Backend backend, const QStringList &words)
{
    for (int i = 0; i < words.size(); ++i)
        addWord(filter, backend, words[i], i, words.size() == 1);
}

/// What is looked up of a word: itself, or a shorter one where words begin.
QString lookedUp(const QString &word)
{
    return letters(word) >= 3 ? word : QLatin1Char(' ') + word;
}

/// The trigrams that must all stand in the indexed text; the table keeps no positions, so hits are verified by the conditions.
QStringList trigrams(const QString &part)
{
    const QList<uint> letters = part.toUcs4();
    QStringList result;
    for (qsizetype i = 0; i + 3 <= letters.size(); ++i) {
        QString trigram;
        for (qsizetype j = i; j < i + 3; ++j) {
            const char32_t letter = letters[j];
            trigram += QString::fromUcs4(&letter, 1);
        }
        trigram.replace(QLatin1Char('"'), QStringLiteral("\"\""));
        result.append(QLatin1Char('"') + trigram + QLatin1Char('"'));
    }
    return result;
}

/// Every third and the last: together they hold every letter, and each list of a common trigram left out saves some ten milliseconds.
QStringList covering(const QStringList &trigrams)
{
    QStringList result;
    for (qsizetype i = 0; i < trigrams.size(); i += 3)
        result.append(trigrams[i]);
    if (!trigrams.isEmpty())
        result.append(trigrams.last());
    return result;
}

QString matchOf(const Wanted &wanted)
{
    QStringList parts;
    if (wanted.what == What::Email) {
        // The domain's trigrams stand in half of all rows and would only cost time.
        const QString local = wanted.text.left(wanted.text.indexOf(QLatin1Char('@')) + 1);
        parts = letters(local) >= 4 ? trigrams(local) : covering(trigrams(wanted.text));
    } else if (wanted.what == What::Digits) {
        parts = trigrams(wanted.text);
        if (!wanted.alternative.isEmpty()) {
            return QStringLiteral("(%1) OR (%2)")
                .arg(parts.join(QStringLiteral(" AND ")), trigrams(wanted.alternative).join(QStringLiteral(" AND ")));
        }
    } else if (wanted.what == What::Words) {
        for (const QString &word : wanted.words)
            parts += trigrams(lookedUp(word));
    }
    parts.removeDuplicates();
    return parts.join(QStringLiteral(" AND "));
}

/// Part of a phone or e-mail of the entity, and for digits also of its name.
void addPart(Filter &filter, Backend backend, const Wanted &wanted, const QString &entityKind)
{
    const bool sqlite = backend == Backend::Sqlite;
    const auto contains = [sqlite](const QString &part) {
        return sqlite ? part : QString(QLatin1Char('%') + likePattern(part) + QLatin1Char('%'));
    };
    const QString testOf = sqlite ? QStringLiteral("instr(p.normalized, :%1) > 0") : QStringLiteral("p.normalized LIKE :%1");
    QString test = testOf.arg(QStringLiteral("part"));
    if (!wanted.alternative.isEmpty()) {
        test = QStringLiteral("(%1 OR %2)").arg(test, testOf.arg(QStringLiteral("alternative")));
        filter.params.append({QStringLiteral("alternative"), contains(wanted.alternative)});
    }
    QString condition;
    if (sqlite) {
        condition = QStringLiteral("EXISTS (SELECT 1 FROM points p WHERE p.entity_kind = '%1' AND p.entity_id = e.id AND %2)");
    } else {
        condition = QStringLiteral("e.id IN (SELECT p.entity_id FROM points p WHERE p.entity_kind = '%1' AND %2)");
    }
    condition = condition.arg(entityKind, test);
    if (!wanted.words.isEmpty()) {
        const QString inName = sqlite ? QStringLiteral("instr(e.search_key, :name) > 0") : QStringLiteral("e.search_key LIKE :name");
        condition = QStringLiteral("(%1 OR %2)").arg(inName, condition);
        filter.params.append({QStringLiteral("name"), contains(wanted.words.first())});
    }
    filter.add(condition, QStringLiteral("part"), contains(wanted.text));
}

void addPhone(Filter &filter, const QString &e164, const QString &entityKind)
{
    filter.add(QStringLiteral("e.id IN (SELECT p.entity_id FROM points p WHERE p.normalized = :phone AND p.entity_kind = '%1')")
                   .arg(entityKind),
               QStringLiteral("phone"), e164);
}

void addConditions(Filter &filter, Backend backend, const Wanted &wanted, const QString &entityKind)
{
    switch (wanted.what) {
    case What::Nothing:
        break;
    case What::Phone:
        addPhone(filter, wanted.text, entityKind);
        break;
    case What::Digits:
    case What::Email:
        addPart(filter, backend, wanted, entityKind);
        break;
    case What::Words:
        addWords(filter, backend, wanted.words);
        break;
    }
}

/// The number of rows, counted up to `most`.
Result<qint64> count(Connection &db, const QString &select, Params params, qint64 most)
{
    params.append({QStringLiteral("most"), most});
    PFX_ASSIGN(const auto rows, db.select(QStringLiteral("SELECT count(*) AS hits FROM (%1 LIMIT :most)").arg(select), params));
    return rows.empty() ? 0 : rows.front().number(QStringLiteral("hits"));
}

Result<qint64> countHits(Connection &db, const QString &match, qint64 most)
{
    return count(db, QStringLiteral("SELECT rowid FROM contact_search WHERE contact_search MATCH :match"),
                 {{QStringLiteral("match"), match}}, most);
}

/// When all hits of a word begin with it (a surname), they stand together in the name index: then the walk may begin and end there. It would
/// pass by all the names before them otherwise.
Result<void> narrowToBeginning(Connection &db, const Wanted &wanted, const QString &match, Filter &filter)
{
    if (wanted.words.size() != 1)
        return {};
    PFX_ASSIGN(const qint64 hits, countHits(db, match, mostHits));
    if (hits >= mostHits)
        return {};
    const QString &word = wanted.words.first();
    const Params range{{QStringLiteral("begin"), word}, {QStringLiteral("behind"), behind(word)}};
    const QString condition = QStringLiteral("e.search_key >= :begin AND e.search_key < :behind");
    PFX_ASSIGN(const qint64 beginning,
               count(db, QStringLiteral("SELECT e.id FROM contacts e WHERE ") + condition, range, mostHits));
    if (beginning == hits) {
        filter.add(condition);
        filter.params += range;
    }
    return {};
}

Result<void> walk(Connection &db, const Wanted &wanted, const QString &match, Filter &filter)
{
    if (wanted.what == What::Words) {
        filter.walks = true;
        for (const QString &word : wanted.words)
            filter.walked.append(lookedUp(word));
        PFX_ASSIGN(filter.blocks, NameBlocks::current(db));
        return filter.blocks ? Result<void>() : narrowToBeginning(db, wanted, match, filter);
    }
    PFX_ASSIGN(const qint64 hits, countHits(db, match, mostHits));
    if (hits < mostHits) {
        // The plus keeps SQLite from taking the set as the outer loop and sorting.
        filter.conditions.prepend(QStringLiteral("+e.id IN (SELECT s.rowid FROM contact_search s WHERE s.contact_search MATCH :match)"));
        filter.params.append({QStringLiteral("match"), match});
    }
    return {};
}

} // namespace

Result<Filter> contacts(Connection &db, const QString &text)
{
    const Wanted wanted = understand(text);
    Filter filter;
    filter.from = QStringLiteral("contacts e");
    filter.walks = wanted.what == What::Nothing;
    addConditions(filter, db.backend(), wanted, QStringLiteral("contact"));
    const QString match = matchOf(wanted);
    if (db.backend() != Backend::Sqlite || match.isEmpty())
        return filter;
    // While another program fills the store the conditions look at every row, slowly, instead of finding nothing.
    PFX_ASSIGN(const auto kept, search_index::isKept(db));
    if (kept == search_index::Kept::No)
        return filter;
    PFX_ASSIGN(const qint64 hits, countHits(db, match, manyHits));
    if (hits >= manyHits) {
        PFX_TRY(walk(db, wanted, match, filter));
        return filter;
    }
    // CROSS JOIN: the hits first, then the contacts by their id.
    filter.from = QStringLiteral("contact_search s CROSS JOIN contacts e ON e.id = s.rowid");
    filter.add(QStringLiteral("s.contact_search MATCH :match"), QStringLiteral("match"), match);
    return filter;
}

Filter companies(const Connection &db, const QString &text)
{
    Filter filter;
    const Wanted wanted = understand(text);
    filter.from = QStringLiteral("companies e");
    filter.walks = wanted.what == What::Nothing;
    addConditions(filter, db.backend(), wanted, QStringLiteral("company"));
    return filter;
}

Filter deals(const Connection &db, const QString &text)
{
    const Wanted wanted = understand(text);
    Filter filter;
    filter.from = QStringLiteral("deals e");
    filter.walks = wanted.what == What::Nothing;
    if (wanted.what == What::Phone || wanted.what == What::Email) {
        filter.add(QStringLiteral("e.id IN (SELECT dc.deal_id FROM points p JOIN deal_contacts dc ON dc.contact_id = p.entity_id"
                                  " WHERE p.normalized = :point AND p.entity_kind = 'contact')"),
                   QStringLiteral("point"), wanted.text);
    } else if (wanted.what != What::Nothing) {
        addWords(filter, db.backend(), base::searchKey(text).split(QLatin1Char(' '), Qt::SkipEmptyParts));
    }
    return filter;
}

} // namespace pfx::crm::search
