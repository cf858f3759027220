// SPDX-License-Identifier: GPL-3.0-or-later
// The shared widgets by keyboard, and for screen readers.
#include "translations/translations.h"
#include "ui/common/accessibility.h"
#include "ui/common/banner.h"
#include "ui/common/counter_card.h"
#include "ui/common/field.h"
#include "ui/common/navigation.h"
#include "ui/common/prompt.h"
#include "ui/common/segmented.h"
#include "ui/common/step_header.h"
#include "ui/common/view_settings.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFileIconProvider>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

using namespace pfx;
using namespace pfx::ui;

class tst_widgets : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void bannerSaysItsSeverity_data();
    void bannerSaysItsSeverity();
    void bannerFoldsTechnicalDetail();
    void bannerActionsGoWithClear();
    void stepsByKeyboard();
    void stepsThatMayNotBeReachedDoNothing();
    void stepsKeepTheCurrentWordWhenNarrow();
    void navigationByKeyboard();
    void badgeIsSaid();
    void segmentsByKeyboard();
    void fieldNamesItsEditor();
    void counterIsAFilterByKeyboard();
    void counterThatIsNoFilterIsReadAndNotPressed();
    void scrollAreaIsAskedForAChildThatHasGone();
    void qtsOwnDialogNamesFolders();
    void enterInAQuestion_data();
    void enterInAQuestion();
};

void tst_widgets::initTestCase()
{
    translations::install(*qApp, QStringLiteral("ru"));
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(13);
    QApplication::setFont(font);
}

void tst_widgets::bannerSaysItsSeverity_data()
{
    QTest::addColumn<int>("severity");
    QTest::addColumn<QString>("said");
    QTest::newRow("an error") << int(Severity::Error) << QStringLiteral("Ошибка: Файл не читается");
    QTest::newRow("a warning") << int(Severity::Warning) << QStringLiteral("Предупреждение: Файл не читается");
    QTest::newRow("a success") << int(Severity::Success) << QStringLiteral("Готово: Файл не читается");
    QTest::newRow("an information") << int(Severity::Info) << QStringLiteral("Сведения: Файл не читается");
}

void tst_widgets::bannerSaysItsSeverity()
{
    QFETCH(const int, severity);
    QFETCH(const QString, said);
    QWidget window;
    Banner banner(QStringLiteral("banner"), &window);
    banner.showMessage(static_cast<Severity>(severity), QStringLiteral("Файл не читается"), QStringLiteral("Выберите другой"));
    QCOMPARE(banner.accessibleName(), said);
    QCOMPARE(banner.accessibleDescription(), QStringLiteral("Выберите другой"));
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&banner);
    QVERIFY(interface);
    QCOMPARE(interface->text(QAccessible::Name), said);
}

void tst_widgets::bannerFoldsTechnicalDetail()
{
    QWidget window;
    Banner banner(QStringLiteral("banner"), &window);
    window.show();
    banner.showError({base::ErrorCode::StorageReadOnly, QStringLiteral("attempt to write a readonly database"), QStringLiteral("/srv/store")});
    QVERIFY(!banner.fact().isEmpty());
    QVERIFY(!banner.sentence().isEmpty());
    auto *more = banner.findChild<QPushButton *>(QStringLiteral("bannerMore"));
    QVERIFY(more && more->isVisible());
    const auto shows = [&banner] {
        for (const QLabel *label : banner.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(QLatin1String("storage_read_only")))
                return true;
        }
        return false;
    };
    QVERIFY(!shows());
    QTest::keyClick(more, Qt::Key_Space);
    QVERIFY(shows());
}

void tst_widgets::bannerActionsGoWithClear()
{
    QWidget window;
    Banner banner(QStringLiteral("banner"), &window);
    window.show();
    banner.showMessage(Severity::Warning, QStringLiteral("a"));
    Button *action = banner.addAction(QStringLiteral("Do"), QStringLiteral("do"));
    QVERIFY(action->isVisible());
    banner.clear();
    QVERIFY(!banner.isVisible());
    banner.showMessage(Severity::Warning, QStringLiteral("b"));
    for (const QPushButton *button : banner.findChildren<QPushButton *>())
        QVERIFY2(!button->isVisible(), qPrintable(button->objectName()));
}

void tst_widgets::stepsByKeyboard()
{
    StepHeader steps({QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")});
    steps.setCurrent(2);
    steps.resize(600, 32);
    steps.show();
    steps.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&steps));
    const QSignalSpy asked(&steps, &StepHeader::stepRequested);
    auto *last = steps.findChild<QAbstractButton *>(QStringLiteral("step3"));
    auto *first = steps.findChild<QAbstractButton *>(QStringLiteral("step1"));
    last->setFocus();
    QTest::keyClick(last, Qt::Key_Left);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(first));
    QTest::keyClick(first, Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toInt(), 0);
    QVERIFY(first->accessibleName().contains(QLatin1String("A")));
}

void tst_widgets::stepsThatMayNotBeReachedDoNothing()
{
    StepHeader steps({QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")});
    steps.setCurrent(1);
    steps.show();
    const QSignalSpy asked(&steps, &StepHeader::stepRequested);
    auto *later = steps.findChild<QAbstractButton *>(QStringLiteral("step3"));
    QTest::mouseClick(later, Qt::LeftButton);
    QCOMPARE(asked.size(), 0);
    steps.setEnabledSteps({true, true, true});
    QTest::mouseClick(later, Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
}

void tst_widgets::stepsKeepTheCurrentWordWhenNarrow()
{
    StepHeader steps({QStringLiteral("Источник данных"), QStringLiteral("Параметры"), QStringLiteral("Проверка")});
    steps.setCurrent(1);
    steps.resize(steps.minimumSizeHint());
    steps.show();
    int right = -1;
    for (int i = 1; i <= 3; ++i) {
        auto *step = steps.findChild<QAbstractButton *>(QStringLiteral("step%1").arg(i));
        QVERIFY(step->geometry().left() > right);
        right = step->geometry().right();
        QCOMPARE(step->toolTip().isEmpty(), i == 2);
    }
    QVERIFY(right <= steps.width());
}

void tst_widgets::navigationByKeyboard()
{
    Navigation navigation;
    navigation.addPage(QStringLiteral("imports"), QStringLiteral("Импорт"), QStringLiteral("document-import"));
    navigation.addPage(QStringLiteral("crm"), QStringLiteral("Клиенты и сделки"), QStringLiteral("view-pim-contacts"));
    navigation.setCurrentId(QStringLiteral("imports"));
    navigation.show();
    const QSignalSpy chosen(&navigation, &Navigation::pageChosen);
    QTest::keyClick(&navigation, Qt::Key_Down);
    QCOMPARE(navigation.currentId(), QStringLiteral("crm"));
    QCOMPARE(chosen.size(), 1);
    QTest::keyClick(&navigation, Qt::Key_Up);
    QCOMPARE(navigation.currentId(), QStringLiteral("imports"));
}

void tst_widgets::badgeIsSaid()
{
    Navigation navigation;
    navigation.addPage(QStringLiteral("crm"), QStringLiteral("Клиенты"), QStringLiteral("view-pim-contacts"));
    navigation.setBadge(QStringLiteral("crm"), {4, Tone::Info});
    const QString said = navigation.model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(said.contains(QLatin1String("4")) && said.contains(QStringLiteral("Клиенты")), qPrintable(said));
    navigation.setBadge(QStringLiteral("crm"), {});
    QCOMPARE(navigation.model()->index(0, 0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Клиенты"));
}

void tst_widgets::segmentsByKeyboard()
{
    Segmented segments(QStringLiteral("target"), QStringLiteral("Target"));
    segments.addChoice(QStringLiteral("Ours"), QStringLiteral("ours"));
    segments.addChoice(QStringLiteral("Other"), QStringLiteral("other"));
    segments.show();
    segments.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&segments));
    const QSignalSpy changed(&segments, &Segmented::currentChanged);
    QCOMPARE(segments.current(), 0);
    auto *first = segments.findChild<QAbstractButton *>(QStringLiteral("ours"));
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Right);
    QCOMPARE(segments.current(), 1);
    QCOMPARE(changed.size(), 1);
}

void tst_widgets::fieldNamesItsEditor()
{
    auto *edit = new QLineEdit;
    Field field(QStringLiteral("Файл"), edit, QStringLiteral("file"), Field::Need::Required);
    field.setHint(QStringLiteral("JSON"));
    QCOMPARE(edit->objectName(), QStringLiteral("file"));
    QCOMPARE(edit->accessibleName(), QStringLiteral("Файл"));
    QVERIFY(edit->accessibleDescription().contains(QStringLiteral("JSON")));
    field.setError(QStringLiteral("Выберите файл"));
    QVERIFY(edit->accessibleDescription().contains(QStringLiteral("Выберите файл")));
    QVERIFY(!edit->accessibleDescription().contains(QStringLiteral("JSON")));
    field.setError({});
    QVERIFY(edit->accessibleDescription().contains(QStringLiteral("JSON")));
}

void tst_widgets::counterIsAFilterByKeyboard()
{
    CounterCard card(QStringLiteral("create"), QStringLiteral("list-add"), Tone::Success, QStringLiteral("Создать"));
    card.setNumber(20'214);
    card.setFilter(true);
    card.show();
    QVERIFY(card.accessibleName().startsWith(QStringLiteral("Создать: 20")));
    QTest::keyClick(&card, Qt::Key_Space);
    QVERIFY(card.isChecked());
}

void tst_widgets::counterThatIsNoFilterIsReadAndNotPressed()
{
    installAccessibility();
    CounterCard card(QStringLiteral("create"), QStringLiteral("list-add"), Tone::Success, QStringLiteral("Создать"));
    card.setNumber(7);
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&card);
    QVERIFY(spoken);
    QCOMPARE(spoken->role(), QAccessible::StaticText);
    QCOMPARE(spoken->text(QAccessible::Name), QStringLiteral("Создать: 7"));
    QCOMPARE(spoken->actionInterface()->actionNames(), QStringList());
    card.setFilter(true);
    QCOMPARE(spoken->role(), QAccessible::CheckBox);
    spoken->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QVERIFY(card.isChecked());
    QVERIFY(spoken->state().checked);
}

void tst_widgets::scrollAreaIsAskedForAChildThatHasGone()
{
    installAccessibility();
    QScrollArea area;
    auto *content = new QWidget;
    content->setFixedSize(100, 1000);
    area.setWidget(content);
    area.resize(200, 200);
    area.show();
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&area);
    QVERIFY(spoken);
    QCOMPARE(spoken->role(), QAccessible::Client);
    QCOMPARE(spoken->child(0)->object(), area.viewport());
    const int children = spoken->childCount();
    content->setFixedSize(100, 100); // the scroll bar goes between a screen reader's two questions
    area.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (int i = 0; i < children + 3; ++i) {
        const QAccessibleInterface *child = spoken->child(i);
        QVERIFY(child == nullptr || child->isValid());
    }
    QVERIFY(!spoken->child(children));
    QVERIFY(!spoken->child(-1));
}

void tst_widgets::qtsOwnDialogNamesFolders()
{
    QCOMPARE(QFileIconProvider().type(QFileInfo(QDir::tempPath())), QStringLiteral("Папка"));
}

void tst_widgets::enterInAQuestion_data()
{
    QTest::addColumn<bool>("dangerous");
    QTest::addColumn<QString>("focus");
    QTest::addColumn<bool>("done");
    QTest::newRow("of danger, at once: keeps") << true << QString() << false;
    QTest::newRow("of danger, on the red button: does it") << true << QStringLiteral("confirmYes") << true;
    QTest::newRow("of danger, on the other one: keeps") << true << QStringLiteral("confirmNo") << false;
    QTest::newRow("of a harmless deed, at once: does it") << false << QString() << true;
    QTest::newRow("of a harmless deed, on the other button: does not") << false << QStringLiteral("confirmNo") << false;
}

void tst_widgets::enterInAQuestion()
{
    QFETCH(const bool, dangerous);
    QFETCH(const QString, focus);
    QWidget window;
    window.show();
    MemoryViewSettings settings;
    DialogPrompt prompt(settings);
    Question question;
    question.title = QStringLiteral("Удалить?");
    question.verb = QStringLiteral("Удалить");
    question.dangerous = dangerous;
    bool done = false;
    prompt.confirm(&window, question, [&done] { done = true; });
    QPointer<QDialog> dialog = window.findChild<QDialog *>(QStringLiteral("confirm"));
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    if (!focus.isEmpty())
        dialog->findChild<QPushButton *>(focus)->setFocus(Qt::TabFocusReason);
    QVERIFY(dialog->focusWidget() != nullptr);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!dialog);
    QTEST(done, "done");
}

QTEST_MAIN(tst_widgets)
#include "tst_widgets.moc"
