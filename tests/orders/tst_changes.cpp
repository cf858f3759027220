// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/changes.h"

#include <QtTest>

using namespace pfx::orders;

namespace {

Order order()
{
    Order o;
    o.number = QStringLiteral("1");
    o.client.phone = QStringLiteral("111");
    o.total = QStringLiteral("10.00");
    return o;
}

} // namespace

class TestChanges : public QObject
{
    Q_OBJECT

private slots:
    void differencesNameTheField()
    {
        Order after = order();
        after.status = Status::Completed;
        after.client.phone = QStringLiteral("222");
        after.version = 7;
        after.changedAt = 5;
        const QVector<Change> changes = differences(order(), after);
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes[0], (Change{QStringLiteral("client.phone"), QStringLiteral("111"), QStringLiteral("222")}));
        QCOMPARE(changes[1], (Change{QStringLiteral("status"), QStringLiteral("new"), QStringLiteral("completed")}));
    }

    void eachSidesChangesAreJoined()
    {
        Order ours = order();
        ours.client.phone = QStringLiteral("222");
        Order theirs = order();
        theirs.status = Status::InProgress;
        const Joined joined = join(order(), ours, theirs);
        QCOMPARE(joined.order.client.phone, QStringLiteral("222"));
        QCOMPARE(joined.order.status, Status::InProgress);
        QCOMPARE(joined.taken.size(), 1);
        QCOMPARE(joined.taken[0].field, QStringLiteral("status"));
        QVERIFY(joined.conflicts.isEmpty());
    }

    void theSameFieldOfBothIsAConflictAndStaysOurs()
    {
        Order ours = order();
        ours.status = Status::Confirmed;
        Order theirs = order();
        theirs.status = Status::Cancelled;
        const Joined joined = join(order(), ours, theirs);
        QCOMPARE(joined.order.status, Status::Confirmed);
        QVERIFY(joined.taken.isEmpty());
        QCOMPARE(joined.conflicts.size(), 1);
        QCOMPARE(joined.conflicts[0], (Conflict{QStringLiteral("status"), QStringLiteral("new"), QStringLiteral("confirmed"),
                                                QStringLiteral("cancelled")}));
    }

    void theSameChangeOnBothSidesIsNone()
    {
        Order both = order();
        both.total = QStringLiteral("20.00");
        const Joined joined = join(order(), both, both);
        QVERIFY(joined.taken.isEmpty());
        QVERIFY(joined.conflicts.isEmpty());
        QCOMPARE(joined.order, both);
    }
};

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
