// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/segments.h"

#include <QHash>

#include <array>

namespace pfx::sms {

namespace {

constexpr char16_t none = 0xFFFF;
constexpr char escape = 0x1B;
constexpr int gsmWhole = 160, gsmPart = 153, ucsWhole = 70, ucsPart = 67;

// 3GPP TS 23.038, 6.2.1: the default alphabet in the order of its codes; 0x1B leads to the extension.
constexpr char16_t basic[129] = u"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\xFFFFÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                                u"¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

struct Extension {
    char code;
    char16_t letter;
};
// 6.2.1.1
constexpr std::array<Extension, 10> extensions{{{0x0A, u'\f'},
                                                {0x14, u'^'},
                                                {0x28, u'{'},
                                                {0x29, u'}'},
                                                {0x2F, u'\\'},
                                                {0x3C, u'['},
                                                {0x3D, u'~'},
                                                {0x3E, u']'},
                                                {0x40, u'|'},
                                                {0x65, u'€'}}};

/// Letter → code; 0x100 is added for those of the extension.
const QHash<char16_t, int> &codes()
{
    static const QHash<char16_t, int> table = [] {
        QHash<char16_t, int> all;
        for (int code = 0; code < 128; ++code) {
            if (basic[code] != none)
                all.insert(basic[code], code);
        }
        for (const Extension &extension : extensions)
            all.insert(extension.letter, 0x100 + extension.code);
        return all;
    }();
    return table;
}

/// Septets of a letter: 1, 2, or 0 when the alphabet does not have it.
int septets(QChar letter)
{
    const char16_t c = letter.unicode();
    if ((c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u' ')
        return 1;
    const int code = codes().value(c, -1);
    return code < 0 ? 0 : code >= 0x100 ? 2 : 1;
}

bool fitsGsm(QStringView text)
{
    for (const QChar c : text) {
        if (septets(c) == 0)
            return false;
    }
    return true;
}

/// What must not be torn apart: a letter, or a surrogate pair.
qsizetype stepAt(const QString &text, qsizetype at)
{
    return text.at(at).isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate() ? 2 : 1;
}

QVector<Part> cut(const QString &text, Encoding encoding, int most)
{
    QVector<Part> parts;
    Part part;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype step = stepAt(text, at);
        const int units = encoding == Encoding::Gsm7 ? septets(text.at(at)) : int(step);
        if (part.units + units > most) {
            parts.append(part);
            part = {at, 0, 0};
        }
        part.length += step;
        part.units += units;
        at += step;
    }
    if (part.length > 0)
        parts.append(part);
    return parts;
}

QString simpleOf(char16_t c)
{
    switch (c) {
    case 0x00A0: // no-break, thin and other spaces
    case 0x2002:
    case 0x2003:
    case 0x2009:
    case 0x202F:
    case u'\t':
        return QStringLiteral(" ");
    case 0x200B:
    case 0x00AD:
    case 0xFEFF:
        return QStringLiteral("");
    case u'«':
    case u'»':
    case 0x201C:
    case 0x201D:
    case 0x201E:
        return QStringLiteral("\"");
    case u'`':
    case u'´':
    case 0x2018:
    case 0x2019:
    case 0x201A:
        return QStringLiteral("'");
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
        return QStringLiteral("-");
    case 0x2026:
        return QStringLiteral("...");
    case 0x2022:
    case u'·':
        return QStringLiteral("*");
    case u'№':
        return QStringLiteral("No");
    case u'×':
        return QStringLiteral("x");
    case u'₽':
        return QStringLiteral("RUB");
    default:
        return {};
    }
}

const char *const latinOf[32] = {"a", "b", "v", "g", "d", "e", "zh", "z", "i", "y",  "k",  "l",    "m",  "n", "o", "p",
                                 "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya"};

/// The Latin spelling of a Cyrillic letter; null when it is none.
QString latin(QChar letter)
{
    const char16_t lower = letter.toLower().unicode();
    QString spelling;
    if (lower >= u'а' && lower <= u'я')
        spelling = QString::fromLatin1(latinOf[lower - u'а']);
    else if (lower == u'ё')
        spelling = QStringLiteral("e");
    else
        return {};
    if (spelling.isNull())
        spelling = QStringLiteral("");
    if (letter.isUpper() && !spelling.isEmpty())
        spelling[0] = spelling.at(0).toUpper();
    return spelling;
}

} // namespace

QString name(Encoding encoding)
{
    return encoding == Encoding::Gsm7 ? QStringLiteral("gsm7") : QStringLiteral("ucs2");
}

int Segments::unitsLeft() const
{
    const bool isGsm = encoding == Encoding::Gsm7;
    if (parts.size() <= 1)
        return (isGsm ? gsmWhole : ucsWhole) - units;
    return (isGsm ? gsmPart : ucsPart) - parts.last().units;
}

Segments segmentsOf(const QString &text)
{
    Segments segments;
    segments.encoding = fitsGsm(text) ? Encoding::Gsm7 : Encoding::Ucs2;
    const bool isGsm = segments.encoding == Encoding::Gsm7;
    segments.units = int(text.size());
    if (isGsm) {
        for (const QChar c : text)
            segments.units += septets(c) - 1;
    }
    const bool isWhole = segments.units <= (isGsm ? gsmWhole : ucsWhole);
    segments.parts = cut(text, segments.encoding, isWhole ? (isGsm ? gsmWhole : ucsWhole) : (isGsm ? gsmPart : ucsPart));
    return segments;
}

std::optional<QByteArray> toGsm7(QStringView text)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (const QChar c : text) {
        const int code = codes().value(c.unicode(), -1);
        if (code < 0)
            return std::nullopt;
        if (code >= 0x100)
            bytes.append(escape);
        bytes.append(char(code & 0x7F));
    }
    return bytes;
}

QString fromGsm7(const QByteArray &septetBytes)
{
    QString text;
    for (qsizetype i = 0; i < septetBytes.size(); ++i) {
        const char code = char(septetBytes.at(i) & 0x7F);
        if (code != escape) {
            text.append(QChar(basic[int(code)]));
            continue;
        }
        if (++i == septetBytes.size())
            break;
        // An unknown code of the extension is shown as the letter of the default alphabet (TS 23.038, 6.2.1.1).
        char16_t letter = basic[septetBytes.at(i) & 0x7F];
        for (const Extension &extension : extensions) {
            if (extension.code == septetBytes.at(i))
                letter = extension.letter;
        }
        text.append(letter == none ? QChar(u' ') : QChar(letter));
    }
    return text;
}

QString simplified(const QString &text)
{
    QString simple;
    for (const QChar c : text) {
        const QString replacement = septets(c) > 0 ? QString() : simpleOf(c.unicode());
        if (replacement.isNull())
            simple.append(c);
        else
            simple.append(replacement);
    }
    return simple;
}

QString transliterated(const QString &text)
{
    QString latinText;
    for (const QChar c : simplified(text)) {
        const QString spelling = latin(c);
        if (spelling.isNull())
            latinText.append(c);
        else
            latinText.append(spelling);
    }
    return latinText;
}

} // namespace pfx::sms
