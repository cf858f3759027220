// SPDX-License-Identifier: GPL-3.0-or-later
#include "source_reader.h"


#include <QtTest>

using namespace pfx;
using namespace pfx::records;

class Sample : public QObject
{
    Q_OBJECT

private slots:
    void readsTheBundledSample()
    {
        const auto read = bitrix24::test::readPath(QStringLiteral(PFX_SOURCE_DIR "/resources/samples/bitrix24.json"));
        QVERIFY(!read.error);
        QCOMPARE(read.info.contacts, 100);
        QCOMPARE(read.info.deals, 100);
        QCOMPARE(read.info.companies, 12);
        QCOMPARE(read.info.pipelines, 2);
        QCOMPARE(read.info.employees, 2);
        // One row is broken on purpose.
        QCOMPARE(read.errors().size(), 1);
    }

};

QTEST_GUILESS_MAIN(Sample)
#include "tst_sample.moc"
