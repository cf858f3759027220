// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/engine.h"

#include "core/log/categories.h"
#include "core/server/answer_bytes.h"
#include "core/server/own_routes.h"

#include <QSslSocket>
#include <QUuid>

#include <algorithm>
#include <chrono>

namespace pfx::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr qint64 tellOfFailureEveryMs = 10'000;
constexpr qint64 warnBeforeExpiryMs = 14LL * 24 * 3600 * 1000;

/// Often enough that the shortest time limit holds within a quarter of itself.
std::chrono::milliseconds lookInterval(const Limits &limits)
{
    return std::chrono::milliseconds(std::clamp(std::min({limits.sendMs, limits.idleMs, limits.lingerMs}) / 4, 20, 100));
}

} // namespace

Engine::Engine(const base::Clock &clock, store::Store *store, const ServerOptions &options, std::shared_ptr<ServerMailbox> mailbox,
               ServerView &view)
    : m_clock(clock),
      m_options(options),
      m_mailbox(std::move(mailbox)),
      m_view(view),
      m_instance(QUuid::createUuid().toString(QUuid::WithoutBraces)),
      m_runner(m_mailbox, store, options.limits, options.readers, options.askers)
{
}

Engine::~Engine()
{
    for (const auto &[id, connection] : std::exchange(m_connections, {}))
        delete connection;
    if (!m_reader)
        delete m_listener;
}

Result<void> Engine::start(std::vector<Route> routes)
{
    const bool tls = !m_options.tlsCertificateFile.isEmpty() || !m_options.tlsKeyFile.isEmpty();
    if (tls) {
        if (!QSslSocket::supportsSsl())
            return fail(ErrorCode::Validation, QStringLiteral("Qt finds no TLS library"), QStringLiteral("server.tls-cert"));
        PFX_ASSIGN(const Certificate certificate, loadCertificate(m_options.tlsCertificateFile, m_options.tlsKeyFile, m_clock.nowMs()));
        useCertificate(certificate);
    }
    PFX_ASSIGN(TrustedProxies proxies, TrustedProxies::parse(m_options.trustedProxies));
    m_gate.emplace(m_options.limits, m_options.words, std::move(proxies));
    setRoutes(std::move(routes));

    m_listener = new Listener([this](qintptr descriptor) { onConnection(descriptor); });
    PFX_TRY(m_listener->listenAt(m_options.listen));
    m_reader = std::make_unique<RequestReader>(m_listener);

    m_mail = m_mailbox->listen([this] { onMail(); });
    connect(&m_clockTimer, &QTimer::timeout, this, &Engine::lookAround);
    m_clockTimer.start(lookInterval(m_options.limits));
    connect(&m_certificateTimer, &QTimer::timeout, this, &Engine::lookAtCertificate);
    if (tls)
        m_certificateTimer.start(m_options.lookAtCertificateMs);
    m_stopTimer.setSingleShot(true);
    connect(&m_stopTimer, &QTimer::timeout, this, &Engine::stopped);

    const QHostAddress bound = m_listener->serverAddress();
    const QString host =
        bound.protocol() == QAbstractSocket::IPv6Protocol ? QStringLiteral("[%1]").arg(bound.toString()) : bound.toString();
    m_view.change([&](ServerStatus &status) {
        status.address = QStringLiteral("%1:%2").arg(host).arg(m_listener->serverPort());
        status.tls = tls;
        status.instance = m_instance;
    });
    publish(ServerState::Listening);
    return {};
}

void Engine::setRoutes(std::vector<Route> routes)
{
    auto own =
        ownRoutes(m_options, m_instance, [this] { return m_metrics.text(static_cast<int>(m_connections.size()), m_waitingAccepts); });
    routes.insert(routes.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
    m_gate->setRoutes(std::make_shared<const Router>(std::move(routes)));
}

void Engine::publish(ServerState state)
{
    m_view.change([&](ServerStatus &status) {
        status.state = state;
        status.connections = static_cast<int>(m_connections.size());
    });
    emit stateChanged();
}

const QByteArray &Engine::dateHeader()
{
    const qint64 second = m_clock.nowMs() / 1000;
    if (second != m_dateSecond) {
        m_date = httpDate(second * 1000);
        m_dateSecond = second;
    }
    return m_date;
}

bool Engine::makeRoom()
{
    if (m_connections.size() < static_cast<std::size_t>(m_options.limits.connections))
        return true;
    Connection *longest = nullptr;
    qint64 since = 0;
    for (const auto &[id, connection] : m_connections) {
        const auto idle = connection->idleSinceMs();
        if (idle && (!longest || std::pair(*idle, id) < std::pair(since, longest->id()))) {
            longest = connection;
            since = *idle;
        }
    }
    if (longest)
        longest->abort();
    return longest != nullptr;
}

void Engine::onConnection(qintptr descriptor)
{
    const bool tls = m_certificate.expiresMs > 0;
    const bool room = makeRoom();
    std::unique_ptr<QTcpSocket> socket(tls && room ? new QSslSocket : new QTcpSocket);
    if (!socket->setSocketDescriptor(descriptor))
        return;
    if (!room) {
        m_metrics.connectionRefused();
        if (!tls) { // written by force: nobody will wait for this socket
            socket->write(answerBytes(refusal({RefusalCode::Unavailable, {}}, nullptr), {false, true, false, dateHeader()}));
            socket->flush();
        }
        return;
    }
    if (tls) {
        auto *secure = static_cast<QSslSocket *>(socket.get());
        secure->setSslConfiguration(m_certificate.configuration);
        secure->startServerEncryption();
    }
    auto *connection = new Connection(*this, m_nextConnection++, socket.release(), tls);
    m_connections.emplace(connection->id(), connection);
}

void Engine::closed(Connection &connection)
{
    m_connections.erase(connection.id());
    connection.deleteLater();
    if (m_stopping && m_connections.empty())
        emit stopped();
}

Incoming Engine::admit(const Connection &connection, const Head &head)
{
    Incoming incoming = m_gate->admit(*m_reader, connection, head, m_clock.monotonicMs());
    return incoming;
}

void Engine::work(Connection &connection, quint64 slot, Incoming incoming)
{
    const QString client = incoming.request.client;
    if (incoming.decided) {
        deliver(connection.id(), slot, client, *incoming.decided, incoming.holdBackMs);
        return;
    }
    const bool accept = incoming.isAccept();
    if (accept && m_waitingAccepts >= m_options.limits.waitingAccepts) {
        deliver(connection.id(), slot, client, refusal({RefusalCode::Unavailable, {}}, incoming.route), 0);
        return;
    }
    incoming.request.receivedMs = m_clock.nowMs();
    const quint64 id = connection.id();
    m_waiting.emplace(SlotKey(id, slot), Waiting{client, incoming.router, incoming.route, accept});
    m_waitingAccepts += accept ? 1 : 0;
    if (auto result = m_runner.run(id, slot, incoming)) {
        Completion completion{id, slot, *std::move(result)};
        complete(completion);
    }
}

void Engine::complete(Completion &completion)
{
    const auto found = m_waiting.find({completion.connection, completion.slot});
    if (found == m_waiting.end())
        return;
    const Waiting waiting = std::move(found->second);
    m_waiting.erase(found);
    m_waitingAccepts -= waiting.accept ? 1 : 0;
    int holdBackMs = 0;
    Response response = completion.result ? *std::move(completion.result) : refusal(refusalOf(completion.result.error()), waiting.route);
    if (!completion.result)
        tellOfFailure(waiting.route->pattern, completion.result.error());
    if (response.credentialsRefused)
        holdBackMs = m_gate->attempts().failed(waiting.client, m_clock.monotonicMs());
    deliver(completion.connection, completion.slot, waiting.client, response, holdBackMs);
}

/// Not of each one: a store that is away fails thousands in a second.
void Engine::tellOfFailure(const QByteArray &route, const base::Error &error)
{
    const qint64 now = m_clock.monotonicMs();
    if (m_toldOfFailureMs > 0 && now - m_toldOfFailureMs < tellOfFailureEveryMs)
        return;
    m_toldOfFailureMs = now;
    qCWarning(log::server) << route << base::name(error.code) << error.detail;
}

void Engine::deliver(quint64 connection, quint64 slot, const QString &client, const Response &response, int holdBackMs)
{
    if (holdBackMs > 0) {
        QTimer::singleShot(std::chrono::milliseconds(holdBackMs), this, [this, connection, slot, client, response] {
            m_gate->attempts().released(client);
            deliver(connection, slot, client, response, 0);
        });
        return;
    }
    const auto found = m_connections.find(connection);
    if (found != m_connections.end())
        found->second->answer(slot, response);
    else
        m_metrics.answerLost();
}

void Engine::answered(const Answered &answered)
{
    m_metrics.answered(answered.route, name(answered.method), answered.status, answered.tookMs, answered.bodyBytes);
    m_view.add(answered, m_clock.nowMs());
    m_news = true;
}

void Engine::onMail()
{
    for (Message &message : m_mailbox->takeAll()) {
        if (auto *completion = std::get_if<Completion>(&message))
            complete(*completion);
        else if (auto *routes = std::get_if<NewRoutes>(&message))
            setRoutes(std::move(routes->routes));
        else if (std::holds_alternative<LookAtCertificate>(message))
            lookAtCertificate();
        else
            beginStop();
    }
}

void Engine::lookAround()
{
    const qint64 now = m_clock.monotonicMs();
    std::vector<Connection *> all; // checkTime may close one
    all.reserve(m_connections.size());
    for (const auto &[id, connection] : m_connections)
        all.push_back(connection);
    for (Connection *connection : all)
        connection->checkTime(now);
    m_view.change([&](ServerStatus &status) { status.connections = static_cast<int>(m_connections.size()); });
    if (std::exchange(m_news, false))
        emit requestsAnswered();
}

void Engine::useCertificate(const Certificate &certificate)
{
    m_certificate = certificate;
    m_refusedFingerprint.clear();
    m_view.change([&](ServerStatus &status) {
        status.certificateExpiresMs = certificate.expiresMs;
        status.certificateProblem.clear();
    });
}

void Engine::lookAtCertificate()
{
    if (m_certificate.expiresMs == 0)
        return;
    const QByteArray fingerprint = certificateFingerprint(m_options.tlsCertificateFile, m_options.tlsKeyFile);
    const QString before = m_view.status().certificateProblem;
    QString problem = before;
    if (fingerprint != m_certificate.fingerprint && (fingerprint.isEmpty() || fingerprint != m_refusedFingerprint)) {
        const auto certificate = loadCertificate(m_options.tlsCertificateFile, m_options.tlsKeyFile, m_clock.nowMs());
        m_refusedFingerprint = fingerprint;
        if (certificate) {
            useCertificate(*certificate);
            qCInfo(log::server) << "the renewed certificate is in use";
        }
        problem = certificate ? QString() : certificate.error().detail;
    } else if (fingerprint == m_certificate.fingerprint) {
        problem.clear();
    }
    const qint64 left = m_certificate.expiresMs - m_clock.nowMs();
    if (problem.isEmpty() && left < warnBeforeExpiryMs)
        problem =
            left <= 0 ? QStringLiteral("the certificate has expired") : QStringLiteral("the certificate expires in less than two weeks");
    if (problem == before)
        return;
    if (!problem.isEmpty())
        qCWarning(log::server) << "certificate:" << problem;
    m_view.change([&](ServerStatus &status) { status.certificateProblem = problem; });
    emit stateChanged();
}

void Engine::beginStop()
{
    if (std::exchange(m_stopping, true))
        return;
    m_listener->close();
    publish(ServerState::Stopping);
    m_stopTimer.start(m_options.limits.stopMs);
    std::vector<Connection *> all;
    for (const auto &[id, connection] : m_connections)
        all.push_back(connection);
    for (Connection *connection : all)
        connection->drain();
    if (m_connections.empty())
        emit stopped();
}

} // namespace pfx::server
