// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sms/store_sms_service.h"

#include "core/base/pause.h"
#include "core/orders/planfix_desk.h"
#include "core/sms/policy.h"
#include "core/sms/repository.h"
#include "core/store/store.h"
#include "ui/common/background.h"
#include "ui/common/live.h"

#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

namespace pfx::ui {

using base::Result;
using settings::Settings;
using store::Connection;

namespace {

constexpr int mostStoppedShown = 200;
constexpr qsizetype mostSkippedShown = 10;

/// Where the service keeps the files of a provider that writes files.
QString folderOf(const store::Store &store)
{
    return store.url().file.isEmpty() ? QString() : QFileInfo(store.url().file).absolutePath();
}

sms::DriverTools toolsOf(const store::Store &store, const Live &live)
{
    const orders::Office &office = live.office();
    return {office.clock, office.observer, office.transport, folderOf(store)};
}

/// What was saved a moment ago (a login, say) reaches the service with its next look at the settings. Bounded: whoever does not come to it
/// in this time shows why in its answer.
Result<void> waitForAdoption(store::Store &store, const Live &live, const base::StopToken &stop)
{
    constexpr int looks = 150, lookEveryMs = 20;
    PFX_ASSIGN(const auto db, store.connect());
    PFX_ASSIGN(const qint64 revision, settings::revision(*db));
    for (int look = 0; look < looks && live.adoptedRevision() < revision && !stop.stop_requested(); ++look)
        base::pause(lookEveryMs, stop);
    return {};
}

/// Empty for what was never set.
QString typed(const Settings &settings, const QString &key)
{
    return settings.isDefault(key) ? QString() : settings.text(key);
}

ProviderView viewOf(const sms::Provider &provider, const Settings &settings, const QVector<sms::ProviderState> &states)
{
    const QString &name = provider.config.name;
    const auto text = [&](const char *part) { return typed(settings, sms::providerKey(name, part)); };
    ProviderView view;
    view.name = name;
    view.driver = provider.config.driver;
    view.url = text("url");
    view.rate = text("rate");
    view.price = text("price");
    view.options = text("options");
    view.paused = provider.paused;
    view.problem = provider.problem;
    if (provider.kind && provider.kind->readCallback)
        view.callbackUrl = provider.config.callbackUrl;
    for (const sms::ProviderState &state : states) {
        if (state.name == name)
            view.state = state;
    }
    return view;
}

Result<SmsFacts> readFacts(Connection &db, secrets::SecretStore &secrets)
{
    SmsFacts facts;
    PFX_ASSIGN(const auto settings, Settings::load(db));
    PFX_ASSIGN(const sms::SharedPolicy policy, sms::readPolicy(db, secrets));
    PFX_ASSIGN(const auto states, sms::providerStates(db));
    for (const sms::Credential &one : policy->credentials) {
        facts.credentials.append({one.name, QString::fromUtf8(one.login), !one.login.isEmpty() && !one.password.isEmpty(), !one.key.isEmpty()});
    }
    for (const sms::Provider &provider : policy->providers)
        facts.providers.append(viewOf(provider, settings, states));
    for (const QString &key : rulesKeys())
        facts.rules.insert(key, settings.text(key));
    facts.secretsError = policy->secretsTrouble;
    return facts;
}

} // namespace

const QStringList &rulesKeys()
{
    static const QStringList keys{QStringLiteral("sms.senders"),          QStringLiteral("sms.limit-recipient-day"),
                                  QStringLiteral("sms.limit-day"),        QStringLiteral("sms.duplicate-window"),
                                  QStringLiteral("sms.quiet-hours"),      QStringLiteral("sms.in-doubt"),
                                  QStringLiteral("sms.comment-delivery"), QStringLiteral("sms.low-balance")};
    return keys;
}

void StoreSmsService::write(QObject *context, Change change, Answer<void> answer)
{
    m_services.background.run(
        context, [change = std::move(change), &store = m_services.store]() -> Result<void> { return store.writer().run(change); },
        std::move(answer));
}

void StoreSmsService::facts(QObject *context, Answer<SmsFacts> answer)
{
    const auto work = [&store = m_services.store, live = m_services.live]() -> Result<SmsFacts> {
        PFX_ASSIGN(const auto db, store.connect());
        return readFacts(*db, live->secrets());
    };
    m_services.background.run(context, work, std::move(answer));
}

void StoreSmsService::numbers(QObject *context, Answer<SmsNumbers> answer)
{
    constexpr qint64 most = 10'000; // a person reads "more than" as well
    m_services.background.read(
        context,
        [](Connection &db) -> Result<SmsNumbers> {
            SmsNumbers numbers;
            PFX_ASSIGN(numbers.counts, sms::counts(db, most));
            PFX_ASSIGN(const auto newest, sms::page(db, {}, 0, 1));
            numbers.any = !newest.isEmpty();
            PFX_ASSIGN(numbers.states, sms::providerStates(db));
            return numbers;
        },
        std::move(answer), QStringLiteral("smsNumbers"));
}

void StoreSmsService::message(QObject *context, qint64 id, Answer<MessageView> answer)
{
    m_services.background.read(
        context,
        [id](Connection &db) -> Result<MessageView> {
            MessageView view;
            PFX_ASSIGN(view.message, sms::load(db, id));
            PFX_ASSIGN(view.history, sms::history(db, view.message));
            return view;
        },
        std::move(answer), QStringLiteral("smsMessage"));
}

void StoreSmsService::test(QObject *context, const sms::TestCall &call, Answer<sms::TestAnswer> answer)
{
    const auto work = [call, &store = m_services.store, live = m_services.live, stop = m_stop.get_token()]() -> Result<sms::TestAnswer> {
        PFX_TRY(waitForAdoption(store, *live, stop));
        const orders::Office &office = live->office();
        const auto transport = office.transport();
        http::ClientOptions once = office.client;
        once.retry.attempts = 1; // a person sees what happened and presses again
        http::Client client(*transport, office.gate, office.observer, office.clock, once);
        return sms::callAsPlanfix(client, office.clock, call, stop);
    };
    m_services.background.run(context, work, std::move(answer));
}

void StoreSmsService::perform(QObject *context, qint64 id, Deed deed, Answer<void> answer)
{
    const auto work = [id, deed, &store = m_services.store, live = m_services.live, now = m_services.clock.nowMs()]() -> Result<void> {
        PFX_ASSIGN(const auto db, store.connect());
        PFX_ASSIGN(const sms::Message message, sms::load(*db, id));
        PFX_ASSIGN(const sms::SharedPolicy policy, sms::readPolicy(*db, live->secrets()));
        return store.writer().run([&](Connection &write) -> Result<void> {
            switch (deed) {
            case Deed::Cancel:
                return sms::cancel(write, id, now);
            case Deed::Settle:
                return sms::settle(write, id, now);
            case Deed::Resend:
                break;
            }
            const QString provider = policy->route(message.sender, message.recipient, message.segments, message.credential, message.text);
            return sms::resend(write, id, provider, now + policy->validityMs, now);
        });
    };
    m_services.background.run(context, work, std::move(answer));
}

void StoreSmsService::reveal(QObject *context, const QString &credential, Answer<sms::CredentialSecrets> answer)
{
    m_services.background.run(
        context, [credential, live = m_services.live] { return sms::credential(live->secrets(), credential); }, std::move(answer));
}

void StoreSmsService::makeCredential(QObject *context, const QString &name, Answer<sms::CredentialSecrets> answer)
{
    const auto work = [name, &store = m_services.store, live = m_services.live]() -> Result<sms::CredentialSecrets> {
        PFX_ASSIGN(sms::CredentialSecrets made, sms::makeCredential(live->secrets(), name));
        PFX_TRY(store.writer().run([](Connection &db) { return settings::touch(db); })); // the service reads its secrets anew
        return made;
    };
    m_services.background.run(context, work, std::move(answer));
}

void StoreSmsService::revokeCredential(QObject *context, const QString &name, Answer<void> answer)
{
    const auto work = [name, &store = m_services.store, live = m_services.live]() -> Result<void> {
        PFX_TRY(sms::revokeCredential(live->secrets(), name));
        return store.writer().run([](Connection &db) { return settings::touch(db); });
    };
    m_services.background.run(context, work, std::move(answer));
}

void StoreSmsService::saveProvider(QObject *context, const sms::ProviderDraft &draft, Answer<void> answer)
{
    const auto work = [draft, &store = m_services.store, live = m_services.live]() -> Result<void> {
        PFX_TRY(sms::checkedConfig(draft, live->secrets(), toolsOf(store, *live)).map([](const auto &) {}));
        PFX_TRY(sms::keepSecrets(draft, live->secrets()));
        return store.writer().run([&draft](Connection &db) -> Result<void> {
            PFX_TRY(sms::writeProvider(db, draft));
            return settings::touch(db); // only a secret may be new
        });
    };
    m_services.background.run(context, work, std::move(answer));
}

void StoreSmsService::removeProvider(QObject *context, const QString &name, Answer<void> answer)
{
    const auto work = [name, &store = m_services.store, live = m_services.live]() -> Result<void> {
        PFX_TRY(store.writer().run([&name](Connection &db) { return sms::removeProvider(db, name); }));
        return sms::forgetSecrets(name, live->secrets());
    };
    m_services.background.run(context, work, std::move(answer));
}

void StoreSmsService::orderProviders(QObject *context, const QStringList &names, Answer<void> answer)
{
    write(context, [names](Connection &db) { return sms::orderProviders(db, names); }, std::move(answer));
}

void StoreSmsService::pauseProvider(QObject *context, const QString &name, sms::Pause pause, Answer<void> answer)
{
    write(context, [name, pause](Connection &db) { return sms::pauseProvider(db, name, pause); }, std::move(answer));
}

void StoreSmsService::wakeProviders(QObject *context, Answer<void> answer)
{
    // Whatever program serves them: a new revision of the settings wakes those that pause.
    write(context, [](Connection &db) { return settings::touch(db); }, std::move(answer));
}

void StoreSmsService::checkProvider(QObject *context, const QString &name, Answer<sms::ProviderCheck> answer)
{
    const auto work = [name, &store = m_services.store, live = m_services.live, stop = m_stop.get_token()]() -> Result<sms::ProviderCheck> {
        PFX_ASSIGN(const auto db, store.connect());
        PFX_ASSIGN(const sms::ProviderConfig config, sms::keptConfig(*db, live->secrets(), name));
        return sms::checkProvider(config, toolsOf(store, *live), stop);
    };
    m_services.background.run(context, work, std::move(answer));
}

void StoreSmsService::stopList(QObject *context, const QString &part, Answer<sms::StopListView> answer)
{
    m_services.background.read(
        context, [part](Connection &db) { return sms::stopList(db, part, mostStoppedShown); }, std::move(answer), QStringLiteral("smsStopList"));
}

void StoreSmsService::stopNumber(QObject *context, const sms::Stopped &number, Answer<AddedNumbers> answer)
{
    const auto work = [number, &store = m_services.store]() -> Result<AddedNumbers> {
        PFX_ASSIGN(const qint64 added, sms::addToStopList(store.writer(), {number}, {}));
        return AddedNumbers{added, 1 - added, 0, {}};
    };
    m_services.background.run(context, work, std::move(answer));
}

void StoreSmsService::allowNumbers(QObject *context, const QStringList &recipients, Answer<void> answer)
{
    const auto change = [recipients](Connection &db) -> Result<void> {
        PFX_TRY(sms::removeFromStopList(db, recipients));
        return settings::touch(db);
    };
    write(context, change, std::move(answer));
}

void StoreSmsService::importStopList(QObject *context, const QString &path, Answer<AddedNumbers> answer)
{
    const auto work = [path, &store = m_services.store, now = m_services.clock.nowMs(), stop = m_stop.get_token()]() -> Result<AddedNumbers> {
        PFX_ASSIGN(const sms::StopListFile file, sms::readStopListFile(path, now, stop));
        PFX_ASSIGN(const qint64 added, sms::addToStopList(store.writer(), file.numbers, stop));
        return AddedNumbers{added, file.numbers.size() - added, file.skippedCount, file.skipped.mid(0, mostSkippedShown)};
    };
    m_services.background.run(context, work, std::move(answer));
}

void StoreSmsService::saveRules(QObject *context, const QMap<QString, QString> &values, Answer<void> answer)
{
    write(
        context,
        [values](Connection &db) -> Result<void> {
            for (auto one = values.begin(); one != values.end(); ++one)
                PFX_TRY(settings::write(db, one.key(), one.value()));
            return {};
        },
        std::move(answer));
}

} // namespace pfx::ui
