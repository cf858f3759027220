// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mailing/forwarding.h"

#include "core/mailing/address.h"
#include "core/mailing/list_table.h"
#include "core/mailing/listmonk.h"
#include "core/mailing/member_rows.h"
#include "core/mailing/suppressions.h"
#include "core/mailing/unisender.h"

#include "core/base/pause.h"

namespace pfx::mailing {

using base::ErrorCode;
using base::Result;
using exchange::Done;
using exchange::Job;
using store::Connection;

namespace {

const QString family = QStringLiteral("mailing.forward.");
const QString uniSenderUrl = QStringLiteral("https://api.unisender.com/ru/api");
constexpr int mostTaken = 50; // some services take them one by one
constexpr double uniSenderPerSecond = 4;
constexpr double listmonkPerSecond = 20;

base::Failure missing(const QString &what, const QString &where)
{
    return base::fail(ErrorCode::Unauthorized, what, where);
}

/// One piece of work with one service.
class Visit {
public:
    Visit(const ForwardOffice &office, ForwardDriver &driver, Connection &db, Forward forward, MailingList list)
        : m_office(office), m_driver(driver), m_db(db), m_forward(std::move(forward)), m_list(std::move(list))
    {
    }

    Result<Done> push(const base::StopToken &stop);
    Result<Done> compare(const base::StopToken &stop);

private:
    using Write = store::Writer::Job;

    ListTitle title() const { return {m_list.name, m_list.code}; }
    Done round(Write write, bool isAllTold) const;
    Result<Write> put(const base::StopToken &stop);
    Write found(const QVector<RemotePerson> &people, const QHash<QString, Recipient> &told) const;

    const ForwardOffice &m_office;
    ForwardDriver &m_driver;
    Connection &m_db;
    const Forward m_forward;
    const MailingList m_list;
};

/// Ends the round; the next one begins when something is left, or was changed meanwhile.
Done Visit::round(Write write, bool isAllTold) const
{
    return Done{[effects = ForwardEffects(m_office.outbox), forward = m_forward, write = std::move(write), isAllTold,
                 &clock = m_office.clock](Connection &db) -> Result<void> {
                    PFX_ASSIGN(const qint64 revision, endRound(db, forward.id));
                    if (write)
                        PFX_TRY(write(db));
                    if (!isAllTold || revision != forward.revision)
                        return effects.push(db, forward.id);
                    return setInStep(db, forward.id, clock.nowMs());
                },
                {}};
}

Result<Visit::Write> Visit::put(const base::StopToken &stop)
{
    const auto run = m_forward.inStepAt ? ForwardDriver::Run::Later : ForwardDriver::Run::First;
    PFX_ASSIGN(auto people, toPut(m_db, m_forward, m_driver.batch(run)));
    if (people.isEmpty())
        return Write();
    PFX_ASSIGN(const auto placed, m_driver.put(m_forward.remoteList, title(), people, run, stop));
    QVector<std::pair<QString, Reason>> refused;
    for (qsizetype i = 0; i < people.size(); ++i) {
        if (!placed[i].remoteId.isEmpty())
            people[i].remoteId = placed[i].remoteId;
        if (placed[i].refused)
            refused.append({people[i].email, *placed[i].refused});
    }
    return Write([people, refused, forward = m_forward, effects = ForwardEffects(m_office.outbox),
                  now = m_office.clock.nowMs()](Connection &db) -> Result<void> {
        for (const auto &[email, reason] : refused)
            PFX_TRY(suppress(db, {0, email, {}, reason, forward.target, forward.listId, {}, now}));
        if (!refused.isEmpty())
            PFX_TRY(effects.suppressionsChanged(db));
        return notePut(db, forward.id, people);
    });
}

Result<Done> Visit::push(const base::StopToken &stop)
{
    if (m_forward.remoteList.isEmpty()) {
        PFX_ASSIGN(const QString made, m_driver.openList(title(), stop));
        return round([id = m_forward.id, made](Connection &db) { return setRemoteList(db, id, made); }, false);
    }
    // Who wants no letters goes first.
    PFX_ASSIGN(const auto gone, toTake(m_db, m_forward, mostTaken));
    if (!gone.isEmpty()) {
        PFX_TRY(m_driver.take(m_forward.remoteList, gone, stop));
        QStringList keys;
        for (const Recipient &one : gone)
            keys.append(one.emailKey);
        return round([id = m_forward.id, keys](Connection &db) { return noteTaken(db, id, keys); }, false);
    }
    PFX_ASSIGN(Write written, put(stop));
    const bool isAllTold = !written;
    return round(std::move(written), isAllTold);
}

/// What the service has, against what it was told: whoever unsubscribed there is suppressed here, whoever is missing there is told of anew.
Visit::Write Visit::found(const QVector<RemotePerson> &people, const QHash<QString, Recipient> &told) const
{
    QVector<RemotePerson> refused;
    QVector<Recipient> known;
    QHash<QString, Recipient> lost = told;
    for (const RemotePerson &person : people) {
        const auto address = readAddress(person.email);
        if (!address)
            continue;
        if (person.refused)
            refused.append(person);
        const auto at = lost.find(address->key);
        if (at == lost.end())
            continue; // put there by somebody else: not ours to take away
        Recipient recipient = *at;
        recipient.remoteId = person.remoteId;
        known.append(recipient);
        lost.erase(at);
    }
    return [refused, known, lost = lost.keys(), forward = m_forward, now = m_office.clock.nowMs()](Connection &db) -> Result<void> {
        for (const RemotePerson &person : refused)
            PFX_TRY(suppress(db, {0, person.email, {}, *person.refused, forward.target, forward.listId, {}, now}));
        PFX_TRY(notePut(db, forward.id, known));
        return lost.isEmpty() ? Result<void>() : noteTaken(db, forward.id, lost);
    };
}

Result<Done> Visit::compare(const base::StopToken &stop)
{
    const auto done = [this](const Write &write) {
        return Done{[write, effects = ForwardEffects(m_office.outbox), id = m_forward.id,
                     now = m_office.clock.nowMs()](Connection &db) -> Result<void> {
                        PFX_TRY(write(db));
                        PFX_TRY(setCompared(db, id, now));
                        return effects.suppressionsChanged(db);
                    },
                    {}};
    };
    if (m_forward.remoteList.isEmpty())
        return Done{};
    PFX_ASSIGN(const auto people, m_driver.look(m_forward.remoteList, stop));
    if (!people)
        return done([id = m_forward.id](Connection &db) { return forgetVersions(db, id); });
    PFX_ASSIGN(const auto known, told(m_db, m_forward.id));
    return done(found(*people, known));
}

/// The dispatcher's handler; one thread.
class ForwardHandler : public exchange::Handler {
public:
    explicit ForwardHandler(const ForwardOffice &office) : m_office(office) { }

    exchange::Outcome handle(const Job &job, const base::StopToken &stop) override
    {
        auto done = work(job, stop);
        if (done)
            return std::move(*done);
        return exchange::Failed{std::move(done.error()), std::nullopt};
    }

private:
    Result<Done> work(const Job &job, const base::StopToken &stop);
    Result<std::unique_ptr<ForwardDriver>> driverOf(const Target &target, qint64 rowId);
    Result<secrets::Secret> secret(const QString &target, const char *part);
    http::Client &client();

    const ForwardOffice &m_office;
    std::unique_ptr<Connection> m_db;
    std::unique_ptr<http::Transport> m_transport;
    std::unique_ptr<http::Client> m_client;
};

http::Client &ForwardHandler::client()
{
    if (!m_client) {
        m_transport = m_office.transport();
        m_client = std::make_unique<http::Client>(*m_transport, m_office.gate, m_office.observer, m_office.clock, m_office.client);
    }
    return *m_client;
}

Result<secrets::Secret> ForwardHandler::secret(const QString &target, const char *part)
{
    const QString name = QStringLiteral("provider.%1.%2").arg(target, QLatin1String(part));
    PFX_ASSIGN(const auto found, m_office.secrets.read(name));
    if (!found || found->isEmpty())
        return missing(QStringLiteral("no such secret"), name);
    return *found;
}

Result<std::unique_ptr<ForwardDriver>> ForwardHandler::driverOf(const Target &target, qint64 rowId)
{
    ServiceCall call{client(), target.name, QUrl(target.url), rowId, 0};
    if (target.driver == QLatin1String("unisender")) {
        PFX_ASSIGN(auto key, secret(target.name, "key"));
        if (target.url.isEmpty())
            call.url = QUrl(uniSenderUrl);
        call.perSecond = uniSenderPerSecond;
        return std::make_unique<UniSender>(call, std::move(key));
    }
    if (target.url.isEmpty())
        return base::fail(ErrorCode::Validation, QStringLiteral("no address"), family + target.name + QStringLiteral(".url"));
    PFX_ASSIGN(const auto user, secret(target.name, "login"));
    PFX_ASSIGN(auto token, secret(target.name, "password"));
    call.perSecond = listmonkPerSecond;
    return std::make_unique<Listmonk>(call, Listmonk::Access{user.reveal(), std::move(token)}, [this](qint64 ms, const base::StopToken &stop) {
        if (m_office.client.pause)
            m_office.client.pause(ms, stop);
        else
            base::pause(ms, stop);
    });
}

Result<Done> ForwardHandler::work(const Job &job, const base::StopToken &stop)
{
    if (!m_db) {
        PFX_ASSIGN(m_db, m_office.store.connect());
    }
    PFX_ASSIGN(const qint64 id, effect::forwardOf(job.body));
    const auto forward = forwardById(*m_db, id);
    if (!forward && forward.error().code == ErrorCode::NotFound)
        return Done{}; // its list has gone for good
    if (!forward)
        return base::fail(forward.error());
    PFX_ASSIGN(const auto list, listById(*m_db, forward->listId));
    if (forward->endedAt || !list)
        return Done{[id](Connection &db) { return endRound(db, id).map([](qint64) {}); }, {}};
    PFX_ASSIGN(const auto settings, settings::Settings::load(*m_db));
    for (const Target &target : targets(settings)) {
        if (target.name != forward->target)
            continue;
        PFX_ASSIGN(const auto driver, driverOf(target, job.id));
        Visit visit(m_office, *driver, *m_db, *forward, *list);
        return job.operation == effect::compare ? visit.compare(stop) : visit.push(stop);
    }
    return base::fail(ErrorCode::NotFound, forward->target, QStringLiteral("target"));
}

} // namespace

QVector<Target> targets(const settings::Settings &settings)
{
    QVector<Target> found;
    for (const QString &name : settings.namesIn(family, QStringLiteral(".driver"))) {
        const QString driver = settings.text(family + name + QStringLiteral(".driver"));
        if (!driver.isEmpty())
            found.append({name, driver, settings.text(family + name + QStringLiteral(".url"))});
    }
    return found;
}

Result<Forward> beginForwarding(Connection &db, const ForwardEffects &effects, qint64 listId, const QString &target, qint64 nowMs)
{
    PFX_ASSIGN(const auto settings, settings::Settings::load(db));
    QStringList known;
    for (const Target &one : targets(settings))
        known.append(one.name);
    if (!known.contains(target))
        return base::fail(ErrorCode::NotFound, target, QStringLiteral("target"));
    PFX_ASSIGN(const Forward forward, addForward(db, listId, target, nowMs));
    PFX_TRY(effects.push(db, forward.id));
    return forward;
}

std::vector<exchange::Lane> forwardLanes(const ForwardOffice &office)
{
    return {{exchange::Queue::Outbox, effect::forwardService, [&office] { return std::make_unique<ForwardHandler>(office); }, 2, 0}};
}

} // namespace pfx::mailing
