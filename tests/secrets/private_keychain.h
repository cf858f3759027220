// SPDX-License-Identifier: GPL-3.0-or-later
// A D-Bus session of its own with a real gnome-keyring in it, in a home of its own; nothing of the person's session is touched. One thread.
#pragma once

#include "core/base/result.h"

#include <QProcess>
#include <QTemporaryDir>

namespace pfx::test {

class PrivateKeychain
{
public:
    PrivateKeychain() = default;
    ~PrivateKeychain();
    PrivateKeychain(const PrivateKeychain &) = delete;
    PrivateKeychain &operator=(const PrivateKeychain &) = delete;

    /// A bus without any service.
    base::Result<void> startBus();
    /// With the password of the login keyring, or locked.
    base::Result<void> startKeyring(bool unlocked);
    void stopKeyring();
    /// It is there, but answers nobody, as one that waits for a person.
    void freezeKeyring();

    /// For programs that are to use it.
    QProcessEnvironment environment() const;

private:
    base::Result<void> waitForOwner();
    static void end(QProcess &process);

    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_keyring;
    QString m_address;
};

} // namespace pfx::test
