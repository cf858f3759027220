// SPDX-License-Identifier: GPL-3.0-or-later
// The whole import on the real page over a real store, by keyboard alone, in Russian: the specification's examples and messages word for
// word.
#include "tests/ui_imports/office.h"
#include "translations/translations.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

using namespace pfx;
using namespace Qt::StringLiterals;
using ui::ImportStep;

static QByteArray amo()
{
    return json("{'contacts':[{'id':1,'name':'Тестовый Контакт','custom_fields_values':[{'field_id':1,'field_name':'Email',"
                "'values':[{'value':'test@example.com'}]}]}],"
                "'deals':[{'id':1,'name':'Тестовая сделка','price':50000,'contacts':[{'id':1}]}],'pipelines':[]}");
}

static QByteArray bitrix()
{
    return json("{'contacts':[{'ID':'1','NAME':'Тестовый','LAST_NAME':'Контакт','EMAIL':[{'VALUE':'test@example.com','VALUE_TYPE':'WORK'}]}],"
                "'deals':[{'ID':'1','TITLE':'Тестовая сделка','OPPORTUNITY':'50000','CONTACT_ID':'1'}],'stages':[]}");
}

/// Every key goes to the widget that has the focus, as from a keyboard.
static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QVERIFY2(QApplication::focusWidget() != nullptr, "nothing has the focus");
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

static void type(const QString &text)
{
    QVERIFY2(QApplication::focusWidget() != nullptr, "nothing has the focus");
    QTest::keyClicks(QApplication::focusWidget(), text);
}

/// Tab until the control of this name has the focus.
static bool tabTo(const QString &accessibleName)
{
    for (int i = 0; i < 60; ++i) {
        QWidget *focus = QApplication::focusWidget();
        if (focus != nullptr && focus->accessibleName() == accessibleName)
            return true;
        if (focus == nullptr)
            return false;
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    return false;
}

class TestImportByKeyboard : public QObject
{
    Q_OBJECT

private:
    /// From the empty page to step 2 with a new employee chosen.
    static void prepare(Office &office, const QString &path)
    {
        QVERIFY(QTest::qWaitForWindowActive(office.page.get()));
        QTRY_VERIFY_WITH_TIMEOUT(office.view() != ui::ImportsState::View::Loading, kPatience);
        office.page->shown();
        QVERIFY(tabTo(u"Новый импорт"_s));
        press(Qt::Key_Return);
        QTRY_COMPARE(QApplication::focusWidget()->accessibleName(), u"Файл"_s);
        type(path);
        press(Qt::Key_Return);
        const ui::SourceState &source = office.presenter().source().state();
        QTRY_COMPARE_WITH_TIMEOUT(source.phase, ui::SourceState::Phase::Ready, kPatience);
        if (source.systemCorrected) { // that it is of the other system is told first
            QCOMPARE(office.step(), ImportStep::Source);
            press(Qt::Key_Return);
        }
        QTRY_COMPARE_WITH_TIMEOUT(office.step(), ImportStep::Options, kPatience);
    }

    static void addEmployee(Office &office)
    {
        QVERIFY(tabTo(u"Добавить пользователя"_s));
        press(Qt::Key_Space);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Имя"_s);
        type(u"Olga Kim"_s); // QTest knows the keys of Latin letters only
        press(Qt::Key_Tab);
        type(u"kim@example.com"_s);
        press(Qt::Key_Return); // Enter inside the editor saves
        QTRY_VERIFY_WITH_TIMEOUT(office.page->presenter().options().state().employee != 0, kPatience);
    }

private slots:
    void escapeClosesTheNewUser()
    {
        Office office;
        prepare(office, office.file(u"export.json"_s, amo()));
        QVERIFY(tabTo(u"Добавить пользователя"_s));
        press(Qt::Key_Space);
        QVERIFY(office.presenter().options().state().form.open);
        type(u"Olga"_s);
        press(Qt::Key_Escape);
        QVERIFY(!office.presenter().options().state().form.open);
        QVERIFY(QApplication::focusWidget() != nullptr && QApplication::focusWidget()->isVisible());
        QCOMPARE(office.step(), ImportStep::Options);
    }

    void example_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("summary");
        QTest::newRow("the smallest AmoCRM file") << amo() << u"контактов: 1, сделок: 1"_s;
        QTest::newRow("the smallest Bitrix24 file") << bitrix() << u"контактов: 1, сделок: 1"_s;
        QTest::newRow("an empty object") << QByteArray("{}") << u"В файле ничего не оказалось"_s;
    }
    void example()
    {
        QFETCH(QByteArray, content);
        Office office;
        prepare(office, office.file(u"export.json"_s, content));
        QVERIFY(tabTo(u"Далее"_s));
        press(Qt::Key_Return); // without an employee
        auto said = office.page->presenter().options().state().employeeError;
        QCOMPARE(said, u"Выберите пользователя по умолчанию"_s);
        QVERIFY(tabTo(u"Начать импорт"_s));
        press(Qt::Key_Space);
        QCOMPARE(office.step(), ImportStep::Options);
        addEmployee(office);
        QVERIFY(tabTo(u"Начать импорт"_s));
        press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(office.step(), ImportStep::Result, kPatience);
        QTRY_COMPARE(office.banner(u"resultBanner"_s)->fact(), u"Импорт завершен"_s);
        QFETCH(QString, summary);
        QVERIFY2(office.banner(u"resultBanner"_s)->sentence().contains(summary), qPrintable(office.banner(u"resultBanner"_s)->sentence()));
    }

    void throughAllSteps()
    {
        Office office;
        prepare(office, office.file(u"export.json"_s, amo()));
        addEmployee(office);
        press(Qt::Key_Return);
        QTRY_COMPARE(office.step(), ImportStep::Fields);
        QVERIFY(tabTo(u"Далее"_s));
        press(Qt::Key_Return);
        QTRY_COMPARE(office.step(), ImportStep::Check);
        QTRY_COMPARE_WITH_TIMEOUT(office.page->presenter().check().state().phase, ui::CheckState::Phase::Done, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!office.page->presenter().check().rows().isEmpty(), kPatience);
        const migration::Counters told = office.page->presenter().check().state().report.contacts;
        QVERIFY(tabTo(u"Начать импорт"_s));
        press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(office.step(), ImportStep::Result, kPatience);
        QCOMPARE(office.page->presenter().result().state().report.contacts, told);
    }

    void enterBeginsNoImportWhereRowsAreLookedFor_data()
    {
        QTest::addColumn<QString>("where");
        QTest::newRow("in the search") << u"Найти в строках"_s;
        QTest::newRow("in the filter by kind") << u"Вид строк"_s;
    }

    void enterBeginsNoImportWhereRowsAreLookedFor()
    {
        QFETCH(QString, where);
        Office office;
        prepare(office, office.file(u"export.json"_s, amo()));
        addEmployee(office);
        press(Qt::Key_Return);
        QTRY_COMPARE(office.step(), ImportStep::Fields);
        QVERIFY(tabTo(u"Далее"_s));
        press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(office.page->presenter().check().state().phase, ui::CheckState::Phase::Done, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!office.jobs.hasRunning(), kPatience);
        QVERIFY(tabTo(where));
        press(Qt::Key_Return);
        press(Qt::Key_Enter);
        QCOMPARE(office.step(), ImportStep::Check);
        QVERIFY(!office.jobs.hasRunning());
    }

    void aBrokenFileIsToldAtOnce()
    {
        Office office;
        QVERIFY(QTest::qWaitForWindowActive(office.page.get()));
        QTRY_VERIFY_WITH_TIMEOUT(office.view() != ui::ImportsState::View::Loading, kPatience);
        office.page->shown();
        QVERIFY(tabTo(u"Новый импорт"_s));
        press(Qt::Key_Return);
        type(office.file(u"broken.json"_s, "{\"contacts\":[{\"id\":1,}]}"));
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(office.banner(u"sourceBanner"_s)->isVisible(), kPatience);
        QVERIFY(office.banner(u"sourceBanner"_s)->fact().startsWith(u"Ошибка чтения файла"_s));
        QCOMPARE(office.step(), ImportStep::Source);
    }

    void theImportGoesOnWithoutThePage()
    {
        Office office;
        prepare(office, office.file(u"export.json"_s, amo()));
        addEmployee(office);
        office.page->presenter().startImport();
        office.page.reset();
        QTRY_VERIFY_WITH_TIMEOUT(!office.jobs.hasRunning(), kPatience);
        office.newPage();
        QTRY_COMPARE_WITH_TIMEOUT(office.step(), ImportStep::Result, kPatience);
        QCOMPARE(office.page->presenter().result().state().report.state, migration::RunState::Finished);
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    ui::applyTheme(application, ui::ColorScheme::Light);
    translations::install(application, u"ru"_s);
    TestImportByKeyboard test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_import_by_keyboard.moc"
