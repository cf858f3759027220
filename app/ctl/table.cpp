// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/table.h"

#include <algorithm>

namespace pfx::ctl {

namespace {

QString printable(QString cell)
{
    for (QChar &c : cell) {
        if (c.category() == QChar::Other_Control)
            c = QLatin1Char(' ');
    }
    return cell;
}

} // namespace

QString Table::text() const
{
    QVector<qsizetype> widths;
    for (const QStringList &cells : m_rows) {
        widths.resize(std::max(widths.size(), cells.size()));
        for (qsizetype i = 0; i < cells.size(); ++i)
            widths[i] = std::max(widths[i], cells[i].size());
    }
    QString text;
    for (const QStringList &cells : m_rows) {
        QString line;
        for (qsizetype i = 0; i < cells.size(); ++i)
            line += printable(cells[i]).leftJustified(widths[i] + 2);
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        text += line + QLatin1Char('\n');
    }
    return text;
}

} // namespace pfx::ctl
