// SPDX-License-Identifier: GPL-3.0-or-later
#include "source_reader.h"

#include <QtTest>

using namespace pfx;
using namespace pfx::records;
using amocrm::test::readPath;

class GuideForm : public QObject
{
    Q_OBJECT

private slots:
    void readsTheFullExample()
    {
        const auto read = readPath(QStringLiteral(PFX_TEST_DATA "/amocrm/spec_full.json"));
        QVERIFY2(!read.error, qPrintable(read.error.value_or(base::Error{}).detail));
        QCOMPARE(read.info.contacts, 1);
        QCOMPARE(read.info.deals, 1);
        QCOMPARE(read.info.pipelines, 1);
        QCOMPARE(read.info.stages, 2);
        QCOMPARE(read.info.form, QStringLiteral("json"));
        QVERIFY(read.errors().isEmpty());
        const auto contact = read.all<Contact>(Section::Contacts).at(0);
        QCOMPARE(contact.externalId, QStringLiteral("123"));
        QCOMPARE(contact.name, QStringLiteral("Иван Иванов"));
        QCOMPARE(contact.firstName, QStringLiteral("Иван"));
        QCOMPARE(contact.points.size(), 2);
        QCOMPARE(contact.points.at(0), (Point{PointKind::Email, QStringLiteral("ivan@example.com"), {}, {}, {}}));
        QCOMPARE(contact.points.at(1), (Point{PointKind::Phone, QStringLiteral("+79991234567"), {}, {}, {}}));
        QVERIFY(contact.custom.isEmpty());
        QVERIFY(contact.unknown.isEmpty());
        const auto deal = read.all<Deal>(Section::Deals).at(0);
        QCOMPARE(deal.externalId, QStringLiteral("456"));
        QCOMPARE(deal.title, QStringLiteral("Продажа товара"));
        QCOMPARE(deal.amount, QStringLiteral("100000"));
        QCOMPARE(deal.stage.externalId, QStringLiteral("12345"));
        QCOMPARE(deal.pipeline.externalId, QStringLiteral("1"));
        QCOMPARE(deal.contacts.size(), 1);
        QCOMPARE(deal.contacts.at(0).externalId, QStringLiteral("123"));
        QVERIFY(deal.contacts.at(0).isMain);
        const auto pipeline = read.all<Pipeline>(Section::Pipelines).at(0);
        QCOMPARE(pipeline.name, QStringLiteral("Основная воронка"));
        QCOMPARE(pipeline.stages.at(0).name, QStringLiteral("Первичный контакт"));
        QCOMPARE(pipeline.stages.at(0).color, QStringLiteral("#3B82F6"));
        QCOMPARE(pipeline.stages.at(1).externalId, QStringLiteral("12346"));
    }

    void readsTheMinimalExample()
    {
        const auto read = readPath(QStringLiteral(PFX_TEST_DATA "/amocrm/spec_minimal.json"));
        QVERIFY2(!read.error, qPrintable(read.error.value_or(base::Error{}).detail));
        QCOMPARE(read.all<Contact>(Section::Contacts).at(0).name, QStringLiteral("Тестовый Контакт"));
        const auto deal = read.all<Deal>(Section::Deals).at(0);
        QVERIFY(deal.stage.isEmpty());
        QVERIFY(deal.pipeline.isEmpty());
        QCOMPARE(read.info.pipelines, 0);
    }
};

QTEST_GUILESS_MAIN(GuideForm)
#include "tst_guide_form.moc"
