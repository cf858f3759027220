// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/context.h"

#include "app/ctl/terminal.h"
#include "app/profile/secrets.h"
#include "app/profile/store_place.h"

#include <cstdio>

namespace pfx::ctl {

using base::Result;

Context::Context(QString profile, QString storeUrl, bool json)
    : m_profile(std::move(profile)), m_storeUrl(std::move(storeUrl)), m_json(json), m_terminal(isTerminal(stderr))
{
}

Context::~Context() = default;

Result<app::Profile> Context::profile() const
{
    return app::chooseProfile(m_profile, m_storeUrl);
}

Result<store::Store *> Context::store(const base::StopToken &stop)
{
    if (!m_store) {
        PFX_ASSIGN(const app::Profile chosen, profile());
        PFX_ASSIGN(secrets::SecretStore *const keys, secrets());
        PFX_ASSIGN(m_store, app::openStore(chosen, *keys, m_clock, stop));
    }
    return m_store.get();
}

Result<store::Connection *> Context::db()
{
    if (!m_db) {
        PFX_ASSIGN(store::Store * opened, store());
        PFX_ASSIGN(m_db, opened->connect());
    }
    return m_db.get();
}

Result<secrets::SecretStore *> Context::secrets()
{
    if (!m_secrets) {
        PFX_ASSIGN(const app::Profile chosen, profile());
        m_secrets = std::make_unique<app::Secrets>(chosen);
    }
    return &m_secrets->store();
}

void Context::out(const QByteArray &utf8)
{
    const auto size = static_cast<size_t>(utf8.size());
    m_whole = std::fwrite(utf8.constData(), 1, size, stdout) == size && m_whole;
}

void Context::message(const QString &text)
{
    progress(QString());
    const QByteArray utf8 = text.toUtf8() + '\n';
    std::fwrite(utf8.constData(), 1, static_cast<size_t>(utf8.size()), stderr);
}

void Context::progress(const QString &text)
{
    if (!m_terminal || (text.isEmpty() && m_progressWidth == 0))
        return;
    const QByteArray utf8 = '\r' + text.leftJustified(m_progressWidth).toUtf8() + (text.isEmpty() ? "\r" : "");
    m_progressWidth = text.size();
    std::fwrite(utf8.constData(), 1, static_cast<size_t>(utf8.size()), stderr);
    std::fflush(stderr);
}

} // namespace pfx::ctl
