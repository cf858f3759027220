// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/csv_writer.h"

namespace pfx::ctl {

QByteArray csvLine(const QStringList &cells)
{
    QByteArray line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            line += ',';
        QByteArray cell = cells[i].toUtf8();
        if (cell.contains(',') || cell.contains('"') || cell.contains('\n') || cell.contains('\r')) {
            cell.replace("\"", "\"\"");
            cell = '"' + cell + '"';
        }
        line += cell;
    }
    return line + "\r\n";
}

} // namespace pfx::ctl
