// SPDX-License-Identifier: GPL-3.0-or-later
// GET /orders as the company's site uses it: everything made or changed since a time, page after page, none missed and none cut off. The
// handler is called as the server calls it, on both databases.
#include "core/orders/routes.h"

#include "core/orders/order_json.h"
#include "tests/support/fake_clock.h"
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace pfx;
using namespace pfx::test;

namespace {

QString q(const char *text)
{
    return QString::fromUtf8(text);
}

struct Page {
    int status = 0;
    QStringList numbers;
    QByteArray next; ///< The query of what follows; empty at the end.
};

} // namespace

class TestOrderListRoute : public QObject {
    Q_OBJECT

    FakeClock m_clock;
    exchange::Bell m_bell;

    server::Route listRoute(StoreFixture &fixture)
    {
        exchange::Outbox outbox(m_clock, m_bell);
        exchange::Inbox inbox(m_clock, m_bell);
        exchange::Journal journal(fixture.store().writer());
        const orders::Door door{fixture.store().writer(), m_clock, outbox, inbox, journal, {}, std::make_shared<server::Secret>("t"), "w"};
        for (server::Route &route : orders::routes(door)) {
            if (route.pattern == "/orders" && route.methods.front() == server::Method::Get)
                return std::move(route);
        }
        return {};
    }

    static Page ask(StoreFixture &fixture, const server::Route &route, const QByteArray &query)
    {
        const auto db = fixture.store().connect();
        server::Request request;
        request.path = "/orders";
        request.query = query;
        const auto response = std::get<server::ReadHandler>(route.handler)(request, **db);
        Page page;
        if (!response) {
            page.status = server::refuse(server::refusalOf(response.error())).status;
            return page;
        }
        page.status = response->status;
        const QJsonArray orders = QJsonDocument::fromJson(response->body).array();
        for (const QJsonValue &order : orders)
            page.numbers.append(order.toObject().value(q("number")).toString());
        for (const auto &[name, value] : response->headers) {
            static const QRegularExpression link(q("^</orders\\?([^>]+)>; rel=\"next\"$"));
            if (name == "Link")
                page.next = link.match(QString::fromUtf8(value)).captured(1).toUtf8();
        }
        return page;
    }

    /// `count` orders, so many of them at the same moment.
    static base::Result<void> add(StoreFixture &fixture, int count, int together, qint64 fromMs)
    {
        return fixture.store().writer().run([=](store::Connection &db) -> base::Result<void> {
            for (int from = 0; from < count; from += together) {
                QVector<orders::Order> some;
                for (int i = from; i < std::min(from + together, count); ++i) {
                    some.append(orders::Order());
                    some.last().number = q("N-%1").arg(i, 5, 10, QLatin1Char('0'));
                }
                PFX_TRY(orders::insert(db, some, fromMs + (from / together) * 1000));
            }
            return {};
        });
    }

private slots:
    void everyOrderComesOnceAndInTheOrderOfItsChange_data() { addBackends(); }
    void everyOrderComesOnceAndInTheOrderOfItsChange()
    {
        PFX_STORE_FIXTURE(fixture);
        const qint64 start = orders::parseTime(q("2026-11-21T09:00:00+03:00")).value();
        PFX_VERIFY(add(fixture, 2500, 700, start));
        const server::Route route = listRoute(fixture);
        QStringList all;
        QByteArray query = "since=2026-11-21T09:00:00%2B03:00";
        int pages = 0;
        for (; !query.isEmpty() && pages < 10; ++pages) {
            const Page page = ask(fixture, route, query);
            QCOMPARE(page.status, 200);
            all += page.numbers;
            query = page.next;
        }
        QCOMPARE(pages, 3);
        QCOMPARE(all.size(), 2500);
        QStringList sorted = all;
        std::sort(sorted.begin(), sorted.end());
        QCOMPARE(all, sorted);
        QCOMPARE(QSet<QString>(all.cbegin(), all.cend()).size(), 2500);
        // From the moment of the last change on: those of that moment, the earlier ones not.
        const Page last = ask(fixture, route, "since=2026-11-21T06:00:03Z");
        QCOMPARE(last.numbers.size(), 400);
        QCOMPARE(last.next, QByteArray());
        QCOMPARE(ask(fixture, route, "since=2026-11-21T06:00:03.001Z").numbers.size(), 0);
        QCOMPARE(ask(fixture, route, {}).numbers.size(), 1000); // without a time: all, from the first
    }

    void anOrderThatIsChangedBetweenTwoPagesComesAgain()
    {
        StoreFixture fixture(q("sqlite"));
        QVERIFY(fixture.isValid());
        PFX_VERIFY(add(fixture, 5, 1, 1'000'000));
        const server::Route route = listRoute(fixture);
        const Page first = ask(fixture, route, "limit=2");
        QCOMPARE(first.numbers, (QStringList{q("N-00000"), q("N-00001")}));
        PFX_VERIFY(fixture.store().writer().run([](store::Connection &db) -> base::Result<void> {
            for (const char *number : {"N-00000", "N-00003"}) { // one that was told and one that was not
                PFX_ASSIGN(orders::StoredOrder stored, orders::loadByNumber(db, q(number)));
                stored.order.comment = q("changed");
                PFX_TRY(orders::update(db, stored.order, 9'000'000));
            }
            return {};
        }));
        const Page second = ask(fixture, route, first.next);
        QCOMPARE(second.numbers, (QStringList{q("N-00002"), q("N-00004")}));
        const Page third = ask(fixture, route, second.next);
        QCOMPARE(third.numbers, (QStringList{q("N-00000"), q("N-00003")}));
        QCOMPARE(third.next, QByteArray());
    }

    void whatCannotBeAskedIsRefused_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::newRow("a time that is none") << QByteArray("since=yesterday");
        QTest::newRow("an empty time") << QByteArray("since=");
        QTest::newRow("a mark that is none") << QByteArray("after=17");
        QTest::newRow("a mark with more behind it") << QByteArray("after=17-4-5");
        QTest::newRow("a mark with SQL") << QByteArray("after=17-4%20OR%201=1");
        QTest::newRow("a mark beyond 64 bits") << QByteArray("after=99999999999999999999-1");
        QTest::newRow("an empty mark") << QByteArray("after=");
        QTest::newRow("none at all") << QByteArray("limit=0");
        QTest::newRow("less than none") << QByteArray("limit=-1");
        QTest::newRow("more than a page") << QByteArray("limit=1001");
        QTest::newRow("a limit that is a word") << QByteArray("limit=all");
    }
    void whatCannotBeAskedIsRefused()
    {
        QFETCH(QByteArray, query);
        StoreFixture fixture(q("sqlite"));
        QVERIFY(fixture.isValid());
        QCOMPARE(ask(fixture, listRoute(fixture), query).status, 400);
    }
};

QTEST_GUILESS_MAIN(TestOrderListRoute)
#include "tst_order_list_route.moc"
