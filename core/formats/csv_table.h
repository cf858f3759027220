// SPDX-License-Identifier: GPL-3.0-or-later
// A CSV as spreadsheets and CRM screens write it, through libcsv: delimiter and encoding are found out, quoted line breaks belong to
// their cell. The cursor is the byte at which a row begins. One thread.
#pragma once

#include "core/formats/byte_stream.h"
#include "core/formats/encoding.h"
#include "core/formats/table.h"

#include <csv.h>

namespace pfx::formats {

class CsvTable : public Table
{
public:
    explicit CsvTable(std::shared_ptr<SourceFile> file);
    ~CsvTable() override;

    base::Result<void> open(const base::StopToken &stop) override;
    QString form() const override { return QStringLiteral("csv"); }
    QString encoding() const override;
    QString delimiter() const override { return QString(QLatin1Char(m_delimiter)); }
    bool hasBom() const override { return m_bom; }
    base::Result<std::optional<TableRow>> row(qint64 cursor) override;

private:
    base::Result<void> detectEncoding(const base::StopToken &stop);
    void detectDelimiter();
    static void cellEnds(void *data, size_t length, void *self);
    static void rowEnds(int character, void *self);

    std::shared_ptr<SourceFile> m_file;
    std::unique_ptr<ByteStream> m_stream;
    csv_parser m_parser{};
    Encoding m_encoding = Encoding::Utf8;
    char m_delimiter = ';';
    bool m_bom = false;
    QStringList m_cells;
    bool m_rowEnded = false;
};

} // namespace pfx::formats
