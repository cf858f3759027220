// SPDX-License-Identifier: GPL-3.0-or-later
// The hand-over between threads: nothing lost, nothing twice, each sender's order kept; run under ThreadSanitizer too.
#include "core/server/mailbox.h"
#include "core/server/workers.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace pfx::server;

class TestMailbox : public QObject
{
    Q_OBJECT

private slots:
    void allArriveInEachSendersOrder();
    void whatWasPostedBeforeListeningArrives();
    void postingAfterTheListenerHasGoneIsHarmless();
    void workersFinishWhatWaits();
    void workersTakeOnlySoMuch();
};

void TestMailbox::allArriveInEachSendersOrder()
{
    constexpr int senders = 4, each = 20'000;
    const auto mailbox = std::make_shared<Mailbox<std::pair<int, int>>>();
    std::vector<int> next(senders, 0);
    int wrong = 0, total = 0;
    const auto listening = mailbox->listen([&] {
        for (const auto &[sender, number] : mailbox->takeAll()) {
            wrong += number == next[static_cast<std::size_t>(sender)]++ ? 0 : 1;
            ++total;
        }
    });
    std::vector<std::thread> threads;
    for (int sender = 0; sender < senders; ++sender) {
        threads.emplace_back([mailbox, sender] {
            for (int i = 0; i < each; ++i)
                mailbox->post({sender, i});
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(total, senders * each, 60'000);
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(wrong, 0);
}

void TestMailbox::whatWasPostedBeforeListeningArrives()
{
    Mailbox<int> mailbox;
    mailbox.post(7);
    std::vector<int> got;
    const auto listening = mailbox.listen([&] { got = mailbox.takeAll(); });
    QTRY_COMPARE(got, std::vector<int>{7});
}

void TestMailbox::postingAfterTheListenerHasGoneIsHarmless()
{
    const auto mailbox = std::make_shared<Mailbox<int>>();
    int calls = 0;
    mailbox->listen([&] { ++calls; }).reset();
    std::thread([mailbox] { mailbox->post(1); }).join();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(calls, 0);
    QCOMPARE(mailbox->takeAll().size(), std::size_t(1));
}

void TestMailbox::workersFinishWhatWaits()
{
    std::atomic<int> done = 0;
    {
        Workers workers(3, 10'000, nullptr);
        for (int i = 0; i < 1000; ++i)
            QVERIFY(workers.submit([&done](Desk &) { ++done; }));
    }
    QCOMPARE(done.load(), 1000);
}

void TestMailbox::workersTakeOnlySoMuch()
{
    std::mutex gate;
    gate.lock();
    std::atomic<bool> begun = false;
    Workers workers(1, 2, nullptr);
    QVERIFY(workers.submit([&](Desk &) {
        begun = true;
        const std::lock_guard wait(gate);
    }));
    QTRY_VERIFY(begun.load());
    QVERIFY(workers.submit([](Desk &) {}));
    QVERIFY(workers.submit([](Desk &) {}));
    QVERIFY(!workers.submit([](Desk &) {}));
    gate.unlock();
}

QTEST_GUILESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"
