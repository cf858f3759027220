// SPDX-License-Identifier: GPL-3.0-or-later
// The account of a run: one, however it is written, and none that nothing came from.
#include "core/base/clock.h"
#include "tests/migration/import_fixture.h"

using namespace pfx;
using namespace pfx::test;
using records::System;

class TestAccounts : public QObject
{
    Q_OBJECT

private slots:
    void oneSpelling_data()
    {
        QTest::addColumn<System>("system");
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("account");
        const auto row = [](const char *name, System system, const char *written, const char *account) {
            QTest::newRow(name) << system << QString::fromUtf8(written) << QString::fromUtf8(account);
        };
        row("a subdomain", System::Amocrm, "acme", "acme");
        row("a subdomain in capitals", System::Amocrm, " ACME ", "acme");
        row("a host", System::Amocrm, "acme.amocrm.ru", "acme");
        row("a host of Kommo", System::Amocrm, "Acme.kommo.com", "acme");
        row("an address", System::Amocrm, "https://ACME.amocrm.ru/", "acme");
        row("a host with a path", System::Amocrm, "acme.amocrm.ru/leads/list", "acme");
        row("a number", System::Amocrm, "28805383", "28805383");
        row("a name with a point", System::Amocrm, "head.office", "head.office");
        row("a portal", System::Bitrix24, "Acme.bitrix24.ru", "acme.bitrix24.ru");
        row("a portal's address", System::Bitrix24, "https://acme.bitrix24.ru/crm/", "acme.bitrix24.ru");
        row("a webhook", System::Bitrix24, "https://acme.bitrix24.ru/rest/1/s3cr3tcode/", "acme.bitrix24.ru");
        row("a webhook without its scheme", System::Bitrix24, "acme.bitrix24.ru/rest/1/s3cr3tcode/", "acme.bitrix24.ru");
        row("a portal of one's own", System::Bitrix24, "CRM.firm.ru:8443/rest/1/s3cr3tcode", "crm.firm.ru");
        row("nothing", System::Amocrm, "  ", "");
    }

    void oneSpelling()
    {
        QFETCH(System, system);
        QFETCH(QString, written);
        QTEST(migration::accountName(system, written), "account");
    }

    void dealsOfOneAccountAreNotDoubled_data() { addBackends(); }
    void dealsOfOneAccountAreNotDoubled()
    {
        PFX_STORE_FIXTURE(fixture);
        QCOMPARE(addEmployee(fixture.store()), QString());
        const QString plain = writeFile(fixture.folder(), QStringLiteral("1"), R"({"deals":[{"id":1,"name":"Окна","price":5}]})");
        const QString linked = writeFile(fixture.folder(), QStringLiteral("2"),
                                         "{\"_links\":{\"self\":{\"href\":\"https://ACME.amocrm.ru/api/v4/leads\"}},"
                                         "\"_embedded\":{\"leads\":[{\"id\":1,\"name\":\"Окна\",\"price\":5}]}}");
        auto options = amoOptions();
        for (const char *account : {"acme", "acme.amocrm.ru", "https://ACME.amocrm.ru/"}) {
            options.account = QString::fromLatin1(account);
            const auto report = importFile(fixture.store(), plain, options);
            PFX_VERIFY(report);
            QCOMPARE(report->account, QStringLiteral("acme"));
        }
        PFX_VERIFY(importFile(fixture.store(), linked, amoOptions()));
        QCOMPARE(countOf(fixture.store(), QStringLiteral("deals")), 1);
        QCOMPARE(countOf(fixture.store(), QStringLiteral("origin_accounts")), 1);
    }

    void theCodeOfAWebhookIsKeptNowhere()
    {
        StoreFixture fixture(QStringLiteral("sqlite"));
        QCOMPARE(addEmployee(fixture.store()), QString());
        auto options = bitrixOptions();
        options.account = QStringLiteral("https://acme.bitrix24.ru/rest/1/s3cr3tcode/");
        PFX_VERIFY(importFile(fixture.store(), writeFile(fixture.folder(), QStringLiteral("1"), bitrixExample), options));
        QVERIFY(!read(fixture.store(), QStringLiteral("SELECT options || account AS v FROM import_runs")).contains(QStringLiteral("s3cr3t")));
        QCOMPARE(read(fixture.store(), QStringLiteral("SELECT account AS v FROM origin_accounts")), QStringLiteral("acme.bitrix24.ru"));
    }

    void anAccountThatNothingCameFromIsNotKnown_data() { addBackends(); }
    void anAccountThatNothingCameFromIsNotKnown()
    {
        PFX_STORE_FIXTURE(fixture);
        QCOMPARE(addEmployee(fixture.store()), QString());
        const QString path = writeFile(fixture.folder(), QStringLiteral("1"), amoExample);
        auto options = amoOptions();
        options.account = QStringLiteral("typo");
        const auto wrong = importFile(fixture.store(), path, options);
        PFX_VERIFY(wrong);
        const base::SystemClock clock;
        migration::RunControl control;
        PFX_VERIFY(migration::runs::undo(fixture.store(), clock, wrong->run, control, {}));
        const auto right = importFile(fixture.store(), path, amoOptions());
        PFX_VERIFY(right);
        QCOMPARE(right->account, QStringLiteral("default"));
    }
};

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
