// SPDX-License-Identifier: GPL-3.0-or-later
#include "source_reader.h"

#include "tests/support/sample_export.h"

#include <QtTest>

using namespace pfx;
using namespace pfx::records;

class Sample : public QObject
{
    Q_OBJECT

private slots:
    void readsTheBundledSample()
    {
        const auto read = amocrm::test::readPath(QStringLiteral(PFX_SOURCE_DIR "/resources/samples/amocrm.json"));
        QVERIFY(!read.error);
        QCOMPARE(read.info.contacts, 100);
        QCOMPARE(read.info.deals, 100);
        QCOMPARE(read.info.companies, 12);
        QCOMPARE(read.info.pipelines, 2);
        QCOMPARE(read.info.employees, 3);
        // One row is broken on purpose.
        QCOMPARE(read.errors().size(), 1);
    }

    void readsAGeneratedExport()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("export.json"));
        const auto bytes = test::writeSampleExport(path, {3000, 4000, 100, 10, true});
        QVERIFY(bytes);
        QCOMPARE(*bytes, QFileInfo(path).size());
        for (const int rows : {100'000, 777}) {
            const auto read = amocrm::test::readPath(path, rows);
            QVERIFY(!read.error);
            QVERIFY(read.errors().isEmpty());
            QCOMPARE(read.all<Contact>(Section::Contacts).size(), 3000);
            QCOMPARE(read.all<Deal>(Section::Deals).size(), 4000);
            QCOMPARE(read.info.stages, 12);
            QCOMPARE(read.all<Contact>(Section::Contacts).last().externalId, QStringLiteral("3099"));
        }
    }
};

QTEST_GUILESS_MAIN(Sample)
#include "tst_sample.moc"
