// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/byte_stream.h"

#include <cstring>

namespace pfx::formats {

ByteStream::ByteStream(std::shared_ptr<SourceFile> file, qint64 offset) : m_file(std::move(file)), m_buffer(128 * 1024), m_base(offset) {}

bool ByteStream::fill()
{
    if (m_finished)
        return false;
    m_base += static_cast<qint64>(m_length);
    m_pos = 0;
    m_length = 0;
    const auto got = m_file->readAt(m_base, m_buffer.data(), static_cast<qint64>(m_buffer.size()));
    if (!got)
        m_failure = got.error();
    else
        m_length = static_cast<size_t>(*got);
    m_finished = m_length == 0;
    return !m_finished;
}

void ByteStream::appendLine(QByteArray &out, qsizetype limit)
{
    qsizetype left = limit;
    while (left > 0 && (m_pos < m_length || fill())) {
        const size_t available = std::min(m_length - m_pos, static_cast<size_t>(left));
        const char *const begin = m_buffer.data() + m_pos;
        const auto *const feed = static_cast<const char *>(std::memchr(begin, '\n', available));
        const size_t taken = feed ? static_cast<size_t>(feed - begin) + 1 : available;
        out.append(begin, static_cast<qsizetype>(taken));
        m_pos += taken;
        left -= static_cast<qsizetype>(taken);
        if (feed)
            return;
    }
}

} // namespace pfx::formats
