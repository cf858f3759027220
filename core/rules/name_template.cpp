// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/name_template.h"

#include <QRegularExpression>

namespace pfx::rules {

using base::ErrorCode;
using base::Result;

namespace {

const QString opening = QStringLiteral("{{");
const QString closing = QStringLiteral("}}");

base::Failure refuse(const QString &reason, qsizetype at)
{
    return base::fail(ErrorCode::Validation, reason, QString::number(at + 1));
}

} // namespace

Result<NameTemplate> NameTemplate::parse(const QString &text, const QStringList &known)
{
    NameTemplate result;
    qsizetype from = 0;
    while (from < text.size()) {
        const qsizetype open = text.indexOf(opening, from);
        const qsizetype wordsEnd = open < 0 ? text.size() : open;
        if (wordsEnd > from)
            result.m_parts.append({false, text.mid(from, wordsEnd - from)});
        if (open < 0)
            break;
        const qsizetype close = text.indexOf(closing, open);
        if (close < 0)
            return refuse(QStringLiteral("a variable is not closed by }}"), open);
        const QString name = text.mid(open + opening.size(), close - open - opening.size()).trimmed();
        if (!known.contains(name))
            return refuse(QStringLiteral("there is no variable “%1”").arg(name), open);
        result.m_parts.append({true, name});
        from = close + closing.size();
    }
    return result;
}

QString NameTemplate::render(const QHash<QString, QString> &values, int most) const
{
    QString text;
    for (const Part &part : m_parts)
        text += part.isVariable ? values.value(part.text) : part.text;
    text = text.simplified();
    // "Заявка #5 – " of an order without a client.
    static const QRegularExpression danglingEnd(QStringLiteral("[\\s,;:–—-]+$"));
    text.remove(danglingEnd);
    if (text.size() > most) {
        text.truncate(most - 1);
        if (text.back().isHighSurrogate())
            text.chop(1);
        text += QChar(0x2026);
    }
    return text;
}

QStringList NameTemplate::variables() const
{
    QStringList names;
    for (const Part &part : m_parts) {
        if (part.isVariable && !names.contains(part.text))
            names.append(part.text);
    }
    return names;
}

} // namespace pfx::rules
