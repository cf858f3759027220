// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers one request body from raw bytes, of a known length or in chunks (RFC 9112 §7.1), and never takes more than the limit. Chunk
// extensions and trailers are read over. Any one thread.
#pragma once

#include "core/server/refusal.h"

#include <QByteArray>
#include <QByteArrayView>

namespace pfx::server {

class BodyReader
{
public:
    enum class State { NeedMore, Complete, Refused };

    void beginLength(qint64 length, qint64 limit);
    void beginChunked(qint64 limit);

    /// Takes from the front of `bytes`; returns how many were used.
    qsizetype feed(QByteArrayView bytes);

    State state() const { return m_state; }
    const Refusal &refusal() const { return m_refusal; }
    /// What the body is known to be at least.
    qint64 size() const { return m_announced; }
    QByteArray takeBody();

private:
    enum class Part { Fixed, ChunkSize, ChunkData, ChunkEnd, Trailer };

    qsizetype feedData(QByteArrayView bytes);
    qsizetype feedLine(QByteArrayView bytes);
    void onLine(QByteArrayView line);
    void refuse(RefusalCode code, const char *detail);

    State m_state = State::Complete;
    Part m_part = Part::Fixed;
    Refusal m_refusal;
    QByteArray m_body;
    QByteArray m_line;
    qint64 m_limit = 0;
    qint64 m_left = 0; ///< Of the body or the chunk.
    qint64 m_announced = 0;
    qint64 m_trailerBytes = 0;
};

} // namespace pfx::server
