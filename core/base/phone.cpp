// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/phone.h"

#include <phonenumbers/phonenumber.pb.h>
#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <array>

namespace pfx::base {

namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

constexpr qsizetype maximumLength = 250; // what libphonenumber itself looks at; longer text is no number
constexpr int maximumDigits = 20;
constexpr int maximumExtension = 7;
constexpr size_t maximumE164 = 15; // ITU-T E.164

/// What stands in the text, in ASCII.
struct Digits
{
    std::array<char, maximumDigits> digits{};
    int count = 0;
    bool plus = false;
    bool overflow = false;
};

bool isSeparator(char16_t c)
{
    switch (c) {
    case u'-':
    case u'(':
    case u')':
    case u'.':
    case u'[':
    case u']':
    case 0x00AD: // soft hyphen
    case 0x2010: // the dashes, the minus, and marks that a copied number brings along
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0x200B:
    case 0x200E:
    case 0x200F:
    case 0x202A:
    case 0x202C:
    case 0x2060:
    case 0xFEFF:
        return true;
    default:
        return c == u' ' || QChar(c).isSpace();
    }
}

bool isApostrophe(char16_t c)
{
    return c == u'\'' || c == u'`' || c == 0x2018 || c == 0x2019;
}

int digitOf(char16_t c)
{
    if (c < 0x80)
        return c >= u'0' && c <= u'9' ? c - u'0' : -1;
    return QChar(c).digitValue(); // Arabic and full-width digits are digits too
}

/// Spreadsheets write an apostrophe before a number to keep it a text.
QStringView withoutApostrophe(QStringView text)
{
    text = text.trimmed();
    if (!text.isEmpty() && isApostrophe(text.front().unicode()))
        text = text.mid(1).trimmed();
    if (!text.isEmpty() && isApostrophe(text.back().unicode()))
        text = text.chopped(1).trimmed();
    return text;
}

/// Reads the digits up to `end`, where something begins that belongs to no number (an extension, or text).
Digits readDigits(QStringView text, qsizetype &end)
{
    Digits result;
    qsizetype i = 0;
    for (; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (const int digit = digitOf(c); digit >= 0) {
            if (result.count == maximumDigits) {
                result.overflow = true;
                break;
            }
            result.digits[static_cast<size_t>(result.count++)] = static_cast<char>('0' + digit);
        } else if (c == u'+' || c == 0xFF0B) {
            if (result.plus || result.count > 0)
                break;
            result.plus = true;
        } else if (!isSeparator(c)) {
            break;
        }
    }
    end = i;
    return result;
}

/// The extension when the rest of the text is a marker with digits ("доб. 12", "ext 12", "#12"), else no value.
std::optional<QString> readExtension(QStringView rest)
{
    static constexpr std::array<QStringView, 12> markers{
        u"добавочный", u"доб", u"внутренний", u"внутр", u"вн", u"extension", u"extn", u"ext", u";ext=", u"#", u"x", u"х"};
    qsizetype length = 0;
    for (const QStringView marker : markers) {
        if (rest.startsWith(marker, Qt::CaseInsensitive)) {
            length = marker.size();
            break;
        }
    }
    if (rest.startsWith(u','))
        return readExtension(rest.mid(1).trimmed());
    if (length == 0)
        return std::nullopt;
    QString digits;
    qsizetype i = length;
    while (i < rest.size() && (rest[i].isSpace() || rest[i] == u'.' || rest[i] == u':' || rest[i] == u'#' || rest[i] == u'№'))
        ++i;
    for (; i < rest.size() && digitOf(rest[i].unicode()) >= 0 && digits.size() <= maximumExtension; ++i)
        digits += QChar(u'0' + digitOf(rest[i].unicode()));
    while (i < rest.size() && (rest[i] == u')' || rest[i] == u']' || rest[i] == u'.' || rest[i].isSpace()))
        ++i;
    if (digits.isEmpty() || digits.size() > maximumExtension || i != rest.size())
        return std::nullopt;
    return digits;
}

/// The short path: +7, 7 or 8 with ten digits, and ten digits that begin with 9. No Russian number begins with 0,
/// and 8 10 is how one dials abroad. Without a plus the
/// library leaves the 7 in front of an area that does not exist; here it is the same number in every way of writing it.
std::optional<QString> plainRussian(const Digits &number)
{
    const char *national = nullptr;
    if (number.count == 11 && (number.digits[0] == '7' || (number.digits[0] == '8' && !number.plus)))
        national = number.digits.data() + 1;
    else if (number.count == 10 && number.digits[0] == '9' && !number.plus)
        national = number.digits.data();
    const bool dialledAbroad = number.digits[0] == '8' && national && national[0] == '1' && national[1] == '0';
    if (!national || *national == '0' || dialledAbroad)
        return std::nullopt;
    QString e164(12, Qt::Uninitialized);
    QChar *out = e164.data();
    *out++ = u'+';
    *out++ = u'7';
    for (int i = 0; i < 10; ++i)
        *out++ = QLatin1Char(national[i]);
    return e164;
}

/// The number in E.164; empty when the library says that it cannot be one.
std::string possibleNumber(const std::string &text, const std::string &region, PhoneNumber &parsed)
{
    const PhoneNumberUtil *util = PhoneNumberUtil::GetInstance();
    if (util->Parse(text, region, &parsed) != PhoneNumberUtil::NO_PARSING_ERROR
        || util->IsPossibleNumberWithReason(parsed) != PhoneNumberUtil::IS_POSSIBLE)
        return {};
    std::string e164;
    util->Format(parsed, PhoneNumberUtil::E164, &e164);
    return e164;
}

std::optional<QString> byLibrary(const Digits &number, const QString &region)
{
    std::string text = number.plus ? "+" : "";
    text.append(number.digits.data(), static_cast<size_t>(number.count));
    PhoneNumber parsed;
    const std::string e164 = possibleNumber(text, region.toStdString(), parsed);
    if (e164.empty() || e164.size() > 1 + maximumE164 || e164.starts_with("+70"))
        return std::nullopt;
    if (!PhoneNumberUtil::GetInstance()->IsValidNumber(parsed)) {
        // A number with its country code may have a prefix that is newer than the library's tables; loose digits may be anything. What
        // the library reads differently the next time (it takes prefixes away) is no number either.
        const bool wholeRussian = parsed.country_code() == 7 && number.count == 11;
        PhoneNumber again;
        if ((!number.plus && !wholeRussian) || possibleNumber(e164, "ZZ", again) != e164)
            return std::nullopt;
    }
    return QString::fromStdString(e164);
}

} // namespace

std::optional<Phone> normalizePhone(QStringView text, const QString &region)
{
    text = withoutApostrophe(text);
    if (text.isEmpty() || text.size() > maximumLength)
        return std::nullopt;
    qsizetype end = 0;
    const Digits number = readDigits(text, end);
    if (number.overflow || number.count < 3)
        return std::nullopt;
    Phone phone;
    if (end < text.size()) {
        const std::optional<QString> extension = readExtension(text.mid(end));
        if (!extension)
            return std::nullopt;
        phone.extension = *extension;
    }
    std::optional<QString> e164;
    if (region == QLatin1String("RU"))
        e164 = plainRussian(number);
    if (!e164)
        e164 = byLibrary(number, region);
    if (!e164)
        return std::nullopt;
    phone.e164 = *e164;
    return phone;
}

QString formatPhone(const QString &e164)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (e164.size() < 8 || e164[0] != u'+' || !std::all_of(e164.begin() + 1, e164.end(), isDigit))
        return e164;
    if (e164.size() == 12 && e164[1] == u'7') {
        const QStringView digits(e164);
        return QStringLiteral("+7 %1 %2-%3-%4").arg(digits.mid(2, 3), digits.mid(5, 3), digits.mid(8, 2), digits.mid(10, 2));
    }
    const PhoneNumberUtil *util = PhoneNumberUtil::GetInstance();
    PhoneNumber parsed;
    if (util->Parse(e164.toStdString(), "ZZ", &parsed) != PhoneNumberUtil::NO_PARSING_ERROR)
        return e164;
    std::string formatted;
    util->Format(parsed, PhoneNumberUtil::INTERNATIONAL, &formatted);
    return QString::fromStdString(formatted);
}

} // namespace pfx::base
