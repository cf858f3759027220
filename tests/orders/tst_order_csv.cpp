// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/order_csv.h"

#include "core/orders/order_json.h"
#include "tests/support/fake_clock.h"
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"

#include <QFile>
#include <QJsonArray>
#include <QtTest>

using namespace pfx;
using namespace pfx::orders;
using base::ErrorCode;

namespace {

const QHash<Status, QStringList> statuses{{Status::New, {QStringLiteral("Новая")}},
                                          {Status::InProgress, {QStringLiteral("В работе"), QStringLiteral("Выполняется")}}};

QString cp(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

class TestOrderCsv : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    test::FakeClock m_clock;
    exchange::Bell m_bell;
    exchange::Outbox m_outbox{m_clock, m_bell};

    base::Result<std::unique_ptr<OrderCsv>> opened(const QByteArray &content)
    {
        QFile file(m_folder.filePath(QStringLiteral("orders.csv")));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return base::fail(ErrorCode::Internal, file.errorString());
        file.close();
        return OrderCsv::open(file.fileName(), statuses, {});
    }

    base::Result<CsvReport> add(store::Store &store, const QByteArray &content, const base::StopToken &stop = {})
    {
        PFX_ASSIGN(const auto csv, opened(content));
        OrderBook book(OrderEffects(m_outbox, {}), m_clock);
        return csv->add(store.writer(), book, csv->guess(), stop);
    }

private slots:
    void aColumnIsKnownByItsName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("field");
        QTest::newRow("the number in Russian") << cp("Номер заказа") << cp("number");
        QTest::newRow("the sign for a number") << cp("№") << cp("number");
        QTest::newRow("with brackets and marks") << cp(" Сумма, руб. (итого)") << cp("total");
        QTest::newRow("in capitals") << cp("ТЕЛЕФОН") << cp("client.phone");
        QTest::newRow("with ё") << cp("Комментарий") << cp("comment");
        QTest::newRow("in English") << cp("Delivery address") << cp("address");
        QTest::newRow("by the field itself") << cp("client.email") << cp("client.email");
        QTest::newRow("one item a row") << cp("Кол-во") << cp("item.quantity");
        QTest::newRow("an unknown one is kept under its name") << cp("Промокод") << cp("extra.Промокод");
        QTest::newRow("an exported extra one keeps its name") << cp("extra.city") << cp("extra.city");
        QTest::newRow("one without a name is left out") << cp("  ") << cp("");
    }
    void aColumnIsKnownByItsName()
    {
        QFETCH(QString, name);
        QTEST(guessFields({name}).constFirst(), "field");
    }

    void onlyTheFirstNumberIsTheNumber()
    {
        QCOMPARE(guessFields({cp("Номер"), cp("ID")}), (QStringList{cp("number"), cp("extra.ID")}));
    }

    void anItemIsReadOfItsLine_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QJsonObject>("item");
        const QString n = cp("name"), k = cp("quantity"), p = cp("price");
        QTest::newRow("name, quantity and price") << cp("• Розетка x2 - 500₽") << QJsonObject{{n, cp("Розетка")}, {k, cp("2")}, {p, cp("500")}};
        QTest::newRow("a Cyrillic x and roubles") << cp("Кабель х 10 шт. – 1 200,50 руб.") << QJsonObject{{n, cp("Кабель")}, {k, cp("10")}, {p, cp("1 200,50")}};
        QTest::newRow("only a name") << cp(" Выезд мастера ") << QJsonObject{{n, cp("Выезд мастера")}};
        QTest::newRow("a section is no quantity") << cp("Кабель 3х2.5 - 10") << QJsonObject{{n, cp("Кабель 3х2.5 - 10")}};
        QTest::newRow("a word that ends with x is whole") << cp("Люкс") << QJsonObject{{n, cp("Люкс")}};
    }
    void anItemIsReadOfItsLine()
    {
        QFETCH(QString, text);
        QTEST(itemObject(text), "item");
    }

    void aTableBecomesOrders_data() { test::addBackends(); }
    void aTableBecomesOrders()
    {
        PFX_STORE_FIXTURE(fixture);
        const auto report = add(fixture.store(), "Номер;Имя;Фамилия;Телефон;Дата визита;Время визита;Позиции;Сумма, руб.;Статус;Промокод\n"
                                                 "A-1;Анна;Лебедева;8 900 000-01-17;03.02.2026;09:30;Розетка x2 - 500₽;1 000,00;В работе;ЛЕТО\n"
                                                 "\n"
                                                 "A-2;Пётр;;;;;\"Выезд;Замена\";;;\n");
        PFX_VERIFY(report);
        QCOMPARE(report->added, 2);
        QCOMPARE(report->rows, 2);
        QVERIFY(report->problems.isEmpty());
        const auto db = fixture.store().connect();
        const auto first = loadByNumber(**db, cp("A-1"));
        PFX_VERIFY(first);
        QCOMPARE(first->order.client, (Client{cp("Анна Лебедева"), cp("8 900 000-01-17"), {}}));
        QCOMPARE(first->order.visitAt, 1770111000000); // TZ=UTC
        QCOMPARE(first->order.items, (QVector<Item>{{cp("Розетка"), cp("2"), cp("500.00")}}));
        QCOMPARE(first->order.total, cp("1000.00"));
        QCOMPARE(first->order.status, Status::InProgress);
        QCOMPARE(first->order.source, Source::File);
        QCOMPARE(first->order.extra, (QJsonObject{{cp("Промокод"), cp("ЛЕТО")}}));
        QCOMPARE(loadByNumber(**db, cp("A-2"))->order.items.size(), 2);
    }

    void rowsWithOneNumberAreOneOrder_data() { test::addBackends(); }
    void rowsWithOneNumberAreOneOrder()
    {
        PFX_STORE_FIXTURE(fixture);
        const auto report = add(fixture.store(), "Номер,Товар,Количество,Цена\nB-1,Розетка,4 шт.,350\nB-1,Кабель,\"2,5\",80\nB-2,Выезд,,\n");
        PFX_VERIFY(report);
        QCOMPARE(report->rows, 3);
        QCOMPARE(report->added, 2);
        const auto db = fixture.store().connect();
        QCOMPARE(loadByNumber(**db, cp("B-1"))->order.items,
                 (QVector<Item>{{cp("Розетка"), cp("4"), cp("350.00")}, {cp("Кабель"), cp("2.5"), cp("80.00")}}));
    }

    void theSameFileAgainDoublesNothing_data() { test::addBackends(); }
    void theSameFileAgainDoublesNothing()
    {
        PFX_STORE_FIXTURE(fixture);
        const QByteArray file = "Номер;Имя;Комментарий\nC-1;Анна;первая\n;Пётр;без номера\n";
        QCOMPARE(add(fixture.store(), file)->added, 2);
        const auto again = add(fixture.store(), file);
        QCOMPARE(again->added, 0);
        QCOMPARE(again->repeated, 2);
        QCOMPARE(test::read(fixture.store(), cp("SELECT count(*) AS v FROM orders")), cp("2"));
        QCOMPARE(test::read(fixture.store(), cp("SELECT count(*) AS v FROM exchange_outbox")), cp("2"));
    }

    void aLookCountsWhatWouldBeAddedAndWritesNothing_data() { test::addBackends(); }
    void aLookCountsWhatWouldBeAddedAndWritesNothing()
    {
        PFX_STORE_FIXTURE(fixture);
        QCOMPARE(add(fixture.store(), "Номер;Имя\nD-1;Анна\n")->added, 1);
        const auto csv = opened("Номер;Имя\nD-1;Анна\nD-2;Пётр\nD-3;Иван\nD-2;Пётр\n");
        PFX_VERIFY(csv);
        const auto db = fixture.store().connect();
        const auto report = (*csv)->preview(**db, (*csv)->guess(), {});
        PFX_VERIFY(report);
        QCOMPARE(report->read, 4);
        QCOMPARE(report->added, 2);
        QCOMPARE(report->repeated, 2);
        QCOMPARE(report->first.size(), 4);
        QCOMPARE(test::read(fixture.store(), cp("SELECT count(*) AS v FROM orders")), cp("1"));
    }

    void aBadRowIsNamedAndTheOthersAreAdded_data() { test::addBackends(); }
    void aBadRowIsNamedAndTheOthersAreAdded()
    {
        PFX_STORE_FIXTURE(fixture);
        const auto report = add(fixture.store(), "Номер;Сумма заказа;Статус;Дата визита;Товар;Цена\n"
                                                 "E-1;много;;;;\nE-2;5;Отложена;;;\nE-3;5;;31.02.2026;;\nE-4;5;;;Лампа;дорого\nE-5;5;;;;\n");
        PFX_VERIFY(report);
        QCOMPARE(report->added, 1);
        QCOMPARE(report->failed, 4);
        QStringList found;
        for (const CsvProblem &problem : report->problems) {
            QCOMPARE(problem.error.code, ErrorCode::Validation);
            found.append(QStringLiteral("%1 %2 %3").arg(problem.row).arg(problem.number, problem.column));
        }
        QCOMPARE(found, (QStringList{cp("2 E-1 Сумма заказа"), cp("3 E-2 Статус"), cp("4 E-3 Дата визита"), cp("5 E-4 Цена")}));
    }

    void anOrderWithOneBadRowIsNotAddedInPart_data() { test::addBackends(); }
    void anOrderWithOneBadRowIsNotAddedInPart()
    {
        PFX_STORE_FIXTURE(fixture);
        const auto report = add(fixture.store(), "Номер;Товар;Статус\nF-1;Розетка;Новая\nF-1;Кабель;какой-то\nF-1;Лампа;Новая\nF-2;Выезд;\n");
        PFX_VERIFY(report);
        QCOMPARE(report->read, 2);
        QCOMPARE(report->failed, 1);
        QCOMPARE(test::read(fixture.store(), cp("SELECT number AS v FROM orders")), cp("F-2"));
    }

    void aStopKeepsWhatWasAddedAndTheNextRunAddsTheRest_data() { test::addBackends(); }
    void aStopKeepsWhatWasAddedAndTheNextRunAddsTheRest()
    {
        PFX_STORE_FIXTURE(fixture);
        QByteArray file = "Номер;Имя\n";
        for (int i = 0; i < 3000; ++i)
            file += "G-" + QByteArray::number(i) + ";Анна\n";
        const auto csv = opened(file);
        PFX_VERIFY(csv);
        OrderBook book(OrderEffects(m_outbox, {}), m_clock);
        base::StopSource stop;
        const auto stopped = (*csv)->add(fixture.store().writer(), book, (*csv)->guess(), stop.get_token(), [&stop](qint64 rows) {
            if (rows >= 1280)
                stop.request_stop();
        });
        PFX_VERIFY(stopped);
        QVERIFY(stopped->end == CsvEnd::Stopped);
        QVERIFY(stopped->added > 0 && stopped->added < 3000);
        const auto rest = add(fixture.store(), file);
        PFX_VERIFY(rest);
        QCOMPARE(rest->repeated, stopped->added);
        QCOMPARE(test::read(fixture.store(), cp("SELECT count(*) AS v FROM orders")), cp("3000"));
    }

    void aMappingIsChecked_data()
    {
        QTest::addColumn<QStringList>("mapping");
        QTest::newRow("a field that does not exist") << QStringList{cp("number"), cp("colour")};
        QTest::newRow("a column too few") << QStringList{cp("number")};
        QTest::newRow("nothing that an order knows") << QStringList{cp("extra.a"), {}};
        QTest::newRow("two numbers") << QStringList{cp("number"), cp("number")};
        QTest::newRow("an extra field without a name") << QStringList{cp("number"), cp("extra.")};
    }
    void aMappingIsChecked()
    {
        QFETCH(QStringList, mapping);
        const auto csv = opened("Номер;Имя\nH-1;Анна\n");
        PFX_VERIFY(csv);
        test::StoreFixture fixture(cp("sqlite"));
        const auto db = fixture.store().connect();
        const auto report = (*csv)->preview(**db, mapping, {});
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Validation);
    }

    void aFileThatIsNoTableIsRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("an empty one") << QByteArray();
        QTest::newRow("JSON") << QByteArray("{\"number\":\"1\"}");
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n", 8);
    }
    void aFileThatIsNoTableIsRefused()
    {
        QFETCH(QByteArray, content);
        const auto csv = opened(content);
        QVERIFY(!csv);
        QCOMPARE(csv.error().code, ErrorCode::SourceUnreadable);
    }

    void aWindowsTableIsReadToo()
    {
        test::StoreFixture fixture(cp("sqlite"));
        // "Номер;Имя\nI-1;Анна" in windows-1251
        const auto report = add(fixture.store(), "\xCD\xEE\xEC\xE5\xF0;\xC8\xEC\xFF\nI-1;\xC0\xED\xED\xE0\n");
        PFX_VERIFY(report);
        QCOMPARE(report->first.constFirst().client.name, cp("Анна"));
    }
};

QTEST_GUILESS_MAIN(TestOrderCsv)
#include "tst_order_csv.moc"
