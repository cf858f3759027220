// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/html_table.h"

#include <array>
#include <cctype>

namespace pfx::formats {

using base::ErrorCode;

namespace {

constexpr char outputDelimiter = ';';
constexpr qsizetype maxTagBytes = 4096;

QChar namedEntity(QStringView name)
{
    struct Pair
    {
        QStringView name;
        char16_t character;
    };
    static constexpr std::array pairs{Pair{u"amp", u'&'}, Pair{u"lt", u'<'}, Pair{u"gt", u'>'}, Pair{u"quot", u'"'}, Pair{u"apos", u'\''},
                                      Pair{u"nbsp", u' '}, Pair{u"laquo", u'«'}, Pair{u"raquo", u'»'}, Pair{u"mdash", u'—'}, Pair{u"ndash", u'–'}};
    for (const Pair &pair : pairs) {
        if (name == pair.name)
            return pair.character;
    }
    return {};
}

QString numberedEntity(QStringView digits)
{
    const bool hex = digits.startsWith(u'x') || digits.startsWith(u'X');
    bool good = false;
    const uint code = hex ? digits.sliced(1).toUInt(&good, 16) : digits.toUInt(&good);
    if (!good || code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        return QString(QChar::ReplacementCharacter);
    const char32_t character = code;
    return QString::fromUcs4(&character, 1);
}

} // namespace

QString decodeEntities(const QString &text)
{
    qsizetype at = text.indexOf(u'&');
    if (at < 0)
        return text;
    QString out;
    qsizetype done = 0;
    for (; at >= 0; at = text.indexOf(u'&', at)) {
        const qsizetype end = text.indexOf(u';', at);
        if (end < 0)
            break;
        const QStringView name = QStringView(text).sliced(at + 1, end - at - 1);
        QString replacement;
        if (name.size() > 1 && name.size() < 12 && name[0] == u'#')
            replacement = numberedEntity(name.sliced(1));
        else if (const QChar c = namedEntity(name); !c.isNull())
            replacement = c;
        if (replacement.isEmpty()) {
            ++at;
            continue;
        }
        out += QStringView(text).sliced(done, at - done);
        out += replacement;
        at = done = end + 1;
    }
    out += QStringView(text).sliced(done);
    return out;
}

QString HtmlTable::encoding() const
{
    return m_encoding == Encoding::Utf8 ? QStringLiteral("UTF-8") : QStringLiteral("windows-1251");
}

base::Result<void> HtmlTable::open(const base::StopToken &)
{
    QByteArray head(2048, Qt::Uninitialized);
    PFX_ASSIGN(const qint64 got, m_file->readAt(0, head.data(), head.size()));
    head.truncate(got);
    if (head.toLower().contains("charset=windows-1251") || head.toLower().contains("charset=\"windows-1251"))
        m_encoding = Encoding::Windows1251;
    qint64 cursor = 0;
    for (;;) {
        PFX_ASSIGN(std::optional<TableRow> header, row(cursor));
        if (!header) {
            QString title = decode(head, m_encoding);
            const qsizetype begin = title.indexOf(QLatin1String("<title>"), 0, Qt::CaseInsensitive);
            const qsizetype end = title.indexOf(QLatin1String("</title>"), 0, Qt::CaseInsensitive);
            title = begin >= 0 && end > begin ? title.mid(begin + 7, end - begin - 7).simplified() : QString();
            if (title.isEmpty())
                return base::fail(ErrorCode::SourceUnreadable, QStringLiteral("this is a web page without a table"), m_file->path());
            return base::fail(ErrorCode::SourceUnreadable, QStringLiteral("this is a web page without a table (%1)").arg(title), m_file->path());
        }
        cursor = header->next;
        if (header->cells.size() > 1) {
            m_columns = header->cells;
            m_firstRow = cursor;
            m_headerLine = "\xEF\xBB\xBF" + csvLine(m_columns, outputDelimiter);
            return {};
        }
    }
}

// Behind "<".
HtmlTable::Tag HtmlTable::readTag()
{
    QByteArray text;
    char quote = 0;
    for (int c = m_stream->get(); c != -1; c = m_stream->get()) {
        if (quote != 0) {
            if (c == quote)
                quote = 0;
        } else if (c == '>') {
            if (!text.startsWith("!--") || text.endsWith("--"))
                break;
        } else if ((c == '"' || c == '\'') && !text.startsWith('!')) {
            quote = static_cast<char>(c);
        }
        if (text.size() < maxTagBytes)
            text += static_cast<char>(c);
    }
    Tag tag;
    text = text.toLower();
    qsizetype end = text.startsWith('/') ? 1 : 0;
    while (end < text.size() && std::isalnum(static_cast<unsigned char>(text[end])))
        ++end;
    tag.name = text.left(end);
    if (const qsizetype at = text.indexOf("colspan="); at >= 0) {
        QByteArray digits = text.mid(at + 8, 6);
        digits.replace('"', "").replace('\'', "");
        qsizetype length = 0;
        while (length < digits.size() && digits[length] >= '0' && digits[length] <= '9')
            ++length;
        tag.colspan = qBound(1, digits.left(length).toInt(), 100);
    }
    return tag;
}

void HtmlTable::closeCell()
{
    if (!m_inCell)
        return;
    m_inCell = false;
    QString text = decodeEntities(decode(m_cell, m_encoding));
    m_cell.clear();
    for (int i = 0; i < m_colspan && m_cells.size() < maxColumns; ++i)
        m_cells << (i == 0 ? text.trimmed() : QString());
}

base::Result<std::optional<TableRow>> HtmlTable::row(qint64 cursor)
{
    if (!m_stream || m_stream->offset() != cursor)
        m_stream = std::make_unique<ByteStream>(m_file, cursor);
    m_cells.clear();
    m_cell.clear();
    m_inCell = false;
    qsizetype bytes = 0;
    bool ended = false;
    bool skipping = false; // Inside <style> or <script>.
    while (!ended) {
        const int c = m_stream->get();
        if (c == -1) {
            if (m_stream->failure())
                return base::fail(*m_stream->failure());
            if (m_columns.size() > 1 && bytes <= maxRowBytes)
                return base::fail(ErrorCode::SourceUnreadable, QStringLiteral("the file ends in the middle of the table"), m_file->place(m_stream->offset()));
            break;
        }
        if (c != '<') {
            if (m_inCell && !skipping && ++bytes <= maxRowBytes)
                m_cell += static_cast<char>(c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
            continue;
        }
        const Tag tag = readTag();
        if (tag.name == "style" || tag.name == "script") {
            skipping = true;
        } else if (tag.name == "/style" || tag.name == "/script") {
            skipping = false;
        } else if (tag.name == "td" || tag.name == "th") {
            closeCell();
            m_inCell = true;
            m_colspan = tag.colspan;
        } else if (tag.name == "/td" || tag.name == "/th") {
            closeCell();
        } else if (tag.name == "/tr" || tag.name == "tr" || tag.name == "/table") {
            closeCell();
            ended = !m_cells.isEmpty();
            if (tag.name == "/table" && m_columns.size() > 1 && !ended)
                return std::optional<TableRow>();
        } else if (tag.name == "br" && m_inCell) {
            m_cell += '\n';
        }
    }
    if (bytes > maxRowBytes)
        return base::fail(ErrorCode::SourceUnreadable, QStringLiteral("a row longer than %1 MiB").arg(maxRowBytes / (1024 * 1024)), m_file->place(cursor));
    closeCell();
    if (m_cells.isEmpty())
        return std::optional<TableRow>();
    TableRow row;
    row.next = m_stream->offset();
    row.raw = csvLine(m_cells, outputDelimiter);
    row.cells = std::move(m_cells);
    m_cells = {};
    return std::optional<TableRow>(std::move(row));
}

} // namespace pfx::formats
