// SPDX-License-Identifier: GPL-3.0-or-later
// Each setting as the page edits it, as a table: what is acceptable is written at once, the rest is told beside the field and not written,
// and an edit can be taken back.
#include "tests/ui_setup/setup_office.h"
#include "translations/translations.h"
#include "ui/settings/settings_presenter.h"
#include "ui/settings/statuses_table.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace pfx;
using namespace Qt::StringLiterals;
using test::patience;

namespace {

struct Desk : test::SetupOffice {
    Desk() : SetupOffice(fake::emptyAccount()), presenter(*services)
    {
        QSignalSpy loaded(&presenter, &ui::SettingsPresenter::loaded);
        presenter.reload();
        if (!loaded.wait(patience))
            qFatal("the settings were not read");
    }

    void enter(const QString &key, const QString &text)
    {
        presenter.edit(key, text);
        presenter.commit(key);
        QTRY_VERIFY_WITH_TIMEOUT(!presenter.of(key).isSaving, patience);
    }

    ui::SettingsPresenter presenter;
};

} // namespace

class TestSettingsPresenter : public QObject {
    Q_OBJECT

private slots:
    void values_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("kept"); // empty: refused
        const auto row = [](const char *name, const QString &key, const QString &typed, const QString &kept) {
            QTest::newRow(name) << key << typed << kept;
        };
        row("a port", u"server.listen"_s, u" 127.0.0.1:9090 "_s, u"127.0.0.1:9090"_s);
        row("a port that is none", u"server.listen"_s, u"127.0.0.1:99999"_s, {});
        row("a name without a port", u"server.listen"_s, u"localhost"_s, {});
        row("a public address", u"server.public-url"_s, u"https://console.example.org"_s, u"https://console.example.org"_s);
        row("a public address in clear", u"server.public-url"_s, u"http://console.example.org"_s, {});
        row("a pace", u"planfix.requests-per-second"_s, u"0.5"_s, u"0.5"_s);
        row("a pace of nothing", u"planfix.requests-per-second"_s, u"0"_s, {});
        row("days", u"journal.keep-days"_s, u"90"_s, u"90"_s);
        row("no days", u"journal.keep-days"_s, u"0"_s, {});
        row("days in words", u"journal.keep-days"_s, u"month"_s, {});
        row("proxies", u"server.trusted-proxies"_s, u"127.0.0.1,10.0.0.0/8"_s, u"127.0.0.1, 10.0.0.0/8"_s);
        row("a proxy by name", u"server.trusted-proxies"_s, u"proxy.office"_s, {});
        row("a certificate", u"server.tls-cert"_s, u"/etc/ssl/console.pem"_s, u"/etc/ssl/console.pem"_s);
        row("a certificate somewhere", u"server.tls-cert"_s, u"console.pem"_s, {});
        row("the switch", u"server.enabled"_s, u"false"_s, u"false"_s);
    }
    void values()
    {
        QFETCH(QString, key);
        QFETCH(QString, typed);
        QFETCH(QString, kept);
        Desk desk;
        const QString before = desk.presenter.of(key).kept;
        desk.enter(key, typed);
        const ui::SettingState state = desk.presenter.of(key);
        if (kept.isEmpty()) {
            QVERIFY2(QRegularExpression(u"[а-я]"_s).match(state.error).hasMatch(), qPrintable(state.error));
            QCOMPARE(state.text, typed); // to be mended, not lost
            QVERIFY(desk.settings().isDefault(key));
            QVERIFY(!state.isSaved);
            return;
        }
        QCOMPARE(state.error, QString());
        QVERIFY(state.isSaved);
        QCOMPARE(desk.settings().text(key), kept);
        QCOMPARE(state.before, std::optional(before));
        desk.presenter.undo(key);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.presenter.of(key).isSaving, patience);
        QCOMPARE(desk.settings().text(key), before);
        QVERIFY2(!desk.presenter.of(key).before, "taken back once");
    }

    void anEmptiedFieldIsTheDefaultAgain()
    {
        Desk desk;
        desk.enter(u"server.listen"_s, u"127.0.0.1:9090"_s);
        desk.enter(u"server.listen"_s, {});
        QCOMPARE(desk.presenter.of(u"server.listen"_s).text, u"127.0.0.1:8088"_s);
        QVERIFY(desk.settings().isDefault(u"server.listen"_s));
    }

    void whatAnotherProgramWroteIsShown()
    {
        Desk desk;
        desk.set(u"journal.keep-days"_s, u"77"_s);
        desk.presenter.edit(u"server.listen"_s, u"half ty"_s);
        desk.presenter.reload();
        QTRY_COMPARE_WITH_TIMEOUT(desk.presenter.of(u"journal.keep-days"_s).text, u"77"_s, patience);
        QCOMPARE(desk.presenter.of(u"server.listen"_s).text, u"half ty"_s);
    }

    void aStatusInTwoLinesIsRefused_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QString>("twice");
        QTest::newRow("all different") << QStringList{u"Новая"_s, u"В работе, Выполняется"_s, {}} << QString();
        QTest::newRow("in two lines") << QStringList{u"Новая"_s, u"В работе, Новая"_s} << u"Новая"_s;
        QTest::newRow("in other letters") << QStringList{u"Завершена"_s, u"завершена"_s} << u"завершена"_s;
        QTest::newRow("twice in one line") << QStringList{u"Готово, Готово"_s} << u"Готово"_s;
    }
    void aStatusInTwoLinesIsRefused()
    {
        QFETCH(QStringList, lines);
        QFETCH(QString, twice);
        QCOMPARE(ui::StatusesTable::repeated(lines), twice);
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    translations::install(application, u"ru"_s);
    TestSettingsPresenter test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_settings_presenter.moc"
