// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctl.h"

#include <QJsonDocument>
#include <QtTest>

using pfx::test::Ctl;

class TestEmployee : public QObject
{
    Q_OBJECT

private slots:
    void addedOneIsListed_data()
    {
        QTest::addColumn<QString>("backend");
        QTest::newRow("on SQLite") << QStringLiteral("sqlite");
        QTest::newRow("on PostgreSQL") << QStringLiteral("postgresql");
    }
    void addedOneIsListed()
    {
        QFETCH(QString, backend);
        const Ctl ctl(backend);
        const auto added = ctl.json({QStringLiteral("employee"), QStringLiteral("add"), QStringLiteral("Анна Админова"),
                                     QStringLiteral("--email"), QStringLiteral("anna@example.com"), QStringLiteral("--extension"),
                                     QStringLiteral("101")});
        QCOMPARE(added.status, 0);
        QCOMPARE(added.out, QByteArray("{\"id\":1,\"name\":\"Анна Админова\",\"email\":\"anna@example.com\",\"extension\":\"101\"}\n"));
        QCOMPARE(ctl.run({QStringLiteral("employee"), QStringLiteral("add"), QStringLiteral("Борис")}).status, 0);
        const auto list = ctl.json({QStringLiteral("employee"), QStringLiteral("list")});
        QCOMPARE(list.status, 0);
        QCOMPARE(list.out, QByteArray("[{\"id\":1,\"name\":\"Анна Админова\",\"email\":\"anna@example.com\",\"extension\":\"101\"},"
                                      "{\"id\":2,\"name\":\"Борис\",\"email\":null,\"extension\":null}]\n"));
    }

    void wrongOnesAreRefused()
    {
        const Ctl ctl;
        QCOMPARE(ctl.addAnna(), 0);
        const auto taken = ctl.json({QStringLiteral("employee"), QStringLiteral("add"), QStringLiteral("Ещё Анна"), QStringLiteral("--email"),
                                     QStringLiteral("ANNA@example.com")});
        QCOMPARE(taken.status, 1);
        QVERIFY(!taken.errorMessage().isEmpty());
        QCOMPARE(ctl.json({QStringLiteral("employee"), QStringLiteral("add"), QStringLiteral("Б"), QStringLiteral("--email"),
                           QStringLiteral("none")})
                     .status,
                 1);
        QCOMPARE(ctl.json({QStringLiteral("employee"), QStringLiteral("list")}).array().size(), 1);
    }

    void recordsAreHandedOver_data() { addedOneIsListed_data(); }
    void recordsAreHandedOver()
    {
        QFETCH(QString, backend);
        const Ctl ctl(backend);
        QCOMPARE(ctl.addAnna(), 0);
        QCOMPARE(ctl.run({QStringLiteral("employee"), QStringLiteral("add"), QStringLiteral("Борис")}).status, 0);
        QByteArray contacts;
        for (int i = 1; i <= 2500; ++i) // more than a batch
            contacts += "{\"id\":" + QByteArray::number(i) + R"(,"name":"Имя","company_name":"ООО Ромашка"},)";
        const QByteArray file = R"({"contacts":[)" + contacts.chopped(1) + R"(],"deals":[{"id":1,"name":"Окна"}]})";
        QCOMPARE(ctl.import(ctl.file(QStringLiteral("a.json"), file), QStringLiteral("amocrm")).status, 0);
        const auto handOver = [&ctl](const char *from, const char *to) {
            return ctl.json({QStringLiteral("employee"), QStringLiteral("hand-over"), QString::fromUtf8(from), QStringLiteral("--to"), QString::fromUtf8(to)});
        };
        QCOMPARE(handOver("1", "Борис").out, QByteArray("{\"contacts\":2500,\"companies\":1,\"deals\":1}\n"));
        for (const char *kind : {"contact", "company", "deal"}) {
            const auto shown = ctl.json({QString::fromLatin1(kind), QStringLiteral("show"), QStringLiteral("1")});
            QCOMPARE(shown.object()[QStringLiteral("owner")][QStringLiteral("name")].toString(), QStringLiteral("Борис"));
        }
        QCOMPARE(ctl.json({QStringLiteral("contact"), QStringLiteral("show"), QStringLiteral("2500")})
                     .object()[QStringLiteral("owner")][QStringLiteral("id")].toInt(), 2);
        QCOMPARE(handOver("1", "2").out, QByteArray("{\"contacts\":0,\"companies\":0,\"deals\":0}\n"));
        QVERIFY(handOver("2", "Борис").errorMessage().contains(QStringLiteral("тот же пользователь")));
        QCOMPARE(handOver("2", "77").status, 1);
        QCOMPARE(ctl.json({QStringLiteral("employee"), QStringLiteral("hand-over"), QStringLiteral("2")}).status, 2);
    }

    void emptyListIsAnEmptyArray()
    {
        QCOMPARE(Ctl().json({QStringLiteral("employee"), QStringLiteral("list")}).out, QByteArray("[]\n"));
    }
};

QTEST_GUILESS_MAIN(TestEmployee)
#include "tst_employee.moc"
