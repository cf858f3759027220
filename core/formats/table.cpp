// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/table.h"

#include "core/formats/csv_table.h"
#include "core/formats/html_table.h"
#include "core/formats/xlsx_table.h"

namespace pfx::formats {

base::Result<std::unique_ptr<Table>> makeTable(FileForm form, const std::shared_ptr<SourceFile> &file)
{
    switch (form) {
    case FileForm::Csv: return std::make_unique<CsvTable>(file);
    case FileForm::HtmlTable: return std::make_unique<HtmlTable>(file);
    case FileForm::Xlsx: return std::make_unique<XlsxTable>(file);
    case FileForm::Json: break;
    }
    return base::fail(base::ErrorCode::Internal, QStringLiteral("JSON is no table"));
}

QByteArray csvLine(const QStringList &cells, char delimiter)
{
    QByteArray line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i != 0)
            line += delimiter;
        QByteArray cell = cells[i].toUtf8();
        if (cell.contains(delimiter) || cell.contains('"') || cell.contains('\n') || cell.contains('\r'))
            cell = '"' + cell.replace('"', "\"\"") + '"';
        line += cell;
    }
    line += '\n';
    return line;
}

} // namespace pfx::formats
