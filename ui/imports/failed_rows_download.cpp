// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/failed_rows_download.h"

#include <QFileInfo>

namespace pfx::ui {

void FailedRowsDownload::prepare(const migration::RunReport &report)
{
    if (m_busy)
        return;
    m_busy = true;
    const QString base = QFileInfo(report.path).completeBaseName();
    m_service.failedRows(this, report.run, [this, base](base::Result<migration::runs::FailedRows> rows) {
        m_busy = false;
        if (!rows) {
            emit failed(rows.error());
            return;
        }
        m_rows = std::move(*rows);
        //: the name offered for the file with the failed rows; %1 is the imported file's name, %2 "json" or "csv"
        emit ready(tr("%1 - failed rows.%2").arg(base, m_rows.suffix));
    });
}

void FailedRowsDownload::write(const QString &path)
{
    m_service.writeFile(this, path, m_rows.document, [this, path](base::Result<void> result) {
        const qint64 rows = std::exchange(m_rows, {}).rows;
        if (result)
            emit written(path, rows);
        else
            emit failed(result.error());
    });
}

} // namespace pfx::ui
