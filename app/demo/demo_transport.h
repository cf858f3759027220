// SPDX-License-Identifier: GPL-3.0-or-later
// The seam of core/http in the demonstration: what goes to the demonstration's account is answered by the Planfix in memory, messages by the
// provider in memory, what goes to this computer (our own server, which the page «SMS» calls) goes there, everything else is refused unsent.
// Nothing leaves the machine. One a thread, over one Planfix for all.
#pragma once

#include "app/demo/demo_smsc.h"
#include "app/demo/planfix/planfix.h"
#include "core/http/network_transport.h"
#include "core/http/transport.h"

namespace pfx::app {

class DemoTransport : public http::Transport {
public:
    /// `host`: of the account; the services outlive the transport.
    DemoTransport(fake::Planfix &planfix, QString host, DemoSmsc &smsc) : m_planfix(planfix), m_host(std::move(host)), m_smsc(smsc) { }

    /// Network (surely not arrived) for every other host.
    base::Result<http::Response> exchange(const http::Request &request, const base::StopToken &stop) override;

private:
    fake::Planfix &m_planfix;
    const QString m_host;
    DemoSmsc &m_smsc;
    http::NetworkTransport m_thisComputer;
};

} // namespace pfx::app
