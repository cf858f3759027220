// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite_rows.h"

#include "core/store/sql_text.h"

#include <sqlite3.h>

#include <cstring>
#include <new>

namespace pfx::store {

namespace {

struct Table
{
    sqlite3_vtab base = {}; // first, as SQLite knows only this
    SqliteRows *rows = nullptr;
};

SqliteRows &rowsOf(sqlite3_vtab_cursor *cursor)
{
    return *reinterpret_cast<Table *>(cursor->pVtab)->rows;
}

int connectTable(sqlite3 *db, void *rows, int, const char *const *, sqlite3_vtab **table, char **)
{
    QByteArray sql = "CREATE TABLE x (c0";
    for (int i = 1; i < SqliteRows::maxColumns; ++i)
        sql += ", c" + QByteArray::number(i);
    sql += ')';
    if (const int code = sqlite3_declare_vtab(db, sql.constData()); code != SQLITE_OK)
        return code;
    auto *made = new (std::nothrow) Table{{}, static_cast<SqliteRows *>(rows)};
    if (!made)
        return SQLITE_NOMEM;
    *table = &made->base;
    return SQLITE_OK;
}

int disconnectTable(sqlite3_vtab *table)
{
    delete reinterpret_cast<Table *>(table);
    return SQLITE_OK;
}

int bestIndex(sqlite3_vtab *, sqlite3_index_info *)
{
    return SQLITE_OK;
}

int openCursor(sqlite3_vtab *, sqlite3_vtab_cursor **cursor)
{
    *cursor = new (std::nothrow) sqlite3_vtab_cursor{};
    return *cursor ? SQLITE_OK : SQLITE_NOMEM;
}

int closeCursor(sqlite3_vtab_cursor *cursor)
{
    delete cursor;
    return SQLITE_OK;
}

int filter(sqlite3_vtab_cursor *cursor, int, const char *, int, sqlite3_value **)
{
    rowsOf(cursor).rewind();
    return SQLITE_OK;
}

int next(sqlite3_vtab_cursor *cursor)
{
    rowsOf(cursor).next();
    return SQLITE_OK;
}

int isAtEnd(sqlite3_vtab_cursor *cursor)
{
    return rowsOf(cursor).atEnd() ? 1 : 0;
}

int column(sqlite3_vtab_cursor *cursor, sqlite3_context *context, int index)
{
    rowsOf(cursor).give(context, index);
    return SQLITE_OK;
}

int rowid(sqlite3_vtab_cursor *cursor, sqlite3_int64 *id)
{
    *id = rowsOf(cursor).row();
    return SQLITE_OK;
}

const sqlite3_module &module()
{
    static const sqlite3_module callbacks = [] {
        sqlite3_module made = {};
        made.xConnect = connectTable; // without xCreate it can only be read under its own name
        made.xBestIndex = bestIndex;
        made.xDisconnect = disconnectTable;
        made.xDestroy = disconnectTable;
        made.xOpen = openCursor;
        made.xClose = closeCursor;
        made.xFilter = filter;
        made.xNext = next;
        made.xEof = isAtEnd;
        made.xColumn = column;
        made.xRowid = rowid;
        return made;
    }();
    return callbacks;
}

} // namespace

int SqliteRows::attach(sqlite3 *db)
{
    return sqlite3_create_module_v2(db, "pfx_rows", &module(), this, nullptr);
}

void SqliteRows::rewind()
{
    m_row = 0;
    m_count = m_block ? m_block->rowCount() : 0;
    m_width = m_block ? m_block->columns.size() : 0;
    if (!atEnd())
        encode();
}

void SqliteRows::next()
{
    ++m_row;
    if (!atEnd())
        encode();
}

void SqliteRows::encode()
{
    const Value *const cells = m_block->cells.data() + m_row * m_width;
    qsizetype room = 0;
    for (qsizetype i = 0; i < m_width; ++i) {
        if (const auto *text = std::get_if<QString>(&cells[i]))
            room += m_encoder.requiredSpace(text->size());
    }
    if (room > m_buffer.size())
        m_buffer.resize(room);
    char *const begin = m_buffer.data();
    char *at = begin;
    for (qsizetype i = 0; i < m_width; ++i) {
        const auto *text = std::get_if<QString>(&cells[i]);
        if (!text) {
            m_texts[i].size = -1;
            continue;
        }
        char *const end = m_encoder.appendToBuffer(at, *text);
        m_texts[i] = {at - begin, end - at};
        at = end;
    }
}

void SqliteRows::give(sqlite3_context *to, int index) const
{
    if (index >= m_width)
        return sqlite3_result_null(to);
    const Value &cell = m_block->cells[static_cast<size_t>(m_row * m_width + index)];
    if (const Text &text = m_texts[index]; text.size >= 0) {
        const char *const utf8 = m_buffer.constData() + text.at;
        const auto size = static_cast<sqlite3_uint64>(text.size);
        if (size > 0 && std::memchr(utf8, 0, size)) {
            const QByteArray clean = storableUtf8(*std::get_if<QString>(&cell));
            return sqlite3_result_text64(to, clean.constData(), static_cast<sqlite3_uint64>(clean.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
        }
        return sqlite3_result_text64(to, utf8, size, SQLITE_STATIC, SQLITE_UTF8);
    }
    if (const auto *number = std::get_if<qint64>(&cell))
        return sqlite3_result_int64(to, *number);
    if (const auto *bytes = std::get_if<QByteArray>(&cell))
        return sqlite3_result_blob64(to, bytes->isNull() ? "" : bytes->constData(), static_cast<sqlite3_uint64>(bytes->size()), SQLITE_STATIC);
    return sqlite3_result_null(to);
}

} // namespace pfx::store
