// SPDX-License-Identifier: GPL-3.0-or-later
// The first sheet of an XLSX, unpacked and parsed as a stream. Shared strings go to a temporary file with an index of offsets, since
// they can be larger than the memory an import may use. Numbers with a date style become DD.MM.YYYY HH:MM:SS. The cursor is the number
// of rows read: going back begins the sheet anew. One thread.
#pragma once

#include "core/formats/table.h"
#include "core/formats/zip_part.h"

#include <QTemporaryFile>
#include <QXmlStreamReader>

namespace pfx::formats {

class XlsxTable : public Table
{
public:
    explicit XlsxTable(std::shared_ptr<SourceFile> file) : m_file(std::move(file)) {}

    base::Result<void> open(const base::StopToken &stop) override;
    QString form() const override { return QStringLiteral("xlsx"); }
    base::Result<std::optional<TableRow>> row(qint64 cursor) override;

private:
    /// A part of the archive as XML; next() feeds the parser when it runs dry.
    struct Xml
    {
        std::unique_ptr<ZipPart> part;
        QXmlStreamReader reader;
        bool finished = false;
    };
    struct Cell
    {
        qsizetype column = 0;
        QString type;
        int style = -1;
        QString text;
    };

    base::Result<std::unique_ptr<Xml>> parse(const QByteArray &name) const;
    base::Result<void> next(Xml &xml) const;
    base::Result<void> readSharedStrings(const base::StopToken &stop);
    base::Result<void> readWorkbook();
    base::Result<void> readStyles();
    base::Result<std::optional<QStringList>> nextRow();
    base::Result<void> readCell(Cell &cell);
    base::Result<QString> value(const Cell &cell);
    base::Result<QString> sharedString(qint64 index);

    std::shared_ptr<SourceFile> m_file;
    std::shared_ptr<ZipArchive> m_archive;
    QByteArray m_sheetName;
    std::unique_ptr<Xml> m_sheet;
    qint64 m_at = 0;
    QTemporaryFile m_strings;
    QVector<qint64> m_offsets; ///< Of each shared string, and the end.
    QVector<bool> m_dateStyles;
    int m_firstDay = 0; ///< Of its date system, counted in the usual one.
};

} // namespace pfx::formats
