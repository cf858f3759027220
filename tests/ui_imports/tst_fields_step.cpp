// SPDX-License-Identifier: GPL-3.0-or-later
// Step 3 on the screen: named mappings by their combo box and buttons.
#include "fake_import_service.h"
#include "office.h"
#include "ui/common/labels.h"
#include "ui/imports/fields_step.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

using namespace pfx;
using namespace Qt::StringLiterals;
using Choice = ui::FieldRow::Choice;

static records::SourceInfo source(records::System system)
{
    records::SourceInfo info;
    info.system = system;
    info.fields = {{records::Section::Contacts, u"POSITION"_s, u"Должность"_s, u"position"_s, {u"Директор"_s}},
                   {records::Section::Contacts, u"77"_s, u"Город"_s, {}, {u"Москва"_s}}};
    return info;
}

class TestFieldsStep : public QObject
{
    Q_OBJECT

private:
    struct Scene
    {
        test::FakeImportService service;
        ui::FieldsPresenter presenter{service};
        YesPrompt prompt;
        ui::FieldsStep step{presenter, prompt};

        Scene()
        {
            service.mappings[u"Осень"_s].fields = {{records::Kind::Contact, u"Город"_s, u"-"_s}};
            presenter.setSource(source(records::System::Amocrm));
            presenter.loadNames();
            step.show();
        }
        QComboBox *name() const { return step.findChild<QComboBox *>(u"mappingName"_s); }
        QToolButton *remove() const { return step.findChild<QToolButton *>(u"deleteMapping"_s); }
        ui::TextLabel *state() const { return step.findChild<ui::TextLabel *>(u"mappingState"_s); }
        void choose(const QString &entry) const
        {
            name()->setCurrentIndex(name()->findText(entry)); // as the popup does it
            emit name()->activated(name()->currentIndex());
        }
    };

private slots:
    void theFirstEntryLeadsBackToWhatIsKnownByItself()
    {
        Scene scene;
        QCOMPARE(scene.name()->count(), 3); // with the line below the first
        scene.choose(u"Осень"_s);
        QCOMPARE(scene.name()->currentText(), u"Осень"_s);
        QCOMPARE(scene.presenter.state().fields[1].choice, Choice::LeaveOut);
        scene.choose(scene.name()->itemText(0));
        QCOMPARE(scene.name()->currentText(), QString());
        QCOMPARE(scene.presenter.state().fields[1].choice, Choice::Automatic);
        QVERIFY(scene.presenter.state().name.isEmpty());
    }

    void aChangeSinceIsSaidUntilItIsSaved()
    {
        Scene scene;
        scene.choose(u"Осень"_s);
        scene.presenter.chooseField(1, Choice::Automatic);
        QVERIFY(scene.state()->isVisible());
        QVERIFY2(scene.state()->text().contains(u"Осень"_s), qPrintable(scene.state()->text()));
        const QString marked = scene.state()->text();
        scene.presenter.saveNamed(u"Осень"_s);
        QVERIFY(scene.state()->text() != marked);
    }

    void theOneInUseIsDeletedByItsButton()
    {
        Scene scene;
        QVERIFY(!scene.remove()->isEnabled());
        scene.choose(u"Осень"_s);
        QVERIFY(scene.remove()->isEnabled());
        scene.remove()->click();
        QCOMPARE(scene.prompt.asked.size(), 1);
        QVERIFY(scene.prompt.asked.first().title.contains(u"Осень"_s));
        QVERIFY(scene.service.mappings.empty());
        QCOMPARE(scene.name()->count(), 2);
        QCOMPARE(scene.name()->currentText(), QString());
        QVERIFY(!scene.remove()->isEnabled());
    }

    void aNameDoesNotStayForAnotherImport_data()
    {
        QTest::addColumn<bool>("onlyTyped");
        QTest::newRow("a saved one that was in use") << false;
        QTest::newRow("one that was only typed") << true;
    }
    void aNameDoesNotStayForAnotherImport()
    {
        QFETCH(bool, onlyTyped);
        Scene scene;
        if (onlyTyped)
            scene.name()->setEditText(u"Весна"_s);
        else
            scene.choose(u"Осень"_s);
        scene.presenter.setSource(source(records::System::Bitrix24));
        QCOMPARE(scene.name()->currentText(), QString());
    }
};

QTEST_MAIN(TestFieldsStep)
#include "tst_fields_step.moc"
