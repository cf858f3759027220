// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/record_source.h"

#include <QTest>

using namespace pfx::records;

class TestNames : public QObject
{
    Q_OBJECT

private slots:
    void areStable();
    void areRead();
};

void TestNames::areStable()
{
    QCOMPARE(name(System::Amocrm), QStringLiteral("amocrm"));
    QCOMPARE(name(System::Bitrix24), QStringLiteral("bitrix24"));
    QCOMPARE(name(Kind::Contact), QStringLiteral("contact"));
    QCOMPARE(name(Kind::Company), QStringLiteral("company"));
    QCOMPARE(name(PointKind::Email), QStringLiteral("email"));
    QCOMPARE(name(Semantics::Lost), QStringLiteral("lost"));
    QCOMPARE(name(Section::Deals), QStringLiteral("deals"));
}

void TestNames::areRead()
{
    for (const Kind kind : {Kind::Employee, Kind::Pipeline, Kind::Stage, Kind::Company, Kind::Contact, Kind::Deal})
        QCOMPARE(kindFromName(name(kind)), std::optional(kind));
    for (const System system : {System::Amocrm, System::Bitrix24})
        QCOMPARE(systemFromName(name(system)), std::optional(system));
    for (const Semantics semantics : {Semantics::Open, Semantics::Won, Semantics::Lost})
        QCOMPARE(semanticsFromName(name(semantics)), std::optional(semantics));
    QVERIFY(!kindFromName(u"Contact"));
    QVERIFY(!systemFromName(u""));
}

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"
