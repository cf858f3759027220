// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/test_order.h"

#include "core/exchange/outbox.h"
#include "core/orders/order_book.h"
#include "core/orders/planfix_desk.h"
#include "core/planfix/access.h"
#include "core/store/store.h"
#include "core/texts/order_texts.h"
#include "core/texts/planfix_texts.h"
#include "ui/common/background.h"
#include "ui/common/formatting.h"
#include "ui/common/live.h"
#include "ui/common/services.h"

#include <QCoreApplication>

#include <algorithm>

namespace pfx::ui {

using base::Result;
using orders::OrderProgress;
using store::Connection;

namespace {

constexpr int AgainMs = 500;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TestOrder)
};

StripStep savedStep(const TestOrderState &state)
{
    if (state.phase == TestOrderState::Phase::Saving)
        return {StripStep::State::Current, Words::tr("Being saved"), {}, {}};
    return {StripStep::State::Done, Words::tr("Saved"), Words::tr("order %1, %2").arg(state.number, duration(state.savedInMs)), {}};
}

StripStep sentStep(const TestOrderState &state)
{
    using State = StripStep::State;
    if (!state.progress)
        return {State::Later, Words::tr("Sending"), {}, {}};
    const OrderProgress &progress = *state.progress;
    if (progress.hasTask()) {
        const QString answer = progress.httpStatus
            ? Words::tr("answer %1 in %2").arg(QString::number(*progress.httpStatus), duration(progress.tookMs))
            : QString();
        return {State::Done, Words::tr("Sent"), answer, {}};
    }
    switch (progress.sync.sync) {
    case orders::Sync::Attention:
        return {State::Failed, Words::tr("Planfix refused"), Words::tr("the reason stands below"), {}};
    case orders::Sync::Held:
        return {State::Waiting, texts::text(progress.sync.sync), Words::tr("the reason stands below"), {}};
    case orders::Sync::Waiting:
        return {State::Waiting, texts::text(progress.sync.sync),
                progress.sync.error ? texts::describe(*progress.sync.error).message : QString(), {}};
    case orders::Sync::Agreed:
    case orders::Sync::OnItsWay:
    case orders::Sync::Conflict:
        break;
    }
    return {State::Current, Words::tr("Being sent"), Words::tr("Planfix is being asked"), {}};
}

} // namespace

QVector<StripStep> stepsOf(const TestOrderState &state)
{
    using Phase = TestOrderState::Phase;
    if (state.phase == Phase::Removed) {
        const bool hadTask = state.progress && state.progress->hasTask();
        return {{StripStep::State::Done, Words::tr("Removed"),
                 hadTask ? Words::tr("task %1 gets the status of cancelled orders, if it has one").arg(state.progress->order.planfixId)
                         : Words::tr("it never became a task"),
                 {}}};
    }
    const bool isShown = state.phase == Phase::Saving || state.phase == Phase::Underway || state.phase == Phase::Arrived
        || state.phase == Phase::Removing;
    if (!isShown)
        return {};
    StripStep task{StripStep::State::Later, Words::tr("Task in Planfix"), {}, {}};
    if (state.progress && state.progress->hasTask())
        task = {StripStep::State::Done, Words::tr("Task No. %1").arg(state.progress->order.planfixId), {}, Words::tr("Open in Planfix")};
    return {savedStep(state), sentStep(state), task};
}

TestOrderTrouble refusalWords(const base::Error &error, const QString &missingScope)
{
    TestOrderTrouble trouble;
    const texts::ErrorText words = texts::describe(error);
    trouble.fact = words.message;
    trouble.sentence = words.advice;
    trouble.technical = QStringList{base::name(error.code), error.where, error.detail}.join(QLatin1Char('\n')).trimmed();
    const auto &scopes = planfix::scopes();
    const auto scope = std::find_if(scopes.cbegin(), scopes.cend(),
                                    [&missingScope](const planfix::Scope &known) { return known.name == missingScope; });
    if (scope != scopes.cend()) {
        trouble.fact = Words::tr("The key lacks the right %1").arg(texts::scopeLine(*scope));
        trouble.sentence = Words::tr("Switch it on in Planfix: %1, then send again.").arg(texts::whereScopesAre());
    }
    return trouble;
}

TestOrderTrouble troubleOf(const TestOrderState &state)
{
    using Phase = TestOrderState::Phase;
    if (state.phase == Phase::NotSetUp) {
        return {Words::tr("Planfix is not connected yet"),
                Words::tr("Orders become tasks as soon as account and key are given in the set-up; it takes a few minutes."), {}, true};
    }
    if (state.phase == Phase::Failed && state.error)
        return refusalWords(*state.error, {});
    if (!state.canRetry() || !state.progress->sync.error)
        return {};
    TestOrderTrouble trouble = refusalWords(*state.progress->sync.error, state.progress->missingScope);
    trouble.isForSetup = true;
    return trouble;
}

TestOrder::TestOrder(Services &services, QObject *parent) : QObject(parent), m_services(services), m_live(*services.live)
{
    m_again.setInterval(AgainMs);
    connect(&m_again, &QTimer::timeout, this, &TestOrder::look);
    connect(&m_live, &Live::stored, this, &TestOrder::look);
}

void TestOrder::set(const TestOrderState &state)
{
    if (state.isMoving())
        m_again.start();
    else
        m_again.stop();
    if (state == m_state)
        return;
    m_state = state;
    emit changed();
}

void TestOrder::create()
{
    if (!m_state.canCreate())
        return;
    TestOrderState next;
    next.phase = TestOrderState::Phase::Saving;
    set(next);
    const auto work = [&store = m_services.store, &clock = m_services.clock, &outbox = m_live.outbox(),
                       environment = m_live.office().environment, order = texts::testOrder(m_services.clock.nowMs())]() -> Result<Saved> {
        Saved saved;
        const qint64 began = clock.monotonicMs();
        PFX_TRY(store.writer().run([&](Connection &db) -> Result<void> {
            PFX_ASSIGN(const auto settings, settings::Settings::load(db));
            if (const auto account = planfix::chosenAccount(settings, environment); !account)
                return base::fail(account.error());
            PFX_ASSIGN(auto book, orders::openBook(db, outbox, clock, environment));
            PFX_ASSIGN(saved.order, book.add(db, order));
            return {};
        }));
        saved.tookMs = clock.monotonicMs() - began;
        return saved;
    };
    m_services.background.run(this, work, [this](Result<Saved> answer) { saved(std::move(answer)); });
}

void TestOrder::saved(Result<Saved> answer)
{
    TestOrderState next;
    if (!answer) {
        const bool isMissing = answer.error().where == QLatin1String("planfix.account") && answer.error().code == base::ErrorCode::Unauthorized;
        next.phase = isMissing ? TestOrderState::Phase::NotSetUp : TestOrderState::Phase::Failed;
        next.error = answer.error();
        set(next);
        return;
    }
    next.phase = TestOrderState::Phase::Underway;
    next.id = answer->order.id;
    next.number = answer->order.number;
    next.savedInMs = answer->tookMs;
    set(next);
    emit created(next.id);
    look();
}

void TestOrder::look()
{
    if (m_state.phase != TestOrderState::Phase::Underway && m_state.phase != TestOrderState::Phase::Arrived)
        return;
    const qint64 id = m_state.id;
    m_services.background.read(
        this, [id, now = m_services.clock.nowMs()](Connection &db) { return orders::progressOf(db, id, now); },
        [this, id](Result<OrderProgress> answer) { looked(id, std::move(answer)); }, QStringLiteral("testOrder"));
}

void TestOrder::looked(qint64 id, Result<OrderProgress> answer)
{
    if (id != m_state.id || (m_state.phase != TestOrderState::Phase::Underway && m_state.phase != TestOrderState::Phase::Arrived))
        return;
    TestOrderState next = m_state;
    if (!answer) {
        // Removed elsewhere: there is nothing more to follow.
        next = {};
        if (answer.error().code != base::ErrorCode::NotFound) {
            next.phase = TestOrderState::Phase::Failed;
            next.error = answer.error();
        }
        set(next);
        return;
    }
    next.progress = std::move(*answer);
    if (next.progress->hasTask() && next.phase == TestOrderState::Phase::Underway) {
        next.phase = TestOrderState::Phase::Arrived;
        m_services.background.read(
            this,
            [environment = m_live.office().environment, task = next.progress->order.planfixId](Connection &db) -> Result<QUrl> {
                PFX_ASSIGN(const auto settings, settings::Settings::load(db));
                PFX_ASSIGN(const auto account, planfix::chosenAccount(settings, environment));
                return account.taskPage(task);
            },
            [this](const Result<QUrl> &page) {
                TestOrderState withPage = m_state;
                withPage.taskPage = page.value_or(QUrl());
                set(withPage);
            },
            QStringLiteral("testOrderPage"));
    }
    set(next);
}

void TestOrder::retry()
{
    if (!m_state.canRetry())
        return;
    const auto work = [&store = m_services.store, &outbox = m_live.outbox(), id = m_state.id, now = m_services.clock.nowMs()] {
        return store.writer().run(
            [&outbox, id, now](Connection &db) { return orders::sendAgain(db, outbox, id, exchange::Doubt::Respect, now); });
    };
    m_services.background.run(this, work, [this](const Result<void> &) {
        m_live.ring();
        look(); // what it finds tells also when it was not sent
    });
}

void TestOrder::remove()
{
    if (!m_state.canRemove())
        return;
    TestOrderState next = m_state;
    next.phase = TestOrderState::Phase::Removing;
    set(next);
    const qint64 id = m_state.id;
    const auto work = [&store = m_services.store, &clock = m_services.clock, &outbox = m_live.outbox(),
                       environment = m_live.office().environment, id] {
        return store.writer().run([&](Connection &db) -> Result<void> {
            PFX_ASSIGN(auto book, orders::openBook(db, outbox, clock, environment));
            return book.removeTest(db, id);
        });
    };
    m_services.background.run(this, work, [this, id](const Result<void> &answer) {
        TestOrderState after = m_state;
        after.phase = answer ? TestOrderState::Phase::Removed : TestOrderState::Phase::Failed;
        if (!answer)
            after.error = answer.error();
        set(after);
        if (answer)
            emit removed(id);
    });
}

void TestOrder::dismiss()
{
    if (m_state.canCreate())
        set({});
}

} // namespace pfx::ui
