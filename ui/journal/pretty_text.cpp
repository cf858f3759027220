// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/pretty_text.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <optional>

namespace pfx::ui {

namespace {

constexpr qsizetype longestPretty = 256 * 1024; // what is longer stays as it is

std::optional<QString> indented(const QString &text)
{
    const QByteArray bytes = text.trimmed().toUtf8();
    if (!bytes.startsWith('{') && !bytes.startsWith('['))
        return std::nullopt;
    // What was hidden stands there bare, which is no JSON.
    static const QRegularExpression hidden(QStringLiteral("([:\\[,]\\s*)\\*\\*\\*(?=\\s*[,\\]}])"));
    const QJsonDocument document = QJsonDocument::fromJson(QString::fromUtf8(bytes).replace(hidden, QStringLiteral("\\1\"***\"")).toUtf8());
    if (document.isNull())
        return std::nullopt;
    return QString::fromUtf8(document.toJson(QJsonDocument::Indented)).trimmed().replace(QStringLiteral("\"***\""), QStringLiteral("***"));
}

/// As it is where a percent sign stands for itself.
QString decoded(const QString &part)
{
    static const QRegularExpression bare(QStringLiteral("%(?![0-9A-Fa-f]{2})"));
    return bare.match(part).hasMatch() ? part : QUrl::fromPercentEncoding(part.toUtf8());
}

/// "cmd=event&type=INCOMING": nothing but pairs, and no space, which a form does not have.
std::optional<QString> fields(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9_.\\-\\[\\]%]+=[^\\s&]*(&[A-Za-z0-9_.\\-\\[\\]%]+=[^\\s&]*)*$"));
    const QString trimmed = text.trimmed();
    if (!form.match(trimmed).hasMatch())
        return std::nullopt;
    QStringList lines;
    for (QString pair : trimmed.split(QLatin1Char('&'))) {
        pair.replace(QLatin1Char('+'), QLatin1Char(' '));
        const qsizetype sign = pair.indexOf(QLatin1Char('='));
        lines << decoded(pair.left(sign)) + QStringLiteral(" = ") + decoded(pair.mid(sign + 1));
    }
    return lines.join(QLatin1Char('\n'));
}

QString body(const QString &text)
{
    if (const auto json = indented(text))
        return *json;
    if (const auto form = fields(text))
        return *form;
    return text;
}

} // namespace

QString prettyText(const QString &text)
{
    if (text.size() > longestPretty)
        return text;
    if (const auto whole = indented(text))
        return *whole;
    // Headers, an empty line, the body; or one line of JSON with the headers, then the body.
    qsizetype split = text.indexOf(QStringLiteral("\n\n"));
    if (split >= 0)
        return text.left(split + 2) + body(text.mid(split + 2));
    split = text.indexOf(QLatin1Char('\n'));
    if (split > 0) {
        if (const auto headers = indented(text.left(split)))
            return *headers + QStringLiteral("\n\n") + body(text.mid(split + 1));
    }
    return body(text);
}

} // namespace pfx::ui
