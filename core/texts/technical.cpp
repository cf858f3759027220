// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/texts/technical.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace pfx::texts {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Technical)

public:
    static QString expected(QString what)
    {
        static const QRegularExpression article(QStringLiteral("^(a|an) "));
        what.remove(article);
        if (what == QLatin1String("string") || what == QLatin1String("text"))
            return tr("a text was expected here");
        if (what == QLatin1String("number"))
            return tr("a number was expected here");
        if (what == QLatin1String("whole number") || what == QLatin1String("integer"))
            return tr("a whole number was expected here");
        if (what == QLatin1String("string or number") || what == QLatin1String("string or a whole number"))
            return tr("a text or a number was expected here");
        if (what == QLatin1String("object"))
            return tr("an object { } was expected here");
        if (what == QLatin1String("array"))
            return tr("a list [ ] was expected here");
        if (what == QLatin1String("object or array"))
            return tr("an object { } or a list [ ] was expected here");
        if (what == QLatin1String("true or false") || what == QLatin1String("boolean"))
            return tr("true or false was expected here");
        return {};
    }

    static QString known(const QString &detail)
    {
        if (detail == QLatin1String("empty") || detail == QLatin1String("empty file"))
            return tr("the file is empty");
        if (detail == QLatin1String("no such file"))
            return tr("there is no such file");
        if (detail == QLatin1String("permission denied"))
            return tr("you have no right to read it");
        if (detail == QLatin1String("not a regular file") || detail == QLatin1String("not a file"))
            return tr("this is not an ordinary file");
        if (detail == QLatin1String("a folder"))
            return tr("this is a folder");
        if (detail == QLatin1String("unknown form"))
            return tr("this is no export that the program knows");
        if (detail == QLatin1String("truncated"))
            return tr("the file breaks off");
        if (detail == QLatin1String("invalid UTF-8"))
            return tr("the characters are not UTF-8");
        if (detail == QLatin1String("too deep"))
            return tr("too many levels inside one another");
        return {};
    }

    static QString lineAndColumn(const QString &line, const QString &column)
    {
        return tr("line %1, column %2").arg(line, column);
    }
};

} // namespace

QString technical(const QString &detail)
{
    static const QString prefix = QStringLiteral("expected ");
    const QString text = detail.startsWith(prefix) ? Words::expected(detail.mid(prefix.size())) : Words::known(detail);
    return text.isEmpty() ? detail : text;
}

QString place(const QString &where)
{
    static const QRegularExpression lineColumn(QStringLiteral("^(\\d+):(\\d+)$"));
    const QRegularExpressionMatch match = lineColumn.match(where);
    return match.hasMatch() ? Words::lineAndColumn(match.captured(1), match.captured(2)) : where;
}

} // namespace pfx::texts
