// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/palette_matcher.h"

#include "core/base/text_keys.h"

#include <QHash>

#include <algorithm>

namespace pfx::ui {

namespace {

/// What the same keys write in the other layout ("bvgjhn" for «импорт»), both ways.
QString otherLayout(const QString &typed)
{
    static const QString latin = QStringLiteral("qwertyuiop[]asdfghjkl;'zxcvbnm,.`");
    static const QString cyrillic = QStringLiteral("йцукенгшщзхъфывапролджэячсмитьбюё");
    QString result = typed.toLower();
    for (QChar &c : result) {
        if (const qsizetype at = latin.indexOf(c); at >= 0)
            c = cyrillic[at];
        else if (const qsizetype back = cyrillic.indexOf(c); back >= 0)
            c = latin[back];
    }
    return result;
}

std::optional<int> scoreOf(const QString &typed, const QString &title)
{
    int score = 0;
    qsizetype from = 0, last = -2;
    for (const QChar c : typed) {
        if (c == QLatin1Char(' '))
            continue;
        // The nearest place is not always the best: a beginning of a word counts more than the next letter somewhere.
        qsizetype at = title.indexOf(c, from);
        if (at < 0)
            return std::nullopt;
        if (at != last + 1) {
            for (qsizetype i = at; i >= 0 && i < title.size(); i = title.indexOf(c, i + 1)) {
                if (i == 0 || !title[i - 1].isLetterOrNumber()) {
                    const QStringView rest = QStringView(typed).mid(typed.indexOf(c));
                    if (QStringView(title).mid(i).startsWith(rest) || i == at)
                        at = i;
                    break;
                }
            }
        }
        const bool begins = at == 0 || !title[at - 1].isLetterOrNumber();
        score += begins ? 12 : at == last + 1 ? 8 : 1;
        score -= static_cast<int>(qMin<qsizetype>(4, at - from));
        last = at;
        from = at + 1;
    }
    if (title.startsWith(typed))
        score += 20;
    return score - static_cast<int>(title.size() / 10);
}

} // namespace

std::optional<int> matchScore(const QString &typed, const QString &title)
{
    const QString key = base::searchKey(title);
    const QString wanted = base::searchKey(typed);
    if (wanted.isEmpty())
        return 0;
    if (const auto score = scoreOf(wanted, key))
        return score;
    if (const auto score = scoreOf(base::searchKey(otherLayout(typed)), key))
        return *score - 5;
    return std::nullopt;
}

QVector<int> matchEntries(const QString &typed, const QVector<PaletteEntry> &entries)
{
    struct Found
    {
        int index;
        int score;
        qint64 lastUsed;
    };
    QVector<Found> found;
    for (int i = 0; i < entries.size(); ++i) {
        const PaletteEntry &entry = entries[i];
        std::optional<int> score = matchScore(typed, entry.title);
        if (const auto whole = matchScore(typed, entry.group + QLatin1Char(' ') + entry.title); whole && (!score || *whole - 6 > *score))
            score = *whole - 6;
        if (score)
            found << Found{i, *score, entry.lastUsed};
    }
    const bool anything = !base::searchKey(typed).isEmpty();
    std::stable_sort(found.begin(), found.end(), [anything](const Found &a, const Found &b) {
        if (anything && a.score != b.score)
            return a.score > b.score;
        return a.lastUsed > b.lastUsed;
    });
    QVector<int> order;
    for (const Found &entry : found)
        order << entry.index;
    return order;
}

} // namespace pfx::ui
