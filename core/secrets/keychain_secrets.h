// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets in the system's keychain, by QtKeychain: Secret Service or KWallet on Linux, the credential store on Windows, the keychain of macOS;
// never in a file in clear. QtKeychain needs an event loop (on Linux GLib's): it has a thread of its own here, so any thread may call, one
// waits for the other. One a process, made once: QtKeychain's queue stays on the thread that used it first. A locked keychain answers "not
// found" to a reader; "none" is believed only after a writing probe, which may ask the person for a password. So nobody is asked before
// something was kept: until then "not found" is enough.
#pragma once

#include "core/secrets/secret_store.h"

#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace QKeychain {
class Job;
}

namespace pfx::secrets {

class KeychainSecrets : public SecretStore
{
public:
    /// `service`: under which name the entries stand ("planfix-console", with the profile when it is not the default one). `patienceMs`: how
    /// long a person may take to unlock. `marker`: an empty file that exists since the first secret was kept; without a path none is
    /// believed to be the first.
    explicit KeychainSecrets(QString service, qint64 patienceMs = 120'000, QString marker = {});
    ~KeychainSecrets() override;

    base::Result<std::optional<Secret>> read(const QString &name) override;
    base::Result<void> write(const QString &name, const Secret &value) override;
    base::Result<void> remove(const QString &name) override;
    base::Result<QStringList> names() override;
    base::Result<void> probe() override;

    /// Whoever waits for the keychain, or asks it from now on, gets trouble::locked at once: who asks is to end. Any thread.
    void abandon() { m_abandoned = true; }
    /// It may be waited for again. Any thread.
    void resume() { m_abandoned = false; }

private:
    struct Outcome;
    using Make = std::function<QKeychain::Job *(const QString &service)>;

    base::Result<Outcome> run(const Make &make);
    base::Result<std::optional<Secret>> readEntry(const QString &key);
    base::Result<void> writeEntry(const QString &key, const QString &text);
    base::Result<void> removeEntry(const QString &key);
    base::Result<void> probeEntry();
    bool neverKept() const;
    base::Result<void> noteKept() const;
    base::Result<QStringList> index();

    const QString m_service;
    const qint64 m_patienceMs;
    const QString m_marker;
    std::atomic<bool> m_abandoned = false;
    std::mutex m_mutex; ///< One call at a time.
    QThread m_thread;
    std::unique_ptr<QObject> m_worker; ///< Lives on the thread.
};

} // namespace pfx::secrets
