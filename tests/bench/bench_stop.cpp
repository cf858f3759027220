// SPDX-License-Identifier: GPL-3.0-or-later
// bench_stop [THOUSANDS]: how long an import goes on after somebody asks it to stop or to pause, in each of its phases, on both databases: the
// worst of several requests. Each stop is followed by a resume, so that one file serves for many. Exit 1 when something fails.
#include "tests/bench/measured.h"
#include "tests/support/sample_export.h"
#include "tests/support/scratch_postgres.h"

#include "core/base/clock.h"
#include "core/crm/employees.h"
#include "core/migration/importer.h"
#include "core/store/store.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

using namespace pfx;
using bench::result;
using migration::Phase;

namespace {

constexpr int requestsAPhase = 5;

/// One import or resume on a thread of its own, and what its progress told last.
class Running
{
public:
    Running(store::Store &store, const QString &file, qint64 run)
        : m_thread([this, &store, file, run] {
              m_report = work(store, file, run);
              change([this] { m_over = true; });
          })
    {}
    ~Running()
    {
        m_control.stop();
        m_thread.join();
    }
    Running(const Running &) = delete;
    Running &operator=(const Running &) = delete;

    migration::RunControl &control() { return m_control; }
    bool isOver() const { return m_over; }
    bool isPaused() const { return m_paused; }
    Phase phase() const { return m_phase; }
    const base::Result<migration::RunReport> &report() const { return m_report; } ///< When it is over.

    void waitFor(const std::function<bool()> &condition)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, condition);
    }
    /// An arbitrary moment of at most so many milliseconds, or until it is over.
    void waitAMoment(int upToMs)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, std::chrono::milliseconds(QRandomGenerator::global()->bounded(upToMs)), [this] { return isOver(); });
    }

private:
    void change(const std::function<void()> &how)
    {
        {
            const std::lock_guard lock(m_mutex);
            how();
        }
        m_changed.notify_all();
    }

    base::Result<migration::RunReport> work(store::Store &store, const QString &file, qint64 run)
    {
        const base::SystemClock clock;
        migration::Importer importer(store, clock, migration::StoreUse::Exclusive);
        const auto progress = [this](const migration::ImportProgress &now) {
            change([&] {
                m_phase = now.phase;
                m_paused = now.state == migration::RunState::Paused;
            });
        };
        if (run != 0)
            return importer.resume(run, m_control, progress);
        migration::ImportOptions options;
        options.defaultEmployee = QStringLiteral("1");
        PFX_ASSIGN(const auto source, migration::openFile(file, records::System::Amocrm));
        return importer.run(file, *source, options, m_control, progress);
    }

    migration::RunControl m_control;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::atomic<Phase> m_phase = Phase::Inspecting;
    std::atomic<bool> m_paused = false, m_over = false;
    base::Result<migration::RunReport> m_report = base::fail(base::ErrorCode::Internal);
    std::thread m_thread;
};

struct Worst
{
    double stopMs = 0, pauseMs = 0;
    int stops = 0, pauses = 0;
};

void stopNow(Running &running, Worst &worst)
{
    QElapsedTimer timer;
    timer.start();
    running.control().stop();
    running.waitFor([&] { return running.isOver(); });
    worst.stopMs = std::max(worst.stopMs, static_cast<double>(timer.nsecsElapsed()) / 1e6);
    ++worst.stops;
}

/// A run that was stopped while it built the indexes builds them before anything else, without telling so: any moment will do.
bool interruptBeginning(Running &running, Worst &worst)
{
    running.waitAMoment(1500);
    if (running.isOver())
        return false;
    stopNow(running, worst);
    return true;
}

/// Pauses (batches only: their progress says when it stands), goes on, and stops a little later. False when the phase was over before.
bool interrupt(Running &running, Phase phase, Worst &worst)
{
    running.waitFor([&] { return running.isOver() || running.phase() >= phase; });
    running.waitAMoment(150);
    QElapsedTimer timer;
    if (phase == Phase::Contacts || phase == Phase::Deals) {
        timer.start();
        running.control().pause();
        running.waitFor([&] { return running.isOver() || running.isPaused(); });
        if (running.isPaused()) {
            worst.pauseMs = std::max(worst.pauseMs, static_cast<double>(timer.nsecsElapsed()) / 1e6);
            ++worst.pauses;
        }
        running.control().resume();
        running.waitFor([&] { return running.isOver() || !running.isPaused(); });
        running.waitAMoment(150);
    }
    if (running.isOver() || running.phase() != phase)
        return false;
    stopNow(running, worst);
    return true;
}

base::Result<void> addEmployee(store::Store &store)
{
    return store.writer().run([](store::Connection &db) -> base::Result<void> {
        crm::Employee employee;
        employee.name = QStringLiteral("Bench");
        return crm::employees::add(db, employee, 0).map([](qint64) {});
    });
}

/// A whole import that is interrupted at `phase` as often as it can be; each interruption goes on with the run before.
base::Result<Worst> interrupted(const QString &address, const QString &file, Phase phase)
{
    const base::SystemClock clock;
    PFX_ASSIGN(const auto url, store::StoreUrl::parse(address));
    PFX_ASSIGN(const auto store, store::Store::open(url, clock));
    PFX_TRY(addEmployee(*store));
    Worst worst;
    qint64 run = 0;
    for (int request = 0; request < requestsAPhase; ++request) {
        Running running(*store, file, run);
        const bool again = phase == Phase::Finishing && run != 0;
        const bool stopped = again ? interruptBeginning(running, worst) : interrupt(running, phase, worst);
        running.waitFor([&] { return running.isOver(); });
        if (running.report())
            run = running.report()->run;
        else if (running.report().error().code != base::ErrorCode::Cancelled)
            return base::fail(running.report().error());
        if (!stopped || (running.report() && running.report()->state == migration::RunState::Finished))
            break;
    }
    return worst;
}

base::Result<void> measure(qint64 count, const QString &folder)
{
    const QString json = folder + QStringLiteral("/sample.json");
    test::SampleExport sample;
    sample.contacts = sample.deals = count;
    PFX_TRY(test::writeSampleExport(json, sample));
    const std::array phases{std::pair(Phase::Inspecting, "the pass over the file"), std::pair(Phase::Contacts, "contacts"),
                            std::pair(Phase::Deals, "deals"), std::pair(Phase::Finishing, "building the indexes")};
    int number = 0;
    for (const char *backend : {"SQLite", "PostgreSQL"}) {
        for (const auto &[phase, name] : phases) {
            const bool sqlite = backend[0] == 'S';
            const QString address = sqlite ? QStringLiteral("sqlite:%1/%2.sqlite").arg(folder).arg(++number) : test::ScratchPostgres::newDatabase();
            if (address.isEmpty())
                return base::fail(base::ErrorCode::Storage, test::ScratchPostgres::error());
            PFX_ASSIGN(const Worst worst, interrupted(address, json, phase));
            const QString what = QStringLiteral("%1, %2: %3 after the request, worst of %4").arg(QLatin1String(backend), QLatin1String(name));
            if (worst.pauses > 0)
                result(what.arg(QStringLiteral("paused")).arg(worst.pauses), worst.pauseMs, QStringLiteral("ms"), QStringLiteral("<= 200"));
            result(what.arg(QStringLiteral("stopped")).arg(worst.stops), worst.stopMs, QStringLiteral("ms"), QStringLiteral("<= 200"));
        }
    }
    return {};
}

} // namespace

int main(int argc, char **argv)
{
    const qint64 thousands = argc > 1 ? QByteArray(argv[1]).toLongLong() : 100;
    const QTemporaryDir folder;
    const auto done = measure(thousands * 1000, folder.path());
    if (!done)
        std::fprintf(stderr, "bench_stop: %s %s\n", qPrintable(base::name(done.error().code)), qPrintable(done.error().detail));
    return done ? 0 : 1;
}
