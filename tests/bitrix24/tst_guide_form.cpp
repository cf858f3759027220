// SPDX-License-Identifier: GPL-3.0-or-later
#include "source_reader.h"

#include <QtTest>

using namespace pfx;
using namespace pfx::records;
using bitrix24::test::readPath;

class GuideForm : public QObject
{
    Q_OBJECT

private slots:
    void readsTheFullExample()
    {
        const auto read = readPath(QStringLiteral(PFX_TEST_DATA "/bitrix24/spec_full.json"));
        QVERIFY2(!read.error, qPrintable(read.error.value_or(base::Error{}).detail));
        QCOMPARE(read.info.contacts, 1);
        QCOMPARE(read.info.deals, 1);
        QCOMPARE(read.info.pipelines, 1);
        QCOMPARE(read.info.stages, 1);
        const auto contact = read.all<Contact>(Section::Contacts).at(0);
        QCOMPARE(contact.externalId, QStringLiteral("123"));
        QCOMPARE(contact.name, QStringLiteral("Иван Иванов"));
        QCOMPARE(contact.position, QStringLiteral("Менеджер"));
        QCOMPARE(contact.company.name, QStringLiteral("ООО Компания"));
        QCOMPARE(contact.points.at(0), (Point{PointKind::Email, QStringLiteral("ivan@example.com"), {}, {}, QStringLiteral("work")}));
        QCOMPARE(contact.points.at(1), (Point{PointKind::Phone, QStringLiteral("+79991234567"), {}, {}, QStringLiteral("work")}));
        const auto deal = read.all<Deal>(Section::Deals).at(0);
        QCOMPARE(deal.amount, QStringLiteral("100000"));
        QCOMPARE(deal.currency, QStringLiteral("RUB"));
        QCOMPARE(deal.stage.externalId, QStringLiteral("NEW"));
        QCOMPARE(deal.pipeline.externalId, QStringLiteral("0"));
        QCOMPARE(deal.contacts.at(0).externalId, QStringLiteral("123"));
        const auto pipeline = read.all<Pipeline>(Section::Pipelines).at(0);
        QCOMPARE(pipeline.name, QStringLiteral("Bitrix24"));
        QCOMPARE(pipeline.externalId, QStringLiteral("0"));
        QCOMPARE(pipeline.stages.at(0).name, QStringLiteral("Новая"));
    }

    void readsTheMinimalExample()
    {
        const auto read = readPath(QStringLiteral(PFX_TEST_DATA "/bitrix24/spec_minimal.json"));
        QVERIFY2(!read.error, qPrintable(read.error.value_or(base::Error{}).detail));
        QCOMPARE(read.all<Contact>(Section::Contacts).at(0).name, QStringLiteral("Тестовый Контакт"));
        QCOMPARE(read.all<Deal>(Section::Deals).at(0).contacts.at(0).externalId, QStringLiteral("1"));
        QCOMPARE(read.info.stages, 0);
    }
};

QTEST_GUILESS_MAIN(GuideForm)
#include "tst_guide_form.moc"
