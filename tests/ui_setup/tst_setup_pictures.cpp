// SPDX-License-Identifier: GPL-3.0-or-later
// Every state of the set-up's page in both languages: no word is cut off, every control is named. With PFX_PICTURES=<folder> the pictures are
// kept.
#include "core/secrets/secret_store.h"
#include "tests/ui_setup/setup_office.h"
#include "translations/translations.h"
#include "ui/common/theme.h"
#include "ui/setup/setup_page.h"
#include "ui/setup/setup_presenter.h"

#include <QApplication>
#include <QFontDatabase>
#include <QScrollArea>
#include <QTest>

using namespace pfx;
using namespace Qt::StringLiterals;
using test::patience;
using ui::SetupStep;

class TestSetupPictures : public QObject {
    Q_OBJECT

private slots:
    void page_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QSize>("size");
        const QStringList names{u"account"_s,    u"account-wrong"_s, u"key"_s,  u"key-good"_s, u"key-refused"_s, u"key-optional"_s,
                                u"key-unknown"_s, u"task-unread"_s,  u"task"_s, u"task-bad"_s, u"feedback"_s,    u"feedback-reached"_s,
                                u"finish"_s,     u"saved"_s,         u"no-keychain"_s, u"no-account"_s,
                                u"test-arrived"_s, u"test-back"_s, u"test-refused"_s};
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << name << QSize(1064, 760);
        for (const QString &name : {u"key-refused"_s, u"task"_s, u"feedback"_s, u"no-keychain"_s, u"test-arrived"_s, u"test-refused"_s})
            QTest::newRow(qPrintable(name + u"-small"_s)) << name << QSize(968, 660);
    }
    void page()
    {
        QFETCH(QString, name);
        QFETCH(QSize, size);
        test::SetupOffice office(fake::fullAccount());
        ui::SetupPage page(*office.services);
        page.resize(size);
        page.show();
        page.shown();
        pose(office, page, name);
        QTest::qWait(0);
        page.grab(); // layouts settle with the first painting
        QCoreApplication::processEvents();
        if (const QString folder = qEnvironmentVariable("PFX_PICTURES"); !folder.isEmpty())
            QVERIFY(page.grab().save(u"%1/setup-%2.png"_s.arg(folder, QString::fromLatin1(QTest::currentDataTag()))));
        QCOMPARE(test::faults(page), QStringList());
    }

private:
    static void check(test::SetupOffice &office, ui::SetupPage &page, const QString &key = fake::usualKey())
    {
        Q_UNUSED(office)
        page.presenter().connection().setAccount(u"konigkomfort"_s);
        page.presenter().connection().setKey(key);
        page.presenter().goTo(SetupStep::Key);
        page.presenter().connection().check();
        QTRY_VERIFY_WITH_TIMEOUT(page.presenter().connection().state().diagnosis.has_value(), patience);
    }

    static void pose(test::SetupOffice &office, ui::SetupPage &page, const QString &name)
    {
        ui::SetupPresenter &presenter = page.presenter();
        if (name.startsWith(u"account"_s)) {
            if (name == u"account-wrong"_s) {
                presenter.connection().setAccount(u"https://planfix.ru/"_s);
                presenter.next();
            }
            return;
        }
        if (name == u"key"_s) {
            presenter.connection().setAccount(u"konigkomfort"_s);
            return presenter.goTo(SetupStep::Key);
        }
        if (name == u"key-refused"_s)
            office.live->remote().grant(test::allRightsBut(u"task_add"_s));
        if (name == u"key-optional"_s)
            office.live->remote().grant(test::allRightsBut(u"contact_add"_s));
        if (name == u"task-unread"_s)
            return presenter.goTo(SetupStep::Task);
        if (name == u"no-account"_s)
            return presenter.goTo(SetupStep::TestOrder);
        check(office, page, name == u"key-unknown"_s ? u"0123456789abcdef0123456789abcdef"_s : fake::usualKey());
        if (name.startsWith(u"key"_s))
            return;
        presenter.goTo(SetupStep::Task);
        ui::MappingPresenter &mapping = presenter.mapping();
        mapping.setTemplate(name == u"task-bad"_s ? 105 : 104);
        QTRY_COMPARE_WITH_TIMEOUT(mapping.state().facts, ui::MappingState::Facts::Known, patience);
        mapping.setField(u"number"_s, 115);
        mapping.setField(u"total"_s, 120);
        mapping.setField(name == u"task-bad"_s ? u"client.name"_s : u"visit_at"_s, 121);
        mapping.setAssignees(u"5, 6"_s);
        if (name.startsWith(u"task"_s))
            return;
        presenter.feedback().setPublicUrl(u"https://console.example.org"_s);
        presenter.goTo(SetupStep::Feedback);
        if (name == u"feedback-reached"_s) {
            presenter.feedback().checkReach();
            QTRY_COMPARE_WITH_TIMEOUT(presenter.feedback().state().reach, ui::FeedbackState::Reach::Reached, patience);
        }
        if (name.startsWith(u"feedback"_s))
            return;
        presenter.goTo(SetupStep::TestOrder);
        if (name == u"finish"_s)
            return;
        if (name == u"no-keychain"_s)
            office.live->keys().fail(base::Error{base::ErrorCode::Keychain, u"no service"_s, secrets::trouble::noService});
        presenter.finish();
        QTRY_VERIFY_WITH_TIMEOUT(presenter.saving().phase == ui::SavingState::Phase::Done
                                     || presenter.saving().phase == ui::SavingState::Phase::Failed,
                                 patience);
        if (name.startsWith(u"test"_s))
            makeTestOrder(office, presenter, name);
    }

    static void makeTestOrder(test::SetupOffice &office, ui::SetupPresenter &presenter, const QString &name)
    {
        const auto &state = presenter.testOrder().state();
        if (name == u"test-refused"_s)
            office.live->remote().grant(test::allRightsBut(u"task_add"_s));
        presenter.testOrder().create();
        if (name == u"test-refused"_s)
            QTRY_VERIFY_WITH_TIMEOUT(state.canRetry(), patience);
        else
            QTRY_COMPARE_WITH_TIMEOUT(state.phase, ui::TestOrderState::Phase::Arrived, patience);
        if (name != u"test-back"_s)
            return;
        const qint64 task = state.progress->order.planfixId;
        const QJsonObject change{{u"status"_s, QJsonObject{{u"id"_s, 2}}}};
        QCOMPARE(office.live->remote().act("POST", u"/task/%1"_s.arg(task), change, u"user:5"_s).status, 200);
        office.live->webhook(task);
        QTRY_VERIFY_WITH_TIMEOUT(state.progress->order.status != orders::Status::New, patience);
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (QFontDatabase::families().contains(u"Inter"_s))
        QApplication::setFont(QFont(u"Inter"_s, 10));
    const QString theme = qEnvironmentVariable("PFX_THEME");
    ui::applyTheme(application, ui::colorSchemeFromName(theme.isEmpty() ? u"light"_s : theme));
    translations::install(application, qEnvironmentVariable("PFX_LANG") == u"en"_s ? u"en"_s : u"ru"_s);
    TestSetupPictures test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_setup_pictures.moc"
