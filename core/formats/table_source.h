// SPDX-License-Identifier: GPL-3.0-or-later
// The RecordSource over a table: one kind of record a file, or contacts and companies mixed (told by a column). Pipelines and employees
// are only named by deals, so those sections are empty. A position's offset is the table's cursor, its row counts all rows of the table.
// Raw rows are lines of CSV, whatever the table was. One thread.
#pragma once

#include "core/formats/column_rows.h"
#include "core/formats/table.h"

namespace pfx::formats {

class TableSource : public records::RecordSource
{
public:
    TableSource(std::shared_ptr<SourceFile> file, std::unique_ptr<Table> table, ColumnRows rows);

    base::Result<records::SourceInfo> inspect(base::StopToken stop, const Progress &progress) override;
    base::Result<records::Batch> read(records::Section section, records::Position from, int rows, base::StopToken stop) override;
    QByteArray documentHead() const override { return m_table->headerLine(); }

private:
    base::Result<QByteArray> digest(const base::StopToken &stop);

    std::shared_ptr<SourceFile> m_file;
    std::unique_ptr<Table> m_table;
    ColumnRows m_rows;
    std::array<qint64, 5> m_counts{};
};

} // namespace pfx::formats
