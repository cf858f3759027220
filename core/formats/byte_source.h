// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes that are read by position: a file, or a text that is in memory already. One thread at a time.
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <algorithm>
#include <cstring>

namespace pfx::formats {

class ByteSource
{
public:
    ByteSource() = default;
    virtual ~ByteSource() = default;
    ByteSource(const ByteSource &) = delete;
    ByteSource &operator=(const ByteSource &) = delete;

    /// Bytes read, 0 at the end. SourceUnreadable when the medium refuses.
    virtual base::Result<qint64> readAt(qint64 offset, char *buffer, qint64 bytes) = 0;
};

/// Shares the bytes with whoever gave them.
class MemorySource : public ByteSource
{
public:
    explicit MemorySource(QByteArray bytes) : m_bytes(std::move(bytes)) {}

    base::Result<qint64> readAt(qint64 offset, char *buffer, qint64 bytes) override
    {
        const qint64 got = std::clamp<qint64>(m_bytes.size() - offset, 0, bytes);
        if (got > 0)
            std::memcpy(buffer, m_bytes.constData() + offset, static_cast<size_t>(got));
        return got;
    }

private:
    const QByteArray m_bytes;
};

} // namespace pfx::formats
