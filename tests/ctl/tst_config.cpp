// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctl.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using pfx::test::Ctl;

namespace {

QStringList config(const QStringList &rest)
{
    return QStringList{QStringLiteral("config")} + rest;
}

} // namespace

class TestConfig : public QObject
{
    Q_OBJECT

private slots:
    void everySettingIsListedWithItsDescription()
    {
        const Ctl ctl;
        const auto list = ctl.json(config({QStringLiteral("list")}));
        QCOMPARE(list.status, 0);
        QVERIFY(list.array().size() > 10);
        for (const QJsonValue &value : list.array()) {
            const QJsonObject setting = value.toObject();
            for (const char *member : {"key", "type", "default", "description", "value"})
                QVERIFY2(setting.contains(QLatin1String(member)), member);
            QVERIFY2(!setting.value(QLatin1String("description")).toString().isEmpty(), qPrintable(setting.value(QLatin1String("key")).toString()));
            QCOMPARE(setting.value(QLatin1String("value")), setting.value(QLatin1String("default")));
        }
    }

    void aValueIsSetAndTakenBack()
    {
        const Ctl ctl;
        const QString key = QStringLiteral("server.listen");
        QCOMPARE(ctl.json(config({QStringLiteral("set"), key, QStringLiteral("0.0.0.0:9000")})).status, 0);
        QCOMPARE(ctl.json(config({QStringLiteral("get"), key})).out,
                 QByteArray("{\"key\":\"server.listen\",\"value\":\"0.0.0.0:9000\",\"is_default\":false}\n"));
        QCOMPARE(ctl.json(config({QStringLiteral("set"), key})).status, 0);
        QCOMPARE(ctl.run(config({QStringLiteral("get"), key})).out, QByteArray("127.0.0.1:8088\n"));
    }

    void aWrongValueIsRefusedWithItsReason()
    {
        const Ctl ctl;
        const auto refused = ctl.json(config({QStringLiteral("set"), QStringLiteral("journal.keep-days"), QStringLiteral("soon")}));
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.errorMessage().contains(QStringLiteral("journal.keep-days")), qPrintable(refused.errorMessage()));
        QCOMPARE(ctl.json(config({QStringLiteral("set"), QStringLiteral("no.such"), QStringLiteral("1")})).status, 1);
        QCOMPARE(ctl.json(config({QStringLiteral("get"), QStringLiteral("no.such")})).status, 1);
        QCOMPARE(ctl.run(config({QStringLiteral("set")})).status, 2);
        QCOMPARE(ctl.run(config({QStringLiteral("set"), QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")})).status, 2);
    }
};

QTEST_GUILESS_MAIN(TestConfig)
#include "tst_config.moc"
