// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/planfix_service.h"

#include "core/exchange/accounts.h"
#include "core/exchange/journal_pages.h"
#include "core/orders/order_effects.h"
#include "core/orders/planfix_desk.h"
#include "ui/common/background.h"
#include "ui/common/latest.h"
#include "ui/common/live.h"

namespace pfx::ui {

using base::ErrorCode;
using base::Result;
using planfix::CheckLine;
using store::Connection;

namespace {

const QString webhookSecret = QStringLiteral("planfix.webhook-secret");

bool isGiven(const QProcessEnvironment &environment, const char *name)
{
    return !environment.value(QLatin1String(name)).trimmed().isEmpty();
}

Result<KeptPlanfix> readKept(const orders::Office &office, Connection &db)
{
    KeptPlanfix kept;
    PFX_ASSIGN(kept.settings, settings::Settings::load(db));
    kept.accountIsGiven = isGiven(office.environment, "PLANFIX_ACCOUNT");
    kept.keyIsGiven = isGiven(office.environment, "PLANFIX_API_KEY") || isGiven(office.environment, "PFX_SECRET_PLANFIX_API_KEY");
    kept.account =
        kept.accountIsGiven ? office.environment.value(QStringLiteral("PLANFIX_ACCOUNT")) : kept.settings.text(QStringLiteral("planfix.account"));
    const auto key = office.secrets.read(planfix::apiKeySecret);
    const auto secret = office.secrets.read(webhookSecret);
    kept.hasKey = key && *key && !(*key)->isEmpty();
    if (secret && *secret)
        kept.webhookSecret = (*secret)->reveal();
    if (!key)
        kept.keychain = key.error();
    return kept;
}

/// A conversation with the account as the person has typed it, on the thread that makes it.
class Talk {
public:
    static Result<std::unique_ptr<Talk>> begin(const orders::Office &office, const Credentials &given)
    {
        PFX_ASSIGN(planfix::Account account, planfix::Account::parse(given.account));
        secrets::Secret key(given.key.trimmed());
        if (key.isEmpty()) {
            PFX_ASSIGN(const auto kept, office.secrets.read(planfix::apiKeySecret));
            if (!kept || kept->isEmpty())
                return base::fail(ErrorCode::Unauthorized, QStringLiteral("no key was given"), planfix::apiKeySecret);
            key = *kept;
        }
        PFX_ASSIGN(const double perSecond, pace(office));
        PFX_TRY(letTry(office, account.host()));
        return std::make_unique<Talk>(office, std::move(account), key, perSecond);
    }

    Talk(const orders::Office &office, planfix::Account account, const secrets::Secret &key, double perSecond)
        : m_transport(office.transport()),
          m_client(*m_transport, office.gate, office.observer, office.clock, office.client),
          session(m_client, std::move(account), key.reveal(), {perSecond})
    {
    }

private:
    static Result<double> pace(const orders::Office &office)
    {
        PFX_ASSIGN(const auto db, office.store.connect());
        PFX_ASSIGN(const auto settings, settings::Settings::load(*db));
        return settings.decimal(QStringLiteral("planfix.requests-per-second"));
    }

    /// What was held because of a key waits for just this: a person who tries another one.
    static Result<void> letTry(const orders::Office &office, const QString &host)
    {
        return office.store.writer().run([&](Connection &db) -> Result<void> {
            PFX_ASSIGN(const auto holds, exchange::accounts::holds(db, office.clock.nowMs()));
            for (const exchange::Hold &hold : holds) {
                if (hold.account == host && hold.code != base::name(ErrorCode::QuotaExhausted))
                    PFX_TRY(exchange::accounts::release(db, host));
            }
            return {};
        });
    }

    std::unique_ptr<http::Transport> m_transport;
    http::Client m_client;

public:
    planfix::Session session;
};

Result<planfix::Diagnosis> diagnosisOf(const orders::Office &office, const Credentials &given, const base::StopToken &stop,
                                       const PlanfixService::Told &told)
{
    const auto talk = Talk::begin(office, given);
    if (!talk)
        return planfix::notBegun(talk.error());
    QVector<CheckLine> lines;
    return planfix::diagnose((*talk)->session, stop, [&](const CheckLine &line) {
        lines.append(line);
        told(lines);
    });
}

Result<TemplateFacts> factsOf(const orders::Office &office, const Credentials &given, qint64 number, qint64 process)
{
    PFX_ASSIGN(const auto talk, Talk::begin(office, given));
    planfix::Api api(talk->session, {});
    TemplateFacts facts;
    PFX_ASSIGN(facts.fields, api.fieldsOfTask(number));
    if (process > 0) {
        PFX_ASSIGN(facts.statuses, api.statuses(process));
    }
    return facts;
}

Result<void> write(const orders::Office &office, const PlanfixDraft &draft)
{
    for (auto value = draft.settings.begin(); value != draft.settings.end(); ++value) {
        const settings::Definition *definition = settings::find(value.key());
        if (!definition)
            return base::fail(ErrorCode::NotFound, value.key(), QStringLiteral("setting"));
        PFX_TRY(settings::checked(*definition, value.value()));
    }
    if (draft.key)
        PFX_TRY(office.secrets.write(planfix::apiKeySecret, secrets::Secret(*draft.key)));
    if (draft.webhookSecret)
        PFX_TRY(office.secrets.write(webhookSecret, secrets::Secret(*draft.webhookSecret)));
    return office.store.writer().run([&](Connection &db) -> Result<void> {
        for (auto value = draft.settings.begin(); value != draft.settings.end(); ++value)
            PFX_TRY(settings::write(db, value.key(), value.value()));
        return settings::touch(db); // for the secrets
    });
}

} // namespace

PlanfixService::PlanfixService(Services &services) : m_services(services), m_office(services.live->office()) { }

void PlanfixService::kept(QObject *context, Answer<KeptPlanfix> answer)
{
    // Not on a reading thread: a keychain may wait for a person's password.
    m_services.background.run(
        context,
        [&office = m_office]() -> Result<KeptPlanfix> {
            PFX_ASSIGN(const auto db, office.store.connect());
            return readKept(office, *db);
        },
        std::move(answer));
}

void PlanfixService::check(QObject *context, const Credentials &given, base::StopToken stop, Told told, Answer<planfix::Diagnosis> answer)
{
    auto latest = std::make_shared<Latest<QVector<CheckLine>>>(context, std::move(told));
    m_services.background.run(
        context,
        [&office = m_office, given, stop = std::move(stop), post = latest->poster()] { return diagnosisOf(office, given, stop, post); },
        [latest, answer = std::move(answer)](Result<planfix::Diagnosis> diagnosis) { answer(std::move(diagnosis)); });
}

void PlanfixService::templateFacts(QObject *context, const Credentials &given, qint64 number, qint64 process, Answer<TemplateFacts> answer)
{
    m_services.background.run(
        context, [&office = m_office, given, number, process] { return factsOf(office, given, number, process); }, std::move(answer));
}

void PlanfixService::save(QObject *context, const PlanfixDraft &draft, Answer<void> answer)
{
    m_services.background.run(context, [&office = m_office, draft] { return write(office, draft); }, std::move(answer));
}

void PlanfixService::removeKey(QObject *context, Answer<void> answer)
{
    m_services.background.run(
        context,
        [&office = m_office]() -> Result<void> {
            PFX_TRY(office.secrets.remove(planfix::apiKeySecret));
            return office.store.writer().run([](Connection &db) { return settings::touch(db); });
        },
        std::move(answer));
}

void PlanfixService::lastCall(QObject *context, Answer<std::optional<qint64>> answer)
{
    m_services.background.read(
        context,
        [](Connection &db) -> Result<std::optional<qint64>> {
            exchange::JournalFilter calls;
            calls.direction = exchange::Direction::In;
            calls.service = orders::effect::planfixService;
            constexpr int mostLooked = 50; // rows that the watch of changed tasks made stand among them
            PFX_ASSIGN(const auto rows, exchange::journalPage(db, calls, 0, mostLooked));
            for (const exchange::JournalEntry &row : rows) {
                if (!row.remote.isEmpty())
                    return std::optional(row.timeMs);
            }
            return std::optional<qint64>();
        },
        std::move(answer), QStringLiteral("planfix.lastCall"));
}

} // namespace pfx::ui
