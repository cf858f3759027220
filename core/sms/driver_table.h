// SPDX-License-Identifier: GPL-3.0-or-later
// The drivers there are, by the names that the setting provider.<name>.driver takes. A table; any thread.
#pragma once

#include "core/server/request.h"
#include "core/server/response.h"
#include "core/sms/driver.h"

namespace pfx::sms {

/// What a provider POSTs to our address.
struct Callback {
    std::vector<Receipt> receipts;
    server::Response answer; ///< What the provider wants to hear once they are stored.
};

struct DriverKind {
    QString name;
    QString defaultUrl; ///< Empty when there must be one in the settings.
    double perSecond = 0; ///< Its pace when the settings have none; 0: as fast as it goes.
    /// Validation for a configuration that cannot work: `where` is the setting's last part ("url", "options.method") or the secret's.
    base::Result<std::unique_ptr<Driver>> (*make)(const ProviderConfig &, const DriverTools &, DriverEvents &) = nullptr;
    /// Pure, on the server's thread. Null when the provider calls nobody back.
    base::Result<Callback> (*readCallback)(const ProviderConfig &, const server::Request &) = nullptr;
    bool wantsUrl = false; ///< It is nowhere without an address of the settings.
    QStringList access = {}; ///< Which of "login", "password" and "key" it can use; a person is asked for these.
};

const std::vector<DriverKind> &driverKinds();
/// Null when there is no such driver.
const DriverKind *findDriver(const QString &name);

} // namespace pfx::sms
