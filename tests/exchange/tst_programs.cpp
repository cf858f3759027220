// SPDX-License-Identifier: GPL-3.0-or-later
// Two dispatching programs on one store, one of which is killed at random moments again and again: nothing is lost, what is idempotent or can
// be looked up is had once, what is neither is never had twice, subjects keep their order. The test starts itself as those programs; the
// remote is a file to which each of them appends what it does.
#include "tests/exchange/exchange_fixture.h"
#include "tests/support/verify_result.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTextStream>

#include <fcntl.h>
#include <unistd.h>

using namespace pfx;
using namespace pfx::exchange;
using base::Result;

namespace {

const auto serveArgument = QLatin1String("--serve");
constexpr qint64 leaseMs = 3000;

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

// The outside world: what it holds survives whoever wrote it. One write() with O_APPEND is whole.
class FileRemote
{
public:
    explicit FileRemote(QString file) : m_file(std::move(file)) {}

    void create(const QString &key) const
    {
        const QByteArray line = key.toUtf8() + '\n';
        const int file = ::open(m_file.toUtf8().constData(), O_WRONLY | O_APPEND | O_CREAT, 0600);
        if (file < 0 || ::write(file, line.constData(), static_cast<size_t>(line.size())) != line.size())
            qFatal("the remote cannot be written");
        ::close(file);
    }
    QStringList created() const
    {
        QFile file(m_file);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts) : QStringList();
    }
    bool knows(const QString &key) const { return created().contains(key); }

private:
    QString m_file;
};

Outcome handle(const FileRemote &remote, const Job &job)
{
    // An idempotent service knows the key by itself; one that can be looked up is asked only in doubt, so that a forgotten doubt shows.
    const bool asks = job.kind == EffectKind::Idempotent || (job.kind == EffectKind::LookUp && job.inDoubt);
    if (!asks || !remote.knows(job.naturalKey))
        remote.create(job.naturalKey);
    return Done{[key = job.naturalKey](store::Connection &db) -> Result<void> {
                    PFX_TRY(db.execute(s("INSERT INTO settings (key, value) VALUES (:key, '')"), {{s("key"), key}}));
                    return {};
                },
                {}};
}

int serve(const QString &address, const QString &file)
{
    const base::SystemClock clock;
    const auto url = store::StoreUrl::parse(address);
    const auto store = url ? store::Store::open(*url, clock) : base::fail(url.error());
    if (!store) {
        QTextStream(stderr) << test::errorText(store) << Qt::endl;
        return 1;
    }
    const FileRemote remote(file);
    Bell bell;
    DispatcherOptions options;
    options.leaseMs = leaseMs;
    options.poll = std::chrono::milliseconds(50);
    options.storePause = std::chrono::milliseconds(20);
    Dispatcher dispatcher(**store, clock, bell, options);
    dispatcher.add({Queue::Outbox, s("remote"), handlerOf([&](const Job &job, const base::StopToken &) { return handle(remote, job); }), 3, 0});
    dispatcher.start();
    QTextStream(stdout) << "serving" << Qt::endl;
    QTextStream(stdin).readAll();
    dispatcher.stop();
    return 0;
}

class Server
{
public:
    Server(const QString &address, const QString &remote)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(), {serveArgument, address, remote});
        while (!m_process.canReadLine() && m_process.waitForReadyRead(30'000)) { }
    }
    void killNow()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    int endNormally()
    {
        m_process.closeWriteChannel();
        return m_process.waitForFinished(30'000) ? m_process.exitCode() : -1;
    }

private:
    QProcess m_process;
};

EffectKind kindOf(int i)
{
    return i % 3 == 0 ? EffectKind::Idempotent : i % 3 == 1 ? EffectKind::LookUp : EffectKind::Once;
}

} // namespace

class ProgramsTest : public QObject
{
    Q_OBJECT

private slots:
    void twoProgramsShareTheWork_data() { test::addBackends(); }
    void twoProgramsShareTheWork();
    void killedProgramsLoseAndDoubleNothing_data() { test::addBackends(); }
    void killedProgramsLoseAndDoubleNothing();
};

void ProgramsTest::twoProgramsShareTheWork()
{
    PFX_STORE_FIXTURE(fixture);
    const FileRemote remote(fixture.folder() + s("/remote"));
    test::Program program(fixture.store());
    constexpr int count = 200;
    std::vector<Effect> effects;
    for (int i = 0; i < count; ++i)
        effects.push_back(test::effect(QString::number(i), i % 2 == 0 ? QString::number(i % 16) : QString(), kindOf(i)));
    Server first(fixture.address(), fixture.folder() + s("/remote")), second(fixture.address(), fixture.folder() + s("/remote"));
    PFX_VERIFY(program.enqueue(effects));
    QTRY_COMPARE_WITH_TIMEOUT(program.states(), QStringLiteral("%1 done").arg(count), 60'000);
    QCOMPARE(first.endNormally(), 0);
    QCOMPARE(second.endNormally(), 0);
    const QStringList created = remote.created();
    QCOMPARE(created.size(), count);
    QCOMPARE(QSet<QString>(created.cbegin(), created.cend()).size(), count);
    QCOMPARE(test::read(fixture.store(), s("SELECT count(*) AS v FROM exchange_owners")), s("0"));
    QCOMPARE(test::read(fixture.store(), s("SELECT max(claim) AS v FROM exchange_outbox")), s("1"));
}

void ProgramsTest::killedProgramsLoseAndDoubleNothing()
{
    PFX_STORE_FIXTURE(fixture);
    const QString file = fixture.folder() + s("/remote");
    const FileRemote remote(file);
    test::Program program(fixture.store());
    constexpr int rounds = 6, each = 60, subjects = 9;
    auto survivor = std::make_unique<Server>(fixture.address(), file);
    for (int round = 0; round < rounds; ++round) {
        auto victim = std::make_unique<Server>(fixture.address(), file);
        std::vector<Effect> effects;
        for (int i = round * each; i < (round + 1) * each; ++i)
            effects.push_back(test::effect(QStringLiteral("%1").arg(i, 4, 10, QLatin1Char('0')), QString::number(i % subjects), kindOf(i)));
        const qsizetype before = remote.created().size();
        PFX_VERIFY(program.enqueue(effects));
        const qsizetype moment = before + 1 + QRandomGenerator::global()->bounded(each / 2);
        const auto reached = [&] { return remote.created().size() >= moment || program.states().contains(s("unknown")); };
        QTRY_VERIFY_WITH_TIMEOUT(reached(), 60'000);
        victim->killNow();
        if (round % 2 == 1) {
            survivor->killNow(); // nobody is left for a moment
            survivor = std::make_unique<Server>(fixture.address(), file);
        }
        // An effect in doubt stops its subject until a person says what became of it.
        const auto settled = [&] {
            const QString unknown = test::read(fixture.store(), s("SELECT coalesce(min(id), 0) AS v FROM exchange_outbox WHERE state = 'unknown'"));
            if (unknown.toLongLong() > 0 && !fixture.store().writer().run([&](store::Connection &db) {
                    return program.outbox.settle(db, unknown.toLongLong());
                }))
                return false;
            return program.states() == QStringLiteral("%1 done").arg((round + 1) * each);
        };
        QTRY_VERIFY2_WITH_TIMEOUT(settled(), qPrintable(program.states()), 90'000);
    }
    QCOMPARE(survivor->endNormally(), 0);
    QMap<QString, int> times;
    QMap<int, QString> last;
    for (const QString &key : remote.created()) {
        ++times[key];
        QString &previous = last[key.toInt() % subjects];
        QVERIFY2(previous < key, qPrintable(previous + s(" before ") + key));
        previous = key;
    }
    int lost = 0;
    for (int i = 0; i < rounds * each; ++i) {
        const int had = times.value(QStringLiteral("%1").arg(i, 4, 10, QLatin1Char('0')));
        QVERIFY2(had <= 1, qPrintable(QString::number(i)));
        if (had == 0) {
            QCOMPARE(kindOf(i), EffectKind::Once); // in doubt, and not resent
            ++lost;
        }
    }
    QVERIFY2(lost <= rounds * 2 * 3, qPrintable(QString::number(lost))); // at most what was in hand when they were killed
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 4 && arguments.at(1) == serveArgument)
        return serve(arguments.at(2), arguments.at(3));
    ProgramsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_programs.moc"
