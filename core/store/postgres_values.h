// SPDX-License-Identifier: GPL-3.0-or-later
// Values to and from what libpq carries: parameters of a statement, columns of an answer, lines of COPY. Pure functions; any thread.
#pragma once

#include "core/store/value.h"

#include <vector>

struct pg_result;

namespace pfx::store {

/// The arrays that PQsendQueryParams wants. Integers and bytes say their type, texts leave it to the server to infer.
class PostgresParams
{
public:
    explicit PostgresParams(qsizetype count) : m_texts(static_cast<size_t>(count)) {}
    void set(qsizetype index, const Value &value);

    int count() const { return static_cast<int>(m_texts.size()); }
    /// Valid until the next set().
    const char *const *values();
    const int *lengths() const { return m_lengths.data(); }
    const int *formats() const { return m_formats.data(); }
    const unsigned int *types() const { return m_types.data(); }

private:
    std::vector<QByteArray> m_texts;
    std::vector<bool> m_null = std::vector<bool>(m_texts.size(), true);
    std::vector<const char *> m_values = std::vector<const char *>(m_texts.size(), nullptr);
    std::vector<int> m_lengths = std::vector<int>(m_texts.size(), 0);
    std::vector<int> m_formats = std::vector<int>(m_texts.size(), 0);
    std::vector<unsigned int> m_types = std::vector<unsigned int>(m_texts.size(), 0);
};

std::shared_ptr<const Row::Columns> columnsOf(const pg_result *result);
Row readRow(const pg_result *result, int row, const std::shared_ptr<const Row::Columns> &columns);

/// One row in COPY's text form (manual, COPY, "Text Format"), with its line end.
void appendCopyRow(QByteArray &out, const Value *cells, qsizetype count);

} // namespace pfx::store
