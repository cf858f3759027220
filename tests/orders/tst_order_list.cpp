// SPDX-License-Identifier: GPL-3.0-or-later
// The long table of orders: pages by key in each order, search, filters, what needs attention; deciding conflicts field by field; sending
// again. On both databases.
#include "core/base/error.h"
#include "core/orders/amounts.h"
#include "core/orders/order_book.h"
#include "core/orders/order_list.h"
#include "core/orders/order_progress.h"
#include "core/planfix/scopes.h"
#include "tests/support/fake_clock.h"
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"

using namespace pfx;
using namespace pfx::orders;
using base::Result;
using store::Connection;

namespace {

const QString account = QStringLiteral("example.planfix.ru");

Order order(const QString &number, const QString &name, const QString &phone)
{
    Order made;
    made.number = number;
    made.client = {name, phone, {}};
    made.total = QStringLiteral("100.00");
    made.currency = QStringLiteral("RUB");
    return made;
}

class Office
{
public:
    explicit Office(const QString &backend) : fixture(backend) {}

    Result<qint64> add(const Order &made)
    {
        qint64 id = 0;
        PFX_TRY(fixture.store().writer().run([&](Connection &db) -> Result<void> {
            PFX_ASSIGN(const AddedOrder added, book.add(db, made));
            id = added.id;
            return {};
        }));
        clock.advance(1000);
        return id;
    }
    template<typename Fn>
    Result<void> write(Fn fn)
    {
        return fixture.store().writer().run(fn);
    }
    /// The numbers of the orders in the order of the table.
    QString numbers(const ListQuery &query)
    {
        const auto db = fixture.store().connect();
        const auto rows = listOrders(**db, query, clock.nowMs());
        if (!rows)
            return rows.error().detail;
        QStringList found;
        for (const ListedOrder &row : *rows)
            found.append(row.order.number);
        return found.join(u' ');
    }
    Attention needs()
    {
        const auto db = fixture.store().connect();
        return attention(**db).value_or(Attention{-1, -1});
    }
    /// As the dispatcher leaves a row that a person must look at.
    QString refuse(qint64 id)
    {
        return test::write(fixture.store(), QStringLiteral("UPDATE exchange_outbox SET state = 'attention', error_code = 'scope_missing'"
                                                           " WHERE service = 'planfix' AND subject = :subject"),
                           {{QStringLiteral("subject"), effect::subject(id)}});
    }

    test::StoreFixture fixture;
    test::FakeClock clock;
    exchange::Bell bell;
    exchange::Outbox outbox{clock, bell};
    OrderBook book{OrderEffects(outbox, account), clock};
};

} // namespace

class tst_order_list : public QObject
{
    Q_OBJECT

private slots:
    void pagesFollowEachOrderWithoutGapsOrRepeats_data();
    void pagesFollowEachOrderWithoutGapsOrRepeats();
    void searchAndFilters_data();
    void searchAndFilters();
    void attentionIsConflictsAndRefusals_data() { test::addBackends(); }
    void attentionIsConflictsAndRefusals();
    void conflictsAreSettledFieldByField_data() { test::addBackends(); }
    void conflictsAreSettledFieldByField();
    void sendingAgainFreesWhatWaits_data() { test::addBackends(); }
    void sendingAgainFreesWhatWaits();
    void progressNamesTheMissingRight_data() { test::addBackends(); }
    void progressNamesTheMissingRight();
    void totalsAreExact_data();
    void totalsAreExact();
    void callsAreNamedByTheirRight_data();
    void callsAreNamedByTheirRight();
};

void tst_order_list::pagesFollowEachOrderWithoutGapsOrRepeats_data()
{
    QTest::addColumn<QString>("backend");
    QTest::addColumn<int>("by");
    QTest::addColumn<bool>("descending");
    QTest::addColumn<QString>("expected");
    const struct
    {
        const char *name;
        SortBy by;
        bool descending;
        const char *expected;
    } rows[] = {{"newest first", SortBy::Added, true, "E D C B A"},
                {"oldest first", SortBy::Added, false, "A B C D E"},
                {"by number", SortBy::Number, false, "A B C D E"},
                {"by number, backwards", SortBy::Number, true, "E D C B A"},
                {"last changed first", SortBy::Changed, true, "B E D C A"},
                {"longest unchanged first", SortBy::Changed, false, "A C D E B"}};
    for (const auto &row : rows) {
        for (const test::BackendRow &backend : test::backends())
            QTest::newRow(row.name + backend.suffix) << backend.backend << int(row.by) << row.descending << QString::fromLatin1(row.expected);
    }
}

void tst_order_list::pagesFollowEachOrderWithoutGapsOrRepeats()
{
    QFETCH(const QString, backend);
    QFETCH(const int, by);
    QFETCH(const bool, descending);
    QFETCH(const QString, expected);
    Office office(backend);
    QVERIFY2(office.fixture.isValid(), qPrintable(office.fixture.error()));
    qint64 second = 0;
    for (const char *number : {"A", "B", "C", "D", "E"}) {
        const auto id = office.add(order(QLatin1String(number), QStringLiteral("Клиент"), {}));
        PFX_VERIFY(id);
        second = *number == 'B' ? *id : second;
    }
    PFX_VERIFY(office.write([&](Connection &db) -> Result<void> {
        PFX_ASSIGN(StoredOrder stored, load(db, second));
        stored.order.comment = QStringLiteral("x");
        return office.book.change(db, stored.order, Source::Screen).map([](const Order &) {});
    }));
    ListQuery query;
    query.sortBy = static_cast<SortBy>(by);
    query.descending = descending;
    QCOMPARE(office.numbers(query), expected);
    // Page by page behind the key of the last row; the anchors of the index begin the same pages.
    const auto db = office.fixture.store().connect();
    const auto index = indexOrders(**db, query, 2);
    PFX_VERIFY(index);
    QCOMPARE(index->count, 5);
    QCOMPARE(index->anchors.size(), 3);
    query.limit = 2;
    QStringList walked, jumped;
    for (int page = 0; page < 3; ++page) {
        const auto rows = listOrders(**db, query, office.clock.nowMs());
        PFX_VERIFY(rows);
        QStringList numbers;
        for (const ListedOrder &row : *rows)
            numbers.append(row.order.number);
        walked += numbers;
        query.after = rows->last().key;
        ListQuery jump = query;
        jump.after = index->anchors.at(page);
        jump.inclusive = true;
        jumped += office.numbers(jump).split(u' ');
    }
    QCOMPARE(walked.join(u' '), expected);
    QCOMPARE(jumped.join(u' '), expected);
}

void tst_order_list::searchAndFilters_data()
{
    QTest::addColumn<QString>("backend");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("expected");
    const struct
    {
        const char *name;
        QString text, status, expected;
    } rows[] = {{"a part of the number", QStringLiteral("-10"), {}, QStringLiteral("SITE-102 SITE-101")},
                {"a part of the name in another case, ё as е", QStringLiteral("СЕМЕН"), {}, QStringLiteral("SITE-101")},
                {"the phone as it is spoken", QStringLiteral("8 (906) 211 40 18"), {}, QStringLiteral("SITE-102")},
                {"the phone as a computer writes it", QStringLiteral("79062114018"), {}, QStringLiteral("SITE-102")},
                {"nobody", QStringLiteral("нет такого"), {}, QString()},
                {"signs that a database could take for a pattern", QStringLiteral("%"), {}, QString()},
                {"a status", {}, QStringLiteral("completed"), QStringLiteral("SITE-77")},
                {"a status and a text", QStringLiteral("анна"), QStringLiteral("completed"), QString()}};
    for (const auto &row : rows) {
        for (const test::BackendRow &backend : test::backends())
            QTest::newRow(row.name + backend.suffix) << backend.backend << row.text << row.status << row.expected;
    }
}

void tst_order_list::searchAndFilters()
{
    QFETCH(const QString, backend);
    QFETCH(const QString, text);
    QFETCH(const QString, status);
    QFETCH(const QString, expected);
    Office office(backend);
    QVERIFY2(office.fixture.isValid(), qPrintable(office.fixture.error()));
    PFX_VERIFY(office.add(order(QStringLiteral("SITE-101"), QStringLiteral("Семён Петров"), QStringLiteral("+7 900 000-00-00"))));
    PFX_VERIFY(office.add(order(QStringLiteral("SITE-102"), QStringLiteral("Анна"), QStringLiteral("+7 906 211-40-18"))));
    Order done = order(QStringLiteral("SITE-77"), QStringLiteral("Кафе «Дюны»"), {});
    done.status = Status::Completed;
    PFX_VERIFY(office.add(done));
    ListQuery query;
    query.filter.text = text;
    query.filter.status = statusNamed(status);
    QCOMPARE(office.numbers(query), expected);
    const auto db = office.fixture.store().connect();
    QCOMPARE(indexOrders(**db, query, 256).value_or(ListIndex{-1, {}}).count, expected.isEmpty() ? 0 : expected.count(u' ') + 1);
}

void tst_order_list::attentionIsConflictsAndRefusals()
{
    QFETCH(const QString, backend);
    Office office(backend);
    QVERIFY2(office.fixture.isValid(), qPrintable(office.fixture.error()));
    QVector<qint64> ids;
    for (const char *number : {"A", "B", "C"}) {
        const auto id = office.add(order(QLatin1String(number), QStringLiteral("Клиент"), {}));
        PFX_VERIFY(id);
        ids.append(*id);
    }
    QCOMPARE(office.needs(), (Attention{0, 0}));
    QCOMPARE(office.refuse(ids.at(0)), QString());
    PFX_VERIFY(office.write([&](Connection &db) {
        return setConflicts(db, ids.at(2), {{QStringLiteral("comment"), QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}});
    }));
    QCOMPARE(office.needs(), (Attention{2, 1}));
    ListQuery query;
    query.needsAttention = true;
    QCOMPARE(office.numbers(query), QStringLiteral("C A"));
    query.filter.text = QStringLiteral("A");
    QCOMPARE(office.numbers(query), QStringLiteral("A"));
}

void tst_order_list::conflictsAreSettledFieldByField()
{
    QFETCH(const QString, backend);
    Office office(backend);
    QVERIFY2(office.fixture.isValid(), qPrintable(office.fixture.error()));
    Order ours = order(QStringLiteral("A"), QStringLiteral("Клиент"), {});
    ours.comment = QStringLiteral("наш");
    ours.address = QStringLiteral("наш адрес");
    const auto id = office.add(ours);
    PFX_VERIFY(id);
    const Conflict comment{QStringLiteral("comment"), QStringLiteral("был"), QStringLiteral("наш"), QStringLiteral("их")};
    const Conflict address{QStringLiteral("address"), QStringLiteral("был"), QStringLiteral("наш адрес"), QStringLiteral("их адрес")};
    PFX_VERIFY(office.write([&](Connection &db) { return setConflicts(db, *id, {comment, address}); }));
    const auto stored = [&] {
        const auto db = office.fixture.store().connect();
        return load(**db, *id).value_or(StoredOrder{});
    };
    const auto settle = [&](const Sides &sides) {
        return office.write([&](Connection &db) { return office.book.settle(db, *id, sides).map([](const Order &) {}); });
    };
    PFX_VERIFY_ERROR(settle({{QStringLiteral("total"), Side::Ours}}), base::ErrorCode::Conflict);
    PFX_VERIFY(settle({{QStringLiteral("comment"), Side::Theirs}}));
    QCOMPARE(stored().order.comment, QStringLiteral("их"));
    QCOMPARE(stored().conflicts, QVector<Conflict>{address});
    PFX_VERIFY(settle({{QStringLiteral("address"), Side::Ours}}));
    QCOMPARE(stored().order.address, QStringLiteral("наш адрес"));
    QCOMPARE(stored().agreed->address, QStringLiteral("их адрес")); // ours differs from it and is sent
    QVERIFY(stored().conflicts.isEmpty());
}

void tst_order_list::sendingAgainFreesWhatWaits()
{
    QFETCH(const QString, backend);
    Office office(backend);
    QVERIFY2(office.fixture.isValid(), qPrintable(office.fixture.error()));
    const auto id = office.add(order(QStringLiteral("A"), QStringLiteral("Клиент"), {}));
    PFX_VERIFY(id);
    const auto again = [&](qint64 which) {
        return office.write(
            [&](Connection &db) { return sendAgain(db, office.outbox, which, exchange::Doubt::Respect, office.clock.nowMs()); });
    };
    const auto sync = [&] {
        const auto db = office.fixture.store().connect();
        return syncStates(**db, {*id}, office.clock.nowMs()).value_or(QHash<qint64, SyncState>()).value(*id).sync;
    };
    QCOMPARE(office.refuse(*id), QString());
    QCOMPARE(sync(), Sync::Attention);
    PFX_VERIFY(again(*id));
    QCOMPARE(sync(), Sync::OnItsWay);
    PFX_VERIFY(office.write([&](Connection &db) {
        return exchange::accounts::hold(db, {account, office.clock.nowMs() + 60'000, QStringLiteral("unauthorized"), {}}, office.clock.nowMs());
    }));
    QCOMPARE(sync(), Sync::Held);
    PFX_VERIFY(again(*id));
    QCOMPARE(sync(), Sync::OnItsWay);
    PFX_VERIFY_ERROR(again(*id + 1000), base::ErrorCode::Conflict);
}

void tst_order_list::progressNamesTheMissingRight()
{
    QFETCH(const QString, backend);
    Office office(backend);
    QVERIFY2(office.fixture.isValid(), qPrintable(office.fixture.error()));
    const auto id = office.add(order(QStringLiteral("A"), QStringLiteral("Клиент"), {}));
    PFX_VERIFY(id);
    const auto db = office.fixture.store().connect();
    auto progress = progressOf(**db, *id, office.clock.nowMs());
    PFX_VERIFY(progress);
    QVERIFY(!progress->hasTask() && !progress->isStuck() && progress->journalRow > 0);
    QCOMPARE(office.refuse(*id), QString());
    QCOMPARE(test::write(office.fixture.store(),
                         QStringLiteral("INSERT INTO exchange_journal (id, row_id, direction, service, account, method, path, remote, status,"
                                        " error_code, error_detail, request, answer, at, duration_ms) VALUES (900000, :row, 'out', 'planfix', 'a',"
                                        " 'POST', 'example.planfix.ru/rest/task/', '', 405, 'scope_missing', '', '', '', 1, 20)"),
                         {{QStringLiteral("row"), progress->journalRow}}),
             QString());
    progress = progressOf(**db, *id, office.clock.nowMs());
    PFX_VERIFY(progress);
    QVERIFY(progress->isStuck());
    QCOMPARE(progress->missingScope, QStringLiteral("task_add"));
    QCOMPARE(progress->httpStatus, std::optional<int>(405));
    PFX_VERIFY_ERROR(progressOf(**db, *id + 1, office.clock.nowMs()), base::ErrorCode::NotFound);
}

void tst_order_list::totalsAreExact_data()
{
    QTest::addColumn<QStringList>("items"); // "quantity price"
    QTest::addColumn<QString>("total");
    QTest::newRow("tenths that binary numbers do not have") << QStringLiteral("3 0.1|1 0.2").split(u'|') << QStringLiteral("0.50");
    QTest::newRow("no quantity is one") << QStringLiteral(" 1500").split(u'|') << QStringLiteral("1500.00");
    QTest::newRow("parts of a kopeck are kept") << QStringLiteral("0.333 0.01").split(u'|') << QStringLiteral("0.00333");
    QTest::newRow("a discount") << QStringLiteral("1 100|1 -30.5").split(u'|') << QStringLiteral("69.50");
    QTest::newRow("less than nothing") << QStringLiteral("1 -0.05").split(u'|') << QStringLiteral("-0.05");
    QTest::newRow("no items") << QStringList{} << QString();
    QTest::newRow("a price is missing") << QStringLiteral("1 100|1 ").split(u'|') << QString();
    QTest::newRow("no number") << QStringLiteral("1 дорого").split(u'|') << QString();
    QTest::newRow("more than can be reckoned") << QStringLiteral("999999999999999999 999999999999999999").split(u'|') << QString();
}

void tst_order_list::totalsAreExact()
{
    QFETCH(const QStringList, items);
    QFETCH(const QString, total);
    QVector<Item> rows;
    for (const QString &item : items)
        rows.append({QStringLiteral("x"), item.section(u' ', 0, 0), item.section(u' ', 1)});
    QCOMPARE(itemsTotal(rows).value_or(QString()), total);
}

void tst_order_list::callsAreNamedByTheirRight_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("scope");
    QTest::newRow("a task is made") << QStringLiteral("POST example.planfix.ru/rest/task/") << QStringLiteral("task_add");
    QTest::newRow("a task is changed") << QStringLiteral("POST example.planfix.ru/rest/task/17") << QStringLiteral("task_update");
    QTest::newRow("a task is read") << QStringLiteral("GET example.planfix.ru/rest/task/17?fields=id,name") << QStringLiteral("task_readonly");
    QTest::newRow("tasks are looked for") << QStringLiteral("POST example.planfix.ru/rest/task/list") << QStringLiteral("task_readonly");
    QTest::newRow("a contact is made") << QStringLiteral("POST example.planfix.ru/rest/contact/") << QStringLiteral("contact_add");
    QTest::newRow("a comment is added") << QStringLiteral("POST example.planfix.ru/rest/task/17/comments/") << QStringLiteral("comment_add");
    QTest::newRow("comments are read") << QStringLiteral("POST example.planfix.ru/rest/task/17/comments/list") << QStringLiteral("comment_readonly");
    QTest::newRow("people are read") << QStringLiteral("POST example.planfix.ru/rest/user/list") << QStringLiteral("user_readonly");
    QTest::newRow("a call that needs none") << QStringLiteral("GET example.planfix.ru/rest/ping") << QString();
    QTest::newRow("nothing") << QStringLiteral("GET ") << QString();
}

void tst_order_list::callsAreNamedByTheirRight()
{
    QFETCH(const QString, call);
    QFETCH(const QString, scope);
    QCOMPARE(planfix::scopeOfCall(call.section(u' ', 0, 0), call.section(u' ', 1)), scope);
}

QTEST_GUILESS_MAIN(tst_order_list)
#include "tst_order_list.moc"
