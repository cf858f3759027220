// SPDX-License-Identifier: GPL-3.0-or-later
// A block of rows as a table that SQLite reads: "INSERT INTO t (…) SELECT c0, c1 … FROM pfx_rows" inserts the whole block in one statement,
// without binding, stepping and closing every cursor once a row (https://www.sqlite.org/vtab.html, "Eponymous-only"). One source belongs to
// one connection and its thread, and must outlive it.
#pragma once

#include "core/store/value.h"

#include <QStringEncoder>

struct sqlite3;
struct sqlite3_context;

namespace pfx::store {

class SqliteRows
{
public:
    static constexpr int maxColumns = 40;

    /// Makes the table known to the connection; SQLite's result code.
    int attach(sqlite3 *db);

    /// What the table consists of from now on; nothing is copied.
    void read(const RowBlock *block) { m_block = block; }

    // For SQLite's callbacks.
    void rewind();
    void next();
    bool atEnd() const { return m_row >= m_count; }
    qsizetype row() const { return m_row; }
    void give(sqlite3_context *to, int column) const;

private:
    void encode();

    struct Text
    {
        qsizetype at = 0, size = -1; ///< Where in m_buffer; -1: the cell is no text.
    };

    const RowBlock *m_block = nullptr;
    qsizetype m_row = 0, m_count = 0, m_width = 0;
    // The texts of one row stand in one buffer until the next row: an allocation a cell would cost more than SQLite needs for the cell.
    // Without a state: half a surrogate pair at the end of a cell must not be completed by the next cell.
    QStringEncoder m_encoder{QStringConverter::Utf8, QStringConverter::Flag::Stateless};
    QByteArray m_buffer;
    Text m_texts[maxColumns];
};

} // namespace pfx::store
