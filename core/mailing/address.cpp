// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mailing/address.h"

#include "core/base/email.h"

#include <algorithm>

namespace pfx::mailing {

namespace {

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

} // namespace

std::optional<Address> readAddress(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (isAscii(trimmed)) {
        auto key = base::normalizeEmail(trimmed);
        if (!key)
            return std::nullopt;
        return Address{*key, *key};
    }
    // One letter, one spelling: й may come as и with a breve.
    const QString composed = trimmed.normalized(QString::NormalizationForm_C);
    auto key = base::normalizeEmail(composed);
    if (!key)
        return std::nullopt;
    const qsizetype at = composed.lastIndexOf(u'@');
    QString domain = composed.mid(at + 1).toLower();
    while (domain.endsWith(u'>') || domain.endsWith(u' '))
        domain.chop(1);
    return Address{key->left(key->indexOf(u'@') + 1) + domain, std::move(*key)};
}

QString masked(const QString &email)
{
    const qsizetype at = email.indexOf(u'@');
    if (at <= 0)
        return QString(QChar(0x2026));
    const qsizetype shown = email.at(0).isHighSurrogate() ? 2 : 1;
    return email.left(shown) + QChar(0x2026) + email.mid(at);
}

} // namespace pfx::mailing
