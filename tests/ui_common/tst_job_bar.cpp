// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/translations.h"
#include "ui/common/job_bar.h"

#include <QApplication>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace pfx;
using namespace pfx::ui;

namespace {

class FakeJob : public Job
{
public:
    explicit FakeJob(QString title) : m_title(std::move(title)) {}
    QString title() const override { return m_title; }
    QString iconName() const override { return QStringLiteral("document-import"); }
    QString pageId() const override { return QStringLiteral("imports"); }
    QVariant target() const override { return 7; }
    void pause() override { set(JobSnapshot::State::Paused); }
    void resume() override { set(JobSnapshot::State::Running); }
    void stop() override { set(JobSnapshot::State::Stopping); }
    void set(JobSnapshot::State state, qint64 done = 41, qint64 total = 100)
    {
        JobSnapshot now;
        now.state = state;
        now.done = done;
        now.total = total;
        now.perSecond = 96;
        now.leftMs = 114'000;
        setSnapshot(now);
    }

private:
    QString m_title;
};

} // namespace

class tst_job_bar : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { translations::install(*qApp, QStringLiteral("ru")); }
    void saysThatThereIsNoJob();
    void showsTheJob();
    void pausesAndStops();
    void aFinishedJobGoes();
    void theNextJobIsShown();
    void leadsToTheJobsPage();

private:
    template<typename Widget>
    static Widget *part(const JobBar &bar, const char *name)
    {
        auto *found = bar.findChild<Widget *>(QString::fromLatin1(name));
        Q_ASSERT(found);
        return found;
    }
};

void tst_job_bar::saysThatThereIsNoJob()
{
    JobModel jobs;
    JobBar bar(jobs);
    bar.show();
    QVERIFY(part<QLabel>(bar, "jobsIdle")->isVisible());
    QCOMPARE(part<QLabel>(bar, "jobsIdle")->text(), QStringLiteral("Фоновых задач нет"));
    QVERIFY(!part<QToolButton>(bar, "jobStop")->isVisible());
}

void tst_job_bar::showsTheJob()
{
    JobModel jobs;
    JobBar bar(jobs);
    bar.show();
    auto *job = static_cast<FakeJob *>(jobs.add(std::make_unique<FakeJob>(QStringLiteral("Импорт из Bitrix24"))));
    job->set(JobSnapshot::State::Running);
    QVERIFY(!part<QLabel>(bar, "jobsIdle")->isVisible());
    QCOMPARE(part<QPushButton>(bar, "jobTitle")->text(), QStringLiteral("Импорт из Bitrix24"));
    QCOMPARE(part<QLabel>(bar, "jobPercent")->text().replace(QChar(0xa0), QLatin1Char(' ')), QStringLiteral("41 %"));
    const QString rate = part<QLabel>(bar, "jobRate")->text().replace(QChar(0xa0), QLatin1Char(' '));
    QVERIFY2(rate.contains(QStringLiteral("96 записей/с")) && rate.contains(QStringLiteral("≈ 1 мин 54 с")), qPrintable(rate));
    QVERIFY(part<QProgressBar>(bar, "jobProgress")->value() > 0);
}

void tst_job_bar::pausesAndStops()
{
    JobModel jobs;
    JobBar bar(jobs);
    bar.show();
    auto *job = static_cast<FakeJob *>(jobs.add(std::make_unique<FakeJob>(QStringLiteral("Импорт"))));
    job->set(JobSnapshot::State::Running);
    auto *pause = part<QToolButton>(bar, "jobPause");
    QCOMPARE(pause->accessibleName(), QStringLiteral("Пауза"));
    QTest::keyClick(pause, Qt::Key_Space);
    QCOMPARE(job->snapshot().state, JobSnapshot::State::Paused);
    QCOMPARE(pause->accessibleName(), QStringLiteral("Продолжить"));
    QTest::keyClick(pause, Qt::Key_Space);
    QCOMPARE(job->snapshot().state, JobSnapshot::State::Running);
    QTest::keyClick(part<QToolButton>(bar, "jobStop"), Qt::Key_Space);
    QCOMPARE(job->snapshot().state, JobSnapshot::State::Stopping);
    QVERIFY(!part<QToolButton>(bar, "jobStop")->isEnabled());
}

void tst_job_bar::aFinishedJobGoes()
{
    JobModel jobs;
    JobBar bar(jobs);
    bar.show();
    const QSignalSpy finished(&jobs, &JobModel::jobFinished), all(&jobs, &JobModel::allFinished);
    QPointer<Job> job = jobs.add(std::make_unique<FakeJob>(QStringLiteral("Импорт")));
    static_cast<FakeJob *>(job.data())->set(JobSnapshot::State::Finished, 100, 100);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(all.size(), 1);
    QVERIFY(!jobs.hasRunning());
    QVERIFY(part<QLabel>(bar, "jobsIdle")->isVisible());
    QTRY_VERIFY(job.isNull());
}

void tst_job_bar::theNextJobIsShown()
{
    JobModel jobs;
    JobBar bar(jobs);
    bar.show();
    jobs.add(std::make_unique<FakeJob>(QStringLiteral("Первая")));
    auto *second = static_cast<FakeJob *>(jobs.add(std::make_unique<FakeJob>(QStringLiteral("Вторая"))));
    QCOMPARE(part<QPushButton>(bar, "jobTitle")->text(), QStringLiteral("Первая"));
    QVERIFY(part<QPushButton>(bar, "jobOthers")->isVisible());
    static_cast<FakeJob *>(jobs.jobs().first())->set(JobSnapshot::State::Failed);
    QCOMPARE(part<QPushButton>(bar, "jobTitle")->text(), second->title());
    QVERIFY(!part<QPushButton>(bar, "jobOthers")->isVisible());
}

void tst_job_bar::leadsToTheJobsPage()
{
    JobModel jobs;
    JobBar bar(jobs);
    bar.show();
    jobs.add(std::make_unique<FakeJob>(QStringLiteral("Импорт")));
    const QSignalSpy asked(&bar, &JobBar::openRequested);
    QTest::keyClick(part<QPushButton>(bar, "jobTitle"), Qt::Key_Space);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().at(0).toString(), QStringLiteral("imports"));
    QCOMPARE(asked.first().at(1).toInt(), 7);
}

QTEST_MAIN(tst_job_bar)
#include "tst_job_bar.moc"
