// SPDX-License-Identifier: GPL-3.0-or-later
// One provider at work: takes what is due, keeps its pace and its window, hands it to the driver, and writes down what became of it. Of all
// programs on a store the one that holds the provider's lock serves it, so that one pace and one bind are kept and no row is sent twice; what
// a program that died had in hand is looked up first. A thread of its own; the functions may be called from any.
#pragma once

#include "core/sms/pace.h"
#include "core/sms/policy_holder.h"
#include "core/sms/verdict.h"
#include "core/store/store.h"

#include <condition_variable>
#include <deque>
#include <set>
#include <thread>
#include <unordered_map>

namespace pfx::sms {

/// What all lanes share; all of it outlives them.
struct LaneTools {
    store::Store &store;
    const base::Clock &clock;
    const PolicyHolder &policy;
    DriverTools driver;
    QString owner; ///< Names this program in the rows it has in hand.
    /// Inside the transaction in which messages came to an end.
    std::function<base::Result<void>(store::Connection &, const std::vector<Ended> &)> ended;
    /// Rows were given to another provider.
    std::function<void(const QString &provider)> ring;
    /// Messages taken since the start: while many come, the writer's time is theirs first.
    std::function<qint64()> taken;
};

/// Takes in what a provider says of its messages; `stored` as of DriverEvents. Any thread.
void submitReceipts(LaneTools &tools, const QString &provider, std::vector<Receipt> receipts, DriverEvents::Stored stored);

/// How a lane stands, for metrics and the screen.
struct LaneFigures {
    QString provider;
    bool serving = false; ///< False: another program does, or it is about to begin.
    Link::State link = Link::State::Connecting;
    bool paused = false;
    QString trouble;
    int inHand = 0;
    qint64 sent = 0, failed = 0, unknown = 0; ///< Since the start.
};

class Lane : private DriverEvents {
public:
    Lane(LaneTools &tools, Provider provider);
    /// Takes nothing more, waits for what is in hand as long as the driver does.
    ~Lane() override;

    /// There may be something to send.
    void ring();
    /// A person has mended what it was paused for.
    void resume();
    const Provider &provider() const { return m_provider; }
    LaneFigures figures() const;

private:
    struct Answered {
        qint64 id = 0;
        SubmitResult result;
    };
    struct Doubtful {
        Claimed row;
        base::Error error;
        int looks = 0;
        qint64 lookAt = 0;
    };

    void receiptsCame(std::vector<Receipt> receipts, Stored stored) override;
    void linkChanged(const Link &link) override;

    void run(const base::StopToken &stop);
    base::Result<void> begin(const base::StopToken &stop);
    base::Result<void> step(const base::StopToken &stop);
    void finishUp();

    /// What the driver has answered since, as outcomes to be written.
    void collect();
    void judge(const Claimed &row, const SubmitFailure &failure);
    void note(Trouble trouble, const base::Error &error);
    void lookUpDoubtful(const base::StopToken &stop);
    bool isReachable(const base::StopToken &stop);
    int room(const base::StopToken &stop);
    base::Result<void> writeAndClaim(int count);
    void handOver(std::vector<Claimed> rows);
    base::Result<void> poll(const base::StopToken &stop);
    base::Result<void> askBalance(const base::StopToken &stop);
    base::Result<void> giveAway();
    base::Result<void> publish();
    bool mayHaveDue();
    void waitForWork(const base::StopToken &stop);
    void leaveTheWriter(const base::StopToken &stop);
    Outgoing outgoing(const Claimed &row) const;

    LaneTools &m_tools;
    const Provider m_provider;
    const QString m_name;

    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::vector<Answered> m_answered;
    LaneFigures m_figures;
    bool m_rung = true, m_resumed = false, m_linkIsNew = false;
    std::optional<Link> m_link;

    // Of the lane's thread.
    std::unique_ptr<store::StoreLock> m_lock;
    std::unique_ptr<store::Connection> m_reader;
    std::unique_ptr<Driver> m_driver;
    SharedPolicy m_policy;
    Pace m_pace;
    std::unordered_map<qint64, Claimed> m_inHand;
    std::vector<Outcome> m_outcomes; ///< To be written.
    std::deque<Doubtful> m_doubtful;
    enum class Reach { Unproven, Up, Down };
    Reach m_reach = Reach::Unproven;
    bool m_more = false;
    qint64 m_workedUs = 0; ///< What the last transaction took of the writer.
    qint64 m_takenBefore = 0, m_takenAt = 0;
    int m_unreached = 0; ///< Probes that failed one after the other.
    qint64 m_probeAt = 0, m_downSince = 0, m_pausedUntil = 0;
    qint64 m_lookedAt = -1'000'000, m_nextDue = 0, m_pollAt = 0, m_balanceAt = 0, m_giveAwayAt = 0;
    std::optional<Balance> m_balance;
    QString m_trouble;
    base::Error m_error;
    QString m_published;
    std::jthread m_thread;
};

} // namespace pfx::sms
