// SPDX-License-Identifier: GPL-3.0-or-later
// The keys kept in memory: nothing that was put in is missed, and an import decides the same when all hashes collide.
#include "core/migration/known_keys.h"

#include "core/migration/workspace.h"
#include "tests/migration/import_fixture.h"
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"

#include <QtTest>

using namespace pfx;
using namespace pfx::migration;
using records::Kind;

namespace {

records::Point phone(const QString &number)
{
    records::Point point;
    point.kind = records::PointKind::Phone;
    point.value = point.normalized = number;
    return point;
}

crm::Contact contact(qint64 id, const QVector<records::Point> &points)
{
    crm::Contact made;
    made.id = id;
    made.name = QStringLiteral("Contact %1").arg(id);
    made.points = points;
    return made;
}

} // namespace

class TestKnownKeys : public QObject
{
    Q_OBJECT

private slots:
    void everyNumberIsFoundAgain()
    {
        HashedNumbers numbers;
        const auto hash = [](quint32 number) { return quint64(number) * 0x9e3779b97f4a7c15u; };
        for (quint32 number = 1; number <= 200'000; ++number)
            numbers.insert(hash(number), number);
        for (quint32 number = 1; number <= 200'000; ++number)
            QVERIFY(numbers.values(hash(number)).contains(number));
        QCOMPARE(numbers.size(), 200'000);
        QVERIFY(numbers.values(hash(200'001)).isEmpty());
    }

    void numbersUnderOneHashAreAllProposed()
    {
        HashedNumbers numbers;
        for (quint32 number = 1; number <= 5000; ++number)
            numbers.insert(42, number);
        numbers.insert(42, 7);
        QCOMPARE(numbers.values(42).size(), 5000);
    }

    void theFilterNeverMissesAndSeldomErrs()
    {
        KeyFilter filter;
        QVERIFY(!filter.mayContain(1));
        const auto hash = [](quint64 number) { return (number ^ (number >> 7)) * 0xbf58476d1ce4e5b9u; };
        for (quint64 number = 0; number < 200'000; ++number)
            filter.insert(hash(number));
        int wrong = 0;
        for (quint64 number = 0; number < 200'000; ++number) {
            QVERIFY(filter.mayContain(hash(number)));
            wrong += filter.mayContain(hash(number + 1'000'000)) ? 1 : 0;
        }
        QVERIFY2(wrong < 2000, qPrintable(QString::number(wrong)));
    }

    void whatCollidesIsToldApartByItsText_data() { test::addBackends(); }
    void whatCollidesIsToldApartByItsText()
    {
        PFX_STORE_FIXTURE(fixture);
        const auto work = [](store::Connection &db) -> base::Result<void> {
            KnownKeys known([](QStringView, quint64) { return quint64(7); });
            PFX_TRY(known.load(db, nullptr, 1000));
            Workspace space(db, nullptr, known);
            PFX_TRY(space.insert(QVector<crm::Contact>{contact(1, {phone(QStringLiteral("+71"))}), contact(2, {phone(QStringLiteral("+72"))})}));
            PFX_ASSIGN(const auto found, space.points(Kind::Contact, {QStringLiteral("+72"), QStringLiteral("+73")}));
            const bool right = found.size() == 1 && found.value(QStringLiteral("+72")) == 2;
            return right ? base::Result<void>() : base::fail(base::ErrorCode::Internal, QString::number(found.size()));
        };
        PFX_VERIFY(fixture.store().writer().run(work));
    }

    void aSourceThatIsSmallBesideTheStoreReadsNothing_data() { test::addBackends(); }
    void aSourceThatIsSmallBesideTheStoreReadsNothing()
    {
        PFX_STORE_FIXTURE(fixture);
        const auto fill = [](store::Connection &db) -> base::Result<void> {
            QVector<crm::Contact> contacts;
            for (qint64 id = 1; id <= 100; ++id)
                contacts.append(contact(id, {phone(QStringLiteral("+7%1").arg(id))}));
            return crm::insertContacts(db, contacts);
        };
        PFX_VERIFY(fixture.store().writer().run(fill));
        const auto db = fixture.store().connect();
        KnownKeys known;
        PFX_VERIFY(known.load(**db, nullptr, 2));
        QVERIFY(!known.isComplete());
        PFX_VERIFY(known.load(**db, nullptr, 50));
        QVERIFY(known.isComplete());
        QCOMPARE(known.pointCandidates(Kind::Contact, QStringLiteral("+77")), QVector<qint64>{7});
        QVERIFY(known.pointCandidates(Kind::Company, QStringLiteral("+77")).isEmpty());
        base::StopSource stop;
        stop.request_stop();
        PFX_VERIFY_ERROR(known.load(**db, nullptr, 50, stop.get_token()), base::ErrorCode::Cancelled);
    }

    void oldNumbersBeyondTheTableLeaveItToTheDatabase()
    {
        KnownKeys known;
        test::StoreFixture fixture(QStringLiteral("sqlite"));
        const auto db = fixture.store().connect();
        PFX_VERIFY(known.load(**db, nullptr, 1));
        QVERIFY(known.isComplete());
        known.addPoints(Kind::Contact, qint64(1) << 33, {phone(QStringLiteral("+71"))});
        QVERIFY(!known.isComplete());
    }
};

QTEST_GUILESS_MAIN(TestKnownKeys)
#include "tst_known_keys.moc"
