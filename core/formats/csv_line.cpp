// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/csv_line.h"

#include <algorithm>

namespace pfx::formats {

namespace {

bool looksLikeFormula(const QString &cell)
{
    if (cell.isEmpty())
        return false;
    const QChar first = cell.front();
    if (first == QLatin1Char('=') || first == QLatin1Char('@') || first == QLatin1Char('\t') || first == QLatin1Char('\r'))
        return true;
    if (first != QLatin1Char('+') && first != QLatin1Char('-'))
        return false;
    // A phone or an amount: digits and what stands between them.
    return std::any_of(cell.begin() + 1, cell.end(), [](QChar c) {
        return !c.isDigit() && !c.isSpace() && !QStringView(u"-.,()").contains(c);
    });
}

} // namespace

QByteArray csvLine(const QStringList &cells, QChar delimiter, Formulas formulas)
{
    QString line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        QString cell = cells.at(i);
        if (formulas == Formulas::Guarded && looksLikeFormula(cell))
            cell.prepend(QLatin1Char('\''));
        const bool quote = cell.contains(delimiter) || cell.contains(QLatin1Char('"')) || cell.contains(QLatin1Char('\n'))
            || cell.contains(QLatin1Char('\r'));
        if (quote)
            cell = QLatin1Char('"') + cell.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
        if (i > 0)
            line += delimiter;
        line += cell;
    }
    return (line + QLatin1String("\r\n")).toUtf8();
}

} // namespace pfx::formats
