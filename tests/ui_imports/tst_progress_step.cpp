// SPDX-License-Identifier: GPL-3.0-or-later
// Step 5 by what can be read on it: phases of this job only, and a pause that is called one.
#include "fake_import_service.h"
#include "ui/imports/progress_step.h"

#include <QLabel>
#include <QTest>

using namespace pfx;
using namespace Qt::StringLiterals;
using migration::Phase;

namespace {

migration::ImportProgress underWay()
{
    migration::ImportProgress progress;
    progress.run = 1;
    progress.phase = Phase::Contacts;
    progress.phases = {{Phase::Inspecting, 10, 10, 5, true}, {Phase::Contacts, 40, 100, 700, false}, {Phase::Deals, 0, 50, 0, false}};
    progress.done = 40;
    progress.total = 150;
    progress.rowsPerSecond = 1800;
    progress.leftMs = 317'000;
    return progress;
}

QStringList words(const QWidget &step)
{
    QStringList texts;
    for (const QLabel *label : step.findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty())
            texts.append(label->text());
    }
    return texts;
}

} // namespace

class TestProgressStep : public QObject
{
    Q_OBJECT

private slots:
    void aPause_data()
    {
        QTest::addColumn<bool>("paused");
        QTest::addColumn<QString>("note");
        QTest::addColumn<QString>("otherNote");
        QTest::addColumn<bool>("tellsTime");
        QTest::newRow("at work it tells the time left") << false << u"under way"_s << u"paused"_s << true;
        QTest::newRow("a pause is no work and has no end to be told") << true << u"paused"_s << u"under way"_s << false;
    }

    void aPause()
    {
        QFETCH(bool, paused);
        QFETCH(QString, note);
        QFETCH(QString, otherNote);
        QFETCH(bool, tellsTime);
        test::FakeImportJob job(ui::ImportJob::Kind::Import, records::System::Amocrm, u"/a.json"_s, nullptr);
        ui::ProgressStep step;
        step.show();
        step.follow(&job);
        job.advance(underWay());
        if (paused)
            job.pause();
        const QStringList read = words(step);
        QVERIFY2(read.contains(note), qPrintable(read.join(u'|')));
        QVERIFY(!read.contains(otherNote));
        QVERIFY(read.contains(u"waiting"_s)); // the phase after it
        for (const QString &name : {u"left"_s, u"rate"_s})
            QCOMPARE(step.findChild<QLabel *>(name)->text() != u"—"_s, tellsTime);
        job.resume();
        QVERIFY(words(step).contains(u"under way"_s));
    }

    void anUndoIsNotToldAsAnImport()
    {
        test::FakeImportJob job(ui::ImportJob::Kind::Undo, records::System::Amocrm, u"/a.json"_s, nullptr);
        ui::ProgressStep step;
        step.show();
        step.follow(&job);
        migration::ImportProgress progress;
        progress.run = 1;
        progress.phase = Phase::Finishing;
        progress.phases = {{Phase::Finishing, 40, 100, 700, false}};
        progress.done = 40;
        progress.total = 100;
        progress.counters = {100, 100, 0, 0, 0};
        progress.problemCount = 46;
        job.advance(progress);
        const QStringList read = words(step);
        QVERIFY2(read.contains(u"Taken back: 40 of 100 record(s)"_s), qPrintable(read.join(u'|')));
        QVERIFY(read.contains(u"Taking back"_s));
        const auto *created = step.findChild<QWidget *>(u"created"_s);
        QVERIFY(!created->isVisible());
        for (const QString &ofTheImport : {u"Finishing"_s, u"Last problems"_s, u"46 in all"_s})
            QVERIFY2(!read.contains(ofTheImport), qPrintable(ofTheImport));
        test::FakeImportJob next(ui::ImportJob::Kind::Import, records::System::Amocrm, u"/a.json"_s, nullptr);
        step.follow(&next);
        next.advance(underWay());
        QVERIFY(created->isVisible());
    }

    void thePhasesOfTheJobBeforeAreGone()
    {
        test::FakeImportJob first(ui::ImportJob::Kind::Import, records::System::Amocrm, u"/a.json"_s, nullptr);
        ui::ProgressStep step;
        step.show();
        step.follow(&first);
        first.advance(underWay());
        QVERIFY(words(step).contains(u"Contacts"_s));

        test::FakeImportJob second(ui::ImportJob::Kind::Import, records::System::Bitrix24, u"/b.json"_s, nullptr);
        step.follow(&second);
        QVERIFY(!words(step).contains(u"Contacts"_s));
        QVERIFY(!words(step).contains(u"under way"_s));
        migration::ImportProgress beginning;
        beginning.run = 2;
        beginning.phases = {{Phase::Inspecting, 3, 10, 0, false}};
        second.advance(beginning);
        const QStringList read = words(step);
        QVERIFY(read.contains(u"Checking the file"_s));
        QVERIFY(!read.contains(u"Contacts"_s));
        QCOMPARE(read.count(u"under way"_s), 1);
    }
};

QTEST_MAIN(TestProgressStep)
#include "tst_progress_step.moc"
