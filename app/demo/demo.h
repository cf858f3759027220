// SPDX-License-Identifier: GPL-3.0-or-later
// planfix-console --demo: a profile in a temporary folder, secrets in memory, a Planfix and a provider of
// messages in memory. Nothing leaves the machine, and nothing is
// left when it goes. Made on the main thread; fill() is called once, on any thread; the rest from any.
#pragma once

#include "app/demo/demo_smsc.h"
#include "app/demo/memory_secrets.h"
#include "app/demo/planfix/planfix.h"
#include "app/profile/profile.h"
#include "app/runtime/runtime.h"

#include <QTemporaryDir>

namespace pfx::app {

class Demo {
public:
    explicit Demo(const base::Clock &clock);
    Demo(const Demo &) = delete;
    Demo &operator=(const Demo &) = delete;

    /// StorageReadOnly when there is no room for a temporary folder.
    base::Result<Profile> profile() const;
    /// The samples, into the profile's new store.
    base::Result<void> fill(store::Store &store);
    secrets::SecretStore &secrets() { return m_secrets; }
    /// No network, nothing of the environment, a free port of this computer.
    RuntimeOptions runtimeOptions();
    fake::Planfix &planfix() { return m_planfix; }

private:
    const base::Clock &m_clock;
    QTemporaryDir m_folder;
    MemorySecrets m_secrets;
    fake::Planfix m_planfix;
    DemoSmsc m_smsc;
};

} // namespace pfx::app
