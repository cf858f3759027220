// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/email.h"

#include <QUrl>

namespace pfx::base {

namespace {

constexpr qsizetype maximumLength = 254; // RFC 5321, 4.5.3.1.3
constexpr qsizetype maximumLocal = 64;
constexpr qsizetype maximumLabel = 63;

bool isLocalCharacter(QChar c)
{
    if (c.unicode() < 0x80) {
        static constexpr QStringView special = u"!#$%&'*+-/=?^_`{|}~.";
        return c.isLetterOrNumber() || special.contains(c);
    }
    return c.isLetterOrNumber() || c.isSurrogate() || c.isMark();
}

bool isLocalPart(QStringView local)
{
    if (local.isEmpty() || local.size() > maximumLocal || local.front() == u'.' || local.back() == u'.')
        return false;
    bool dot = false;
    for (const QChar c : local) {
        if (!isLocalCharacter(c) || (dot && c == u'.'))
            return false;
        dot = c == u'.';
    }
    return true;
}

bool isLabel(QStringView label)
{
    if (label.isEmpty() || label.size() > maximumLabel || label.front() == u'-' || label.back() == u'-')
        return false;
    for (const QChar c : label) {
        const char16_t u = c.unicode();
        if (!((u >= u'a' && u <= u'z') || (u >= u'0' && u <= u'9') || u == u'-' || u == u'_'))
            return false;
    }
    return true;
}

/// Of an ASCII, lower-case domain: labels with a dot between, the last one no number.
bool isDomain(QStringView domain)
{
    if (domain == u"localhost")
        return true;
    qsizetype begin = 0;
    QStringView last;
    int labels = 0;
    while (begin <= domain.size()) {
        qsizetype end = domain.indexOf(u'.', begin);
        if (end < 0)
            end = domain.size();
        last = domain.mid(begin, end - begin);
        if (!isLabel(last))
            return false;
        ++labels;
        begin = end + 1;
    }
    for (const QChar c : last) {
        if (c < u'0' || c > u'9')
            return labels >= 2;
    }
    return false;
}

bool isAscii(QStringView text)
{
    for (const QChar c : text) {
        if (c.unicode() >= 0x80)
            return false;
    }
    return true;
}

QStringView bare(QStringView text)
{
    text = text.trimmed();
    if (!text.isEmpty() && (text.front() == u'\'' || text.front() == u'<'))
        text = text.mid(1);
    if (text.startsWith(u"mailto:", Qt::CaseInsensitive))
        text = text.mid(7);
    if (!text.isEmpty() && text.back() == u'>')
        text = text.chopped(1);
    return text.trimmed();
}

} // namespace

std::optional<QString> normalizeEmail(QStringView text)
{
    text = bare(text);
    if (text.size() > maximumLength)
        return std::nullopt;
    const qsizetype at = text.indexOf(u'@');
    if (at <= 0 || text.indexOf(u'@', at + 1) >= 0 || !isLocalPart(text.left(at)))
        return std::nullopt;
    const QString lower = text.toString().toLower();
    const qsizetype lowerAt = lower.indexOf(u'@');
    const QStringView domain = QStringView(lower).mid(lowerAt + 1);
    if (isAscii(domain))
        return isDomain(domain) ? std::optional(lower) : std::nullopt;
    const QString ace = QString::fromLatin1(QUrl::toAce(domain.toString())).toLower();
    if (ace.isEmpty() || !isDomain(ace))
        return std::nullopt;
    QString address = lower.left(lowerAt + 1) + ace;
    if (address.size() > maximumLength)
        return std::nullopt;
    return address;
}

QString formatEmail(const QString &address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    if (at < 0 || !QStringView(address).mid(at).contains(u"xn--"))
        return address;
    const QString domain = QUrl::fromAce(address.mid(at + 1).toLatin1(), QUrl::IgnoreIDNWhitelist);
    return domain.isEmpty() ? address : address.left(at + 1) + domain;
}

} // namespace pfx::base
