// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_common/fake_connection.h"
#include "ui/common/background.h"
#include "ui/common/latest.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <atomic>
#include <thread>

using namespace pfx;
using namespace pfx::ui;

namespace {

Background::Connect connectFake(std::atomic<int> *opened = nullptr)
{
    return [opened]() -> base::Result<std::unique_ptr<store::Connection>> {
        if (opened)
            ++*opened;
        return std::make_unique<test::FakeConnection>();
    };
}

} // namespace

class tst_background : public QObject
{
    Q_OBJECT

private slots:
    void answersInTheGuiThread();
    void nobodyIsToldAfterTheContextHasGone();
    void onlyTheNewestAnswerOfAKeyIsDelivered();
    void aStoreThatCannotBeOpenedIsAnAnswer();
    void eachReadingThreadConnectsOnce();
    void leavingWaitsForWhatRuns();
    void theLastValueOfAThreadIsDelivered();
    void aValueAfterTheReceiverHasGoneIsDropped();
};

void tst_background::answersInTheGuiThread()
{
    Background background(connectFake());
    QThread *workedIn = nullptr, *toldIn = nullptr;
    int answer = 0;
    background.read(
        this,
        [&workedIn](store::Connection &) -> base::Result<int> {
            workedIn = QThread::currentThread();
            return 7;
        },
        [&](const base::Result<int> &result) {
            toldIn = QThread::currentThread();
            answer = *result;
        });
    QTRY_COMPARE(answer, 7);
    QCOMPARE(toldIn, QThread::currentThread());
    QVERIFY(workedIn != toldIn);
    background.run(this, [] { return 9; }, [&answer](int result) { answer = result; });
    QTRY_COMPARE(answer, 9);
    QVERIFY(background.isIdle());
}

void tst_background::nobodyIsToldAfterTheContextHasGone()
{
    Background background(connectFake());
    QSemaphore go;
    auto context = std::make_unique<QObject>();
    bool told = false, other = false;
    background.read(
        context.get(),
        [&go](store::Connection &) -> base::Result<int> {
            go.acquire();
            return 1;
        },
        [&told](const base::Result<int> &) { told = true; });
    context.reset();
    go.release();
    background.read(this, [](store::Connection &) -> base::Result<int> { return 2; }, [&other](const base::Result<int> &) { other = true; });
    QTRY_VERIFY(other && background.isIdle());
    QVERIFY(!told);
}

void tst_background::onlyTheNewestAnswerOfAKeyIsDelivered()
{
    Background background(connectFake());
    QSemaphore go;
    std::atomic<int> worked = 0;
    QVector<int> told;
    for (int i = 0; i < 20; ++i) {
        background.read(
            this,
            [&go, &worked, i](store::Connection &) -> base::Result<int> {
                go.acquire();
                ++worked;
                return i;
            },
            [&told](const base::Result<int> &result) { told << *result; }, QStringLiteral("search"));
    }
    go.release(20);
    QTRY_COMPARE(told, QVector<int>{19});
    QVERIFY(worked <= 4); // those that had begun, and the newest
}

void tst_background::aStoreThatCannotBeOpenedIsAnAnswer()
{
    Background background([] { return base::fail(base::ErrorCode::StorageLocked, QStringLiteral("held")); });
    base::ErrorCode code = base::ErrorCode::Internal;
    background.read(this, [](store::Connection &) -> base::Result<int> { return 1; },
                    [&code](const base::Result<int> &result) { code = result.error().code; });
    QTRY_COMPARE(code, base::ErrorCode::StorageLocked);
}

void tst_background::eachReadingThreadConnectsOnce()
{
    std::atomic<int> opened = 0;
    int told = 0;
    Background background(connectFake(&opened));
    for (int i = 0; i < 50; ++i)
        background.read(this, [](store::Connection &) -> base::Result<int> { return 1; }, [&told](const base::Result<int> &) { ++told; });
    QTRY_COMPARE(told, 50);
    QVERIFY(opened <= 2);
}

void tst_background::leavingWaitsForWhatRuns()
{
    std::atomic<bool> ended = false, told = false;
    QSemaphore begun;
    {
        Background background(connectFake());
        background.run(
            this,
            [&begun, &ended] {
                begun.release();
                std::this_thread::yield();
                ended = true;
                return 1;
            },
            [&told](int) { told = true; });
        begun.acquire();
    }
    QVERIFY(ended);
    QCoreApplication::sendPostedEvents();
    QVERIFY(!told);
}

void tst_background::theLastValueOfAThreadIsDelivered()
{
    int last = 0, times = 0;
    Latest<int> latest(this, [&](int value) {
        last = value;
        ++times;
    });
    std::thread worker([post = latest.poster()] {
        for (int i = 1; i <= 10'000; ++i)
            post(i);
    });
    worker.join();
    QTRY_COMPARE(last, 10'000);
    QVERIFY(times < 10'000);
}

void tst_background::aValueAfterTheReceiverHasGoneIsDropped()
{
    int told = 0;
    std::function<void(const int &)> post;
    {
        QObject context;
        Latest<int> latest(&context, [&told](int) { ++told; });
        post = latest.poster();
        post(1);
    }
    post(2);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(told, 0);
}

QTEST_MAIN(tst_background)
#include "tst_background.moc"
