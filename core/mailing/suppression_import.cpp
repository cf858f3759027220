// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mailing/suppression_import.h"

#include "core/mailing/address.h"

#include <QUtf8StringView>

namespace pfx::mailing {

using base::Result;

namespace {

constexpr qsizetype mostNamed = 100;
constexpr qsizetype longestNamed = 80;

QString unquoted(QString cell)
{
    cell = cell.trimmed();
    if (cell.size() >= 2 && cell.startsWith(u'"') && cell.endsWith(u'"'))
        cell = cell.mid(1, cell.size() - 2).replace(QLatin1String("\"\""), QLatin1String("\""));
    return cell.trimmed();
}

/// An address holds neither comma nor semicolon, so that the first one ends the cell.
std::pair<QString, QString> firstTwo(const QString &line)
{
    const auto isSeparator = [](QChar c) { return c == u',' || c == u';' || c == u'\t'; };
    const auto first = std::find_if(line.begin(), line.end(), isSeparator);
    const QString rest(first == line.end() ? QString() : line.mid(first - line.begin() + 1));
    const auto second = rest.startsWith(u'"') ? std::find_if(rest.begin() + 1 + rest.mid(1).indexOf(u'"'), rest.end(), isSeparator)
                                              : std::find_if(rest.begin(), rest.end(), isSeparator);
    return {unquoted(line.left(first - line.begin())), unquoted(rest.left(second - rest.begin()))};
}

} // namespace

Result<ReadSuppressions> readSuppressions(const QByteArray &file, qint64 nowMs)
{
    if (!QUtf8StringView(file).isValidUtf8() || file.contains('\0'))
        return base::fail(base::ErrorCode::SourceUnreadable, QStringLiteral("it is not a text in UTF-8"));
    QString text = QString::fromUtf8(file);
    if (text.startsWith(QChar(0xFEFF)))
        text.remove(0, 1);
    ReadSuppressions read;
    bool isFirst = true;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (line.trimmed().isEmpty())
            continue;
        const auto [email, reason] = firstTwo(line);
        const bool isHeading = std::exchange(isFirst, false) && !email.contains(u'@');
        const auto address = readAddress(email);
        if (!address) {
            if (isHeading)
                continue;
            ++read.skippedCount;
            if (read.skipped.size() < mostNamed)
                read.skipped.append(line.trimmed().left(longestNamed));
            continue;
        }
        Suppression one;
        one.email = address->shown;
        one.emailKey = address->key;
        one.at = nowMs;
        if (const auto known = reasonNamed(reason))
            one.reason = *known;
        else
            one.note = reason;
        read.suppressions.append(std::move(one));
    }
    if (read.suppressions.isEmpty())
        return base::fail(base::ErrorCode::SourceUnreadable, QStringLiteral("there is no e-mail address in it"));
    return read;
}

} // namespace pfx::mailing
