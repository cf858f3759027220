// SPDX-License-Identifier: GPL-3.0-or-later
// Filling an empty store without its indexes: what is found afterwards, what stands in the way of it, and a program killed at any moment of
// it, whose store is whole at its next opening.
#include "tests/crm/crm_fixture.h"
#include "tests/support/verify_result.h"

#include "core/crm/bulk_load.h"
#include "core/crm/lists.h"
#include "core/store/deferred_steps.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QtTest>

#include <cstdio>

using namespace pfx;
using namespace pfx::crm;
using base::Result;
using records::Kind;
using store::Connection;

namespace {

constexpr qint64 batch = 200;

QString phoneOf(qint64 id)
{
    return QStringLiteral("+7906%1").arg(id, 7, 10, QLatin1Char('0'));
}

Result<void> addBatch(Connection &db, qint64 first)
{
    QVector<Contact> contacts;
    QVector<Deal> deals;
    QVector<Origin> origins;
    for (qint64 id = first; id < first + batch; ++id) {
        contacts.append(test::contact(id, QStringLiteral("Контакт %1").arg(id),
                                      {test::phone(phoneOf(id)), test::email(QStringLiteral("c%1@example.ru").arg(id))}));
        deals.append(test::deal(id, QStringLiteral("Сделка %1").arg(id)));
        deals.last().contacts = {{id, true}};
        origins.append({1, Kind::Contact, QString::number(id), id});
    }
    PFX_TRY(insertContacts(db, contacts));
    PFX_TRY(insertDeals(db, deals));
    return insertOrigins(db, origins);
}

Result<void> load(store::Writer &writer, qint64 batches)
{
    const auto begin = [](Connection &db) -> Result<void> {
        PFX_TRY(originAccount(db, records::System::Amocrm, QStringLiteral("a")));
        PFX_ASSIGN(const auto begun, beginBulkLoad(db));
        return begun == BulkLoad::On ? Result<void>() : base::fail(base::ErrorCode::Conflict, QStringLiteral("not empty"));
    };
    PFX_TRY(writer.run(begin));
    for (qint64 i = 0; i < batches; ++i)
        PFX_TRY(writer.run([i](Connection &db) { return addBatch(db, 1 + i * batch); }));
    return {};
}

Result<void> finish(store::Writer &writer)
{
    auto state = BulkLoad::On;
    const auto step = [&state](Connection &db) -> Result<void> {
        PFX_ASSIGN(state, finishBulkLoadStep(db));
        return {};
    };
    while (state == BulkLoad::On)
        PFX_TRY(writer.run(step));
    return {};
}

/// Every index and every link with its statement, in the order of the names.
QString indexes(store::Store &store)
{
    const bool sqlite = store.url().backend == store::Backend::Sqlite;
    return test::read(store, sqlite ? QStringLiteral("SELECT group_concat(sql, char(10)) AS v FROM (SELECT sql FROM sqlite_master"
                                                     " WHERE type = 'index' AND sql IS NOT NULL ORDER BY name)")
                                    : QStringLiteral("SELECT string_agg(def, chr(10) ORDER BY def) AS v FROM (SELECT indexdef AS def"
                                                     " FROM pg_indexes WHERE schemaname = 'public' UNION ALL"
                                                     " SELECT conrelid::regclass || conname || pg_get_constraintdef(oid)"
                                                     " FROM pg_constraint WHERE contype = 'f') AS d"));
}

QString missing(store::Store &store)
{
    return test::read(store, QStringLiteral("SELECT count(*) AS v FROM deferred_steps"));
}

QVector<qint64> search(store::Store &store, const QString &text)
{
    QVector<qint64> ids;
    const auto db = store.connect();
    ListQuery query;
    query.search = text;
    const auto rows = db ? listContacts(**db, query) : Result<QVector<ContactRow>>(base::fail(db.error()));
    if (!rows)
        return {-1};
    for (const ContactRow &row : *rows)
        ids.append(row.id);
    return ids;
}

} // namespace

class TestBulkLoad : public QObject
{
    Q_OBJECT

private slots:
    void theStoreIsAsIfItHadBeenFilledSlowly_data() { test::addBackends(); }
    void theStoreIsAsIfItHadBeenFilledSlowly()
    {
        PFX_STORE_FIXTURE(fixture);
        store::Store &store = fixture.store();
        const QString before = indexes(store);
        PFX_VERIFY(load(store.writer(), 3));
        QVERIFY(indexes(store).size() < before.size());
        QVERIFY(missing(store) != QLatin1String("0"));
        PFX_VERIFY(finish(store.writer()));
        QCOMPARE(indexes(store), before);
        QCOMPARE(missing(store), QStringLiteral("0"));
        QCOMPARE(search(store, QStringLiteral("контакт 555")), QVector<qint64>{555});
        QCOMPARE(search(store, QStringLiteral("c7@exa")), QVector<qint64>{7});
        QCOMPARE(search(store, phoneOf(600)), QVector<qint64>{600});
        PFX_VERIFY(store.check());
        PFX_VERIFY(store.writer().run([](Connection &db) { return finishBulkLoad(db); })); // nothing is left to do
        QCOMPARE(indexes(store), before);
    }

    void whatWasLoadedCanBeChangedAndRemoved_data() { test::addBackends(); }
    void whatWasLoadedCanBeChangedAndRemoved()
    {
        PFX_STORE_FIXTURE(fixture);
        store::Store &store = fixture.store();
        PFX_VERIFY(load(store.writer(), 1));
        // A later row of the file changes an earlier one while the load goes on.
        PFX_VERIFY(store.writer().run([](Connection &db) {
            return updateContacts(db, {test::contact(5, QStringLiteral("Петрова"), {test::phone(QStringLiteral("+74950000000"))})});
        }));
        PFX_VERIFY(finish(store.writer()));
        QCOMPARE(search(store, QStringLiteral("петров")), QVector<qint64>{5});
        QCOMPARE(search(store, phoneOf(5)), QVector<qint64>());
        PFX_VERIFY(store.writer().run([](Connection &db) -> Result<void> {
            QVector<qint64> ids;
            for (qint64 id = 1; id <= batch; ++id)
                ids.append(id);
            PFX_TRY(removeDeals(db, ids));
            return removeContacts(db, ids);
        }));
        QCOMPARE(search(store, QStringLiteral("петров")), QVector<qint64>());
        if (backend == QLatin1String("sqlite")) // taken out by the very texts that were put in: no trigram is left
            QCOMPARE(test::read(store, QStringLiteral("SELECT count(*) AS v FROM contact_search WHERE contact_search MATCH '\"кон\"'")),
                     QStringLiteral("0"));
    }

    void aStoreWithRowsIsLeftAsItIs_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QString>("kind");
        for (const test::BackendRow &row : test::backends()) {
            for (const char *kind : {"contact", "company", "deal", "origin of a contact", "a load that goes on"})
                QTest::addRow("%s %s", kind, row.suffix.constData()) << row.backend << QString::fromLatin1(kind);
        }
    }
    void aStoreWithRowsIsLeftAsItIs()
    {
        PFX_STORE_FIXTURE(fixture);
        QFETCH(QString, kind);
        store::Writer &writer = fixture.store().writer();
        PFX_VERIFY(writer.run([&kind](Connection &db) -> Result<void> {
            if (kind == QLatin1String("contact"))
                return insertContacts(db, {test::contact(1, kind)});
            if (kind == QLatin1String("company"))
                return insertCompanies(db, {test::company(1, kind)});
            if (kind == QLatin1String("deal"))
                return insertDeals(db, {test::deal(1, kind)});
            if (kind.startsWith(QLatin1String("a load")))
                return beginBulkLoad(db).map([](BulkLoad) {});
            PFX_ASSIGN(const qint64 account, originAccount(db, records::System::Amocrm, QStringLiteral("a")));
            return insertOrigins(db, {{account, Kind::Contact, QStringLiteral("7"), 1}});
        }));
        const QString before = indexes(fixture.store());
        auto begun = BulkLoad::On;
        PFX_VERIFY(writer.run([&begun](Connection &db) -> Result<void> {
            PFX_ASSIGN(begun, beginBulkLoad(db));
            return {};
        }));
        QCOMPARE(begun, BulkLoad::Off);
        QCOMPARE(indexes(fixture.store()), before);
    }

    void whoOpensItMeanwhileLeavesTheLoadAlone_data() { test::addBackends(); }
    void whoOpensItMeanwhileLeavesTheLoadAlone()
    {
        PFX_STORE_FIXTURE(fixture);
        auto lock = fixture.store().tryLock(store::loadLock); // as an import does
        PFX_VERIFY(lock);
        PFX_VERIFY(load(fixture.store().writer(), 1));
        const QString steps = missing(fixture.store());
        const auto other = fixture.openAgain();
        QVERIFY2(other, qPrintable(fixture.error()));
        QCOMPARE(missing(*other), steps);
        for (const char *text : {"контакт 155", "155", "c155@example.ru", "+7906 0000155"}) // without the index, but found
            QVERIFY2(search(*other, QString::fromUtf8(text)).contains(155), text);
        PFX_VERIFY(finish(fixture.store().writer()));
        QCOMPARE(search(*other, QStringLiteral("контакт 155")), QVector<qint64>{155});
    }

    void aBrokenOffLoadIsFinishedAlthoughOthersHaveTheStoreOpen_data() { test::addBackends(); }
    void aBrokenOffLoadIsFinishedAlthoughOthersHaveTheStoreOpen()
    {
        PFX_STORE_FIXTURE(fixture);
        const QString before = indexes(fixture.store());
        PFX_VERIFY(load(fixture.store().writer(), 1));
        const auto other = fixture.openAgain();
        QVERIFY2(other, qPrintable(fixture.error()));
        QCOMPARE(missing(*other), QStringLiteral("0"));
        QCOMPARE(indexes(*other), before);
    }

    void aStoreWhoseIndexesCannotBeBuiltIsOpenedAndTold_data() { test::addBackends(); }
    void aStoreWhoseIndexesCannotBeBuiltIsOpenedAndTold()
    {
        PFX_STORE_FIXTURE(fixture);
        PFX_VERIFY(load(fixture.store().writer(), 1));
        PFX_VERIFY(fixture.store().writer().run([](Connection &db) {
            return store::deferStatement(db, QStringLiteral("planned"), QStringLiteral("CREATE INDEX planned ON nowhere (id)"));
        }));
        fixture.close();
        const auto again = fixture.openAgain();
        QVERIFY2(again, qPrintable(fixture.error()));
        QCOMPARE(search(*again, phoneOf(55)), QVector<qint64>{55});
        QCOMPARE(missing(*again), QStringLiteral("1"));
        const auto checked = again->check();
        QVERIFY(!checked);
        QVERIFY2(checked.error().detail.contains(QLatin1String("nowhere")), qPrintable(checked.error().detail));
    }

    void aKilledLoadIsFinishedByTheNextOpening_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<bool>("finishing");
        for (const test::BackendRow &row : test::backends()) {
            for (int i = 0; i < 2; ++i)
                QTest::addRow("killed while loading %s, %d", row.suffix.constData(), i) << row.backend << false;
            for (int i = 0; i < 6; ++i)
                QTest::addRow("killed while finishing %s, %d", row.suffix.constData(), i) << row.backend << true;
        }
    }
    void aKilledLoadIsFinishedByTheNextOpening()
    {
        PFX_STORE_FIXTURE(fixture);
        QFETCH(bool, finishing);
        const QString before = indexes(fixture.store());
        fixture.close();
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationFilePath(), 
                    {finishing ? QStringLiteral("--finish") : QStringLiteral("--load"), fixture.address()});
        const auto waitFor = [&child](char mark) { return child.waitForReadyRead(20'000) && child.readAll().contains(mark); };
        QVERIFY(waitFor('b'));
        if (finishing && child.write("f") == 1)
            child.waitForBytesWritten();
        child.waitForFinished(QRandomGenerator::global()->bounded(60)); // at any moment of its work
        child.kill();
        QVERIFY(child.waitForFinished());

        // A server needs a moment to see that its client has gone.
        std::unique_ptr<store::Store> store;
        QTRY_VERIFY((store.reset(), store = fixture.openAgain(), store && missing(*store) == QLatin1String("0")));
        QCOMPARE(indexes(*store), before);
        const qint64 last = test::read(*store, QStringLiteral("SELECT max(id) AS v FROM contacts")).toLongLong();
        QCOMPARE(last % batch, 0);
        QVERIFY(last >= batch);
        QCOMPARE(search(*store, phoneOf(last)), QVector<qint64>{last});
        PFX_VERIFY(store->check());
    }
};

/// `--load ADDRESS` or `--finish ADDRESS`: the child that is killed. Writes "b" when it has begun, and loads on; or finishes when told so.
Result<void> runChild(const QStringList &arguments)
{
    const base::SystemClock clock;
    PFX_ASSIGN(const auto url, store::StoreUrl::parse(arguments.value(2)));
    PFX_ASSIGN(const auto store, store::Store::open(url, clock));
    PFX_TRY(load(store->writer(), 10));
    std::fputs("b", stdout);
    std::fflush(stdout);
    if (arguments.value(1) == QLatin1String("--load")) {
        for (qint64 i = 10; i < 1000; ++i)
            PFX_TRY(store->writer().run([i](Connection &db) { return addBatch(db, 1 + i * batch); }));
    } else if (std::getchar() == 'f') {
        PFX_TRY(finish(store->writer()));
    }
    std::getchar();
    return {};
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (app.arguments().size() == 3 && app.arguments().at(1).startsWith(QLatin1String("--")))
        return runChild(app.arguments()) ? 0 : 1;
    TestBulkLoad test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_bulk_load.moc"
