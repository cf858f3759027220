// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_setup/fake_live.h"

#include "core/orders/order_effects.h"
#include "core/texts/order_texts.h"

#include <QJsonDocument>
#include <QUrlQuery>

namespace pfx::test {

namespace {

exchange::DispatcherOptions quick()
{
    exchange::DispatcherOptions options;
    options.retry.baseMs = 10;
    options.poll = std::chrono::milliseconds(50);
    options.storePause = std::chrono::milliseconds(1);
    return options;
}

http::ClientOptions withoutWaiting(FakeClock &clock)
{
    http::ClientOptions options;
    options.pause = [&clock](qint64 ms, const base::StopToken &) { clock.advance(ms); };
    options.chance = [] { return 0.5; };
    return options;
}

/// The account's host leads to the fake, the public address to this program, anything else nowhere.
class Network : public http::Transport {
public:
    Network(FakeLive &live, fake::FakePlanfix &planfix, FakeClock &clock) : m_live(live), m_planfix(planfix, clock) { }

    base::Result<http::Response> exchange(const http::Request &request, const base::StopToken &stop) override
    {
        const QString host = request.url.host();
        if (host.endsWith(QLatin1String("planfix.ru")))
            return m_planfix.exchange(request, stop);
        if (host != publicHost || !m_live.leadsHere)
            return base::fail(base::ErrorCode::Network, QStringLiteral("connection refused"));
        const QJsonObject health{{QStringLiteral("nonce"), QUrlQuery(request.url).queryItemValue(QStringLiteral("nonce"))},
                                 {QStringLiteral("instance"), m_live.serverState.instance}};
        return http::Response{200, {}, QJsonDocument(health).toJson()};
    }

private:
    FakeLive &m_live;
    fake::FakePlanfixTransport m_planfix;
};

} // namespace

FakeLive::FakeLive(store::Store &store, const QJsonObject &account)
    : m_store(store),
      m_remote(m_clock, account),
      m_journal(store.writer()),
      m_outbox(m_clock, m_bell),
      m_inbox(m_clock, m_bell),
      m_mapping(m_clock, texts::taskWords()),
      m_office{store,
               m_clock,
               m_gate,
               m_journal,
               m_outbox,
               m_secrets,
               m_mapping,
               [this] { return std::make_unique<Network>(*this, m_remote, m_clock); },
               QProcessEnvironment(),
               withoutWaiting(m_clock)},
      m_dispatcher(store, m_clock, m_bell, quick())
{
    serverState.isWanted = true;
    serverState.address = QStringLiteral("127.0.0.1:8088");
    serverState.instance = QStringLiteral("this-one");
    for (exchange::Lane &lane : orders::lanes(m_office))
        m_dispatcher.add(std::move(lane));
    m_dispatcher.start();
    connect(&m_stored, &QTimer::timeout, this, &Live::stored);
}

FakeLive::~FakeLive()
{
    m_dispatcher.stop();
}

void FakeLive::webhook(qint64 task)
{
    exchange::Inbound row;
    row.service = orders::effect::planfixService;
    row.operation = orders::taskChanged;
    row.subject = orders::taskSubject(task);
    row.method = QStringLiteral("POST");
    row.path = QStringLiteral("/planfix/webhook/{planfix.webhook-secret}");
    row.body = "{\"task_id\":\"" + QByteArray::number(task) + "\"}";
    const auto stored = m_store.writer().run(
        [&](store::Connection &db) { return m_inbox.accept(db, row).map([](const exchange::Accepted &) {}); });
    if (!stored)
        qFatal("%s", qPrintable(stored.error().detail));
    m_bell.ringAll();
    m_stored.start(100);
}

} // namespace pfx::test
