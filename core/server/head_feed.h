// SPDX-License-Identifier: GPL-3.0-or-later
// A socket without a network: what QAbstractHttpServer reads from is what give() was handed. The server's thread only.
#pragma once

#include <QTcpSocket>

namespace pfx::server {

class HeadFeed : public QTcpSocket
{
    Q_OBJECT

public:
    HeadFeed();

    /// The reader takes all of it before this returns.
    void give(const QByteArray &bytes);
    /// The reader has refused something: it must not be used again.
    bool isBroken() const { return m_broken; }

    qint64 bytesAvailable() const override;
    void disconnectFromHost() override { m_broken = true; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64 size) override { return size; }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
    bool m_broken = false;
};

} // namespace pfx::server
