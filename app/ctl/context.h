// SPDX-License-Identifier: GPL-3.0-or-later
// What a command works with: the two outputs, the store (opened when first asked for), the clock and the person's wish to stop. Owned by
// main; main thread.
#pragma once

#include "app/ctl/stop_signal.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/secrets/secret_store.h"
#include "core/store/store.h"

#include <memory>

namespace pfx::app {
class Secrets;
struct Profile;
}

namespace pfx::ctl {

class Context {
public:
    /// `json`: the person asked for one JSON document on stdout and nothing else.
    Context(QString profile, QString storeUrl, bool json);
    ~Context();

    bool json() const { return m_json; }
    const base::Clock &clock() const { return m_clock; }
    StopSignal &stopSignal() { return m_stopSignal; }

    base::Result<app::Profile> profile() const;
    /// A stop breaks off the opening (Cancelled) where it builds what a killed program has left.
    base::Result<store::Store *> store(const base::StopToken &stop = {});
    /// The main thread's reading connection.
    base::Result<store::Connection *> db();

    /// The environment's and, behind them, the keychain's.
    base::Result<secrets::SecretStore *> secrets();

    /// The command's result: stdout.
    void out(const QByteArray &utf8);
    void out(const QString &text) { out(text.toUtf8()); }
    void line(const QString &text) { out(text + QLatin1Char('\n')); }
    /// Messages beside the result: stderr.
    void message(const QString &text);
    /// A progress line that overwrites itself; nothing when stderr is no terminal. An empty text takes the line away.
    void progress(const QString &text);
    /// False when something could not be written (a full disk, a closed pipe).
    bool outputIsWhole() const { return m_whole; }

private:
    QString m_profile, m_storeUrl;
    bool m_json;
    bool m_terminal;
    bool m_whole = true;
    qsizetype m_progressWidth = 0;
    base::SystemClock m_clock;
    StopSignal m_stopSignal;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<store::Connection> m_db;
    std::unique_ptr<app::Secrets> m_secrets;
};

} // namespace pfx::ctl
