// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_import_service.h"
#include "ui/imports/source_presenter.h"

#include <QSignalSpy>
#include <QTest>

using namespace pfx;
using namespace Qt::StringLiterals;
using records::System;
using Phase = ui::SourceState::Phase;

static records::SourceInfo info(System system, qint64 contacts, const QStringList &notices = {})
{
    records::SourceInfo result;
    result.system = system;
    result.contacts = contacts;
    result.notices = notices;
    return result;
}

class TestSourcePresenter : public QObject
{
    Q_OBJECT

private slots:
    void afterOpening_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("phase");
        QTest::addColumn<int>("system");
        QTest::addColumn<bool>("corrected");
        QTest::newRow("a file of the chosen system is ready") << u"/amo.json"_s << int(Phase::Ready) << int(System::Amocrm) << false;
        QTest::newRow("a file of the other system turns the switch") << u"/bitrix.csv"_s << int(Phase::Ready) << int(System::Bitrix24) << true;
        QTest::newRow("an unreadable file is an error that stays") << u"/broken.json"_s << int(Phase::Failed) << int(System::Amocrm) << false;
        QTest::newRow("a file with records of both keeps the choice") << u"/odd.json"_s << int(Phase::Ready) << int(System::Amocrm) << false;
    }
    void afterOpening()
    {
        QFETCH(QString, path);
        test::FakeImportService service;
        service.files.insert({{u"/amo.json"_s, System::Amocrm}, info(System::Amocrm, 2)});
        service.files.insert({{u"/bitrix.csv"_s, System::Bitrix24}, info(System::Bitrix24, 2)});
        service.files.insert({{u"/odd.json"_s, System::Amocrm}, info(System::Amocrm, 0, {u"other_system"_s})});
        service.files.insert({{u"/odd.json"_s, System::Bitrix24}, info(System::Bitrix24, 0, {u"other_system"_s})});
        ui::SourcePresenter presenter(service);
        presenter.open(path);
        QTEST(int(presenter.state().phase), "phase");
        QTEST(int(presenter.state().system), "system");
        QTEST(presenter.state().systemCorrected, "corrected");
        if (presenter.state().phase == Phase::Failed) {
            QVERIFY(presenter.state().error.has_value());
            QCOMPARE(presenter.state().error->code, base::ErrorCode::SourceUnreadable);
        } else {
            QCOMPARE(service.recent, QStringList(path));
        }
    }

    void next_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("hold");
        QTest::addColumn<int>("accepted");
        QTest::addColumn<bool>("missing");
        QTest::newRow("without a file says so") << u""_s << false << 0 << true;
        QTest::newRow("with a file that was read goes on") << u"/amo.json"_s << false << 1 << false;
        QTest::newRow("while the file is read goes on when it has been read") << u"/amo.json"_s << true << 1 << false;
        QTest::newRow("with a broken file stays") << u"/broken.json"_s << false << 0 << false;
    }
    void next()
    {
        QFETCH(QString, path);
        QFETCH(bool, hold);
        test::FakeImportService service;
        service.files.insert({{u"/amo.json"_s, System::Amocrm}, info(System::Amocrm, 2)});
        service.holdInspections = hold;
        ui::SourcePresenter presenter(service);
        QSignalSpy accepted(&presenter, &ui::SourcePresenter::accepted);
        presenter.setPath(path);
        presenter.next();
        if (hold)
            QCOMPARE(accepted.count(), 0);
        for (const auto &reply : std::as_const(service.held))
            reply();
        QTEST(int(accepted.count()), "accepted");
        QTEST(presenter.state().missing, "missing");
    }

    void aFileOfTheOtherSystemIsLookedAtBeforeGoingOn()
    {
        test::FakeImportService service;
        service.files.insert({{u"/bitrix.csv"_s, System::Bitrix24}, info(System::Bitrix24, 2)});
        ui::SourcePresenter presenter(service);
        QSignalSpy accepted(&presenter, &ui::SourcePresenter::accepted);
        presenter.setPath(u"/bitrix.csv"_s);
        presenter.next();
        QCOMPARE(presenter.state().phase, Phase::Ready);
        QVERIFY(presenter.state().systemCorrected);
        QCOMPARE(accepted.count(), 0);
        presenter.next(); // seen
        QCOMPARE(accepted.count(), 1);
    }

    void onlyTheNewestQuestionCounts()
    {
        test::FakeImportService service;
        service.files.insert({{u"/one.json"_s, System::Amocrm}, info(System::Amocrm, 1)});
        service.files.insert({{u"/two.json"_s, System::Amocrm}, info(System::Amocrm, 2)});
        service.holdInspections = true;
        ui::SourcePresenter presenter(service);
        presenter.open(u"/one.json"_s);
        presenter.open(u"/two.json"_s);
        service.held[1]();
        service.held[0]();
        QCOMPARE(presenter.state().info.contacts, 2);
    }

    void typingAsksOnceAfterARest()
    {
        test::FakeImportService service;
        service.files.insert({{u"/amo"_s, System::Amocrm}, info(System::Amocrm, 1)});
        ui::SourcePresenter presenter(service);
        for (const QString &text : {u"/a"_s, u"/am"_s, u"/amo"_s})
            presenter.setPath(text);
        QVERIFY(service.inspected.isEmpty());
        QTRY_COMPARE(service.inspected, QStringList(u"/amo"_s));
    }

    void anEmptiedFieldIsNoError()
    {
        test::FakeImportService service;
        ui::SourcePresenter presenter(service);
        presenter.open(u"/broken.json"_s);
        presenter.setPath({});
        QCOMPARE(presenter.state().phase, Phase::Empty);
    }

    void aFileThatWasMendedIsReadAgain()
    {
        test::FakeImportService service;
        ui::SourcePresenter presenter(service);
        presenter.readAgain(); // nothing is named yet
        QCOMPARE(service.inspected.size(), 0);
        presenter.open(u"/later.json"_s);
        QCOMPARE(presenter.state().phase, Phase::Failed);
        service.files.insert({{u"/later.json"_s, System::Amocrm}, records::SourceInfo()});
        QSignalSpy accepted(&presenter, &ui::SourcePresenter::accepted);
        presenter.readAgain();
        QCOMPARE(presenter.state().phase, Phase::Ready);
        QCOMPARE(accepted.size(), 0); // what is inside is looked at first
    }
};

QTEST_MAIN(TestSourcePresenter)
#include "tst_source_presenter.moc"
