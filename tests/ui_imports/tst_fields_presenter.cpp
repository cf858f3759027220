// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_import_service.h"
#include "ui/imports/fields_presenter.h"

#include <QTest>

using namespace pfx;
using namespace Qt::StringLiterals;
using Choice = ui::FieldRow::Choice;

static records::SourceInfo source()
{
    records::SourceInfo info;
    info.fields = {{records::Section::Contacts, u"POSITION"_s, u"Должность"_s, u"position"_s, {u"Директор"_s}},
                   {records::Section::Contacts, u"77"_s, u"Город"_s, {}, {u"Москва"_s}},
                   {records::Section::Deals, u"UTM"_s, u"UTM"_s, {}, {u"google"_s}}};
    records::Pipeline sales{u"1"_s, u"Продажи"_s, 0, {{u"11"_s, u"Новая"_s, u"#fff"_s, records::Semantics::Open, 0}, {u"12"_s, u"Замер"_s, {}, records::Semantics::Open, 1}}, false};
    info.stagesSeen = {sales};
    return info;
}

static QVector<crm::Pipeline> ours()
{
    crm::Pipeline pipeline;
    pipeline.id = 5;
    pipeline.name = u"Продажи"_s;
    crm::Stage first;
    first.id = 51;
    first.name = u"новая"_s;
    crm::Stage second = first;
    second.id = 52;
    second.name = u"Выезд"_s;
    pipeline.stages = {first, second};
    return {pipeline};
}

class TestFieldsPresenter : public QObject
{
    Q_OBJECT

private slots:
    void samples_data()
    {
        QTest::addColumn<QString>("knownAs");
        QTest::addColumn<QStringList>("samples");
        QTest::addColumn<QStringList>("shown");
        QTest::newRow("seconds of a moment are a date") << u"created_at"_s << QStringList{u"1704100000"_s} << QStringList{u"01.01.2024 09:06:40"_s};
        QTest::newRow("a date that is one already") << u"closed_at"_s << QStringList{u"2024-01-01T09:06:40+03:00"_s} << QStringList{u"2024-01-01T09:06:40+03:00"_s};
        QTest::newRow("a year is no moment") << u"changed_at"_s << QStringList{u"2024"_s, u"0"_s, u""_s} << QStringList{u"2024"_s, u"0"_s, u""_s};
        QTest::newRow("the number of another field") << u"id"_s << QStringList{u"1704100000"_s} << QStringList{u"1704100000"_s};
    }
    void samples()
    {
        QFETCH(QString, knownAs);
        QFETCH(QStringList, samples);
        ui::FieldRow row;
        row.field = {records::Section::Deals, u"key"_s, u"name"_s, knownAs, samples};
        QTEST(row.samples(), "shown");
    }

    void mapping_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("choice");
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("lines");
        QTest::addColumn<QString>("to");
        QTest::newRow("what is left alone is no line") << 0 << int(Choice::Automatic) << u""_s << 0 << u""_s;
        QTest::newRow("a field of ours") << 1 << int(Choice::Target) << u"position"_s << 1 << u"position"_s;
        QTest::newRow("left out") << 2 << int(Choice::LeaveOut) << u""_s << 1 << u"-"_s;
    }
    void mapping()
    {
        QFETCH(int, row);
        QFETCH(int, choice);
        QFETCH(QString, target);
        test::FakeImportService service;
        ui::FieldsPresenter presenter(service);
        presenter.setSource(source());
        presenter.chooseField(row, Choice(choice), target);
        const migration::Mapping mapping = presenter.mapping();
        QTEST(int(mapping.fields.size()), "lines");
        if (!mapping.fields.isEmpty()) {
            QTEST(mapping.fields.first().to, "to");
            QCOMPARE(mapping.fields.first().from, presenter.state().fields[row].field.key);
        }
        QCOMPARE(presenter.state().changed, !mapping.isEmpty());
    }

    void stagesAreMatchedByNameAndCanBeChosen()
    {
        test::FakeImportService service;
        ui::FieldsPresenter presenter(service);
        presenter.setSource(source());
        presenter.setPipelines(ours(), 0);
        QCOMPARE(presenter.state().stages[0].byName, 51);
        QCOMPARE(presenter.state().stages[1].byName, 0);
        presenter.chooseStage(1, 52);
        QCOMPARE(presenter.mapping().stages, (QVector<migration::StageMapping>{{u"Продажи"_s, u"Замер"_s, u"Продажи"_s, u"Выезд"_s}}));
    }

    void aLoadedMappingSurvivesWhateverComesFirst()
    {
        test::FakeImportService service;
        migration::Mapping mapping;
        mapping.fields = {{records::Kind::Contact, u"Город"_s, u"position"_s}, {records::Kind::Deal, u"nowhere"_s, u"title"_s}};
        mapping.stages = {{u"Продажи"_s, u"Замер"_s, u"Продажи"_s, u"Выезд"_s}};
        mapping.employees = {{u"manager7"_s, u"2"_s}};
        ui::FieldsPresenter presenter(service);
        presenter.setMapping(mapping);
        presenter.setSource(source());
        presenter.setPipelines(ours(), 0);
        QCOMPARE(presenter.state().fields[1].target, u"position"_s);
        QCOMPARE(presenter.state().stages[1].toStage, 52);
        const migration::Mapping result = presenter.mapping();
        QCOMPARE(result.fields.size(), 2); // the line without a row is kept too
        QCOMPARE(result.stages.size(), 1);
        QCOMPARE(result.employees, mapping.employees);
    }

    void namedMappingsAreSavedAndLoaded()
    {
        test::FakeImportService service;
        ui::FieldsPresenter presenter(service);
        presenter.setSource(source());
        presenter.saveNamed(u" "_s);
        QVERIFY(presenter.state().nameMissing);
        presenter.chooseField(1, Choice::LeaveOut);
        presenter.saveNamed(u"Осень"_s);
        QVERIFY(!presenter.state().changed);
        QVERIFY(!presenter.state().nameMissing);
        QCOMPARE(presenter.state().names, QStringList(u"Осень"_s));
        presenter.chooseField(1, Choice::Automatic);
        presenter.loadNamed(u"Осень"_s);
        QCOMPARE(presenter.state().fields[1].choice, Choice::LeaveOut);
        QCOMPARE(presenter.state().name, u"Осень"_s);
    }

    void whatDiffersFromTheSavedOneIsMarked_data()
    {
        QTest::addColumn<bool>("saved");
        QTest::addColumn<bool>("back");
        QTest::addColumn<bool>("marked");
        QTest::newRow("a choice beside a saved mapping") << true << false << true;
        QTest::newRow("a choice that was taken back") << true << true << false;
        QTest::newRow("nothing was ever saved") << false << false << false;
    }
    void whatDiffersFromTheSavedOneIsMarked()
    {
        QFETCH(bool, saved);
        QFETCH(bool, back);
        test::FakeImportService service;
        ui::FieldsPresenter presenter(service);
        presenter.setSource(source());
        if (saved)
            presenter.saveNamed(u"Осень"_s);
        presenter.chooseStage(1, 52);
        presenter.chooseField(1, Choice::LeaveOut);
        presenter.setPipelines(ours(), 0); // other rows, and the mark stays right
        if (back) {
            presenter.chooseStage(1, 0);
            presenter.chooseField(1, Choice::Automatic);
        }
        QTEST(presenter.state().differsFromSaved(), "marked");
    }

    void aSavedMappingIsDeletedAndItsChoicesStay()
    {
        test::FakeImportService service;
        ui::FieldsPresenter presenter(service);
        presenter.setSource(source());
        presenter.chooseField(1, Choice::LeaveOut);
        QVERIFY(!presenter.state().canDelete());
        presenter.saveNamed(u"Осень"_s);
        QVERIFY(presenter.state().canDelete());
        presenter.deleteNamed();
        QVERIFY(service.mappings.empty());
        QVERIFY(presenter.state().names.isEmpty());
        QVERIFY(presenter.state().name.isEmpty());
        QVERIFY(!presenter.state().canDelete());
        QVERIFY(!presenter.state().done.isEmpty());
        QCOMPARE(presenter.state().fields[1].choice, Choice::LeaveOut);
    }

    void aMappingThatIsGoneAlreadySaysSo()
    {
        test::FakeImportService service;
        ui::FieldsPresenter presenter(service);
        presenter.setSource(source());
        presenter.saveNamed(u"Осень"_s);
        service.mappings.clear(); // by another program
        presenter.deleteNamed();
        QVERIFY(presenter.state().error);
        QCOMPARE(presenter.state().error->code, base::ErrorCode::NotFound);
    }

    void theWayBackForgetsEveryChoice()
    {
        test::FakeImportService service;
        migration::Mapping mapping;
        mapping.fields = {{records::Kind::Deal, u"nowhere"_s, u"title"_s}};
        mapping.employees = {{u"manager7"_s, u"2"_s}};
        service.mappings[u"Осень"_s] = mapping;
        ui::FieldsPresenter presenter(service);
        presenter.setSource(source());
        presenter.setPipelines(ours(), 0);
        presenter.loadNamed(u"Осень"_s);
        presenter.chooseField(1, Choice::LeaveOut);
        presenter.chooseStage(1, 52);
        presenter.forgetChoices();
        QVERIFY(presenter.mapping().isEmpty());
        QVERIFY(presenter.state().name.isEmpty());
        QVERIFY(!presenter.state().changed);
        QVERIFY(service.mappings.contains(u"Осень"_s)); // it stays for others
    }

    void theOtherServiceBeginsWithoutANameAndChoices()
    {
        test::FakeImportService service;
        ui::FieldsPresenter presenter(service);
        presenter.setSource(source());
        presenter.chooseField(1, Choice::LeaveOut);
        presenter.saveNamed(u"Осень"_s);
        presenter.setSource(source()); // another file of the same service keeps both
        QCOMPARE(presenter.state().name, u"Осень"_s);
        QCOMPARE(presenter.state().fields[1].choice, Choice::LeaveOut);
        records::SourceInfo other = source();
        other.system = records::System::Bitrix24;
        presenter.setSource(other);
        QVERIFY(presenter.state().name.isEmpty());
        QVERIFY(presenter.mapping().isEmpty());
        QCOMPARE(presenter.state().fields.size(), 3);
    }
};

QTEST_MAIN(TestFieldsPresenter)
#include "tst_fields_presenter.moc"
