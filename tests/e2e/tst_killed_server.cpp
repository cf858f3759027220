// SPDX-License-Identifier: GPL-3.0-or-later
// `kill -9` of the serving program while the site sends orders: each order that was acknowledged ends as exactly one task, none as two;
// also with two servers on one store.
#include "tests/e2e/load.h"
#include "tests/e2e/served_office.h"

#include <QRegularExpression>
#include <QSet>
#include <QtTest>

#include <random>

using namespace pfx;
using namespace pfx::test;

namespace {

QString q(const char *text)
{
    return QString::fromUtf8(text);
}

/// The orders' numbers in the names of the tasks, with how many tasks each has.
QHash<QString, int> tasksByNumber(const fake::FakePlanfix &planfix)
{
    static const QRegularExpression pattern(q("#(K\\d+-\\d+) "));
    QHash<QString, int> counts;
    for (const QJsonObject &task : planfix.rows(q("tasks"))) {
        const auto match = pattern.match(task.value(q("name")).toString() + QLatin1Char(' '));
        if (match.hasMatch())
            ++counts[match.captured(1)];
    }
    return counts;
}

QString wrong(const fake::FakePlanfix &planfix, const QSet<QString> &acknowledged)
{
    const QHash<QString, int> counts = tasksByNumber(planfix);
    for (const QString &number : acknowledged) {
        if (counts.value(number) == 0)
            return number + q(" is lost");
    }
    for (auto count = counts.begin(); count != counts.end(); ++count) {
        if (*count > 1)
            return count.key() + q(" became more than one task");
    }
    return {};
}

} // namespace

class TestKilledServer : public QObject {
    Q_OBJECT

private slots:
    void everyAcknowledgedOrderBecomesOneTask_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<int>("servers");
        QTest::newRow("one server on SQLite") << q("sqlite") << 1;
        QTest::newRow("two servers on SQLite") << q("sqlite") << 2;
        QTest::newRow("two servers on PostgreSQL") << q("postgresql") << 2;
    }
    void everyAcknowledgedOrderBecomesOneTask()
    {
        QFETCH(QString, backend);
        QFETCH(int, servers);
        constexpr int kills = 8;
        std::mt19937 dice(20261130);
        ServedOffice office(backend);
        QCOMPARE(office.setUp(), QString());
        ServeProcess second(office.ctl);
        const QByteArray headers = office.bearer() + "Content-Type: application/json\r\nConnection: close\r\n";
        Load site([headers](const QString &number) {
            return post("/orders", "{\"number\":\"" + number.toUtf8() + "\",\"client\":{\"name\":\"Анна\"}}", headers);
        });
        for (int i = 0; i < kills; ++i) {
            QCOMPARE(office.server.start(), QString());
            if (servers == 2 && !second.isRunning())
                QCOMPARE(second.start(), QString());
            site.sendTo(servers == 2 ? QVector<int>{office.server.port(), second.port()} : QVector<int>{office.server.port()});
            // In the middle of the load, after one order more or less.
            const qsizetype enough = site.acknowledged() + 5 + qsizetype(dice() % 60);
            QVERIFY(QTest::qWaitFor([&] { return site.acknowledged() >= enough; }, 60'000));
            office.server.kill();
            if (servers == 2 && i % 2 == 1)
                second.kill();
        }
        QCOMPARE(office.server.start(), QString());
        site.sendTo({office.server.port()});
        const QSet<QString> acknowledged = site.end();
        QVERIFY2(acknowledged.size() >= kills * 5, qPrintable(QString::number(acknowledged.size())));
        const auto settled = [&] {
            const QHash<QString, int> counts = tasksByNumber(office.planfix);
            return std::all_of(acknowledged.begin(), acknowledged.end(), [&counts](const QString &number) { return counts.contains(number); });
        };
        QVERIFY2(QTest::qWaitFor(settled, 120'000), qPrintable(wrong(office.planfix, acknowledged)));
        QCOMPARE(wrong(office.planfix, acknowledged), QString());
        QCOMPARE(office.planfix.refusals(), QStringList());
        QCOMPARE(office.server.stop(), 0);
        QCOMPARE(wrong(office.planfix, acknowledged), QString());
    }
};

QTEST_GUILESS_MAIN(TestKilledServer)
#include "tst_killed_server.moc"
