// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crm/crm_fixture.h"

#include "core/crm/employees.h"
#include "core/crm/hand_over.h"

#include <QtTest>

using namespace pfx;
using namespace pfx::crm;
using base::ErrorCode;
using base::Result;
using store::Connection;
using test::CrmFixture;

namespace {

Employee employee(const QString &name, const QString &email = {}, const QString &extension = {})
{
    return {0, name, email, extension, 1};
}

QString addTo(CrmFixture &fixture, const Employee &added)
{
    return fixture.write([&](Connection &db) -> Result<void> {
        PFX_TRY(employees::add(db, added, 1000));
        return {};
    });
}

} // namespace

class TestEmployees : public QObject
{
    Q_OBJECT

private slots:
    void addedOnesAreListedInTheirOrder_data() { CrmFixture::backends(); }
    void addedOnesAreListedInTheirOrder()
    {
        QFETCH(QString, backend);
        CrmFixture fixture(backend);
        QCOMPARE(addTo(fixture, employee(QStringLiteral("  Мария   Иванова "), QStringLiteral("Maria@Example.RU"), QStringLiteral("101"))),
                 QString());
        QCOMPARE(addTo(fixture, employee(QStringLiteral("Алексей"))), QString());
        const auto all = employees::list(fixture.db());
        QCOMPARE(all->size(), 2);
        QCOMPARE(all->at(0).id, 1);
        QCOMPARE(all->at(0).name, QStringLiteral("Мария Иванова"));
        QCOMPARE(all->at(0).email, QStringLiteral("Maria@Example.RU"));
        QCOMPARE(all->at(0).extension, QStringLiteral("101"));
        QCOMPARE(all->at(1).id, 2);
        QCOMPARE(all->at(1).email, QString());
    }

    void oneIsFoundBy_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("id");
        QTest::addColumn<QString>("failure");
        const QString notFound = base::name(ErrorCode::NotFound);
        CrmFixture::forEachBackend([&](const QString &backend) {
            const auto row = [&](const char *name, const QString &text, qint64 id, const QString &failure = {}) {
                QTest::addRow("%s, %s", name, qPrintable(backend)) << backend << text << id << failure;
            };
            row("its number", QStringLiteral("2"), 2);
            row("its e-mail in another case", QStringLiteral("MARIA@example.ru"), 1);
            row("its name with other letters and spaces", QStringLiteral(" мария  иванова"), 1);
            row("a name that is a number when no id fits", QStringLiteral("007"), 5);
            row("a name with ё written as е", QStringLiteral("петр"), 4);
            row("an unknown number", QStringLiteral("99"), 0, notFound);
            row("a part of a name is not enough", QStringLiteral("Мария"), 0, notFound);
            row("nothing", QString(), 0, notFound);
            row("a name that two have", QStringLiteral("Олег"), 0, base::name(ErrorCode::Ambiguous));
        });
    }
    void oneIsFoundBy()
    {
        QFETCH(QString, backend);
        QFETCH(QString, text);
        QFETCH(qint64, id);
        QFETCH(QString, failure);
        CrmFixture fixture(backend);
        for (const Employee &added : {employee(QStringLiteral("Мария Иванова"), QStringLiteral("maria@example.ru")),
                                      employee(QStringLiteral("Олег"), QStringLiteral("oleg@example.ru")), employee(QStringLiteral("ОЛЕГ")),
                                      employee(QStringLiteral("Пётр")), employee(QStringLiteral("007"))})
            QCOMPARE(addTo(fixture, added), QString());
        const auto found = employees::find(fixture.db(), text);
        if (failure.isEmpty()) {
            QVERIFY2(found, qPrintable(found ? QString() : found.error().detail));
            QCOMPARE(found->id, id);
        } else {
            QVERIFY(!found);
            QCOMPARE(base::name(found.error().code), failure);
        }
    }

    void wrongOnesAreRefused_data() { CrmFixture::backends(); }
    void wrongOnesAreRefused()
    {
        QFETCH(QString, backend);
        CrmFixture fixture(backend);
        QCOMPARE(addTo(fixture, employee(QStringLiteral("А"), QStringLiteral("a@b.ru"))), QString());
        QCOMPARE(addTo(fixture, employee(QStringLiteral("  "))), base::name(ErrorCode::Validation));
        QCOMPARE(addTo(fixture, employee(QStringLiteral("Б"), QStringLiteral("no address"))), base::name(ErrorCode::Validation));
        QCOMPARE(addTo(fixture, employee(QStringLiteral("Б"), QStringLiteral("A@B.ru"))), base::name(ErrorCode::Conflict));
        QCOMPARE(employees::list(fixture.db())->size(), 1);
    }

    void oneCanBeChanged_data() { CrmFixture::backends(); }
    void oneCanBeChanged()
    {
        QFETCH(QString, backend);
        CrmFixture fixture(backend);
        QCOMPARE(addTo(fixture, employee(QStringLiteral("А"), QStringLiteral("a@b.ru"))), QString());
        Employee changed = employees::find(fixture.db(), QStringLiteral("1")).value();
        changed.name = QStringLiteral("Анна");
        QCOMPARE(fixture.write([&](Connection &db) { return employees::update(db, changed); }), QString());
        const auto found = employees::find(fixture.db(), QStringLiteral("анна"));
        QVERIFY(found);
        QCOMPARE(found->version, 2);
        QCOMPARE(found->email, QStringLiteral("a@b.ru"));
        changed.id = 9;
        changed.email.clear();
        QCOMPARE(fixture.write([&](Connection &db) { return employees::update(db, changed); }), base::name(ErrorCode::NotFound));
    }

    void onlyOneWithoutRecordsIsRemoved_data() { CrmFixture::backends(); }
    void onlyOneWithoutRecordsIsRemoved()
    {
        QFETCH(QString, backend);
        CrmFixture fixture(backend);
        QCOMPARE(addTo(fixture, employee(QStringLiteral("А"))), QString());
        QCOMPARE(addTo(fixture, employee(QStringLiteral("Б"))), QString());
        QCOMPARE(fixture.write([&](Connection &db) {
            Deal owned = test::deal(1, QStringLiteral("Сделка"));
            owned.ownerId = 1;
            return insertDeals(db, {owned});
        }), QString());
        QCOMPARE(fixture.write([](Connection &db) { return employees::remove(db, 1); }), base::name(ErrorCode::Conflict));
        QCOMPARE(fixture.write([](Connection &db) { return employees::remove(db, 2); }), QString());
        QCOMPARE(fixture.write([](Connection &db) { return employees::remove(db, 2); }), base::name(ErrorCode::NotFound));
        QCOMPARE(employees::list(fixture.db())->size(), 1);
    }

    void recordsAreHandedOverUnlessStoppedOrAnImportIsAtWork_data() { CrmFixture::backends(); }
    void recordsAreHandedOverUnlessStoppedOrAnImportIsAtWork()
    {
        PFX_STORE_FIXTURE(fixture);
        for (const char *sql : {"INSERT INTO employees (id, name, search_key, created_at) VALUES (1, 'А', 'а', 0)",
                                "INSERT INTO employees (id, name, search_key, created_at) VALUES (2, 'Б', 'б', 0)",
                                "INSERT INTO contacts (id, name, search_key, owner_id, created_at, changed_at) VALUES (5, 'В', 'в', 1, 0, 0)",
                                "INSERT INTO contacts (id, name, search_key, owner_id, created_at, changed_at) VALUES (6, 'Г', 'г', 2, 0, 0)"})
            QCOMPARE(test::write(fixture.store(), QString::fromUtf8(sql)), QString());
        const auto owned = [&fixture] { return test::read(fixture.store(), QStringLiteral("SELECT count(*) AS v FROM contacts WHERE owner_id = 2")); };
        base::StopSource stop;
        stop.request_stop();
        QCOMPARE(employees::handOver(fixture.store(), 1, 2, 7, stop.get_token()).error().code, ErrorCode::Cancelled);
        {
            const auto lock = fixture.store().tryLock(QStringLiteral("import"));
            QVERIFY(lock);
            QCOMPARE(employees::handOver(fixture.store(), 1, 2, 7, {}).error().code, ErrorCode::Busy);
        }
        QCOMPARE(employees::handOver(fixture.store(), 1, 3, 7, {}).error().code, ErrorCode::NotFound);
        QCOMPARE(employees::handOver(fixture.store(), 1, 1, 7, {}).error().code, ErrorCode::Validation);
        QCOMPARE(owned(), QStringLiteral("1"));
        const auto reading = fixture.store().connect();
        QVERIFY(reading);
        QCOMPARE(employees::ownedBy(**reading, 1).value_or(employees::HandedOver()), (employees::HandedOver{1, 0, 0}));
        QCOMPARE(employees::ownedBy(**reading, 3).value_or(employees::HandedOver{9, 9, 9}), employees::HandedOver());
        const auto given = employees::handOver(fixture.store(), 1, 2, 7, {});
        QVERIFY(given);
        QCOMPARE(given->contacts, 1);
        QCOMPARE(owned(), QStringLiteral("2"));
        QCOMPARE(test::read(fixture.store(), QStringLiteral("SELECT version + changed_at AS v FROM contacts WHERE id = 5")), QStringLiteral("9"));
    }
};

QTEST_GUILESS_MAIN(TestEmployees)
#include "tst_employees.moc"
