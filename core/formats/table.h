// SPDX-License-Identifier: GPL-3.0-or-later
// A table in a file, whatever its form (CSV, XLSX, HTML): the names of its columns and its rows one by one, from any cursor that an
// earlier row ended with. Memory does not depend on the number of rows. One thread.
#pragma once

#include "core/base/stop_token.h"
#include "core/formats/recognise.h"
#include "core/records/record_source.h"

namespace pfx::formats {

struct TableRow
{
    QStringList cells;
    QByteArray raw;    ///< The row as a CSV line (for a CSV: as it stands in the file) in UTF-8, with its line feed.
    qint64 next = 0;   ///< Cursor of the row behind it.
};

class Table
{
public:
    static constexpr qsizetype maxColumns = 2000;
    static constexpr qsizetype maxRowBytes = 16 * 1024 * 1024;

    Table() = default;
    virtual ~Table() = default;
    Table(const Table &) = delete;
    Table &operator=(const Table &) = delete;

    /// Reads what the rows depend on: encoding, delimiter, columns, shared strings. Called once, before anything else.
    virtual base::Result<void> open(const base::StopToken &stop) = 0;
    virtual QString form() const = 0;
    virtual QString encoding() const { return QStringLiteral("UTF-8"); }
    virtual QString delimiter() const { return {}; }
    virtual bool hasBom() const { return false; }

    const QStringList &columns() const { return m_columns; }
    /// The cursor of the first row behind the columns.
    qint64 firstRow() const { return m_firstRow; }
    /// The line of the columns' names as a line of CSV, with byte order mark and line feed.
    const QByteArray &headerLine() const { return m_headerLine; }

    /// The row at the cursor; none at the end. Reading on where the last row ended costs no seek.
    virtual base::Result<std::optional<TableRow>> row(qint64 cursor) = 0;

protected:
    QStringList m_columns;
    qint64 m_firstRow = 0;
    QByteArray m_headerLine;
};

base::Result<std::unique_ptr<Table>> makeTable(FileForm form, const std::shared_ptr<SourceFile> &file);

/// One line of CSV in UTF-8, quoted where needed.
QByteArray csvLine(const QStringList &cells, char delimiter);

} // namespace pfx::formats
