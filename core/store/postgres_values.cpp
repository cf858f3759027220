// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/postgres_values.h"

#include "core/store/sql_text.h"

#include <libpq-fe.h>

namespace pfx::store {

namespace {

// pg_type.dat; libpq's headers do not carry these.
enum TypeOid : Oid { Bool = 16, Bytea = 17, Int8 = 20, Int2 = 21, Int4 = 23, Numeric = 1700 };

Value columnValue(const pg_result *result, int row, int column)
{
    if (PQgetisnull(result, row, column))
        return {};
    const char *text = PQgetvalue(result, row, column);
    const QByteArrayView view(text, PQgetlength(result, row, column));
    switch (PQftype(result, column)) {
    case Bool:
        return qint64(view.startsWith('t') ? 1 : 0);
    case Int8:
    case Int4:
    case Int2:
        return view.toLongLong();
    case Numeric: {
        // The sum of integers is numeric; a fraction stays text.
        bool whole = false;
        const qint64 number = view.toLongLong(&whole);
        return whole ? Value(number) : Value(QString::fromUtf8(view));
    }
    case Bytea:
        return QByteArray::fromHex(view.sliced(2).toByteArray());
    default:
        return QString::fromUtf8(view);
    }
}

void appendEscaped(QByteArray &out, const QByteArray &utf8)
{
    const char *begin = utf8.constData();
    const char *const end = begin + utf8.size();
    for (const char *at = begin; at != end; ++at) {
        char escape = 0;
        switch (*at) {
        case '\\': escape = '\\'; break;
        case '\n': escape = 'n'; break;
        case '\r': escape = 'r'; break;
        case '\t': escape = 't'; break;
        default: continue;
        }
        out.append(begin, at - begin);
        out.append('\\');
        out.append(escape);
        begin = at + 1;
    }
    out.append(begin, end - begin);
}

} // namespace

void PostgresParams::set(qsizetype index, const Value &value)
{
    const auto i = static_cast<size_t>(index);
    m_null[i] = false;
    m_types[i] = 0;
    m_formats[i] = 0;
    if (const auto *text = std::get_if<QString>(&value)) {
        m_texts[i] = storableUtf8(*text);
    } else if (const auto *number = std::get_if<qint64>(&value)) {
        m_texts[i] = QByteArray::number(*number);
        m_types[i] = Int8;
    } else if (const auto *bytes = std::get_if<QByteArray>(&value)) {
        m_texts[i] = *bytes;
        m_types[i] = Bytea;
        m_formats[i] = 1;
    } else {
        m_null[i] = true;
    }
    m_lengths[i] = static_cast<int>(m_texts[i].size());
}

const char *const *PostgresParams::values()
{
    for (size_t i = 0; i < m_texts.size(); ++i)
        m_values[i] = m_null[i] ? nullptr : m_texts[i].constData();
    return m_values.data();
}

std::shared_ptr<const Row::Columns> columnsOf(const pg_result *result)
{
    Row::Columns columns;
    for (int i = 0; i < PQnfields(result); ++i)
        columns.append(QString::fromUtf8(PQfname(result, i)));
    return std::make_shared<const Row::Columns>(std::move(columns));
}

Row readRow(const pg_result *result, int row, const std::shared_ptr<const Row::Columns> &columns)
{
    const int count = PQnfields(result);
    std::vector<Value> values;
    values.reserve(static_cast<size_t>(count));
    for (int i = 0; i < count; ++i)
        values.push_back(columnValue(result, row, i));
    return Row(columns, std::move(values));
}

void appendCopyRow(QByteArray &out, const Value *cells, qsizetype count)
{
    for (qsizetype i = 0; i < count; ++i) {
        if (i > 0)
            out.append('\t');
        if (const auto *text = std::get_if<QString>(&cells[i]))
            appendEscaped(out, storableUtf8(*text));
        else if (const auto *number = std::get_if<qint64>(&cells[i]))
            out.append(QByteArray::number(*number));
        else if (const auto *bytes = std::get_if<QByteArray>(&cells[i]))
            out.append("\\\\x").append(bytes->toHex());
        else
            out.append("\\N");
    }
    out.append('\n');
}

} // namespace pfx::store
