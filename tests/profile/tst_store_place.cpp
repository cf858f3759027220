// SPDX-License-Identifier: GPL-3.0-or-later
// Where a profile's store is after a move: remembered without its password, found again by the next start, and never guessed.
#include "app/profile/store_place.h"
#include "core/base/clock.h"
#include "tests/support/fake_secrets.h"
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"

#include <QFile>
#include <QTemporaryDir>

using namespace pfx;
using base::ErrorCode;
using store::StoreUrl;

namespace {

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

} // namespace

class TestStorePlace : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        qunsetenv("PFX_STORE");
        qunsetenv("PFX_PROFILE");
    }

    void withoutAMoveItStandsInTheProfile()
    {
        const QTemporaryDir folder;
        const auto profile = app::chooseProfile(folder.path(), {});
        PFX_VERIFY(profile);
        QCOMPARE(profile->store.file, folder.path() + QStringLiteral("/planfix-console.sqlite"));
        QVERIFY(!profile->isStoreGiven);
    }

    void whatIsRememberedIsFoundAgainWithoutItsPassword()
    {
        const QTemporaryDir folder;
        auto profile = app::chooseProfile(folder.path(), {});
        PFX_VERIFY(profile);
        const auto url = StoreUrl::parse(QStringLiteral("postgresql://planfix:p%40ss@db.office:5433/planfix?sslmode=require"));
        PFX_VERIFY(url);
        test::FakeSecrets secrets;
        PFX_VERIFY(app::rememberStore(*profile, *url, secrets));
        QVERIFY(!content(app::storeAddressFile(folder.path())).contains("ss@"));
        QVERIFY(!content(app::storeAddressFile(folder.path())).contains("p%40"));
        const auto kept = secrets.read(app::storePasswordSecret);
        QVERIFY(kept && *kept);
        QCOMPARE((*kept)->reveal(), QStringLiteral("p@ss"));
        profile = app::chooseProfile(folder.path(), {});
        PFX_VERIFY(profile);
        QCOMPARE(profile->store.display(), url->display());
        QVERIFY(!profile->isStoreGiven);
    }

    void theCommandLineAndTheEnvironmentStandAboveIt_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QByteArray>("variable");
        QTest::newRow("--store") << QStringLiteral("sqlite:/tmp/other.sqlite") << QByteArray();
        QTest::newRow("PFX_STORE") << QString() << QByteArray("sqlite:/tmp/other.sqlite");
    }
    void theCommandLineAndTheEnvironmentStandAboveIt()
    {
        QFETCH(QString, option);
        QFETCH(QByteArray, variable);
        const QTemporaryDir folder;
        put(app::storeAddressFile(folder.path()), "postgresql://planfix@db/planfix\n");
        if (!variable.isEmpty())
            qputenv("PFX_STORE", variable);
        const auto profile = app::chooseProfile(folder.path(), option);
        PFX_VERIFY(profile);
        QCOMPARE(profile->store.file, QStringLiteral("/tmp/other.sqlite"));
        QVERIFY(profile->isStoreGiven);
    }

    void anUnreadableMemoryIsAFailureAndNoEmptyStore_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing in it") << QByteArray();
        QTest::newRow("no address") << QByteArray("my database\n");
        QTest::newRow("no UTF-8") << QByteArray("\xff\xfe\x00z", 4);
        QTest::newRow("endless") << QByteArray(1 << 20, 'x');
        QTest::newRow("a relative file") << QByteArray("sqlite:data.sqlite");
    }
    void anUnreadableMemoryIsAFailureAndNoEmptyStore()
    {
        QFETCH(QByteArray, bytes);
        const QTemporaryDir folder;
        put(app::storeAddressFile(folder.path()), bytes);
        const auto profile = app::chooseProfile(folder.path(), {});
        QVERIFY(!profile);
        QCOMPARE(profile.error().code, ErrorCode::Validation);
        QCOMPARE(profile.error().where, app::storeAddressFile(folder.path()));
    }

    void aPasswordThatCannotBeKeptIsSaidBeforeAnythingIsRemembered()
    {
        const QTemporaryDir folder;
        const auto profile = app::chooseProfile(folder.path(), {});
        PFX_VERIFY(profile);
        test::FakeSecrets secrets;
        secrets.fail(base::Error{ErrorCode::Keychain, QStringLiteral("no service"), secrets::trouble::noService});
        const auto with = StoreUrl::parse(QStringLiteral("postgresql://planfix:x@db/planfix"));
        const auto without = StoreUrl::parse(QStringLiteral("postgresql://planfix@db/planfix"));
        const auto refused = app::rememberStore(*profile, *with, secrets);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Keychain);
        QVERIFY(!QFile::exists(app::storeAddressFile(folder.path())));
        PFX_VERIFY(app::rememberStore(*profile, *without, secrets)); // it needs none
    }

    void theMovedStoreIsOpenedByTheNextStart()
    {
        const QTemporaryDir folder;
        const base::SystemClock clock;
        test::FakeSecrets secrets;
        test::StoreFixture target(QStringLiteral("postgresql"));
        QVERIFY2(target.isValid(), qPrintable(target.error()));
        target.close();
        const auto profile = app::chooseProfile(folder.path(), {});
        PFX_VERIFY(profile);
        {
            const auto from = app::openStore(*profile, secrets, clock);
            PFX_VERIFY(from);
            QCOMPARE(test::write(**from, QStringLiteral("INSERT INTO employees (id, name, search_key, created_at) VALUES (7, 'Анна', 'анна', 1)")), QString());
            const auto moved = app::moveStore(*profile, **from, target.url(), secrets, clock, {}, {});
            PFX_VERIFY(moved);
            QVERIFY(moved->isRemembered);
            QVERIFY(moved->report.rows >= 1);
        }
        const auto next = app::chooseProfile(folder.path(), {});
        PFX_VERIFY(next);
        QCOMPARE(next->store.backend, store::Backend::Postgresql);
        const auto opened = app::openStore(*next, secrets, clock);
        PFX_VERIFY(opened);
        QCOMPARE(test::read(**opened, QStringLiteral("SELECT name AS v FROM employees WHERE id = 7")), QStringLiteral("Анна"));
    }

    void aStoreThatWasNamedIsMovedButNotRemembered()
    {
        const QTemporaryDir folder;
        const base::SystemClock clock;
        test::FakeSecrets secrets;
        const auto profile = app::chooseProfile(folder.path(), QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("named.sqlite")));
        PFX_VERIFY(profile);
        const auto from = app::openStore(*profile, secrets, clock);
        PFX_VERIFY(from);
        const auto to = StoreUrl::parse(QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("other.sqlite")));
        const auto moved = app::moveStore(*profile, **from, *to, secrets, clock, {}, {});
        PFX_VERIFY(moved);
        QVERIFY(!moved->isRemembered);
        QVERIFY(!QFile::exists(app::storeAddressFile(folder.path())));
    }
};

QTEST_GUILESS_MAIN(TestStorePlace)
#include "tst_store_place.moc"
