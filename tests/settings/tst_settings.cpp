// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings.h"

#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"

#include <QtTest>

using namespace pfx;
using settings::Settings;

namespace {

base::Result<void> set(test::StoreFixture &fixture, const char *key, const char *value)
{
    return fixture.store().writer().run([&](store::Connection &db) {
        return settings::write(db, QString::fromUtf8(key), QString::fromUtf8(value));
    });
}

Settings loaded(test::StoreFixture &fixture)
{
    const auto db = fixture.store().connect();
    return *Settings::load(**db);
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private slots:
    void aFreshStoreHasTheDefaults_data() { test::addBackends(); }
    void aFreshStoreHasTheDefaults()
    {
        PFX_STORE_FIXTURE(fixture);
        const Settings values = loaded(fixture);
        QCOMPARE(values.text(QStringLiteral("server.listen")), QStringLiteral("127.0.0.1:8088"));
        QCOMPARE(values.integer(QStringLiteral("journal.keep-days")), 180);
        QCOMPARE(values.decimal(QStringLiteral("planfix.requests-per-second")), 1.0);
        QVERIFY(values.flag(QStringLiteral("orders.adopt-tasks")));
        QCOMPARE(values.integer(QStringLiteral("planfix.order-template")), 0);
        QVERIFY(values.map(QStringLiteral("planfix.order-fields")).isEmpty());
        QVERIFY(values.isDefault(QStringLiteral("server.listen")));
        QCOMPARE(values.revision(), 0);
    }

    void aWrittenValueIsReadByAnotherOpening_data() { test::addBackends(); }
    void aWrittenValueIsReadByAnotherOpening()
    {
        PFX_STORE_FIXTURE(fixture);
        PFX_VERIFY(set(fixture, "planfix.order-fields", "{\"number\": 115}"));
        PFX_VERIFY(set(fixture, "orders.adopt-tasks", "no"));
        const auto other = fixture.openAgain();
        QVERIFY(other);
        const auto db = other->connect();
        const auto values = Settings::load(**db);
        PFX_VERIFY(values);
        QCOMPARE(values->map(QStringLiteral("planfix.order-fields")).value(QStringLiteral("number")).toInt(), 115);
        QVERIFY(!values->flag(QStringLiteral("orders.adopt-tasks")));
        QVERIFY(!values->isDefault(QStringLiteral("orders.adopt-tasks")));
        QCOMPARE(values->revision(), 2);
    }

    void anEmptyValueGivesTheDefaultBack_data() { test::addBackends(); }
    void anEmptyValueGivesTheDefaultBack()
    {
        PFX_STORE_FIXTURE(fixture);
        PFX_VERIFY(set(fixture, "journal.keep-days", "7"));
        PFX_VERIFY(set(fixture, "journal.keep-days", ""));
        const Settings values = loaded(fixture);
        QCOMPARE(values.integer(QStringLiteral("journal.keep-days")), 180);
        QVERIFY(values.isDefault(QStringLiteral("journal.keep-days")));
        QCOMPARE(values.revision(), 2);
    }

    void aRefusedValueChangesNothing_data() { test::addBackends(); }
    void aRefusedValueChangesNothing()
    {
        PFX_STORE_FIXTURE(fixture);
        PFX_VERIFY_ERROR(set(fixture, "journal.keep-days", "soon"), base::ErrorCode::Validation);
        PFX_VERIFY_ERROR(set(fixture, "no.such", "1"), base::ErrorCode::NotFound);
        PFX_VERIFY_ERROR(set(fixture, "settings.revision", "1"), base::ErrorCode::NotFound);
        QCOMPARE(loaded(fixture).revision(), 0);
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
