// SPDX-License-Identifier: GPL-3.0-or-later
// The wheel over choices and numbers of a page that scrolls.
#include "ui/common/wheel_guard.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <qtestspontaneevent.h>

using namespace pfx;

class tst_wheel_guard : public QObject
{
    Q_OBJECT

private slots:
    void wheel_data()
    {
        QTest::addColumn<QString>("over");
        QTest::addColumn<bool>("focused");
        QTest::addColumn<bool>("changes");
        QTest::newRow("a choice that the page's wheel passes stays") << "combo" << false << false;
        QTest::newRow("a choice that was just made stays when the page is scrolled on") << "combo" << true << false;
        QTest::newRow("the field of a choice that can be typed is part of it") << "editable" << false << false;
        QTest::newRow("a number that the page's wheel passes stays") << "spin" << false << false;
        QTest::newRow("a number that somebody is in may be turned") << "spin" << true << true;
    }

    void wheel()
    {
        QFETCH(QString, over);
        QFETCH(bool, focused);
        QFETCH(bool, changes);
        const ui::WheelGuard guard(*qApp);
        QScrollArea area;
        auto *body = new QWidget;
        auto *column = new QVBoxLayout(body);
        auto *combo = new QComboBox;
        combo->addItems({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        auto *editable = new QComboBox;
        editable->setEditable(true);
        editable->addItems({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        auto *spin = new QSpinBox;
        spin->setRange(0, 10);
        spin->setValue(5);
        auto *other = new QLineEdit;
        for (QWidget *widget : std::initializer_list<QWidget *>{other, combo, editable, spin})
            column->addWidget(widget);
        column->addSpacing(2000);
        area.setWidget(body);
        area.resize(300, 200);
        area.show();
        area.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&area));
        const QHash<QString, QWidget *> targets{
            {QStringLiteral("combo"), combo}, {QStringLiteral("spin"), spin}, {QStringLiteral("editable"), editable}};
        QWidget *target = targets.value(over);
        QVERIFY(target != nullptr);
        (focused ? target : other)->setFocus();

        QWidget *receiver = over == QLatin1String("editable") ? editable->lineEdit() : target;
        QWheelEvent turn(QPointF(5, 5), receiver->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier,
                         Qt::NoScrollPhase, false);
        QSpontaneKeyEvent::setSpontaneous(&turn); // only what comes from the window system is handed on to the widgets around
        qApp->notify(receiver, &turn);

        QCOMPARE(combo->currentIndex(), 0);
        QCOMPARE(editable->currentIndex(), 0);
        QCOMPARE(spin->value() != 5, changes);
        QCOMPARE(area.verticalScrollBar()->value() > 0, !changes);
        QCOMPARE(target->hasFocus(), focused);
    }
};

QTEST_MAIN(tst_wheel_guard)
#include "tst_wheel_guard.moc"
