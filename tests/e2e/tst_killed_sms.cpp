// SPDX-License-Identifier: GPL-3.0-or-later
// `kill -9` of the serving program while Planfix sends messages: each that was acknowledged comes to the SMSC exactly once when the kills
// come before it can be reached, and never twice when they come while it answers: then the one whose answer was lost is held, and told.
#include "tests/e2e/load.h"
#include "tests/e2e/sms_office.h"
#include "tests/sms_peers/smsc_process.h"

#include <QtTest>

#include <random>

using namespace pfx;
using namespace pfx::test;

namespace {

constexpr int patienceMs = 120'000;

QString q(const char *text)
{
    return QString::fromUtf8(text);
}

/// "K2-17" as a number of its own, so that the SMSC can tell the messages apart.
QString phoneOf(const QString &number)
{
    return QStringLiteral("7900%1%2").arg(number.mid(1).section(u'-', 0, 0)).arg(number.section(u'-', 1).toInt(), 6, 10, QLatin1Char('0'));
}

/// The SMSC at a port is its provider.
class SmsOfficeOfSmpp : public SmsOffice {
public:
    explicit SmsOfficeOfSmpp(quint16 smscPort)
        : SmsOffice({{q("driver"), q("smpp")}, {q("url"), QStringLiteral("smpp://127.0.0.1:%1").arg(smscPort)}, {q("rate"), q("2000")}})
    { }

    static QByteArray request(const QString &number) { return sms("to=" + phoneOf(number).toUtf8() + "&text=Order+" + number.toUtf8()); }
};

QHash<QString, int> arrivals(SmscProcess &smsc)
{
    QHash<QString, int> counts;
    for (const QJsonObject &submit : smsc.events(q("submit")))
        ++counts[submit.value(q("destination")).toString()];
    return counts;
}

QString twice(const QHash<QString, int> &counts)
{
    for (auto count = counts.begin(); count != counts.end(); ++count) {
        if (*count > 1)
            return count.key() + q(" came more than once");
    }
    return {};
}

} // namespace

class TestKilledSms : public QObject {
    Q_OBJECT

private slots:
    void eachComesOnceWhenTheProviderWasDown_data()
    {
        QTest::addColumn<int>("seed");
        for (int run = 1; run <= 5; ++run)
            QTest::addRow("run %d", run) << run;
    }
    void eachComesOnceWhenTheProviderWasDown()
    {
        QFETCH(const int, seed);
        std::mt19937 dice(static_cast<unsigned>(seed));
        const quint16 port = freePort();
        QVERIFY(port != 0);
        SmsOfficeOfSmpp office(port);
        Load planfix(&SmsOfficeOfSmpp::request);
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(office.server.start(), QString());
            planfix.sendTo({office.server.port()});
            const qsizetype enough = planfix.acknowledged() + 5 + qsizetype(dice() % 60);
            QVERIFY(QTest::qWaitFor([&] { return planfix.acknowledged() >= enough; }, patienceMs));
            office.server.kill();
        }
        const QSet<QString> acknowledged = planfix.end();
        SmscProcess smsc;
        QVERIFY2(smsc.start({{q("password"), q("secret")}}, port), smsc.errors().constData());
        QCOMPARE(office.server.start(), QString());
        const auto all = [&] {
            const QHash<QString, int> counts = arrivals(smsc);
            return std::all_of(acknowledged.begin(), acknowledged.end(), [&](const QString &number) { return counts.contains(phoneOf(number)); });
        };
        QVERIFY2(QTest::qWaitFor(all, patienceMs), qPrintable(QStringLiteral("%1 of %2").arg(arrivals(smsc).size()).arg(acknowledged.size())));
        QCOMPARE(twice(arrivals(smsc)), QString());
        QCOMPARE(office.server.stop(), 0);
        QCOMPARE(twice(arrivals(smsc)), QString());
        QCOMPARE(office.inState("unknown"), 0);
    }

    void noneComesTwiceWhenTheProviderAnswers()
    {
        std::mt19937 dice(20261130);
        SmscProcess smsc;
        QVERIFY2(smsc.start({{q("password"), q("secret")}, {q("answerMs"), 5}}), smsc.errors().constData());
        SmsOfficeOfSmpp office(smsc.port());
        Load planfix(&SmsOfficeOfSmpp::request);
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(office.server.start(), QString());
            planfix.sendTo({office.server.port()});
            const qsizetype enough = arrivals(smsc).size() + 5 + qsizetype(dice() % 40);
            QVERIFY(QTest::qWaitFor([&] { return arrivals(smsc).size() >= enough; }, patienceMs));
            office.server.kill();
        }
        const QSet<QString> acknowledged = planfix.end();
        QCOMPARE(office.server.start(), QString());
        const auto settled = [&] { return office.inState("queued") == 0 && office.inState("sending") == 0; }; // receipts may be lost
        QVERIFY(QTest::qWaitFor(settled, patienceMs));
        const QHash<QString, int> counts = arrivals(smsc);
        QCOMPARE(twice(counts), QString());
        int missing = 0;
        for (const QString &number : acknowledged)
            missing += counts.contains(phoneOf(number)) ? 0 : 1;
        QVERIFY2(missing <= office.inState("unknown"), qPrintable(QString::number(missing))); // whoever did not come is asked about
        QCOMPARE(office.server.stop(), 0);
    }
};

QTEST_GUILESS_MAIN(TestKilledSms)
#include "tst_killed_sms.moc"
