// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/service.h"

#include "core/log/categories.h"
#include "core/sms/comments.h"
#include "core/sms/pages.h"
#include "core/sms/routes.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QUuid>

#include <chrono>

namespace pfx::sms {

using base::Result;
using store::Connection;

namespace {

constexpr auto tidyEvery = std::chrono::seconds(2);
constexpr int expiredAtOnce = 500, routedAtOnce = 500;
constexpr qint64 mostCounted = 10'000;

/// What a lane must be made anew for.
QByteArray fingerprint(const Provider &provider)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const ProviderConfig &config = provider.config;
    for (const QString &part : {config.driver, config.url, config.login.reveal(), config.password.reveal(), config.key.reveal(), config.callbackUrl}) {
        hash.addData(part.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    }
    hash.addData(QJsonDocument(config.options).toJson(QJsonDocument::Compact));
    return hash.result();
}

DriverTools driverTools(const base::Clock &clock, exchange::Journal &journal, const ServiceOptions &options)
{
    return {clock, journal, options.transport, options.folder};
}

} // namespace

Service::Service(store::Store &store, const base::Clock &clock, exchange::Journal &journal, exchange::Outbox &outbox, ServiceOptions options)
    : m_store(store),
      m_clock(clock),
      m_journal(journal),
      m_outbox(outbox),
      m_options(std::move(options)),
      m_tools{store,
              clock,
              m_policy,
              driverTools(clock, journal, m_options),
              QUuid::createUuid().toString(QUuid::Id128),
              [this](Connection &db, const std::vector<Ended> &ended) { return tell(db, ended); },
              [this](const QString &provider) { ring({provider}); },
              [this] { return m_intake.taken(); }},
      m_intake(store.writer(), clock, m_policy, [this](const std::set<QString> &providers) { ring(providers); })
{
}

Service::~Service()
{
    stop();
}

void Service::apply(SharedPolicy policy)
{
    m_policy.set(std::move(policy));
    {
        const std::lock_guard lock(m_wakeMutex);
        m_changed = true;
    }
    m_wake.notify_all();
}

void Service::start()
{
    if (!m_keeper.joinable())
        m_keeper = std::jthread([this](const base::StopToken &stop) { keep(stop); });
}

void Service::stop()
{
    m_keeper.request_stop();
    m_wake.notify_all();
    if (m_keeper.joinable())
        m_keeper.join();
    std::map<QString, std::shared_ptr<Lane>> lanes;
    {
        const std::lock_guard lock(m_mutex);
        lanes.swap(m_lanes);
        m_fingerprints.clear();
    }
    lanes.clear();
}

std::vector<server::Route> Service::routes()
{
    return sms::routes({m_clock, m_journal, m_policy, m_intake, m_options.words,
                        [this](const QString &provider, std::vector<Receipt> receipts, DriverEvents::Stored stored) {
                            report(provider, std::move(receipts), std::move(stored));
                        }});
}

void Service::ring(const std::set<QString> &providers)
{
    const std::lock_guard lock(m_mutex);
    for (const QString &provider : providers) {
        if (const auto at = m_lanes.find(provider); at != m_lanes.end())
            at->second->ring();
    }
}

void Service::resume(const QString &provider)
{
    const std::lock_guard lock(m_mutex);
    if (const auto at = m_lanes.find(provider); at != m_lanes.end())
        at->second->resume();
}

std::vector<LaneFigures> Service::figures() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<LaneFigures> all;
    for (const auto &[name, lane] : m_lanes)
        all.push_back(lane->figures());
    return all;
}

QByteArray Service::metrics() const
{
    QByteArray text = "# HELP pfx_sms_accepted_total Messages stored since the start.\n# TYPE pfx_sms_accepted_total counter\n"
                      "pfx_sms_accepted_total "
        + QByteArray::number(m_intake.taken()) + '\n';
    const auto figuresOf = figures();
    const auto family = [&](const char *name, const char *kind, const char *help, auto value) {
        text += QByteArray("# HELP ") + name + ' ' + help + "\n# TYPE " + name + ' ' + kind + '\n';
        for (const LaneFigures &one : figuresOf)
            text += QByteArray(name) + "{provider=\"" + one.provider.toUtf8() + "\"} " + QByteArray::number(qint64(value(one))) + '\n';
    };
    if (!figuresOf.empty()) {
        family("pfx_sms_sent_total", "counter", "Messages that a provider has taken.", [](const LaneFigures &one) { return one.sent; });
        family("pfx_sms_failed_total", "counter", "Attempts that failed.", [](const LaneFigures &one) { return one.failed; });
        family("pfx_sms_unknown_total", "counter", "Messages that wait for a person.",
               [](const LaneFigures &one) { return one.unknown; });
        family("pfx_sms_in_hand", "gauge", "Messages handed to a provider without an answer.",
               [](const LaneFigures &one) { return one.inHand; });
        family("pfx_sms_provider_up", "gauge", "Whether the provider takes messages.",
               [](const LaneFigures &one) { return one.link == Link::State::Up && !one.paused ? 1 : 0; });
    }
    text += "# HELP pfx_sms_waiting Messages that wait to be sent (at most 10000 are counted).\n"
            "# TYPE pfx_sms_waiting gauge\npfx_sms_waiting "
        + QByteArray::number(m_waiting.load()) + '\n';
    return text;
}

// --- the keeper's thread ---

void Service::keep(const base::StopToken &stop)
{
    while (!stop.stop_requested()) {
        bool changed = false;
        {
            const std::lock_guard lock(m_wakeMutex);
            changed = std::exchange(m_changed, false);
        }
        Result<void> done = nameStore();
        if (done && changed)
            adjustLanes();
        if (done)
            done = tidy(changed);
        if (!done) {
            if (done.error().detail != m_trouble)
                qCWarning(log::exchange).noquote() << "the queue of messages cannot be tidied:" << done.error().detail;
            m_trouble = done.error().detail;
            const std::lock_guard lock(m_wakeMutex);
            m_changed = m_changed || changed;
        }
        std::unique_lock lock(m_wakeMutex);
        m_wake.wait_for(lock, stop, tidyEvery, [this] { return m_changed; });
    }
}

/// Our names of messages at providers depend on it: no message goes out before it is known.
Result<void> Service::nameStore()
{
    if (!m_storeId.isEmpty())
        return {};
    return m_store.writer().run([this](Connection &db) -> Result<void> {
        PFX_ASSIGN(m_storeId, settings::storeId(db));
        return {};
    });
}

void Service::adjustLanes()
{
    SharedPolicy policy = m_policy.get();
    if (policy->storeId.isEmpty()) { // read before the store had its name
        auto named = std::make_shared<Policy>(*policy);
        named->storeId = m_storeId;
        m_policy.replace(policy, named);
        policy = named;
    }
    std::vector<std::shared_ptr<Lane>> leaving;
    std::vector<const Provider *> coming;
    {
        const std::lock_guard lock(m_mutex);
        for (auto at = m_lanes.begin(); at != m_lanes.end();) {
            const Provider *provider = policy->provider(at->first);
            if (provider && provider->isUsable() && fingerprint(*provider) == m_fingerprints[at->first]) {
                at->second->resume(); // what was changed may have mended it
                ++at;
                continue;
            }
            leaving.push_back(std::move(at->second));
            at = m_lanes.erase(at);
        }
        for (const Provider &provider : policy->providers) {
            if (provider.isUsable() && m_lanes.count(provider.config.name) == 0)
                coming.push_back(&provider);
            else if (provider.problem)
                qCWarning(log::exchange).noquote() << "the SMS provider" << provider.config.name << "cannot be used:" << provider.problem->detail;
        }
    }
    leaving.clear(); // without the lock: it takes as long as the driver does
    for (const Provider *provider : coming) {
        auto lane = std::make_shared<Lane>(m_tools, *provider);
        const std::lock_guard lock(m_mutex);
        m_fingerprints[provider->config.name] = fingerprint(*provider);
        m_lanes[provider->config.name] = std::move(lane);
    }
}

/// What waits for nobody, or for a provider that is no longer there, gets one that takes it.
Result<void> Service::routeWaiting(Connection &db, const QStringList &strangers)
{
    const SharedPolicy policy = m_policy.get();
    std::set<QString> given;
    for (const QString &current : strangers) {
        PFX_ASSIGN(const auto rows, waiting(db, current, routedAtOnce));
        std::vector<std::pair<qint64, QString>> assigned;
        for (const Claimed &one : rows) {
            const QString next = policy->route(one.sender, one.recipient, one.segments, one.credential, one.text);
            if (next != current) {
                assigned.emplace_back(one.id, next);
                given.insert(next);
            }
        }
        PFX_TRY(assign(db, assigned));
    }
    ring(given);
    return {};
}

/// Looks without writing: most of the time there is nothing to do.
Result<void> Service::tidy(bool policyIsNew)
{
    PFX_ASSIGN(const auto db, m_store.connect());
    PFX_ASSIGN(const Counts now, counts(*db, mostCounted));
    m_waiting = now.waiting;
    if (now.waiting == 0)
        return {};
    const SharedPolicy policy = m_policy.get();
    PFX_ASSIGN(QStringList strangers, waitingProviders(*db));
    strangers.removeIf([&policy](const QString &name) {
        const Provider *provider = policy->provider(name);
        return (provider && provider->isUsable()) || (name.isEmpty() && policy->providers.empty());
    });
    PFX_ASSIGN(const auto late, overdue(*db, m_clock.nowMs(), expiredAtOnce));
    // What is stored by the old policy after this look is stopped by its lane before it is sent (beforeSending).
    PFX_ASSIGN(const auto stopped, waitingTo(*db, policyIsNew ? policy->stopList.keys() : QStringList()));
    if (strangers.isEmpty() && late.isEmpty() && stopped.isEmpty())
        return {};
    return m_store.writer().run([&](Connection &write) -> Result<void> {
        const qint64 nowMs = m_clock.nowMs();
        PFX_TRY(routeWaiting(write, strangers));
        PFX_ASSIGN(const auto expired, expire(write, nowMs, expiredAtOnce));
        PFX_TRY(tell(write, expired));
        PFX_ASSIGN(const auto blocked, block(write, stopped, nowMs));
        return tell(write, blocked);
    });
}

void Service::report(const QString &provider, std::vector<Receipt> receipts, DriverEvents::Stored stored)
{
    submitReceipts(m_tools, provider, std::move(receipts), std::move(stored));
}

Result<void> Service::tell(Connection &db, const std::vector<Ended> &ended)
{
    if (ended.empty() || !m_policy.get()->commentsDelivery)
        return {};
    return enqueueComments(db, m_outbox, ended);
}

} // namespace pfx::sms
