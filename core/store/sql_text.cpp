// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql_text.h"

#include <QStringEncoder>

#include <cstring>

namespace pfx::store {

namespace {

// The end of the literal, quoted name or comment that begins at `from`, or `from` when none begins there.
qsizetype skipQuoted(const QString &sql, qsizetype from)
{
    const QChar first = sql.at(from);
    if (first == QLatin1Char('\'') || first == QLatin1Char('"')) {
        const qsizetype end = sql.indexOf(first, from + 1);
        return end < 0 ? sql.size() : end + 1;
    }
    const auto pair = QStringView(sql).mid(from, 2);
    if (pair == QLatin1String("--")) {
        const qsizetype end = sql.indexOf(QLatin1Char('\n'), from);
        return end < 0 ? sql.size() : end;
    }
    if (pair == QLatin1String("/*")) {
        const qsizetype end = sql.indexOf(QLatin1String("*/"), from);
        return end < 0 ? sql.size() : end + 2;
    }
    return from;
}

bool isNameStart(QChar c)
{
    return c.isLetter() || c == QLatin1Char('_');
}

qsizetype nameEnd(const QString &sql, qsizetype from)
{
    while (from < sql.size() && (isNameStart(sql.at(from)) || sql.at(from).isDigit()))
        ++from;
    return from;
}

void appendQuoted(QString &out, const QString &text, bool json)
{
    out += QLatin1Char('"');
    for (const QChar c : text) {
        if (c == QLatin1Char('"') || c == QLatin1Char('\\'))
            out += QLatin1Char('\\');
        if (c.isNull())
            out += QChar(QChar::ReplacementCharacter);
        else if (json && c.unicode() < 0x20)
            out += QStringLiteral("\\u%1").arg(int(c.unicode()), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    out += QLatin1Char('"');
}

} // namespace

QString expandTokens(Backend backend, const QString &sql)
{
    if (!sql.contains(QLatin1Char('{')))
        return sql;
    QString out = sql;
    if (backend == Backend::Sqlite) {
        out.replace(QLatin1String("{keys}"), QLatin1String("(SELECT value FROM json_each(:keys))"));
        out.replace(QLatin1String("{ids}"), QLatin1String("(SELECT value FROM json_each(:ids))"));
    } else {
        out.replace(QLatin1String("{keys}"), QLatin1String("(SELECT u.value FROM unnest(:keys::text[]) AS u (value))"));
        out.replace(QLatin1String("{ids}"), QLatin1String("(SELECT u.value FROM unnest(:ids::bigint[]) AS u (value))"));
    }
    return out;
}

QString expandSchemaTokens(Backend backend, QString sql)
{
    const bool sqlite = backend == Backend::Sqlite;
    sql.replace(QLatin1String("{id}"), sqlite ? QLatin1String("INTEGER PRIMARY KEY") : QLatin1String("BIGINT PRIMARY KEY"));
    sql.replace(QLatin1String("{without_rowid}"), sqlite ? QLatin1String("WITHOUT ROWID") : QLatin1String(""));
    sql.replace(QLatin1String("{binary}"), sqlite ? QLatin1String("") : QLatin1String("COLLATE \"C\""));
    return sql;
}

NumberedSql numberParameters(const QString &sql)
{
    NumberedSql result;
    QString out;
    out.reserve(sql.size());
    qsizetype at = 0;
    while (at < sql.size()) {
        if (const qsizetype end = skipQuoted(sql, at); end != at) {
            out += QStringView(sql).mid(at, end - at);
            at = end;
            continue;
        }
        const QChar c = sql.at(at);
        const QChar next = at + 1 < sql.size() ? sql.at(at + 1) : QChar();
        if (c == QLatin1Char(':') && next == QLatin1Char(':')) {
            out += QLatin1String("::");
            at += 2;
        } else if (c == QLatin1Char(':') && isNameStart(next)) {
            const qsizetype end = nameEnd(sql, at + 1);
            const QString name = sql.mid(at + 1, end - at - 1);
            if (!result.names.contains(name))
                result.names.append(name);
            out += QLatin1Char('$') + QString::number(result.names.indexOf(name) + 1);
            at = end;
        } else {
            out += c;
            ++at;
        }
    }
    result.sql = out.toUtf8();
    return result;
}

QString columnList(const QStringList &columns)
{
    return columns.join(QLatin1String(", "));
}

QByteArray storableUtf8(QStringView text)
{
    QStringEncoder encode(QStringConverter::Utf8, QStringConverter::Flag::Stateless); // toUtf8() would write a lone surrogate as '?'
    QByteArray utf8 = encode(text);
    if (std::memchr(utf8.constData(), 0, static_cast<size_t>(utf8.size())))
        utf8.replace('\0', QByteArrayLiteral("\xEF\xBF\xBD"));
    return utf8;
}

Value keySet(Backend backend, const QStringList &keys)
{
    const bool json = backend == Backend::Sqlite;
    QString out(QLatin1Char(json ? '[' : '{'));
    for (const QString &key : keys) {
        if (out.size() > 1)
            out += QLatin1Char(',');
        appendQuoted(out, key, json);
    }
    out += QLatin1Char(json ? ']' : '}');
    return out;
}

Value idSet(Backend backend, const QVector<qint64> &ids)
{
    const bool json = backend == Backend::Sqlite;
    QString out(QLatin1Char(json ? '[' : '{'));
    for (const qint64 id : ids) {
        if (out.size() > 1)
            out += QLatin1Char(',');
        out += QString::number(id);
    }
    out += QLatin1Char(json ? ']' : '}');
    return out;
}

} // namespace pfx::store
