// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/head_feed.h"

#include <cstring>

namespace pfx::server {

HeadFeed::HeadFeed()
{
    setSocketState(ConnectedState);
    setPeerAddress(QHostAddress(QHostAddress::LocalHost));
    setOpenMode(ReadWrite);
}

void HeadFeed::give(const QByteArray &bytes)
{
    m_bytes = bytes;
    m_at = 0;
    emit readyRead();
}

qint64 HeadFeed::bytesAvailable() const
{
    return QIODevice::bytesAvailable() + m_bytes.size() - m_at;
}

qint64 HeadFeed::readData(char *data, qint64 most)
{
    const qint64 taken = qMin<qint64>(most, m_bytes.size() - m_at);
    if (taken > 0)
        std::memcpy(data, m_bytes.constData() + m_at, static_cast<std::size_t>(taken));
    m_at += taken;
    return taken;
}

} // namespace pfx::server
