// SPDX-License-Identifier: GPL-3.0-or-later
// --demo: the whole program on invented services. Its orders become tasks, nothing goes to another host, nothing is left behind.
#include "app/console/console.h"
#include "app/console/main_window.h"
#include "app/demo/demo_transport.h"
#include "core/exchange/journal_pages.h"
#include "translations/translations.h"
#include "ui/common/live.h"
#include "ui/common/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QSignalSpy>
#include <QTest>

#include <future>

using namespace pfx;

namespace {

console::Options demoOptions()
{
    console::Options options;
    options.demo = true;
    return options;
}

} // namespace

class tst_demo : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void itSaysWhatItIs();
    void itsOrdersBecomeTasks();
    void itsMessagesAreDelivered();
    void nothingGoesToAnotherHost();
    void nothingIsLeft();
    void theOptionIsKnown();
};

void tst_demo::initTestCase()
{
    translations::install(*qApp, QStringLiteral("ru"));
    ui::applyTheme(*qApp, ui::colorSchemeFromName(qEnvironmentVariable("PFX_THEME", QStringLiteral("light"))));
}

void tst_demo::itSaysWhatItIs()
{
    console::Console program(demoOptions());
    const QSignalSpy opened(&program, &console::Console::opened);
    program.start();
    const auto *ribbon = program.window().findChild<QWidget *>(QStringLiteral("demoRibbon"));
    QVERIFY(ribbon && ribbon->isVisible()); // before anything else is there
    QCOMPARE(ribbon->accessibleName(), QStringLiteral("Демо: ничего не отправляется"));
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 30'000);
    for (const console::PageEntry &entry : console::allPages()) {
        program.window().goTo(entry.id);
        QTest::qWait(50);
        const QString folder = qEnvironmentVariable("PFX_GALLERY");
        if (!folder.isEmpty())
            QVERIFY(program.window().grab().save(QStringLiteral("%1/demo-%2.png").arg(folder, entry.id)));
    }
}

void tst_demo::itsOrdersBecomeTasks()
{
    console::Console program(demoOptions());
    program.start();
    QTRY_COMPARE_WITH_TIMEOUT(program.demo()->planfix().rows(QStringLiteral("tasks")).size(), 5, 60'000);
    QVERIFY2(program.demo()->planfix().refusals().isEmpty(), qPrintable(program.demo()->planfix().refusals().join(QLatin1Char('\n'))));
}

void tst_demo::itsMessagesAreDelivered()
{
    console::Console program(demoOptions());
    const QSignalSpy opened(&program, &console::Console::opened);
    program.start();
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 30'000);
    program.window().goTo(ui::pages::Sms, QVariantMap{{QStringLiteral("tab"), QStringLiteral("messages")}});
    const auto *table = program.window().findChild<QAbstractItemView *>(QStringLiteral("smsMessages"));
    QVERIFY(table);
    const auto inState = [table](const QString &words) {
        int count = 0;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            for (int column = 0; column < table->model()->columnCount(); ++column)
                count += table->model()->index(row, column).data().toString() == words ? 1 : 0;
        }
        return count;
    };
    QTRY_COMPARE_WITH_TIMEOUT(inState(QStringLiteral("Доставлено")), 3, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(inState(QStringLiteral("Отказано")), 1, 10'000); // a wrong number, to see what that looks like
}

void tst_demo::nothingGoesToAnotherHost()
{
    const base::SystemClock clock;
    app::Demo demo(clock);
    const auto transport = demo.runtimeOptions().transport();
    http::Request request;
    for (const char *address : {"https://example.org/", "https://konigkomfort.planfix.ru/rest/ping", "http://127.0.0.1:1/"}) {
        request.url = QUrl(QString::fromLatin1(address));
        const auto answer = std::async(std::launch::async, [&] { return transport->exchange(request, {}); }).get(); // not on the window's thread
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, base::ErrorCode::Network);
        QCOMPARE(answer.error().effected, base::Effected::No);
    }
    request.url = QUrl(QStringLiteral("https://demo.planfix.ru/rest/ping"));
    request.headers = {{"Authorization", "Bearer demo"}, {"Accept", "application/json"}};
    const auto answer = transport->exchange(request, {});
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
}

void tst_demo::nothingIsLeft()
{
    QString folder;
    {
        console::Console program(demoOptions());
        const QSignalSpy opened(&program, &console::Console::opened);
        program.start();
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 30'000);
        folder = program.folder();
        QVERIFY(QDir(folder).exists());
    }
    QVERIFY(!QDir(folder).exists());
}

void tst_demo::theOptionIsKnown()
{
    const auto options = console::parseOptions({QStringLiteral("planfix-console"), QStringLiteral("--demo")});
    QVERIFY(options && options->demo);
    QVERIFY(console::helpText().contains(QStringLiteral("--demo")));
}

QTEST_MAIN(tst_demo)
#include "tst_demo.moc"
