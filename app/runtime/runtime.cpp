// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/runtime.h"

#include "app/runtime/configuration.h"
#include "core/base/pause.h"
#include "core/exchange/service_health.h"
#include "core/http/network_transport.h"
#include "core/log/categories.h"
#include "core/orders/lanes.h"
#include "core/orders/routes.h"
#include "core/orders/task_watch.h"
#include "core/sms/comment_lane.h"
#include "core/store/change_mark.h"
#include "core/texts/order_texts.h"
#include "core/texts/sms_texts.h"

#include <QFileInfo>
#include <QTimer>

namespace pfx::app {

using base::Result;
using store::Connection;

namespace {

constexpr qint64 settingsPollMs = 500;
constexpr qint64 pruneEveryMs = 6 * 60 * 60 * 1000;
constexpr int serverRetryMs = 5'000;

std::function<std::unique_ptr<http::Transport>()> orNetwork(std::function<std::unique_ptr<http::Transport>()> transport)
{
    if (transport)
        return transport;
    return [] { return std::make_unique<http::NetworkTransport>(); };
}

/// Where providers that write files do so: beside the store, when that is a file.
QString folderOf(const store::Store &store)
{
    return store.url().file.isEmpty() ? QString() : QFileInfo(store.url().file).absolutePath();
}

} // namespace

Runtime::Runtime(store::Store &store, const base::Clock &clock, secrets::SecretStore &secrets, RuntimeOptions options, QObject *parent)
    : QObject(parent),
      m_store(store),
      m_clock(clock),
      m_secrets(secrets),
      m_options(std::move(options)),
      m_outbox(clock, m_bell),
      m_inbox(clock, m_bell),
      m_journal(store.writer()),
      m_gate(store, clock),
      m_mapping(clock, texts::taskWords()),
      m_office{store, clock, m_gate, m_journal, m_outbox, secrets, m_mapping, orNetwork(m_options.transport), m_options.environment},
      m_sms(store, clock, m_journal, m_outbox, {folderOf(store), orNetwork(m_options.transport), texts::smsProblem}),
      m_mailing({store, clock, m_gate, m_journal, m_outbox, secrets, orNetwork(m_options.transport)}, m_journal),
      m_serverRetry(new QTimer(this))
{
    m_serverRetry->setInterval(serverRetryMs);
    connect(m_serverRetry, &QTimer::timeout, this, [this] { applyServer(); });
    connect(this, &Runtime::configured, this, &Runtime::adopt, Qt::QueuedConnection);
    connect(
        this, &Runtime::seen, this,
        [this](std::shared_ptr<const Seen> seen) {
            m_seen = std::move(seen);
            emit changed();
        },
        Qt::QueuedConnection);
}

Runtime::~Runtime()
{
    stop();
}

Result<void> Runtime::start()
{
    PFX_ASSIGN(const auto db, m_store.connect());
    PFX_ASSIGN(auto configuration, readConfiguration(*db, m_secrets, m_options.environment));
    note(configuration);
    startQueues(configuration.settings);
    adopt(std::make_shared<const Configuration>(std::move(configuration)));
    startSoon();
    return m_serverError ? Result<void>(base::fail(*m_serverError)) : Result<void>();
}

void Runtime::startSoon()
{
    m_watcher = std::jthread([this](const base::StopToken &stop) { watch(stop); });
    m_tender = std::jthread([this](const base::StopToken &stop) { tend(stop); });
}

void Runtime::startQueues(const settings::Settings &settings)
{
    exchange::DispatcherOptions options;
    options.retry.baseMs = settings.integer(QStringLiteral("exchange.retry-base-ms"));
    m_dispatcher = std::make_unique<exchange::Dispatcher>(m_store, m_clock, m_bell, options);
    for (exchange::Lane &lane : orders::lanes(m_office))
        m_dispatcher->add(std::move(lane));
    for (exchange::Lane &lane : m_mailing.lanes())
        m_dispatcher->add(std::move(lane));
    m_dispatcher->add(sms::commentLane(m_office, texts::smsComment));
    m_dispatcher->start();
    if (m_options.serving == Serving::On)
        m_sms.start(); // a one-shot command enqueues only
}

void Runtime::stop()
{
    m_serverRetry->stop();
    m_retiring.reset();
    m_server.reset();
    m_watcher.request_stop();
    m_tender.request_stop();
    m_watcher = {};
    m_tender = {};
    m_sms.stop();
    m_dispatcher.reset();
}

ServerView Runtime::server() const
{
    ServerView view;
    view.error = m_serverError;
    if (m_configuration) {
        view.publicUrl = m_configuration->settings.text(QStringLiteral("server.public-url"));
        view.isWanted = isServerWanted();
    }
    if (m_server) {
        const server::ServerStatus status = m_server->status();
        view.address = status.address;
        view.tls = status.tls;
        view.instance = status.instance;
        view.requests = status.requests;
    }
    return view;
}

PlanfixView Runtime::planfix() const
{
    PlanfixView view;
    if (m_configuration) {
        view.account = m_configuration->account;
        view.hasKey = m_configuration->hasPlanfixKey;
    }
    if (!m_seen)
        return view;
    view.lastSuccessMs = m_seen->lastSuccessMs;
    if (const auto &hold = m_seen->hold) {
        view.held = base::Error{exchange::errorCodeNamed(hold->code), hold->reason, {}};
        view.heldUntilMs = hold->untilMs;
    }
    return view;
}

std::optional<base::Error> Runtime::secretsTrouble() const
{
    return m_configuration ? m_configuration->secretsTrouble : std::nullopt;
}

bool Runtime::isServerWanted() const
{
    return m_options.serving == Serving::On
        && (!m_options.listen.isEmpty() || m_configuration->settings.flag(QStringLiteral("server.enabled")));
}

// --- on the main thread: settings have changed ---

void Runtime::adopt(std::shared_ptr<const Configuration> configuration)
{
    m_configuration = std::move(configuration);
    m_monitoringToken->set(m_configuration->monitoringToken);
    m_sms.apply(m_configuration->sms);
    applyServer();
    m_adoptedRevision = m_configuration->settings.revision();
    m_bell.ringAll();
    emit changed();
}

server::ServerOptions Runtime::serverOptions() const
{
    const settings::Settings &settings = m_configuration->settings;
    const auto orElse = [&settings](const QString &given, const char *key) {
        return given.isEmpty() ? settings.text(QLatin1String(key)) : given;
    };
    server::ServerOptions options;
    options.listen = orElse(m_options.listen, "server.listen");
    options.tlsCertificateFile = orElse(m_options.tlsCertificateFile, "server.tls-cert");
    options.tlsKeyFile = orElse(m_options.tlsKeyFile, "server.tls-key");
    options.trustedProxies = settings.text(QStringLiteral("server.trusted-proxies")).split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (QString &proxy : options.trustedProxies)
        proxy = proxy.trimmed();
    options.words = texts::refusalWords();
    options.monitoringToken = m_monitoringToken;
    options.ready = server::readinessOf(m_store);
    options.moreMetrics = [&service = m_sms] { return service.metrics(); };
    return options;
}

std::vector<server::Route> Runtime::routes()
{
    auto all = orders::routes({m_store.writer(), m_clock, m_outbox, m_inbox, m_journal, m_configuration->account,
                               std::make_shared<const server::Secret>(m_configuration->ordersToken), m_configuration->webhookSecret});
    for (server::Route &route : m_sms.routes())
        all.push_back(std::move(route));
    for (server::Route &route : m_mailing.routes(*m_configuration))
        all.push_back(std::move(route));
    return all;
}

/// What the settings ask for, step by step: one server goes before the next one comes.
void Runtime::applyServer()
{
    m_serverRetry->stop();
    if (m_retiring)
        return; // its end calls again
    const server::ServerOptions options = serverOptions();
    const QStringList key{options.listen, options.tlsCertificateFile, options.tlsKeyFile, options.trustedProxies.join(QLatin1Char(','))};
    if (m_server && (!isServerWanted() || key != m_serverKey)) {
        retireServer();
    } else if (m_server) {
        m_server->setRoutes(routes());
    } else {
        m_serverError.reset();
        m_serverKey = key;
        if (isServerWanted())
            startServer(options);
    }
    emit changed();
}

void Runtime::startServer(const server::ServerOptions &options)
{
    auto server = std::make_unique<server::Server>(m_clock, &m_store, options, routes());
    connect(server.get(), &server::Server::requestsAnswered, this, &Runtime::changed, Qt::QueuedConnection);
    connect(server.get(), &server::Server::stateChanged, this, &Runtime::changed, Qt::QueuedConnection);
    if (const auto started = server->start()) {
        m_server = std::move(server);
    } else {
        m_serverError = started.error();
        m_serverRetry->start(); // the port may become free
    }
}

/// It finishes what it has accepted, which may take seconds: nobody waits for it here.
void Runtime::retireServer()
{
    m_retiring = std::move(m_server);
    const auto look = [this] {
        if (!m_retiring || m_retiring->status().state != server::ServerState::Stopped)
            return;
        m_retiring.reset();
        applyServer();
    };
    connect(m_retiring.get(), &server::Server::stateChanged, this, look, Qt::QueuedConnection);
    m_retiring->stopSoon();
}

std::vector<server::RecentRequest> Runtime::recentRequests() const
{
    return m_server ? m_server->recentRequests() : std::vector<server::RecentRequest>();
}

// --- on the watcher's thread ---

void Runtime::lookNow()
{
    m_lookNow = true;
}

/// Held because of a key, a certificate or a keychain: whatever was changed may have mended it.
Result<void> Runtime::liftHolds()
{
    return m_store.writer().run([this](Connection &db) -> Result<void> {
        PFX_ASSIGN(const auto holds, exchange::accounts::holds(db, m_clock.nowMs()));
        for (const exchange::Hold &hold : holds) {
            for (const auto code : {base::ErrorCode::Unauthorized, base::ErrorCode::Keychain, base::ErrorCode::Certificate}) {
                if (hold.code == base::name(code))
                    PFX_TRY(exchange::accounts::release(db, hold.account));
            }
        }
        return {};
    });
}

Result<void> Runtime::followSettings(Connection &db)
{
    PFX_ASSIGN(const qint64 revision, settings::revision(db));
    if (revision == m_seenRevision && !m_readAgain.exchange(false))
        return {};
    if (!m_dispatcher) {
        PFX_ASSIGN(const auto settings, settings::Settings::load(db));
        startQueues(settings); // need not wait for the keychain; what needs a key waits for it itself
    }
    PFX_ASSIGN(auto configuration, readConfiguration(db, m_secrets, m_options.environment));
    note(configuration);
    PFX_TRY(liftHolds());
    emit configured(std::make_shared<const Configuration>(std::move(configuration)));
    return {};
}

void Runtime::note(const Configuration &configuration)
{
    const settings::Settings &settings = configuration.settings;
    m_seenRevision = settings.revision();
    m_account = configuration.account;
    m_lookEveryMs = configuration.account.isEmpty() ? 0 : settings.integer(QStringLiteral("planfix.look-seconds")) * 1000;
    m_keepBodyDays = static_cast<int>(settings.integer(QStringLiteral("journal.keep-bodies-days")));
    m_keepDays = static_cast<int>(settings.integer(QStringLiteral("journal.keep-days")));
}

/// What the screen follows: somebody has written, why the account's work waits, when it last worked.
Result<void> Runtime::lookAtStore(Connection &db)
{
    Seen now{{}, m_lastSeen.lastSuccessMs};
    PFX_ASSIGN(const auto holds, exchange::accounts::holds(db, m_clock.nowMs()));
    for (const exchange::Hold &hold : holds) {
        if (hold.account == m_account)
            now.hold = hold;
    }
    PFX_ASSIGN(const QString mark, store::changeMark(db));
    if (std::exchange(m_changeMark, mark) != mark) {
        emit stored();
        PFX_ASSIGN(const auto services, exchange::serviceHealth(db));
        for (const exchange::ServiceHealth &health : services) {
            if (health.service == orders::effect::planfixService && health.direction == exchange::Direction::Out)
                now.lastSuccessMs = health.goodMs;
        }
    }
    if (now != m_lastSeen) {
        m_lastSeen = now;
        emit seen(std::make_shared<const Seen>(std::move(now)));
    }
    return {};
}

void Runtime::watch(const base::StopToken &stop)
{
    std::unique_ptr<Connection> db;
    while (!stop.stop_requested()) {
        if (!db) {
            if (auto opened = m_store.connect())
                db = std::move(*opened);
        }
        if (db && !(followSettings(*db) && lookAtStore(*db)))
            db.reset();
        base::pause(settingsPollMs, stop);
    }
}

// --- on the tender's thread ---

void Runtime::tend(const base::StopToken &stop)
{
    orders::TaskWatch tasks(m_office, m_inbox);
    qint64 lookedAt = -1, prunedAt = -1;
    const auto isDue = [this](qint64 last, qint64 every) { return last < 0 || m_clock.monotonicMs() - last >= every; };
    while (!stop.stop_requested()) {
        if (m_lookEveryMs > 0 && (m_lookNow.exchange(false) || isDue(lookedAt, m_lookEveryMs))) {
            if (const auto found = tasks.look(stop); !found && found.error().code != base::ErrorCode::Cancelled)
                qCWarning(log::exchange) << "looking for changed tasks:" << base::name(found.error().code) << found.error().detail;
            lookedAt = m_clock.monotonicMs();
        }
        if (m_keepDays > 0)
            m_mailing.look(m_keepDays, stop);
        if (m_keepDays > 0 && isDue(prunedAt, pruneEveryMs)) {
            (void)exchange::prune(m_store, m_clock, {m_keepBodyDays, m_keepDays}, stop); // tried again in some hours
            prunedAt = m_clock.monotonicMs();
        }
        base::pause(settingsPollMs, stop);
    }
}

} // namespace pfx::app
