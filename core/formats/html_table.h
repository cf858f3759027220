// SPDX-License-Identifier: GPL-3.0-or-later
// The first table of an HTML file: Bitrix24's export to Excel is one, whatever its name says. Tags inside a cell are dropped, <br> is a
// line break, colspan leaves empty cells. The cursor is the byte behind the last row. One thread.
#pragma once

#include "core/formats/byte_stream.h"
#include "core/formats/encoding.h"
#include "core/formats/table.h"

namespace pfx::formats {

class HtmlTable : public Table
{
public:
    explicit HtmlTable(std::shared_ptr<SourceFile> file) : m_file(std::move(file)) {}

    base::Result<void> open(const base::StopToken &stop) override;
    QString form() const override { return QStringLiteral("html-table"); }
    QString encoding() const override;
    base::Result<std::optional<TableRow>> row(qint64 cursor) override;

private:
    struct Tag
    {
        QByteArray name; ///< Lower case, with the slash of a closing one.
        int colspan = 1;
    };
    Tag readTag();
    void closeCell();

    std::shared_ptr<SourceFile> m_file;
    std::unique_ptr<ByteStream> m_stream;
    Encoding m_encoding = Encoding::Utf8;
    QByteArray m_cell;
    bool m_inCell = false;
    int m_colspan = 1;
    QStringList m_cells;
};

/// &amp; &lt; &gt; &quot; &apos; &nbsp; and numbers; others stay as they are.
QString decodeEntities(const QString &text);

} // namespace pfx::formats
