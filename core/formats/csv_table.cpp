// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/csv_table.h"

#include "core/formats/content_observer.h"

#include <algorithm>
#include <array>

namespace pfx::formats {

using base::ErrorCode;

namespace {

bool isBlank(QByteArrayView line)
{
    return std::all_of(line.begin(), line.end(), [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
}

} // namespace

CsvTable::CsvTable(std::shared_ptr<SourceFile> file) : m_file(std::move(file))
{
    csv_init(&m_parser, 0);
}

CsvTable::~CsvTable()
{
    csv_free(&m_parser);
}

QString CsvTable::encoding() const
{
    return m_encoding == Encoding::Utf8 ? QStringLiteral("UTF-8") : QStringLiteral("windows-1251");
}

base::Result<void> CsvTable::open(const base::StopToken &stop)
{
    std::array<char, 3> head{};
    PFX_ASSIGN(const qint64 got, m_file->readAt(0, head.data(), 3));
    m_bom = got == 3 && std::string_view(head.data(), 3) == "\xEF\xBB\xBF";
    PFX_TRY(detectEncoding(stop));
    detectDelimiter();
    PFX_ASSIGN(const std::optional<TableRow> header, row(m_bom ? 3 : 0));
    if (!header)
        return base::fail(ErrorCode::SourceUnreadable, QStringLiteral("there is nothing in the file"), m_file->path());
    m_columns = header->cells;
    m_firstRow = header->next;
    // What was windows-1251 is handed on in UTF-8, with the mark by which a spreadsheet sees it.
    const bool marked = m_bom || m_encoding != Encoding::Utf8;
    m_headerLine = (marked ? QByteArray("\xEF\xBB\xBF") : QByteArray()) + header->raw;
    return {};
}

// The whole file is looked at: one Cyrillic letter of windows-1251 may stand at its very end.
base::Result<void> CsvTable::detectEncoding(const base::StopToken &stop)
{
    ContentObserver observer(m_file->size(), stop, {});
    QByteArray buffer(1 << 18, Qt::Uninitialized);
    for (qint64 at = 0; at < m_file->size();) {
        PFX_ASSIGN(const qint64 got, m_file->readAt(at, buffer.data(), buffer.size()));
        if (got == 0)
            break;
        const auto seen = observer.chunk(at, buffer.constData(), got);
        if (!seen) {
            if (seen.error().code != ErrorCode::SourceUnreadable)
                return base::fail(seen.error());
            if (m_bom)
                return base::fail(ErrorCode::SourceUnreadable, QStringLiteral("the text is not UTF-8"), m_file->place(observer.invalidAt()));
            m_encoding = Encoding::Windows1251;
            return {};
        }
        at += got;
    }
    return {};
}

void CsvTable::detectDelimiter()
{
    ByteStream stream(m_file, m_bom ? 3 : 0);
    qint64 semicolons = 0;
    qint64 commas = 0;
    qint64 tabs = 0;
    bool quoted = false;
    for (int c = stream.get(); c != -1 && (quoted || c != '\n') && stream.offset() < maxRowBytes; c = stream.get()) {
        if (c == '"')
            quoted = !quoted;
        else if (!quoted) {
            semicolons += c == ';';
            commas += c == ',';
            tabs += c == '\t';
        }
    }
    m_delimiter = tabs > semicolons && tabs > commas ? '\t' : commas > semicolons ? ',' : ';';
}

void CsvTable::cellEnds(void *data, size_t length, void *self)
{
    auto *table = static_cast<CsvTable *>(self);
    if (table->m_cells.size() < maxColumns)
        table->m_cells << decode(QByteArrayView(static_cast<const char *>(data), static_cast<qsizetype>(length)), table->m_encoding);
}

void CsvTable::rowEnds(int, void *self)
{
    static_cast<CsvTable *>(self)->m_rowEnded = true;
}

base::Result<std::optional<TableRow>> CsvTable::row(qint64 cursor)
{
    if (!m_stream || m_stream->offset() != cursor)
        m_stream = std::make_unique<ByteStream>(m_file, cursor);
    csv_free(&m_parser);
    csv_init(&m_parser, 0);
    csv_set_delim(&m_parser, static_cast<unsigned char>(m_delimiter));
    m_cells.clear();
    m_rowEnded = false;
    TableRow row;
    bool blank = true;
    while (!m_rowEnded) {
        const qsizetype before = row.raw.size();
        m_stream->appendLine(row.raw, maxRowBytes + 1 - before);
        if (m_stream->failure())
            return base::fail(*m_stream->failure());
        const auto fed = static_cast<size_t>(row.raw.size() - before);
        if (fed == 0) {
            if (row.raw.size() > maxRowBytes)
                break;
            // Only the end is looked at strictly: it may stand inside quotes, and then the rows behind them are in one cell.
            csv_set_opts(&m_parser, CSV_STRICT | CSV_STRICT_FINI);
            if (csv_fini(&m_parser, &CsvTable::cellEnds, &CsvTable::rowEnds, this) != 0)
                return base::fail(ErrorCode::SourceUnreadable, QStringLiteral("a quotation mark is not closed"), m_file->place(cursor));
            break;
        }
        if (csv_parse(&m_parser, row.raw.constData() + before, fed, &CsvTable::cellEnds, &CsvTable::rowEnds, this) != fed)
            return base::fail(ErrorCode::SourceUnreadable, QString::fromLatin1(csv_strerror(csv_error(&m_parser))), m_file->place(cursor));
        // An empty line is no row: what follows begins anew.
        blank = blank && isBlank(QByteArrayView(row.raw).sliced(before));
        if (!m_rowEnded && blank)
            row.raw.clear();
    }
    if (row.raw.size() > maxRowBytes)
        return base::fail(ErrorCode::SourceUnreadable, QStringLiteral("a row longer than %1 MiB: a quotation mark is not closed").arg(maxRowBytes / (1024 * 1024)),
                          m_file->place(cursor));
    row.next = m_stream->offset();
    if (m_cells.isEmpty())
        return std::optional<TableRow>();
    if (!row.raw.endsWith('\n'))
        row.raw += '\n';
    if (m_encoding != Encoding::Utf8)
        row.raw = decode(row.raw, m_encoding).toUtf8();
    row.cells = std::move(m_cells);
    m_cells = {};
    return std::optional<TableRow>(std::move(row));
}

} // namespace pfx::formats
