// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/body_reader.h"

#include <utility>

namespace pfx::server {

namespace {
constexpr qsizetype longestLine = 1024; // a chunk's size with its extension, or one trailer
constexpr qint64 mostTrailerBytes = 8192;
constexpr qint64 reservedAtOnce = 64 * 1024; // what is only announced is not yet worth its memory
} // namespace

void BodyReader::beginLength(qint64 length, qint64 limit)
{
    *this = {};
    m_limit = limit;
    m_announced = length;
    m_left = length;
    m_state = length > 0 ? State::NeedMore : State::Complete;
    if (length > limit)
        refuse(RefusalCode::TooLarge, "body");
    else
        m_body.reserve(qMin(length, reservedAtOnce));
}

void BodyReader::beginChunked(qint64 limit)
{
    *this = {};
    m_limit = limit;
    m_part = Part::ChunkSize;
    m_state = State::NeedMore;
}

QByteArray BodyReader::takeBody()
{
    return std::exchange(m_body, {});
}

void BodyReader::refuse(RefusalCode code, const char *detail)
{
    m_state = State::Refused;
    m_refusal = {code, QString::fromLatin1(detail)};
}

qsizetype BodyReader::feed(QByteArrayView bytes)
{
    qsizetype used = 0;
    while (m_state == State::NeedMore && used < bytes.size()) {
        const QByteArrayView rest = bytes.sliced(used);
        used += m_part == Part::Fixed || m_part == Part::ChunkData ? feedData(rest) : feedLine(rest);
    }
    return used;
}

qsizetype BodyReader::feedData(QByteArrayView bytes)
{
    const auto taken = static_cast<qsizetype>(qMin<qint64>(bytes.size(), m_left));
    m_body.append(bytes.first(taken));
    m_left -= taken;
    if (m_left == 0) {
        if (m_part == Part::Fixed)
            m_state = State::Complete;
        else
            m_part = Part::ChunkEnd;
    }
    return taken;
}

qsizetype BodyReader::feedLine(QByteArrayView bytes)
{
    const qsizetype newline = bytes.indexOf('\n');
    const qsizetype taken = newline < 0 ? bytes.size() : newline + 1;
    if (m_line.size() + taken > longestLine) {
        refuse(RefusalCode::Malformed, "chunk");
        return taken;
    }
    m_line.append(bytes.first(taken));
    if (newline < 0)
        return taken;
    if (!m_line.endsWith("\r\n")) {
        refuse(RefusalCode::Malformed, "chunk");
        return taken;
    }
    const QByteArray line = std::exchange(m_line, {});
    onLine(QByteArrayView(line).chopped(2));
    return taken;
}

void BodyReader::onLine(QByteArrayView line)
{
    if (m_part == Part::ChunkEnd) {
        m_part = Part::ChunkSize;
        if (!line.isEmpty())
            refuse(RefusalCode::Malformed, "chunk");
        return;
    }
    if (m_part == Part::Trailer) {
        m_trailerBytes += line.size();
        if (line.isEmpty())
            m_state = State::Complete;
        else if (m_trailerBytes > mostTrailerBytes)
            refuse(RefusalCode::TooLarge, "trailer");
        return;
    }
    const qsizetype extension = line.indexOf(';');
    const QByteArrayView digits = extension < 0 ? line : line.first(extension).trimmed();
    qint64 size = 0;
    for (const char c : digits) {
        const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
        if (digit < 0 || digits.size() > 15) {
            refuse(RefusalCode::Malformed, "chunk");
            return;
        }
        size = size * 16 + digit;
    }
    if (digits.isEmpty()) {
        refuse(RefusalCode::Malformed, "chunk");
        return;
    }
    m_announced += size;
    m_left = size;
    if (m_announced > m_limit)
        refuse(RefusalCode::TooLarge, "body");
    else
        m_part = size == 0 ? Part::Trailer : Part::ChunkData;
}

} // namespace pfx::server
