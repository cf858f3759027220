// SPDX-License-Identifier: GPL-3.0-or-later
// The address of a store as people type it, and as it is shown.
#include "core/store/store_url.h"
#include "tests/support/verify_result.h"

using namespace pfx;
using namespace pfx::store;

class StoreUrlTest : public QObject
{
    Q_OBJECT

private slots:
    void addressesAreReadAndShown_data();
    void addressesAreReadAndShown();
    void wrongAddressesAreRefused_data();
    void wrongAddressesAreRefused();
    void everyPartIsFound();
};

void StoreUrlTest::addressesAreReadAndShown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const char *text, const char *shown) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(shown);
    };
    row("a file", "sqlite:/data/store.sqlite", "sqlite:/data/store.sqlite");
    row("a file with three slashes", "sqlite:///data/store.sqlite", "sqlite:/data/store.sqlite");
    row("a file with detours", "sqlite:/data/./x/../store.sqlite", "sqlite:/data/store.sqlite");
    row("a file with spaces, Cyrillic and percent", "sqlite:/data/Мой склад %20.sqlite", "sqlite:/data/Мой склад %20.sqlite");
    row("a server", "postgresql://me@host:5433/db", "postgresql://me@host:5433/db");
    row("the usual port", "postgresql://me@host:5432/db", "postgresql://me@host/db");
    row("the short scheme", "postgres://host/db", "postgresql://host/db");
    row("a password is not shown", "postgresql://me:se%40cret@host/db", "postgresql://me@host/db");
    row("a password in the query is not shown", "postgresql://me@host/db?password=secret&sslmode=require",
        "postgresql://me@host/db?sslmode=require");
    row("a socket", "postgresql:///db?host=/tmp/socket", "postgresql:///db?host=/tmp/socket");
    row("a socket and a user", "postgresql://me@/db?host=/tmp/socket", "postgresql://me@/db?host=/tmp/socket");
    row("an IPv6 host", "postgresql://me@[::1]:5433/db", "postgresql://me@[::1]:5433/db");
}

void StoreUrlTest::addressesAreReadAndShown()
{
    QFETCH(QString, text);
    const auto url = StoreUrl::parse(text);
    PFX_VERIFY(url);
    QTEST(url->display(), "shown");
    const auto again = StoreUrl::parse(url->display());
    PFX_VERIFY(again);
    QCOMPARE(again->display(), url->display());
}

void StoreUrlTest::wrongAddressesAreRefused_data()
{
    QTest::addColumn<QString>("text");
    const char *const texts[] = {"", "store.sqlite", "/data/store.sqlite", "sqlite:", "sqlite:store.sqlite", "mysql://host/db",
                                 "postgresql://host", "postgresql://host/", "postgresql://host:99999/db", "postgresql://host:abc/db",
                                 "postgresql:db"};
    for (const char *text : texts)
        QTest::addRow("\"%s\"", text) << QString::fromUtf8(text);
}

void StoreUrlTest::wrongAddressesAreRefused()
{
    QFETCH(QString, text);
    PFX_VERIFY_ERROR(StoreUrl::parse(text), base::ErrorCode::Validation);
}

void StoreUrlTest::everyPartIsFound()
{
    const auto url = StoreUrl::parse(QStringLiteral("postgresql://m%40x:p%3Aw%2F@host:6543/my%20db?sslmode=require"));
    PFX_VERIFY(url);
    QCOMPARE(url->backend, Backend::Postgresql);
    QCOMPARE(url->user, QStringLiteral("m@x"));
    QCOMPARE(url->password, QStringLiteral("p:w/"));
    QCOMPARE(url->host, QStringLiteral("host"));
    QCOMPARE(url->port, 6543);
    QCOMPARE(url->database, QStringLiteral("my db"));
    QCOMPARE(url->options, QStringLiteral("sslmode=require"));
}

QTEST_GUILESS_MAIN(StoreUrlTest)
#include "tst_store_url.moc"
