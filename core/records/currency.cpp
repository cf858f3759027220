// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/currency.h"

#include <QHash>

#include <algorithm>

namespace pfx::records {

namespace {

struct Spellings
{
    const char *code;
    const char *names; ///< small letters, parted by |
};

/// The names are those of Bitrix24's list of currencies (its exports write them out) and what stands in amounts typed by hand.
constexpr Spellings known[] = {
    {"RUB", "rur|₽|р|руб|рубль|рубли|рублей|российский рубль|russian ruble"},
    {"USD", "$|доллар|долл|доллар сша|us dollar|u.s. dollar"},
    {"EUR", "€|евро|euro"},
    {"UAH", "₴|грн|гривна|украинская гривна|ukrainian hryvnia"},
    {"BYN", "byr|бел. руб|белорусский рубль|belarusian ruble"},
    {"KZT", "₸|тенге|казахстанский тенге|kazakhstani tenge"},
    {"GBP", "£|фунт стерлингов|английский фунт стерлингов|british pound"},
    {"CNY", "юань|китайский юань|chinese yuan"},
    {"UZS", "сум|узбекский сум|uzbekistani som"},
    {"AMD", "֏|драм|армянский драм|armenian dram"},
    {"GEL", "₾|лари|грузинский лари|georgian lari"},
    {"KGS", "сом|киргизский сом|кыргызский сом|kyrgystani som"},
    {"AZN", "₼|манат|азербайджанский манат|azerbaijani manat"},
    {"MDL", "лей|молдавский лей|moldovan leu"},
    {"TJS", "сомони|таджикский сомони|tajikistani somoni"},
    {"TRY", "₺|лира|турецкая лира|turkish lira"},
    {"AED", "дирхам|дирхам оаэ|united arab emirates dirham"},
};

const QHash<QString, QString> &codes()
{
    static const QHash<QString, QString> byName = [] {
        QHash<QString, QString> map;
        for (const Spellings &currency : known) {
            const QStringList names = QString::fromUtf8(currency.names).split(QLatin1Char('|'));
            for (const QString &name : names)
                map.insert(name, QString::fromLatin1(currency.code));
        }
        return map;
    }();
    return byName;
}

bool looksLikeCode(const QString &text)
{
    return text.size() == 3 && std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('A') && c <= QLatin1Char('Z'));
    });
}

} // namespace

QString currencyCode(const QString &written)
{
    const QString text = written.simplified();
    QString key = text.toLower();
    while (key.endsWith(QLatin1Char('.')))
        key.chop(1);
    if (const auto code = codes().constFind(key); code != codes().cend())
        return *code;
    return looksLikeCode(text) ? text.toUpper() : text;
}

} // namespace pfx::records
