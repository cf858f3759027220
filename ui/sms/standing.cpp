// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sms/standing.h"

#include "core/sms/routes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

namespace pfx::ui {

using base::Result;

namespace {

/// Where a server that listens on every address is reached from this computer.
QString reachable(const QString &address)
{
    if (address.startsWith(QLatin1String("0.0.0.0:")))
        return QStringLiteral("127.0.0.1") + address.mid(7);
    if (address.startsWith(QLatin1String("[::]:")))
        return QStringLiteral("[::1]") + address.mid(4);
    return address;
}

} // namespace

StandingState::Missing StandingState::missing() const
{
    if (facts.secretsError)
        return Missing::Secrets;
    if (reach == Reach::NoServer)
        return Missing::Server;
    if (facts.credentials.isEmpty())
        return Missing::Credential;
    return firstProvider() ? Missing::Nothing : Missing::Provider;
}

const ProviderView *StandingState::provider(const QString &name) const
{
    const auto at = std::find_if(facts.providers.cbegin(), facts.providers.cend(), [&name](const ProviderView &one) { return one.name == name; });
    return at == facts.providers.cend() ? nullptr : &*at;
}

const ProviderView *StandingState::firstProvider() const
{
    const auto at = std::find_if(facts.providers.cbegin(), facts.providers.cend(), [](const ProviderView &one) { return one.isUsable(); });
    return at == facts.providers.cend() ? nullptr : &*at;
}

QStringList StandingState::senders() const
{
    QStringList names;
    for (const QJsonValue &one : QJsonDocument::fromJson(facts.rules.value(QStringLiteral("sms.senders")).toUtf8()).array())
        names.append(one.toString());
    return names;
}

int StandingState::attention() const
{
    const auto standing = std::count_if(facts.providers.cbegin(), facts.providers.cend(), [](const ProviderView &one) { return one.needsPerson(); });
    return int(std::min<qint64>(numbers.counts.unknown + standing, 999));
}

Standing::Standing(SmsService &service, Live *live, QObject *parent) : QObject(parent), m_service(service), m_live(live)
{
    if (live) {
        connect(live, &Live::changed, this, [this] {
            look();
            emit changed();
        });
    }
    look();
}

void Standing::look()
{
    const ServerState server = m_live ? m_live->server() : ServerState();
    const QString local = server.isListening()
        ? (server.tls ? QStringLiteral("https://") : QStringLiteral("http://")) + reachable(server.address)
        : QString();
    QString outside = server.publicUrl;
    if (outside.endsWith(QLatin1Char('/')))
        outside.chop(1);
    using Reach = StandingState::Reach;
    // A public address without a server here: another program on this store serves it.
    m_state.reach = !outside.isEmpty() ? Reach::Public : server.isListening() ? Reach::LocalOnly : Reach::NoServer;
    const QString base = outside.isEmpty() ? local : outside;
    m_state.address = base.isEmpty() ? QString() : base + sms::smsPath;
    // The certificate is made out to the public name.
    const QString called = local.isEmpty() || (server.tls && !outside.isEmpty()) ? outside : local;
    m_state.callAddress = called.isEmpty() ? QString() : called + sms::smsPath;
}

void Standing::take(SmsNumbers numbers)
{
    m_state.numbers = std::move(numbers);
    for (ProviderView &view : m_state.facts.providers) {
        for (const sms::ProviderState &state : std::as_const(m_state.numbers.states)) {
            if (state.name == view.name)
                view.state = state;
        }
    }
}

void Standing::reload()
{
    m_service.facts(this, [this](Result<SmsFacts> facts) {
        m_state.error.reset();
        if (facts) {
            m_state.facts = std::move(*facts);
            m_state.body = StandingState::Body::Shown;
        } else {
            m_state.error = std::move(facts.error());
            m_state.body = StandingState::Body::Failed;
        }
        look();
        refresh();
        emit changed();
    });
}

void Standing::refresh()
{
    m_service.numbers(this, [this](Result<SmsNumbers> numbers) {
        if (numbers) // the next one comes by itself; reload() tells of a store that does not answer
            take(std::move(*numbers));
        emit changed();
    });
}

} // namespace pfx::ui
