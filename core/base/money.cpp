// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"

#include <algorithm>
#include <array>

namespace pfx::base {

namespace {

constexpr qsizetype maximumText = 100;
constexpr qsizetype maximumWhole = 18;
constexpr qsizetype maximumDecimals = 8;
constexpr int maximumExponent = 40;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// A sign, an ISO code or a word of a currency; "тыс." is none, since it would change the amount.
bool isCurrency(QStringView text)
{
    static constexpr std::array<QStringView, 12> words{u"р",  u"руб",  u"рубль", u"рубля", u"рублей", u"тг",
                                                       u"тенге", u"грн", u"сум", u"евро", u"br", u"долл"};
    while (!text.isEmpty() && (text.front() == u'|' || text.front().isSpace()))
        text = text.mid(1);
    while (!text.isEmpty() && (text.back() == u'.' || text.back().isSpace()))
        text = text.chopped(1);
    if (text.isEmpty() || (text.size() == 1 && text.front().category() == QChar::Symbol_Currency))
        return true;
    const bool code = text.size() == 3 && std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80 && c.isLetter(); });
    return code || std::any_of(words.begin(), words.end(), [text](QStringView word) { return text.compare(word, Qt::CaseInsensitive) == 0; });
}

/// The number without the currency on either side ("₽ 5", "5 руб.", "5|RUB"); empty when something else stands there.
QStringView withoutCurrency(QStringView text)
{
    const auto isOfNumber = [](QChar c) { return isDigit(c) || c == u'-' || c == u'+' || c == u'.' || c == u',' || c == u'\u2212'; };
    const qsizetype begin = std::find_if(text.begin(), text.end(), isOfNumber) - text.begin();
    qsizetype end = text.size();
    while (end > begin && !isDigit(text[end - 1]))
        --end;
    if (end < text.size() && (text[end] == u'.' || text[end] == u',')) // "5." is a number too
        ++end;
    if (!isCurrency(text.left(begin)) || !isCurrency(text.mid(end)))
        return {};
    return text.mid(begin, end - begin);
}

struct Decimal
{
    bool negative = false;
    QString digits;          ///< without leading zeros
    qsizetype decimals = 0;  ///< how many of them stand after the point
};

/// Which of the marks in the text is the decimal point: -1 none, -2 the marks make no sense.
qsizetype findPoint(QStringView text)
{
    const qsizetype dots = text.count(u'.');
    const qsizetype commas = text.count(u',');
    if (dots + commas == 0)
        return -1;
    if (dots + commas == 1)
        return dots ? text.indexOf(u'.') : text.indexOf(u',');
    if (dots > 0 && commas > 0) { // the last mark is the point, the other kind groups
        const qsizetype lastDot = text.lastIndexOf(u'.');
        const qsizetype lastComma = text.lastIndexOf(u',');
        const bool pointIsOnce = lastDot > lastComma ? dots == 1 : commas == 1;
        return pointIsOnce ? std::max(lastDot, lastComma) : -2;
    }
    return -1; // several of one kind: groups
}

/// Groups must have three digits: "1.234.567" is an amount, "1.2.3" a date or a version.
bool groupsAreWhole(QStringView whole)
{
    qsizetype sinceMark = -1;
    for (const QChar c : whole) {
        if (isDigit(c)) {
            if (sinceMark >= 0)
                ++sinceMark;
        } else if (c == u'.' || c == u',') {
            if (sinceMark >= 0 && sinceMark != 3)
                return false;
            sinceMark = 0;
        }
    }
    return sinceMark < 0 || sinceMark == 3;
}

bool readDigits(QStringView part, bool grouped, QString &out)
{
    for (const QChar c : part) {
        if (isDigit(c))
            out += c;
        else if (!(grouped && (c.isSpace() || c == u'\'' || c == u'.' || c == u',' || c == u'’')))
            return false;
    }
    return true;
}

std::optional<Decimal> readMantissa(QStringView text)
{
    Decimal result;
    if (!text.isEmpty() && (text.front() == u'-' || text.front() == u'\u2212' || text.front() == u'+')) {
        result.negative = text.front() != u'+';
        text = text.mid(1).trimmed();
    }
    const qsizetype point = findPoint(text);
    if (point == -2)
        return std::nullopt;
    const QStringView whole = point < 0 ? text : text.left(point);
    const QStringView fraction = point < 0 ? QStringView() : text.mid(point + 1);
    if (!groupsAreWhole(whole) || !readDigits(whole, true, result.digits) || !readDigits(fraction, false, result.digits))
        return std::nullopt;
    if (result.digits.isEmpty())
        return std::nullopt;
    result.decimals = fraction.size();
    return result;
}

bool applyExponent(QStringView text, Decimal &number)
{
    bool ok = false;
    const int exponent = text.toInt(&ok);
    if (!ok || exponent > maximumExponent || exponent < -maximumExponent)
        return false;
    number.decimals -= exponent;
    if (number.decimals < 0) {
        number.digits += QString(-number.decimals, u'0');
        number.decimals = 0;
    }
    return true;
}

/// Rounds half away from zero to the longest form that is kept.
void roundDecimals(Decimal &number)
{
    if (number.decimals <= maximumDecimals)
        return;
    const qsizetype cut = number.decimals - maximumDecimals;
    const bool up = number.digits.size() >= cut && number.digits[number.digits.size() - cut] >= u'5';
    number.digits.chop(std::min(cut, number.digits.size()));
    number.decimals = maximumDecimals;
    qsizetype i = number.digits.size() - 1;
    bool carry = up;
    for (; carry && i >= 0; --i) {
        carry = number.digits[i] == u'9';
        number.digits[i] = carry ? QChar(u'0') : QChar(number.digits[i].unicode() + 1);
    }
    if (carry)
        number.digits.prepend(u'1');
    while (number.decimals > 2 && number.digits.endsWith(u'0')) {
        number.digits.chop(1);
        --number.decimals;
    }
}

} // namespace

std::optional<QString> parseAmount(QStringView text)
{
    text = text.trimmed();
    if (text.isEmpty() || text.size() > maximumText)
        return std::nullopt;
    text = withoutCurrency(text);
    qsizetype e = text.indexOf(u'e', 0, Qt::CaseInsensitive);
    std::optional<Decimal> number = readMantissa(e < 0 ? text : text.left(e));
    if (!number || (e >= 0 && !applyExponent(text.mid(e + 1), *number)))
        return std::nullopt;
    roundDecimals(*number);
    if (number->digits.size() <= number->decimals)
        number->digits.prepend(QString(number->decimals - number->digits.size() + 1, u'0'));
    while (number->decimals < 2) {
        number->digits += u'0';
        ++number->decimals;
    }
    qsizetype zeros = 0;
    while (zeros < number->digits.size() - number->decimals - 1 && number->digits[zeros] == u'0')
        ++zeros;
    number->digits.remove(0, zeros);
    if (number->digits.size() - number->decimals > maximumWhole)
        return std::nullopt;
    const bool zero = number->digits.count(u'0') == number->digits.size();
    number->digits.insert(number->digits.size() - number->decimals, u'.');
    return number->negative && !zero ? u'-' + number->digits : number->digits;
}

} // namespace pfx::base
