// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a row after a failed attempt, as a table.
#include "core/exchange/row_end.h"

#include <QtTest>

using namespace pfx;
using namespace pfx::exchange;
using base::ErrorCode;

namespace {

constexpr qint64 now = 1'000'000;

QString said(const Decision &decision)
{
    QString text = name(decision.end.state);
    if (decision.end.inDoubt)
        text += QStringLiteral(", in doubt");
    if (decision.end.attempts > 0)
        text += QStringLiteral(", counted");
    if (decision.holdUntilMs)
        text += QStringLiteral(", held for %1").arg(*decision.holdUntilMs - now);
    return text;
}

} // namespace

class PolicyTest : public QObject
{
    Q_OBJECT

private slots:
    void anAttemptsEnd_data();
    void anAttemptsEnd();
    void doubtOutlastsLaterFailures();
    void theLastAttemptNeedsAttention();
    void pausesGrowAndStayInBounds();
};

void PolicyTest::anAttemptsEnd_data()
{
    using K = EffectKind;
    using E = base::Effected;
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("effected");
    QTest::addColumn<QString>("end");
    const auto row = [](const char *title, K kind, ErrorCode code, E effected, const char *end) {
        QTest::newRow(title) << int(kind) << int(code) << int(effected) << QString::fromLatin1(end);
    };
    row("no connection", K::Once, ErrorCode::Network, E::No, "waiting, counted");
    row("a lost answer, idempotent", K::Idempotent, ErrorCode::Timeout, E::Perhaps, "waiting, counted");
    row("a lost answer that can be looked up", K::LookUp, ErrorCode::Timeout, E::Perhaps, "waiting, in doubt, counted");
    row("a lost answer that cannot", K::Once, ErrorCode::Timeout, E::Perhaps, "unknown");
    row("stopped in the middle", K::Once, ErrorCode::Cancelled, E::Perhaps, "unknown");
    row("stopped before it was sent", K::Once, ErrorCode::Cancelled, E::No, "queued");
    row("stopped in the middle, can be looked up", K::LookUp, ErrorCode::Cancelled, E::Perhaps, "queued, in doubt");
    row("refused for good", K::Idempotent, ErrorCode::Validation, E::No, "attention, counted");
    row("a right is missing", K::LookUp, ErrorCode::ScopeMissing, E::No, "attention, counted");
    row("the quota is used up", K::Idempotent, ErrorCode::QuotaExhausted, E::No, "queued, held for 3600000");
    row("too many requests", K::Once, ErrorCode::RateLimited, E::No, "queued, held for 2000");
    row("the key is refused", K::Idempotent, ErrorCode::Unauthorized, E::No, "queued, held for 300000");
    row("the keychain is locked", K::Idempotent, ErrorCode::Keychain, E::No, "queued, held for 300000");
    row("our own database is busy", K::Idempotent, ErrorCode::StorageLocked, E::No, "waiting, counted");
}

void PolicyTest::anAttemptsEnd()
{
    QFETCH(int, kind);
    QFETCH(int, code);
    QFETCH(int, effected);
    Job job;
    job.kind = EffectKind(kind);
    const Decision decision = decide(job, {{ErrorCode(code), {}, {}, base::Effected(effected)}, {}}, RetryPolicy(), now, 0.5);
    QTEST(said(decision), "end");
}

void PolicyTest::doubtOutlastsLaterFailures()
{
    Job job;
    job.kind = EffectKind::LookUp;
    job.inDoubt = true;
    QVERIFY(decide(job, {{ErrorCode::Network, {}, {}, base::Effected::No}, {}}, RetryPolicy(), now, 0.5).end.inDoubt);
}

void PolicyTest::theLastAttemptNeedsAttention()
{
    RetryPolicy policy;
    Job job;
    job.attempts = policy.attempts - 2;
    const Failed failed{{ErrorCode::Network, {}, {}, base::Effected::No}, {}};
    QCOMPARE(decide(job, failed, policy, now, 0.5).end.state, RowState::Waiting);
    ++job.attempts;
    QCOMPARE(decide(job, failed, policy, now, 0.5).end.state, RowState::Attention);
}

void PolicyTest::pausesGrowAndStayInBounds()
{
    RetryPolicy policy;
    qint64 before = 0;
    for (int attempts = 1; attempts < 60; ++attempts) {
        const qint64 least = pauseMs(policy, attempts, 0), most = pauseMs(policy, attempts, 0.999999);
        QVERIFY(least >= before / 2 && least > 0);
        QVERIFY(most <= policy.longestMs && most >= least);
        QVERIFY(most < 2 * least + 2);
        before = most;
    }
    QCOMPARE(pauseMs(policy, 1, 0), 500);
    QCOMPARE(pauseMs(policy, 59, 0), policy.longestMs / 2);
}

QTEST_APPLESS_MAIN(PolicyTest)
#include "tst_policy.moc"
