// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text_keys.h"

#include <array>

namespace pfx::base {

namespace {

bool isInvisible(char16_t c)
{
    return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || c == 0x2060 || c == 0xFEFF || c < 0x20
           || c == 0x7F;
}

bool isWhite(char16_t c)
{
    if (c <= 0x20)
        return c == 0x20 || (c >= 0x09 && c <= 0x0D);
    return c >= 0x85 && QChar::isSpace(c);
}

/// One folded UTF-16 unit; surrogates stay as they are (a pair is folded by the caller).
char16_t fold(char16_t c)
{
    if (c < 0x80)
        return c >= u'A' && c <= u'Z' ? static_cast<char16_t>(c + 0x20) : c;
    if (c >= 0x0410 && c <= 0x042F)
        return static_cast<char16_t>(c + 0x20);
    if (c == 0x0401 || c == 0x0451) // Ё, ё
        return 0x0435;
    if (c >= 0x0430 && c <= 0x044F)
        return c;
    return static_cast<char16_t>(QChar::toCaseFolded(static_cast<char32_t>(c)));
}

/// False when a combining mark stands in the text: it must be composed first ("и" and a breve are one letter).
bool appendFolded(QStringView text, QString &out)
{
    out.resize(text.size());
    QChar *to = out.data();
    const QChar *const begin = to;
    bool space = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (isWhite(c)) {
            space = true;
            continue;
        }
        if (isInvisible(c))
            continue;
        if (c >= 0x0300 && c <= 0x036F)
            return false;
        if (space && to != begin)
            *to++ = u' ';
        space = false;
        if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            const char32_t folded = QChar::toCaseFolded(QChar::surrogateToUcs4(text[i], text[i + 1]));
            *to++ = QChar(QChar::highSurrogate(folded));
            *to++ = QChar(QChar::lowSurrogate(folded));
            ++i;
            continue;
        }
        *to++ = QChar(fold(c));
    }
    out.truncate(to - begin);
    return true;
}

QString withoutMarks(QString text)
{
    text.removeIf([](QChar c) { return c.unicode() >= 0x0300 && c.unicode() <= 0x036F; });
    return text;
}

bool isQuote(QChar c)
{
    static constexpr QStringView quotes = u"\"«»„“”‟‹›";
    return quotes.contains(c);
}

bool isDropped(QChar c)
{
    static constexpr QStringView dropped = u".'`’‘";
    return dropped.contains(c);
}

bool isLegalForm(QStringView word)
{
    static constexpr std::array<QStringView, 11> forms{u"ооо", u"ао", u"пао", u"зао", u"оао", u"ип", u"llc", u"ltd", u"inc", u"gmbh", u"нао"};
    for (const QStringView form : forms) {
        if (word == form)
            return true;
    }
    return false;
}

/// FNV-1a, the same on every machine: keys are stored.
quint64 stableHash(QStringView text)
{
    quint64 hash = 14695981039346656037ULL;
    for (const QChar c : text)
        hash = (hash ^ c.unicode()) * 1099511628211ULL;
    return hash;
}

QString bounded(QString key)
{
    if (key.size() <= longestKey)
        return key;
    const QString end = u' ' + QString::number(stableHash(key), 16).rightJustified(16, u'0');
    key.truncate(longestKey - end.size());
    if (key.back().isHighSurrogate() || key.back() == u' ')
        key.chop(1);
    return key + end;
}

} // namespace

QString searchKey(QStringView text)
{
    QString key;
    if (!appendFolded(text, key))
        appendFolded(withoutMarks(text.toString().normalized(QString::NormalizationForm_C)), key);
    return bounded(std::move(key));
}

QString companyKey(QStringView title)
{
    QString plain = searchKey(title);
    plain.removeIf(isDropped);
    for (QChar &c : plain) {
        if (isQuote(c) || c == u',')
            c = u' ';
    }
    QString key;
    QString whole;
    const auto append = [](QString &to, QStringView word) {
        if (!to.isEmpty())
            to += u' ';
        to += word;
    };
    for (const QStringView word : QStringView(plain).split(u' ', Qt::SkipEmptyParts)) {
        append(whole, word);
        if (!isLegalForm(word))
            append(key, word);
    }
    return key.isEmpty() ? whole : key; // a title that is a legal form only
}

} // namespace pfx::base
