// SPDX-License-Identifier: GPL-3.0-or-later
// The program's secrets: those of the environment and, behind them, those of the system's keychain. One a process, made once. Its store may
// be used from any thread.
#pragma once

#include "app/profile/profile.h"
#include "core/secrets/environment_secrets.h"
#include "core/secrets/keychain_secrets.h"
#include "core/secrets/secret_chain.h"

namespace pfx::app {

class Secrets {
public:
    explicit Secrets(const Profile &profile);

    secrets::SecretStore &store() { return m_chain; }
    /// Nobody waits for the keychain's dialog any longer: those who ask are to end.
    void abandon() { m_keychain.abandon(); }
    void resume() { m_keychain.resume(); }

private:
    secrets::EnvironmentSecrets m_environment;
    secrets::KeychainSecrets m_keychain;
    secrets::SecretChain m_chain;
};

} // namespace pfx::app
