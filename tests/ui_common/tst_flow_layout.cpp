// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/flow_layout.h"

#include <QTest>
#include <QWidget>

using namespace pfx::ui;

namespace {

/// Boxes of these widths, 20 high, 8 apart.
std::unique_ptr<QWidget> boxes(const QVector<int> &widths)
{
    auto area = std::make_unique<QWidget>();
    auto *layout = new FlowLayout(area.get());
    layout->setSpacing(8);
    for (const int width : widths) {
        auto *box = new QWidget;
        box->setFixedSize(width, 20);
        layout->addWidget(box);
    }
    return area;
}

QVector<QPoint> places(const QWidget &area)
{
    QVector<QPoint> points;
    for (int i = 0; i < area.layout()->count(); ++i)
        points.append(area.layout()->itemAt(i)->geometry().topLeft());
    return points;
}

} // namespace

class tst_flow_layout : public QObject
{
    Q_OBJECT

private slots:
    void linesBreakWhereTheRoomEnds_data();
    void linesBreakWhereTheRoomEnds();
    void rightToLeftBeginsAtTheRight();
    void whatIsHiddenTakesNoRoom();
    void itIsNeverNarrowerThanItsWidestPart();
};

void tst_flow_layout::linesBreakWhereTheRoomEnds_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<QVector<QPoint>>("wanted");
    QTest::addColumn<int>("height");
    using Points = QVector<QPoint>;
    QTest::newRow("all in one line") << 400 << Points{{0, 0}, {108, 0}, {166, 0}} << 20;
    QTest::newRow("just enough room") << 236 << Points{{0, 0}, {108, 0}, {166, 0}} << 20;
    QTest::newRow("a pixel less breaks the line") << 235 << Points{{0, 0}, {108, 0}, {0, 28}} << 48;
    QTest::newRow("one in each line") << 100 << Points{{0, 0}, {0, 28}, {0, 56}} << 76;
}

void tst_flow_layout::linesBreakWhereTheRoomEnds()
{
    QFETCH(const int, width);
    QFETCH(const QVector<QPoint>, wanted);
    QFETCH(const int, height);
    const auto area = boxes({100, 50, 70});
    area->layout()->setGeometry({0, 0, width, 200});
    QCOMPARE(places(*area), wanted);
    QCOMPARE(area->layout()->heightForWidth(width), height);
}

void tst_flow_layout::rightToLeftBeginsAtTheRight()
{
    const auto area = boxes({100, 50, 70});
    area->setLayoutDirection(Qt::RightToLeft);
    area->layout()->setGeometry({10, 0, 235, 200});
    QCOMPARE(places(*area), (QVector<QPoint>{{145, 0}, {87, 0}, {175, 28}}));
}

void tst_flow_layout::whatIsHiddenTakesNoRoom()
{
    const auto area = boxes({100, 50, 70});
    area->layout()->itemAt(1)->widget()->hide();
    area->layout()->setGeometry({0, 0, 178, 200});
    QCOMPARE(area->layout()->itemAt(2)->geometry().topLeft(), QPoint(108, 0));
    QCOMPARE(area->layout()->heightForWidth(178), 20);
}

void tst_flow_layout::itIsNeverNarrowerThanItsWidestPart()
{
    const auto area = boxes({100, 50, 70});
    QCOMPARE(area->layout()->minimumSize(), QSize(100, 20));
    QCOMPARE(area->layout()->sizeHint(), QSize(236, 20));
}

QTEST_MAIN(tst_flow_layout)
#include "tst_flow_layout.moc"
