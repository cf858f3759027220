// SPDX-License-Identifier: GPL-3.0-or-later
// `pfxctl serve` as a process that a test starts, ends and kills, on a free port of loopback. The test's thread.
#pragma once

#include "tests/ctl/ctl.h"

namespace pfx::test {

class ServeProcess {
public:
    /// On the profile, store and environment of `ctl`, which outlives it.
    explicit ServeProcess(const Ctl &ctl) : m_ctl(ctl) { }
    ~ServeProcess() { kill(); }

    /// Waits until it listens; what it said instead, else empty.
    QString start(const QStringList &more = {});
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    int port() const { return m_port; }
    void kill();
    /// SIGTERM; the exit status, -1 when it did not end by itself.
    int stop();
    /// What it has printed since its last start.
    QByteArray output();

private:
    const Ctl &m_ctl;
    QProcess m_process;
    QByteArray m_said;
    int m_port = 0;
};

} // namespace pfx::test
