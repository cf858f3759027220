// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overview_presenter.h"

#include "core/texts/texts.h"
#include "ui/common/formatting.h"

#include <QDateTime>

#include <algorithm>

namespace pfx::ui {

using base::Error;
using base::ErrorCode;

/// Facts of the store and of the running heart, together.
struct OverviewPresenter::Known
{
    const OverviewFacts &facts;
    PlanfixState planfix;
    ServerState server;
    std::optional<Error> secretsTrouble;
    bool isLive = false;
    qint64 nowMs = 0;

    const exchange::ServiceHealth *health(const char *service, exchange::Direction direction) const
    {
        for (const exchange::ServiceHealth &one : facts.health) {
            if (one.service == QLatin1String(service) && one.direction == direction)
                return &one;
        }
        return nullptr;
    }
};

namespace {

constexpr qint64 plans[] = {20'000, 50'000, 100'000}; // requests a day (Planfix's plans)
constexpr qint64 quotaIsFreshMs = 24LL * 60 * 60 * 1000;

QVariantMap target(const char *key, const QVariant &value)
{
    return {{QString::fromLatin1(key), value}};
}

ServerState serverOf(const Live *live)
{
    return live ? live->server() : ServerState();
}

} // namespace

int OverviewState::stepsDone() const
{
    return static_cast<int>(std::count_if(steps.cbegin(), steps.cend(), [](const OverviewStep &step) { return step.isDone; }));
}

void OverviewPresenter::show(const OverviewFacts &facts, const Live *live, const QString &store, qint64 nowMs)
{
    Known known{facts, live ? live->planfix() : PlanfixState(), serverOf(live), live ? live->secretsTrouble() : std::nullopt, live != nullptr, nowMs};
    OverviewState state;
    state.isKnown = true;
    state.needs = needs(known);
    state.connections = connections(known, store);
    state.numbers = numbers(facts);
    state.steps = steps(known);
    state.quota = quota(known);
    if (!facts.dayStarts.isEmpty())
        state.fortnightAgo = QLocale().toString(QDateTime::fromMSecsSinceEpoch(facts.dayStarts.first()).date(), QStringLiteral("d MMM"));
    become(std::move(state));
}

void OverviewPresenter::showFailure(const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    OverviewState state = m_state;
    state.error = error;
    become(std::move(state));
}

void OverviewPresenter::become(OverviewState state)
{
    if (state == m_state)
        return; // nothing moves under the pointer
    m_state = std::move(state);
    emit changed();
}

QVector<OverviewNeed> OverviewPresenter::needs(const Known &known) const
{
    QVector<OverviewNeed> needs;
    const auto add = [&needs](Tone tone, const QString &fact, const QString &sentence, const OverviewWay &way) {
        needs.append({tone, fact, sentence, way});
    };
    const auto advice = [](const Error &error) { return texts::describe(error).advice; };
    if (known.secretsTrouble && !known.planfix.account.isEmpty())
        add(Tone::Error, texts::describe(*known.secretsTrouble).message, advice(*known.secretsTrouble), {tr("Open"), pages::Setup, {}});
    if (known.planfix.held)
        add(known.planfix.held->code == ErrorCode::Unauthorized ? Tone::Error : Tone::Warning,
            tr("Planfix: %1").arg(texts::describe(*known.planfix.held).message), advice(*known.planfix.held),
            {known.planfix.held->code == ErrorCode::Unauthorized ? tr("Mend it") : tr("Look"),
             known.planfix.held->code == ErrorCode::Unauthorized ? pages::Setup : pages::Journal, {}});
    if (known.server.isWanted && known.server.error)
        add(Tone::Error, tr("The server does not start"), tr("What the site and Planfix send is not taken: %1").arg(known.server.error->detail),
            {tr("Mend it"), pages::Settings, QStringLiteral("server")});
    if (const qint64 halted = known.facts.haltedRows())
        add(Tone::Error, tr("%n exchange(s) need your decision", nullptr, static_cast<int>(std::min<qint64>(halted, 100'000))),
            tr("What waits behind them for the same order or task waits too."), {tr("Look"), pages::Journal, target("kind", QStringLiteral("attention"))});
    if (known.facts.orders.conflicts > 0)
        add(Tone::Warning, tr("%n order(s) were changed on both sides", nullptr, static_cast<int>(known.facts.orders.conflicts)),
            tr("Choose what is right: ours or what stands in Planfix."), {tr("Compare"), pages::Orders, target("conflicts", true)});
    if (known.facts.importsToContinue > 0)
        add(Tone::Info, tr("The last import was not finished"), tr("It can be continued where it stopped."), {tr("Continue"), pages::Imports, {}});
    return needs;
}

QVector<OverviewConnection> OverviewPresenter::connections(const Known &known, const QString &store) const
{
    using exchange::Direction;
    QVector<OverviewConnection> found;
    const auto when = [&known](std::optional<qint64> ms) { return ms ? timeShort(*ms, known.nowMs) : QString(); };
    if (known.isLive) {
        const exchange::ServiceHealth *out = known.health("planfix", Direction::Out);
        OverviewConnection planfix{Tone::Muted, tr("Planfix"), tr("not set up"), when(out ? out->goodMs : std::nullopt)};
        if (!known.planfix.account.isEmpty() && !known.planfix.hasKey)
            planfix = {Tone::Error, planfix.name, tr("no key"), planfix.when};
        else if (known.planfix.held)
            planfix = {Tone::Error, planfix.name, texts::describe(*known.planfix.held).message, planfix.when};
        else if (!known.planfix.account.isEmpty() && out)
            planfix = {out->isGood() ? Tone::Success : Tone::Warning, planfix.name, out->isGood() ? tr("works") : tr("the last answer was a refusal"),
                       planfix.when};
        else if (!known.planfix.account.isEmpty())
            planfix = {Tone::Info, planfix.name, tr("set up, not asked yet"), {}};
        found << planfix;
        const ServerState &server = known.server;
        found << OverviewConnection{server.isListening() ? Tone::Success : server.error ? Tone::Error : Tone::Muted, tr("Server"),
                                    server.isListening() ? server.address : server.error ? tr("does not start") : tr("off"), {}};
        const exchange::ServiceHealth *hook = known.health("planfix", Direction::In);
        if (server.isListening())
            found << OverviewConnection{server.publicUrl.isEmpty() ? Tone::Warning : hook ? Tone::Success : Tone::Info, tr("From outside"),
                                        server.publicUrl.isEmpty() ? tr("only this computer") : hook ? tr("Planfix has called") : tr("not called yet"),
                                        when(hook ? hook->goodMs : std::nullopt)};
    }
    if (const exchange::ServiceHealth *site = known.health("site", Direction::Out))
        found << OverviewConnection{site->isGood() ? Tone::Success : Tone::Error, tr("Company's site"),
                                    site->isGood() ? tr("works") : tr("does not answer as it should"), when(site->goodMs)};
    found << OverviewConnection{Tone::Success, tr("Store"), store, {}};
    return found;
}

QVector<OverviewNumber> OverviewPresenter::numbers(const OverviewFacts &facts) const
{
    const auto today = [](const QVector<qint64> &perDay) { return perDay.isEmpty() ? 0 : perDay.last(); };
    const auto usual = [this](const QVector<qint64> &perDay) {
        QVector<qint64> before = perDay.mid(0, perDay.size() - 1);
        std::sort(before.begin(), before.end());
        const qint64 middle = before.isEmpty() ? 0 : before[before.size() / 2];
        return middle > 0 ? tr("usually %1").arg(number(middle)) : QString();
    };
    return {{QStringLiteral("orders"), QStringLiteral("view-task"), tr("Orders today"), number(today(facts.orders.perDay)), usual(facts.orders.perDay),
             facts.orders.perDay},
            {QStringLiteral("imports"), QStringLiteral("document-import"), tr("Imported today"), number(today(facts.importedPerDay)), tr("records"),
             facts.importedPerDay}};
}

QVector<OverviewStep> OverviewPresenter::steps(const Known &known) const
{
    const bool answered = known.planfix.hasKey && !known.planfix.account.isEmpty() && known.planfix.lastSuccessMs && !known.planfix.held;
    const auto *hook = known.health("planfix", exchange::Direction::In);
    const QVector<OverviewStep> steps{
        {answered, tr("Connect Planfix"), {tr("Connect"), pages::Setup, {}}},
        {known.facts.orders.anyTestWithTask, tr("Create the test order and find its task in Planfix"), {tr("Create"), pages::Orders, {}}},
        {known.facts.anyImport, tr("Bring contacts and deals over"), {tr("Import"), pages::Imports, target("new", true)}},
        {!known.server.publicUrl.isEmpty(), tr("Open the way from outside"), {tr("How to do it"), pages::Settings, QStringLiteral("server")}},
        {hook && hook->goodMs, tr("Take the first change from Planfix"), {tr("What to paste"), pages::Setup, {}}},
        {known.facts.orders.anyFromSite, tr("Take the first order from the site"), {tr("Orders"), pages::Orders, {}}}};
    const bool allDone = std::all_of(steps.cbegin(), steps.cend(), [](const OverviewStep &step) { return step.isDone; });
    return allDone ? QVector<OverviewStep>() : steps;
}

std::optional<OverviewQuota> OverviewPresenter::quota(const Known &known) const
{
    const auto &quota = known.facts.quota;
    if (!quota || known.nowMs - quota->atMs > quotaIsFreshMs)
        return std::nullopt;
    qint64 plan = plans[std::size(plans) - 1];
    for (const qint64 size : plans) {
        if (quota->left <= size) {
            plan = size;
            break;
        }
    }
    const qint64 ofAll = std::max(plan, quota->left);
    return OverviewQuota{quota->left, ofAll, tr("About %1 of %2 requests are left today").arg(number(quota->left), number(ofAll)),
                         tr("As Planfix said: %1").arg(timeShort(quota->atMs, known.nowMs))};
}

} // namespace pfx::ui
