// SPDX-License-Identifier: GPL-3.0-or-later
// Tells the company's site of a changed order: POSTs the order as `order show` prints it to orders.callback-url, signed with
// orders.callback-key. The dispatcher's handler of that service; its thread only.
#pragma once

#include "core/orders/planfix_desk.h"

namespace pfx::orders {

/// "sha256=<hex>": HMAC-SHA256 of the body (header X-Signature).
QByteArray signature(const QByteArray &body, const QByteArray &key);

class SiteTeller : public exchange::Handler {
public:
    explicit SiteTeller(const Office &office) : m_desk(office) { }

    exchange::Outcome handle(const exchange::Job &job, const base::StopToken &stop) override;

private:
    base::Result<exchange::Done> tell(const exchange::Job &job, const base::StopToken &stop);

    PlanfixDesk m_desk;
};

} // namespace pfx::orders
