// SPDX-License-Identifier: GPL-3.0-or-later
// A file byte by byte through a small buffer, from any offset. One thread.
#pragma once

#include "core/formats/source_file.h"

#include <vector>

namespace pfx::formats {

class ByteStream
{
public:
    ByteStream(std::shared_ptr<SourceFile> file, qint64 offset);

    /// The next byte, taken or not; -1 at the end or after a failure.
    int get() { return m_pos < m_length || fill() ? static_cast<unsigned char>(m_buffer[m_pos++]) : -1; }
    int peek() { return m_pos < m_length || fill() ? static_cast<unsigned char>(m_buffer[m_pos]) : -1; }
    qint64 offset() const { return m_base + static_cast<qint64>(m_pos); }

    /// Appends up to and with the line feed (or to the end of the file); what exceeds `limit` bytes is left for the next call.
    void appendLine(QByteArray &out, qsizetype limit);

    const std::optional<base::Error> &failure() const { return m_failure; }

private:
    bool fill();

    std::shared_ptr<SourceFile> m_file;
    std::vector<char> m_buffer;
    size_t m_pos = 0;
    size_t m_length = 0;
    qint64 m_base;
    bool m_finished = false;
    std::optional<base::Error> m_failure;
};

} // namespace pfx::formats
