// SPDX-License-Identifier: GPL-3.0-or-later
// The page's states as tables: what may be done with a list, an address, a service, and what is said of it.
#include "tests/support/fake_clock.h"
#include "tests/ui_mailing/fake_live.h"
#include "tests/ui_mailing/fake_mailing_service.h"
#include "ui/mailing/mailing_connection_presenter.h"
#include "ui/mailing/lists_presenter.h"
#include "ui/mailing/suppressed_presenter.h"

#include <QSignalSpy>
#include <QtTest>

using namespace pfx;
using namespace pfx::test;
using namespace pfx::ui;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const base::Error broken{base::ErrorCode::Storage, QStringLiteral("disk"), {}};

/// Two lists, the second deleted.
void fill(FakeMailingService &service, qint64 writable = 3, const QStringList &forwardedTo = {})
{
    mailing::MailingList first{1, s("01A"), s("Клиенты"), 0, 0, {}};
    mailing::MailingList second{2, s("01B"), s("Старый"), 0, 0, 1000};
    service.allLists = {{first, 5}, {second, 7}};
    ListDetails details{first, {5, writable, 1, 1}, {}};
    qint64 id = 10;
    for (const QString &target : forwardedTo) {
        ForwardView view;
        view.forward.id = id++;
        view.forward.target = target;
        details.forwards.append(view);
    }
    service.detailsById = {{1, details}, {2, ListDetails{second, {7, 7, 0, 0}, {}}}};
    service.facts.targets = {{s("lists"), s("listmonk"), {}}, {s("uni"), s("unisender"), {}}};
}

} // namespace

class TestPresenters : public QObject {
    Q_OBJECT

private slots:
    void whatMayBeDoneWithAList_data()
    {
        QTest::addColumn<qint64>("selected");
        QTest::addColumn<qint64>("writable");
        QTest::addColumn<QStringList>("forwardedTo");
        QTest::addColumn<QString>("may");
        QTest::newRow("a list") << qint64(1) << qint64(3) << QStringList() << s("export remove forward");
        QTest::newRow("nobody to write to") << qint64(1) << qint64(0) << QStringList() << s("remove forward");
        QTest::newRow("forwarded to all services") << qint64(1) << qint64(3) << QStringList{s("lists"), s("uni")} << s("export remove");
        QTest::newRow("a deleted list") << qint64(2) << qint64(3) << QStringList() << s("export restore");
    }
    void whatMayBeDoneWithAList()
    {
        QFETCH(qint64, selected);
        QFETCH(qint64, writable);
        QFETCH(QStringList, forwardedTo);
        FakeMailingService service;
        fill(service, writable, forwardedTo);
        ListsPresenter presenter(service);
        presenter.reload();
        presenter.select(selected);
        service.takeDeeds();
        presenter.exportTo(s("f"));
        presenter.removeSelected();
        presenter.select(selected);
        presenter.restoreSelected();
        presenter.forwardTo(s("lists"));
        QStringList may;
        for (const QString &deed : service.takeDeeds())
            may.append(deed.section(u' ', 0, 0));
        QTEST(may.join(u' '), "may");
    }

    void theFirstListIsChosenAndTheChoiceStays()
    {
        FakeMailingService service;
        fill(service);
        ListsPresenter presenter(service);
        QCOMPARE(presenter.state().body, ListsState::Body::Loading);
        QSignalSpy members(&presenter, &ListsPresenter::membersChanged);
        presenter.reload();
        QCOMPARE(presenter.state().selected, 1);
        presenter.select(2);
        presenter.reload();
        QCOMPARE(presenter.state().selected, 2);
        QVERIFY(presenter.state().isDeleted());
        QCOMPARE(members.size(), 3);
        service.allLists.removeLast(); // its 30 days are over
        presenter.reload();
        QCOMPARE(presenter.state().selected, 1);
        service.allLists.clear();
        presenter.reload();
        QCOMPARE(presenter.state().body, ListsState::Body::Empty);
        QCOMPARE(presenter.state().selected, 0);
    }

    void aFailureIsSaidAndCanBeTriedAgain()
    {
        FakeMailingService service;
        fill(service);
        service.failure = broken;
        ListsPresenter presenter(service);
        presenter.reload();
        QCOMPARE(presenter.state().body, ListsState::Body::Failed);
        QVERIFY(presenter.state().error);
        service.failure.reset();
        presenter.reload();
        QCOMPARE(presenter.state().body, ListsState::Body::Lists);
        service.failure = broken;
        presenter.removeSelected();
        QCOMPARE(presenter.state().deedError, broken);
        QCOMPARE(presenter.state().done, ListsState::Deed::None);
        QVERIFY(!presenter.state().busy);
    }

    void anAddressIsCheckedBeforeItIsSent_data()
    {
        QTest::addColumn<QString>("email");
        QTest::addColumn<QStringList>("deeds");
        QTest::addColumn<bool>("bad");
        QTest::newRow("an address") << s(" anna@example.test ") << QStringList{s("suppress anna@example.test bounced")} << false;
        QTest::newRow("no address") << s("anna") << QStringList() << true;
        QTest::newRow("nothing") << s("  ") << QStringList() << false;
    }
    void anAddressIsCheckedBeforeItIsSent()
    {
        QFETCH(QString, email);
        FakeMailingService service;
        SuppressedPresenter presenter(service);
        presenter.setEmail(email);
        presenter.setReason(mailing::Reason::Bounced);
        presenter.add();
        QTEST(service.takeDeeds(), "deeds");
        QTEST(presenter.state().badEmail, "bad");
        presenter.setEmail(s("x"));
        QVERIFY(!presenter.state().badEmail); // typing on takes the error away
    }

    void whatTheTableFoundIsSaid_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<qint64>("rows");
        QTest::addColumn<int>("body");
        using Body = SuppressedState::Body;
        QTest::newRow("rows") << QString() << qint64(5) << int(Body::Rows);
        QTest::newRow("nobody at all") << QString() << qint64(0) << int(Body::Empty);
        QTest::newRow("nothing fits the search") << s("x") << qint64(0) << int(Body::NothingFound);
    }
    void whatTheTableFoundIsSaid()
    {
        QFETCH(QString, search);
        QFETCH(qint64, rows);
        FakeMailingService service;
        SuppressedPresenter presenter(service);
        presenter.setTyped(search);
        presenter.searchNow();
        presenter.firstRowsArrived(rows);
        QTEST(int(presenter.state().body), "body");
    }

    void filesAndAllowingAgainAreToldOf()
    {
        FakeMailingService service;
        service.imported = {3, 1, 2};
        SuppressedPresenter presenter(service);
        presenter.importFrom(s("in.csv"));
        QCOMPARE(presenter.state().done, SuppressedState::Deed::Imported);
        QCOMPARE(presenter.state().imported.skipped, 2);
        presenter.exportTo(s("out.csv"));
        QCOMPARE(presenter.state().done, SuppressedState::Deed::Exported);
        presenter.remove({});
        presenter.remove({s("a@x.ru"), s("b@x.ru")});
        QCOMPARE(presenter.state().done, SuppressedState::Deed::Removed);
        QCOMPARE(service.takeDeeds(), QStringList({s("import in.csv"), s("save out.csv"), s("unsuppress a@x.ru,b@x.ru")}));
        service.failure = broken;
        presenter.importFrom(s("in.csv"));
        QCOMPARE(presenter.state().deedError, broken);
        presenter.dismiss();
        QVERIFY(!presenter.state().deedError);
    }

    void theAddressToPasteSaysWhetherItLeadsHere_data()
    {
        QTest::addColumn<QString>("publicUrl");
        QTest::addColumn<QString>("listening");
        QTest::addColumn<bool>("tls");
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("reach");
        using Reach = ConnectionState::Reach;
        QTest::newRow("a public address") << s("https://office.example.test/") << s("127.0.0.1:8088") << false << s("https://office.example.test/mailing")
                                          << int(Reach::Public);
        QTest::newRow("only this computer") << QString() << s("127.0.0.1:8088") << false << s("http://127.0.0.1:8088/mailing") << int(Reach::LocalOnly);
        QTest::newRow("with a certificate") << QString() << s("192.0.2.1:443") << true << s("https://192.0.2.1:443/mailing") << int(Reach::LocalOnly);
        QTest::newRow("no server") << QString() << QString() << false << QString() << int(Reach::NoServer);
    }
    void theAddressToPasteSaysWhetherItLeadsHere()
    {
        QFETCH(QString, publicUrl);
        QFETCH(QString, listening);
        QFETCH(bool, tls);
        FakeClock clock;
        FakeLive live(clock);
        FakeMailingService service;
        MailingConnectionPresenter presenter(service, &live);
        live.state.publicUrl = publicUrl;
        live.state.address = listening;
        live.state.tls = tls;
        emit live.changed();
        QTEST(presenter.state().address, "address");
        QTEST(int(presenter.state().reach), "reach");
    }

    void aServiceIsAddedWhenItIsWhole_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("driver");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("login");
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("wrong");
        using Wrong = ConnectionState::Wrong;
        const QString lists = s("https://lists.example.org");
        QTest::newRow("listmonk") << s("lists") << s("listmonk") << lists << s("user") << QString() << int(Wrong::None);
        QTest::newRow("UniSender without an address") << s("uni") << s("unisender") << QString() << QString() << s("k") << int(Wrong::None);
        QTest::newRow("a name in Russian") << s("Рассылка") << s("listmonk") << lists << s("user") << QString() << int(Wrong::Name);
        QTest::newRow("no name") << QString() << s("listmonk") << lists << s("user") << QString() << int(Wrong::Name);
        QTest::newRow("listmonk without an address") << s("lists") << s("listmonk") << QString() << s("user") << QString() << int(Wrong::Url);
        QTest::newRow("an address that is none") << s("lists") << s("listmonk") << s("lists") << s("user") << QString() << int(Wrong::Url);
        QTest::newRow("listmonk without a user") << s("lists") << s("listmonk") << lists << QString() << QString() << int(Wrong::Access);
        QTest::newRow("UniSender without a key") << s("uni") << s("unisender") << QString() << QString() << QString() << int(Wrong::Access);
    }
    void aServiceIsAddedWhenItIsWhole()
    {
        QFETCH(QString, name);
        QFETCH(QString, driver);
        QFETCH(QString, url);
        QFETCH(QString, login);
        QFETCH(QString, key);
        QFETCH(int, wrong);
        FakeMailingService service;
        MailingConnectionPresenter presenter(service, nullptr);
        presenter.setDraft({name, driver, url, login, login, key});
        presenter.saveTarget();
        QCOMPARE(int(presenter.state().wrong), wrong);
        const bool isWhole = ConnectionState::Wrong(wrong) == ConnectionState::Wrong::None;
        QCOMPARE(service.takeDeeds().size(), isWhole ? 1 : 0);
        QCOMPARE(presenter.state().saved, isWhole);
        QCOMPARE(presenter.state().draft.password.isEmpty(), isWhole || login.isEmpty()); // a key is not kept on the screen
    }

    void aKeyIsMadeOnlyWhereThereIsNone()
    {
        FakeMailingService service;
        MailingConnectionPresenter presenter(service, nullptr);
        presenter.reload();
        QVERIFY(!presenter.state().hasToken());
        presenter.makeToken();
        presenter.renewToken();
        QCOMPARE(service.takeDeeds(), QStringList({s("make"), s("renew")}));
        service.failure = base::Error{base::ErrorCode::Keychain, {}, s("locked")};
        presenter.makeToken();
        QVERIFY(presenter.state().deedError);
    }
};

QTEST_MAIN(TestPresenters)
#include "tst_presenters.moc"
