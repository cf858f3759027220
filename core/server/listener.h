// SPDX-License-Identifier: GPL-3.0-or-later
// Accepts sockets and hands them to the guard alone: QAbstractHttpServer, which is bound to it, gets nothing but the HeadFeed that is
// offered. Goes on by itself after the system had no descriptor left. The server's thread only.
#pragma once

#include "core/base/result.h"

#include <QTcpServer>

#include <functional>

namespace pfx::server {

class Listener : public QTcpServer
{
    Q_OBJECT

public:
    using Accepted = std::function<void(qintptr)>;

    explicit Listener(Accepted accepted);

    /// "127.0.0.1:8088". Conflict: in use; StorageReadOnly: no right; Validation: no address of this machine.
    base::Result<void> listenAt(const QString &address);
    void offer(QTcpSocket *feed) { addPendingConnection(feed); }

protected:
    void incomingConnection(qintptr descriptor) override { m_accepted(descriptor); }

private:
    Accepted m_accepted;
};

} // namespace pfx::server
