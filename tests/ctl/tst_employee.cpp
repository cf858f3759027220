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

    void emptyListIsAnEmptyArray()
    {
        QCOMPARE(Ctl().json({QStringLiteral("employee"), QStringLiteral("list")}).out, QByteArray("[]\n"));
    }
};

QTEST_GUILESS_MAIN(TestEmployee)
#include "tst_employee.moc"
