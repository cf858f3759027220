// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/xlsx_table.h"

#include <QDateTime>
#include <QHash>

#include <cmath>

namespace pfx::formats {

using base::ErrorCode;

namespace {

constexpr char outputDelimiter = ';';
constexpr int days1904 = 1462; ///< From the first day of the usual date system to 1904-01-01.
constexpr qsizetype maxStrings = 8'000'000;
constexpr qsizetype maxCellCharacters = 1'000'000;

// "BC12" is column 54.
qsizetype columnOf(QStringView reference)
{
    qsizetype column = 0;
    for (const QChar c : reference) {
        if (c < u'A' || c > u'Z' || column > Table::maxColumns)
            break;
        column = column * 26 + (c.unicode() - u'A' + 1);
    }
    return column - 1;
}

bool isDateFormat(int id, const QString &code)
{
    if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58))
        return true;
    bool quoted = false;
    bool bracket = false;
    for (const QChar c : code) {
        if (c == u'"')
            quoted = !quoted;
        else if (c == u'[')
            bracket = true;
        else if (c == u']')
            bracket = false;
        else if (!quoted && !bracket && (c.toLower() == u'd' || c.toLower() == u'y'))
            return true;
    }
    return false;
}

QString dateText(double serial)
{
    const qint64 seconds = std::llround((serial - 25569.0) * 86400.0);
    const QDateTime time = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    return time.toString(seconds % 86400 == 0 ? QStringLiteral("dd.MM.yyyy") : QStringLiteral("dd.MM.yyyy HH:mm:ss"));
}

} // namespace

base::Result<std::unique_ptr<XlsxTable::Xml>> XlsxTable::parse(const QByteArray &name) const
{
    auto xml = std::make_unique<Xml>();
    PFX_ASSIGN(xml->part, ZipPart::open(m_archive, name));
    return xml;
}

base::Result<void> XlsxTable::next(Xml &xml) const
{
    for (;;) {
        xml.reader.readNext();
        if (xml.reader.error() != QXmlStreamReader::PrematureEndOfDocumentError || xml.finished)
            break;
        PFX_ASSIGN(const QByteArray bytes, xml.part->read(64 * 1024));
        xml.finished = bytes.isEmpty();
        xml.reader.addData(bytes);
    }
    if (xml.reader.hasError())
        return base::fail(ErrorCode::SourceUnreadable, QStringLiteral("a damaged XLSX: %1").arg(xml.reader.errorString()), m_file->path());
    return {};
}

base::Result<void> XlsxTable::open(const base::StopToken &stop)
{
    PFX_ASSIGN(m_archive, ZipArchive::open(m_file->path()));
    m_sheetName = "xl/worksheets/sheet1.xml";
    if (!m_archive->has(m_sheetName))
        m_sheetName = m_archive->find("xl/worksheets/", ".xml");
    if (m_sheetName.isEmpty())
        return base::fail(ErrorCode::SourceUnreadable, QStringLiteral("a ZIP archive that is no XLSX table"), m_file->path());
    PFX_TRY(readWorkbook());
    PFX_TRY(readStyles());
    PFX_TRY(readSharedStrings(stop));
    PFX_ASSIGN(const std::optional<TableRow> header, row(0));
    if (!header)
        return base::fail(ErrorCode::SourceUnreadable, QStringLiteral("the first sheet is empty"), m_file->path());
    m_columns = header->cells;
    m_firstRow = header->next;
    m_headerLine = "\xEF\xBB\xBF" + csvLine(m_columns, outputDelimiter);
    return {};
}

// <workbookPr date1904="1"/>: the sheet counts its days from 1904, as Excel for the Mac did.
base::Result<void> XlsxTable::readWorkbook()
{
    if (!m_archive->has("xl/workbook.xml"))
        return {};
    PFX_ASSIGN(const auto xml, parse("xl/workbook.xml"));
    while (!xml->reader.atEnd()) {
        PFX_TRY(next(*xml));
        if (!xml->reader.isStartElement() || xml->reader.name() != u"workbookPr")
            continue;
        const QStringView written = xml->reader.attributes().value(QLatin1String("date1904"));
        m_firstDay = written == u"1" || written == u"true" ? days1904 : 0;
        break;
    }
    return {};
}

base::Result<void> XlsxTable::readStyles()
{
    if (!m_archive->has("xl/styles.xml"))
        return {};
    PFX_ASSIGN(const auto xml, parse("xl/styles.xml"));
    QHash<int, QString> codes;
    bool inCellFormats = false;
    while (!xml->reader.atEnd()) {
        PFX_TRY(next(*xml));
        const QStringView name = xml->reader.name();
        if (xml->reader.isEndElement() && name == u"cellXfs")
            break;
        if (!xml->reader.isStartElement())
            continue;
        const auto attributes = xml->reader.attributes();
        if (name == u"numFmt" && codes.size() < 10'000)
            codes.insert(attributes.value(QLatin1String("numFmtId")).toInt(), attributes.value(QLatin1String("formatCode")).toString());
        else if (name == u"cellXfs")
            inCellFormats = true;
        else if (name == u"xf" && inCellFormats && m_dateStyles.size() < 100'000) {
            const int id = attributes.value(QLatin1String("numFmtId")).toInt();
            m_dateStyles << isDateFormat(id, codes.value(id));
        }
    }
    return {};
}

base::Result<void> XlsxTable::readSharedStrings(const base::StopToken &stop)
{
    if (!m_archive->has("xl/sharedStrings.xml"))
        return {};
    if (!m_strings.open())
        return base::fail(ErrorCode::StorageFull, m_strings.errorString(), m_strings.fileTemplate());
    PFX_ASSIGN(const auto xml, parse("xl/sharedStrings.xml"));
    QByteArray text;
    bool inText = false;
    bool inPhonetic = false;
    qint64 offset = 0;
    while (!xml->reader.atEnd()) {
        PFX_TRY(next(*xml));
        const QStringView name = xml->reader.name();
        if (xml->reader.isStartElement()) {
            inText = name == u"t" && !inPhonetic;
            inPhonetic = inPhonetic || name == u"rPh";
            if (name == u"si")
                text.clear();
        } else if (xml->reader.isCharacters() && inText) {
            if (text.size() < maxCellCharacters)
                text += xml->reader.text().toUtf8();
        } else if (xml->reader.isEndElement()) {
            inText = false;
            if (name == u"rPh")
                inPhonetic = false;
            if (name != u"si")
                continue;
            if (stop.stop_requested())
                return base::fail(ErrorCode::Cancelled);
            if (m_offsets.size() >= maxStrings)
                return base::fail(ErrorCode::SourceUnreadable, QStringLiteral("too many texts in the XLSX"), m_file->path());
            if (m_strings.write(text) != text.size())
                return base::fail(ErrorCode::StorageFull, m_strings.errorString(), m_strings.fileName());
            m_offsets << offset;
            offset += text.size();
        }
    }
    m_offsets << offset;
    return {};
}

base::Result<QString> XlsxTable::sharedString(qint64 index)
{
    if (index < 0 || index + 1 >= m_offsets.size())
        return QString();
    if (!m_strings.seek(m_offsets[index]))
        return base::fail(ErrorCode::Storage, m_strings.errorString(), m_strings.fileName());
    return QString::fromUtf8(m_strings.read(m_offsets[index + 1] - m_offsets[index]));
}

base::Result<QString> XlsxTable::value(const Cell &cell)
{
    if (cell.type == QLatin1String("s"))
        return sharedString(cell.text.toLongLong());
    if (!cell.type.isEmpty() && cell.type != QLatin1String("n"))
        return cell.text;
    bool number = false;
    const double written = cell.text.toDouble(&number);
    if (!number)
        return cell.text;
    if (cell.style >= 0 && cell.style < m_dateStyles.size() && m_dateStyles[cell.style] && written > 0 && written < 3'000'000)
        return dateText(written + m_firstDay);
    // A phone number kept as a number may come as 7.9991234567E10.
    if (cell.text.contains(u'E', Qt::CaseInsensitive) && std::abs(written) < 1e15)
        return QString::number(written, 'f', std::floor(written) == written ? 0 : 6);
    return cell.text;
}

// Stands on <c>; ends on </c>.
base::Result<void> XlsxTable::readCell(Cell &cell)
{
    bool inValue = false;
    for (;;) {
        PFX_TRY(next(*m_sheet));
        const QXmlStreamReader &reader = m_sheet->reader;
        if (reader.isStartElement()) {
            inValue = reader.name() == u"v" || reader.name() == u"t";
        } else if (reader.isCharacters() && inValue) {
            if (cell.text.size() < maxCellCharacters)
                cell.text += reader.text();
        } else if (reader.isEndElement()) {
            inValue = false;
            if (reader.name() == u"c")
                return {};
        } else if (reader.atEnd()) {
            return {};
        }
    }
}

base::Result<std::optional<QStringList>> XlsxTable::nextRow()
{
    QStringList cells;
    bool inRow = false;
    while (!m_sheet->reader.atEnd()) {
        PFX_TRY(next(*m_sheet));
        const QStringView name = m_sheet->reader.name();
        if (m_sheet->reader.isEndElement() && name == u"row" && !cells.isEmpty())
            return std::optional<QStringList>(std::move(cells));
        if (m_sheet->reader.isEndElement() && name == u"sheetData")
            break;
        if (!m_sheet->reader.isStartElement())
            continue;
        inRow = inRow || name == u"row";
        if (name != u"c" || !inRow)
            continue;
        const auto attributes = m_sheet->reader.attributes();
        Cell cell;
        cell.column = attributes.hasAttribute(QLatin1String("r")) ? columnOf(attributes.value(QLatin1String("r"))) : cells.size();
        cell.type = attributes.value(QLatin1String("t")).toString();
        cell.style = attributes.hasAttribute(QLatin1String("s")) ? attributes.value(QLatin1String("s")).toInt() : -1;
        PFX_TRY(readCell(cell));
        if (cell.column < 0 || cell.column >= maxColumns)
            continue;
        while (cells.size() <= cell.column)
            cells << QString();
        PFX_ASSIGN(cells[cell.column], value(cell));
    }
    return std::optional<QStringList>();
}

base::Result<std::optional<TableRow>> XlsxTable::row(qint64 cursor)
{
    if (!m_sheet || m_at > cursor) {
        PFX_ASSIGN(m_sheet, parse(m_sheetName));
        m_at = 0;
    }
    for (;;) {
        PFX_ASSIGN(std::optional<QStringList> cells, nextRow());
        if (!cells)
            return std::optional<TableRow>();
        if (m_at++ < cursor)
            continue;
        TableRow row;
        row.raw = csvLine(*cells, outputDelimiter);
        row.cells = std::move(*cells);
        row.next = m_at;
        return std::optional<TableRow>(std::move(row));
    }
}

} // namespace pfx::formats
